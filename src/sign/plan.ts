import { basename, join } from 'node:path'
import { HASHES, type HashAlgorithm } from '../crypto/hashes.ts'
import { algorithmOfPublicKey, type SigningKey } from '../crypto/key-algorithm.ts'
import type { FoundFiles, ReleaseFile } from '../files/release-files.ts'
import { EXTENSIONS, keyFilesOf, type Format } from '../formats/facts.ts'
import { MANIFEST_FILE } from '../formats/run-files.ts'
import { attestationFileNames, type Predicate } from '../signing/predicate.ts'
import { provenanceFileNames } from '../signing/provenance.ts'
import { hexOf } from '../registry/reference.ts'
import { checkArtifactPaths, checkListedNames, checkReleaseNames } from '../writing/name-checks.ts'
import { checkOutputPaths } from '../writing/output-paths.ts'
import type { PublicKey } from '../crypto/public-key.ts'
import type { SignInputs } from './inputs.ts'
import { listsTheSame, mayStay } from './shared-folder.ts'

/** What names depend on, as far as it is known: before the key has answered, some of it is not. */
export interface KnownOfKey {
  readonly hash: HashAlgorithm | undefined
  /** Whether the key is an RSA key. */
  readonly rsa: boolean | undefined
  readonly publicKey?: PublicKey | undefined
}

/** Which paths a run writes: worked out once before any request, and once more when the key is known. All are absolute. */
export interface Plan {
  readonly known: KnownOfKey
  /** Of each release file, in their order, one path for each format; none where `sign` lacks `files`. */
  readonly signaturePaths: readonly (readonly string[])[]
  readonly runFolder: string
  /** Everything that is written, in the order in which it is listed; what hangs on something unknown is left out. */
  readonly paths: readonly string[]
}

/** What inputs and checksum files tell of the key before KMS is asked. */
export function knownWithoutRequests({ hashAlgorithm, pin }: SignInputs, { files }: FoundFiles): KnownOfKey {
  const algorithm = pin.kind === 'pem' ? algorithmOfPublicKey(pin.key) : undefined
  const source = files[0]?.source
  const ofSubjects = source?.kind === 'digest' ? source.hash : undefined
  return {
    hash: hashAlgorithm === 'auto' ? (algorithm?.hash ?? ofSubjects) : hashAlgorithm,
    rsa: pin.kind === 'pem' ? algorithm === undefined : undefined,
  }
}

/** What a plan is made of. */
export interface Planned {
  readonly inputs: SignInputs
  readonly found: FoundFiles
  /** What is attested of all release files. */
  readonly predicates: readonly Predicate[]
}

/** Whether statements besides provenance are made. */
function attests({ sbomPath, predicate }: Pick<SignInputs, 'sbomPath' | 'predicate'>): boolean {
  return sbomPath !== undefined || predicate !== undefined
}

/** All that names depend on, once the key has answered. */
export function knownOf({ algorithm: { hash, curve }, publicKey }: SigningKey): KnownOfKey {
  return { hash, rsa: curve === undefined, publicKey }
}

/**
 * The plan of a run, by what is known of its key.
 * @param before made when less was known: files' own signatures have their paths from there
 */
export function planOutputs({ inputs, found, predicates }: Planned, known: KnownOfKey, before?: Plan): Plan {
  const { targets, formats, outputDir } = inputs
  const signaturePaths =
    before?.signaturePaths ??
    found.files.map((file) =>
      targets.includes('files') ? formats.map((format) => signaturePath(file, format, outputDir)) : [],
    )
  const runFolder = outputDir ?? found.commonFolder
  const runFiles = runFileNames(inputs, found.files.length, known, predicates).map((name) => join(runFolder, name))
  return { known, signaturePaths, runFolder, paths: [...signaturePaths.flat(), ...runFiles] }
}

function signaturePath(file: ReleaseFile, format: Format, outputDir: string | undefined): string {
  const base = file.source.kind === 'file' ? file.source.path : join(file.folder, file.name)
  const path = outputDir === undefined ? base : join(outputDir, file.name)
  return path + EXTENSIONS[format]
}

/** In the order in which they are listed. */
function runFileNames(
  { targets, formats }: SignInputs,
  files: number,
  known: KnownOfKey,
  predicates: readonly Predicate[],
): readonly string[] {
  const names: string[] = [...keyFilesOf(formats, known.rsa)]
  if (targets.includes('checksums') && files > 0 && known.hash !== undefined) {
    const sums = HASHES[known.hash].checksumFile
    names.push(sums, ...formats.map((format) => sums + EXTENSIONS[format]))
  }
  if (targets.includes('provenance')) names.push(...provenanceFileNames(files))
  names.push(...attestationFileNames(predicates, files))
  return [...names, MANIFEST_FILE]
}

/** Base names under which what is written becomes assets: all of it but the manifest. */
export function assetNames({ paths }: Plan): readonly string[] {
  return paths.map((path) => basename(path)).filter((name) => name !== MANIFEST_FILE)
}

/**
 * Whether everything can be written under its name, as far as names are known.
 * @throws ActionError OUTPUT_EXISTS, WRITE_FAILED, ASSET_NAME_CONFLICT; INVALID_INPUT where two files would have one path or name
 */
export async function checkPlan(plan: Plan, inputs: SignInputs, found: FoundFiles): Promise<void> {
  const { known, paths } = plan
  const names = found.files.map(({ name }) => name)
  const signsChecksums = inputs.targets.includes('checksums')
  if (signsChecksums && known.hash !== undefined) checkListedNames(names, HASHES[known.hash].checksumFile)
  if (inputs.artifact !== undefined) checkArtifactPaths(paths)
  if (inputs.release !== undefined) {
    const namesAreSigned = signsChecksums || inputs.targets.includes('provenance') || attests(inputs)
    checkReleaseNames({ files: names, assets: assetNames(plan), namesAreSigned })
  }
  const { overwrite, workspace } = inputs
  const sums = signsChecksums && known.hash !== undefined ? join(plan.runFolder, HASHES[known.hash].checksumFile) : ''
  const mayExist = async (path: string): Promise<boolean> =>
    path === sums && known.hash !== undefined
      ? listsTheSame(path, names, known.hash)
      : mayStay(path, plan.runFolder, inputs, known.publicKey)
  await checkOutputPaths({ paths, inputs: found.readPaths, overwrite, workspace, mayExist })
}

/**
 * Where a run makes statements about its files: the images that it signs beside, by SHA-256 in lower-case hex. A statement
 * about the bytes of any other image's manifest would be one about that image.
 */
export function statedBeside(inputs: SignInputs): ReadonlySet<string> | undefined {
  if (!inputs.targets.includes('provenance') && !attests(inputs)) return undefined
  return new Set(inputs.images?.references.map(hexOf))
}
