import { MANIFEST_FILE } from '../formats/run-files.ts'
import { join } from 'node:path'
import { formatsWhere, mayGoAhead, needsSha512 } from '../formats/facts.ts'
import { encodingsFor, type Encodings } from '../formats/writers.ts'
import { addedTo } from '../report/manifest-addition.ts'
import { manifest } from '../report/manifest.ts'
import type { SignedImage, SignedFile, SigningResult } from '../report/signing-result.ts'
import type { Staging } from '../writing/staging.ts'
import { algorithmOfPublicKey, type SigningKey } from '../crypto/key-algorithm.ts'
import type { DigestPlan } from '../digest/digest-files.ts'
import { refuseChangedFiles, type FileStamp } from '../files/stamp.ts'
import type { PreparedRelease } from '../github/releases/release-check.ts'
import type { SignedImages } from '../registry/sign-images.ts'
import { withClaims } from '../signing/token-claims.ts'
import { createSigner, type Signer } from '../signing/signer.ts'
import type { SignInputs } from './inputs.ts'
import { checkListedHash } from '../files/subject-checksums.ts'
import { assetNames, checkPlan, knownOf, planOutputs, statedBeside } from './plan.ts'
import { startProgress } from './progress.ts'
import type { RunImages } from './images.ts'
import type { Run } from './run.ts'
import type { Services } from './services.ts'
import { checksumCheck } from './checksum-check.ts'
import { signFiles } from './sign-files.ts'
import { signAttestations, signChecksums, signProvenance, writeKeyFiles } from './sign-run-files.ts'
import { signingTime } from '../signing/signing-time.ts'
import type { SigningTools } from './sign-in-formats.ts'

/** All that the signing stage works from. */
interface SignRelease extends Run {
  readonly services: Services
  readonly staging: Staging
  readonly key: Promise<SigningKey>
  /** The release that takes the assets, found fit before the first signature; `undefined` without one. */
  readonly release: Promise<PreparedRelease | undefined>
  /** The images that are signed besides; `undefined` without any. */
  readonly images: RunImages | undefined
}

/** What came of signing: what is put in place, and what is pushed after that. */
interface Signed extends SignedRunFiles {
  /** Of the release files that were read, to be asked again once everything is in place. */
  readonly stamps: readonly FileStamp[]
}

interface SignedRunFiles {
  readonly result: SigningResult
  readonly images: SignedImages | undefined
}

/**
 * Hashes and signs the release files and stages everything that is to be written, each signature verified.
 * Key, token and hashing go on at once; signing starts with the first digest.
 */
export async function signRelease(request: SignRelease): Promise<Signed> {
  const { inputs, found, services, key, tasks } = request
  const checksums = await checksumCheck({ ...request, runFolder: request.plan.runFolder })
  const ahead = checksums === undefined && signsAhead(inputs)
  const pinned = inputs.pin.kind === 'pem'
  const signer = createSigner({ kms: services.kms, keyId: inputs.keyId, key, ahead, pinned, tasks })
  const ready = tasks.start(() => prepareSigning(request, signer))
  const plan = tasks.start(() => digestPlan(inputs, ready))
  const progress = startProgress(found.files.length, request.front)
  try {
    const { files, stamps } = await signFiles({
      files: found.files,
      lanes: request.lanes,
      plan,
      ready,
      checksums,
      ahead: ahead ? signer : undefined,
      signaturePaths: request.plan.signaturePaths,
      statedBeside: statedBeside(inputs),
      workspace: inputs.workspace,
      maxConcurrency: inputs.maxConcurrency,
      tasks,
      progress,
    })
    const signed = await signRunFiles(request, await ready, files)
    // Before anything is put in place, which may have to wait for other runs.
    return { ...signed, stamps: await refuseChangedFiles(stamps, tasks.signal) }
  } finally {
    progress.stop()
  }
}

/** Everything that is checked between the key's answer and the first signature. */
async function prepareSigning(request: SignRelease, signer: Signer): Promise<SigningTools> {
  const { inputs, found, certificate, staging, services } = request
  const [key, release] = await Promise.all([request.key, request.release])
  const digestsOnly = inputs.source.kind === 'subject-checksums'
  checkListedHash(found.files, key.algorithm.hash)
  const encodings: Encodings = encodingsFor(inputs.formats, {
    key,
    identity: inputs.identity,
    startedAt: signingTime(await services.clockAhead(), new Date(), request.front.log),
    certificate,
    digestsOnly,
  })
  const plan = planOutputs(request, knownOf(key), request.plan)
  await checkPlan(plan, inputs, found)
  if (release !== undefined) {
    const { checkAllNames } = await import('../github/releases/release-check.ts')
    await checkAllNames(release, assetNames(plan))
  }
  const images = await request.images?.plan(key)
  return { key, encodings, signer, staging, images }
}

async function signRunFiles(
  request: SignRelease,
  tools: SigningTools,
  files: readonly SignedFile[],
): Promise<SignedRunFiles> {
  const { inputs, env } = request
  const { key } = tools
  const folder = request.plan.runFolder
  const shared = { key, files, folder, workspace: inputs.workspace, tools }
  const states = inputs.targets.includes('provenance')
  const claims = states ? await request.services.claims() : {}
  const [checksums, provenancePaths, attestationPaths, keyFilePaths, images] = await Promise.all([
    inputs.targets.includes('checksums') && files.length > 0 ? signChecksums(shared) : undefined,
    states ? signProvenance(shared, withClaims(env, claims)) : [],
    signAttestations(shared, request.predicates),
    writeKeyFiles(shared, inputs),
    signImagesOf(tools),
  ])
  const manifestPath = join(folder, MANIFEST_FILE)
  const runFilePaths = new Map([...keyFilePaths, [MANIFEST_FILE, manifestPath]])
  const result = {
    key,
    hash: key.algorithm.hash,
    files,
    checksums,
    provenancePaths,
    attestationPaths,
    runFilePaths,
    signedCount: files.length,
    images: images?.told ?? [],
  }
  const own = manifest(result, inputs.workspace, env)
  await tools.staging.stage(manifestPath, own, (existing) => addedTo(existing, own, folder))
  const writtenPaths = [
    ...files.flatMap((file) => file.writtenPaths),
    ...(checksums?.writtenPaths ?? []),
    ...provenancePaths,
    ...attestationPaths,
    ...runFilePaths.values(),
  ]
  return { result: { ...result, writtenPaths }, images: images?.signed }
}

async function signImagesOf({
  images,
  signer,
}: SigningTools): Promise<{ readonly signed: SignedImages; readonly told: readonly SignedImage[] } | undefined> {
  if (images === undefined) return undefined
  const { signRunImages, toldOf } = await import('./images.ts')
  const signed = await signRunImages(images, signer)
  return { signed, told: toldOf(signed) }
}

/** What the hashing needs, as early as it is known: with a hash that is given, or a pinned key that tells it, at once. */
async function digestPlan(inputs: SignInputs, ready: Promise<SigningTools>): Promise<DigestPlan> {
  const pinned = inputs.pin.kind === 'pem' ? algorithmOfPublicKey(inputs.pin.key)?.hash : undefined
  const hash = inputs.hashAlgorithm === 'auto' ? pinned : inputs.hashAlgorithm
  const needMore =
    inputs.targets.includes('files') &&
    formatsWhere(({ readsFile }) => readsFile !== undefined, inputs.formats).length > 0
  if (hash !== undefined && !needMore) {
    return { hash, sha512: needsSha512(inputs.formats, hash), own: [] }
  }
  const { key, encodings } = await ready
  const own = inputs.targets.includes('files') ? encodings.ownDigests : []
  return { hash: key.algorithm.hash, sha512: encodings.sha512, own }
}

/** Whether SignHash may go ahead of what is known of the key: the hash is given, and no format needs more than that. */
function signsAhead(inputs: SignInputs): boolean {
  const plain = inputs.formats.every(mayGoAhead)
  return (
    inputs.hashAlgorithm !== 'auto' &&
    inputs.pin.kind === 'none' &&
    plain &&
    inputs.release === undefined &&
    inputs.images === undefined
  )
}
