import { basename, join } from 'node:path'
import { EXTENSIONS, keyFilesOf, type Format } from '../formats/facts.ts'
import { HASHES } from '../crypto/hashes.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'
import { provenanceFileNames } from '../signing/provenance.ts'
import type { FoundFiles, ReleaseFile } from '../files/release-files.ts'
import type { KnownOfKey } from './known-of-key.ts'
import type { SignTarget } from '../inputs/signature-inputs.ts'
import type { SignInputs } from './inputs.ts'

/** What a run writes, besides the files' own bytes. */
export interface OutputRequest {
  readonly files: readonly ReleaseFile[]
  readonly targets: readonly SignTarget[]
  readonly formats: readonly Format[]
  /** Absolute, or `undefined`: beside the files. */
  readonly outputDir: string | undefined
  /** Absolute; for the run files where there is no `outputDir`. */
  readonly commonFolder: string
  readonly key: KnownOfKey
}

/** The request of a run's inputs and files. */
export function outputRequest(inputs: SignInputs, found: FoundFiles, key: KnownOfKey): OutputRequest {
  const { targets, formats, outputDir } = inputs
  return { files: found.files, commonFolder: found.commonFolder, targets, formats, outputDir, key }
}

/** Absolute path of the signature file of a release file. */
export function signaturePath(file: ReleaseFile, format: Format, outputDir: string | undefined): string {
  const base = file.source.kind === 'file' ? file.source.path : join(file.folder, file.name)
  const path = outputDir === undefined ? base : join(outputDir, file.name)
  return path + EXTENSIONS[format]
}

/** Absolute folder of the run files. */
export function runFolder(request: Pick<OutputRequest, 'outputDir' | 'commonFolder'>): string {
  return request.outputDir ?? request.commonFolder
}

/** Names of the run files, in the order in which they are listed. Names that hang on what is not known of the key are left out. */
function runFileNames(request: OutputRequest): readonly string[] {
  const { targets, formats, key } = request
  const names: string[] = [...keyFilesOf(formats, key.rsa)]
  if (targets.includes('checksums') && key.hash !== undefined) {
    const sums = HASHES[key.hash].checksumFile
    names.push(sums, ...formats.map((format) => sums + EXTENSIONS[format]))
  }
  if (targets.includes('provenance')) names.push(...provenanceFileNames(request.files.length))
  return [...names, MANIFEST_FILE]
}

/** Absolute paths of everything that is written, as far as it is known of the key. */
export function plannedPaths(request: OutputRequest): readonly string[] {
  const folder = runFolder(request)
  const signatures = request.targets.includes('files')
    ? request.files.flatMap((file) => request.formats.map((format) => signaturePath(file, format, request.outputDir)))
    : []
  return [...signatures, ...runFileNames(request).map((name) => join(folder, name))]
}

/** Base names under which the written files become assets: all of them but the manifest. */
export function assetNames(paths: readonly string[]): readonly string[] {
  return paths.map((path) => basename(path)).filter((name) => name !== MANIFEST_FILE)
}
