import { displayPath, withoutWorkspace } from '../base/display-path.ts'
import { printable, type Log } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { Roots } from '../files/roots.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import type { Candidate } from './find-files.ts'
import type { VerifyInputs } from './inputs.ts'
import { sift } from './left-out.ts'
import type { SignedChecksums } from './judging/listed-checksums.ts'
import { checksumPaths, readSignedChecksums } from './signed-checksums.ts'
import { PROVENANCE_TYPE, readStatements, type Statements } from './statements.ts'
import { trustedKeys } from './trusted-keys.ts'
import type { FileVerdict, LeftOut, Problem } from './verdict.ts'
import { verifyFile } from './verify-file.ts'

const FILES_AT_ONCE = 8

/** What became of a run. */
export interface ReleaseVerdict {
  readonly files: readonly FileVerdict[]
  /** What is wrong with the checksum file or with statements. */
  readonly problems: readonly Problem[]
  /** The matches that are not release files. */
  readonly leftOut: readonly LeftOut[]
}

/**
 * Verifies all that was found, except what is itself read as proof.
 * @throws ActionError what makes verifying impossible; a file that is not verified is in the verdict
 */
export async function verifyRelease(
  given: VerifyInputs,
  found: readonly Candidate[],
  log: Log,
): Promise<ReleaseVerdict> {
  const inputs = await byEntries(given)
  const { formats, signaturesDir, workspace } = inputs
  const keys = trustedKeys(inputs)
  const shown = (path: string) => printable(displayPath(path, workspace), 300)
  const signed = inputs.checksums === undefined ? undefined : { path: inputs.checksums, formats, signaturesDir }
  const checksums = signed && (await readSignedChecksums({ ...signed, keys }, shown))
  const statements = await readAllStatements(inputs, keys, log)
  const evidence = evidenceOf(signed === undefined ? [] : checksumPaths(signed), checksums, statements)
  const { kept, leftOut, suspicions } = await sift(found, {
    keys,
    formats,
    signaturesDir,
    evidence,
    isListed: (file) =>
      checksums?.digestOf(file) !== undefined || statements.some((each) => each.statedOf(file).length > 0),
  })
  for (const { path, why } of leftOut) log.info(`Left out: ${shown(path)} (${why})`)
  const held = { keys, formats, signaturesDir, checksums, statements, suspicions, shown }
  const files = await mapBounded(kept, FILES_AT_ONCE, (file) => verifyFile(file, held))
  const told = (problem: Problem): Problem => ({ ...problem, reason: withoutWorkspace(problem.reason, workspace) })
  const right = new Set(files.flatMap(({ proofs }) => proofs.map(({ source }) => source)))
  return {
    files: files.map((file) => ({ ...file, problems: file.problems.map(told) })),
    problems: [...(checksums?.problems ?? []), ...statements.flatMap(({ problems }) => problems)].map(told),
    leftOut: leftOut.map((match) =>
      'proven' in match ? match : { path: match.path, why: match.why, proven: right.has(match.source) },
    ),
  }
}

/** What was read as evidence, each path with whether it is right. A checksum file and its signatures are so together. */
function evidenceOf(
  pathsOfChecksums: readonly string[],
  checksums: SignedChecksums | undefined,
  statements: readonly Statements[],
): ReadonlyMap<string, boolean> {
  const wrong = new Set(statements.flatMap(({ problems }) => problems.map(({ path }) => path)))
  const stated = statements.flatMap(({ paths }) => paths.map((path) => [path, !wrong.has(path)] as const))
  return new Map([...pathsOfChecksums.map((path) => [path, checksums?.problems.length === 0] as const), ...stated])
}

/** The inputs with paths as the search has those of matches: as the folders' entries say them, below the workspace. */
async function byEntries(inputs: VerifyInputs): Promise<VerifyInputs> {
  const { checksums, signaturesDir, workspace } = inputs
  const roots = new Roots(workspace)
  return {
    ...inputs,
    checksums: checksums && (await roots.file(checksums)).path,
    signaturesDir: signaturesDir && (await roots.folder(signaturesDir)).path,
  }
}

async function readAllStatements(
  { provenance, policy, attestations, workspace }: VerifyInputs,
  keys: readonly TrustedKey[],
  log: Log,
): Promise<readonly Statements[]> {
  const read: Statements[] = []
  if (provenance !== undefined) {
    const wanted = { patterns: provenance, predicateType: PROVENANCE_TYPE, policy, workspace, keys }
    read.push(await readStatements({ input: 'provenance', ...wanted }, log))
  }
  if (attestations !== undefined)
    read.push(await readStatements({ input: 'attestations', ...attestations, policy: [], workspace, keys }, log))
  return read
}
