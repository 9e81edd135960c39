import { dirname, join, basename } from 'node:path'
import { EXTENSIONS } from '../formats/facts.ts'
import { commonFolder, namesOf } from '../files/names.ts'
import { printable, type Log } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import type { ReleaseFile } from '../files/release-files.ts'
import type { VerifyInputs } from './inputs.ts'
import { readSignedChecksums } from './signed-checksums.ts'
import { readStatements } from './statements.ts'
import { trustedKeys } from './trusted-keys.ts'
import { verifyFile, type LocalFile } from './verify-file.ts'
import type { FileVerdict, Problem } from './verdict.ts'

const FILES_AT_ONCE = 8

/** What became of a run. */
export interface ReleaseVerdict {
  readonly files: readonly FileVerdict[]
  /** What is wrong with the checksum file or with statements. */
  readonly problems: readonly Problem[]
}

/**
 * Verifies the release files that were found, but for the checksum file and the statements among them.
 * @throws ActionError what makes verifying impossible; a file that is not verified is in the verdict
 */
export async function verifyRelease(
  inputs: VerifyInputs,
  found: readonly ReleaseFile[],
  log: Log,
): Promise<ReleaseVerdict> {
  const { formats, signaturesDir, workspace } = inputs
  const keys = trustedKeys(inputs)
  const checksums =
    inputs.checksums === undefined
      ? undefined
      : await readSignedChecksums({ path: inputs.checksums, formats, signaturesDir, keys })
  const statements =
    inputs.provenance === undefined ? undefined : await readStatements(inputs.provenance, workspace, keys, log)
  const evidencePaths = new Set([...checksumPaths(inputs), ...(statements?.paths ?? [])])
  const files = releaseFiles(found, evidencePaths, log)
  const evidence = { keys, formats, signaturesDir, checksums, statements }
  return {
    files: await mapBounded(files, FILES_AT_ONCE, (file) => verifyFile(file, evidence)),
    problems: [...(checksums?.problems ?? []), ...(statements?.problems ?? [])],
  }
}

/** The checksum file and every signature file that it could have. */
function checksumPaths({ checksums, signaturesDir }: VerifyInputs): readonly string[] {
  if (checksums === undefined) return []
  const bases = [checksums, join(signaturesDir ?? dirname(checksums), basename(checksums))]
  return [checksums, ...bases.flatMap((base) => Object.values(EXTENSIONS).map((extension) => base + extension))]
}

/** The files without those that only prove others, named as if these had not been found. */
function releaseFiles(found: readonly ReleaseFile[], evidence: ReadonlySet<string>, log: Log): readonly LocalFile[] {
  const kept: LocalFile[] = []
  for (const { source, ...file } of found) {
    if (source.kind !== 'file') continue
    if (evidence.has(source.path)) log.info(`Left out: ${printable(source.path)} (it proves other files)`)
    else kept.push({ ...file, source })
  }
  const paths = kept.map(({ source }) => source.path)
  const names = namesOf(paths, commonFolder(paths.map((path) => dirname(path))) ?? '')
  return kept.map((file, i) => ({ ...file, name: names[i] ?? file.name }))
}
