import { asActionError } from '../base/errors.ts'
import { counted, type Log } from '../base/log.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { refuseFilesChangedSince } from '../files/stamp.ts'
import { needsCreatedAt } from '../formats/facts.ts'
import type { SigningResult } from '../report/signing-result.ts'
import { loadContained } from '../runner/contained.ts'
import { resolveSigningKey } from '../signing/resolve-key.ts'
import { openStaging, type Staging } from '../writing/staging.ts'
import { notesOf } from './notes.ts'
import { checkPlan } from './plan.ts'
import { noticeNoArtifact, prepareAssets, publishArtifact, publishAssets } from './publish.ts'
import { setSigningOutputs } from './report.ts'
import type { RunImages } from './images.ts'
import type { Run } from './run.ts'
import { connect, type Services } from './services.ts'
import { signRelease } from './sign-release.ts'

/** Everything of a run that has files to sign. When it fails before all is in place, nothing is left behind. */
export async function signAndPublish(run: Run): Promise<void> {
  const { inputs, found, plan, tasks, account } = run
  await checkPlan(plan, inputs, found)
  await using end = new AsyncDisposableStack()
  const services = end.use(await connect(run))
  account.kmsCalls = services.kms.calls
  const staging = openStaging({ overwrite: inputs.overwrite })
  end.defer(() => staging.discard())
  const images =
    inputs.images === undefined ? undefined : end.use((await import('./images.ts')).startImages(run, services))
  end.use(tasks) // disposed of first: nothing runs any more when files are removed and connections closed
  await tasks.start(() => stages(run, services, staging, images))
}

/** Key, signatures, in place; artifact, release, images. */
async function stages(run: Run, services: Services, staging: Staging, images: RunImages | undefined): Promise<void> {
  const { inputs, tasks, front, account } = run
  // Loaded while the files are hashed and signed: they are heavy.
  const artifacts =
    inputs.artifact && tasks.start(() => loadContained(() => import('../github/artifact/workflow-artifact.ts')))
  const key = tasks.start(() => lookUpKey(inputs, services))
  const release = tasks.start(() => prepareAssets(run, services, key))
  const { result, images: signedImages } = await front.group('Sign', async () => {
    const signed = await signRelease({ ...run, services, staging, key, release, images })
    await staging.commit(tasks.signal, () => refuseFilesChangedSince(signed.stamps, tasks.signal))
    logCounts(services, signed.result, front.log)
    return signed
  })
  const notes = notesOf(run, result)
  account.signed = { result, notes }
  if (inputs.pin.kind === 'none') noticeNoPin(result, front.log)
  setSigningOutputs(result, notes, inputs.workspace, front)
  const { artifact } = inputs
  if (artifact !== undefined && artifacts !== undefined) {
    const { uploadArtifact } = await artifacts
    account.publishing = 'artifact'
    await front.group('Upload the artifact', () => publishArtifact(uploadArtifact, run, artifact, result))
  }
  if (inputs.lacksArtifactService) noticeNoArtifact(front.log)
  const prepared = await release
  if (prepared !== undefined) {
    account.publishing = 'release'
    await front.group('Attach to the release', () => publishAssets(run, prepared, result))
  }
  if (signedImages !== undefined) {
    account.publishing = 'images'
    const { publishImages } = await import('./images.ts')
    await front.group('Push the signatures of images', () => publishImages(run, signedImages))
  }
}

/** Asks KMS for what the run needs to know of the key, at once. */
async function lookUpKey(inputs: Run['inputs'], { kms }: Services): Promise<SigningKey> {
  const { keyId, hashAlgorithm, pin, formats, certificate } = inputs
  const createdAt = needsCreatedAt(formats, certificate !== undefined)
  try {
    return await resolveSigningKey({ kms, keyId, hashAlgorithm, pin, needsCreatedAt: createdAt })
  } catch (thrown) {
    throw asActionError(thrown, 'INTERNAL_ERROR', 'The key could not be looked up')
  }
}

function logCounts({ kms }: Services, result: SigningResult, log: Log): void {
  const { getKey, getPublicKey, signHash } = kms.calls
  log.info(
    `Signed ${counted(result.signedCount, 'file')} with ${counted(signHash + getKey + getPublicKey, 'KMS call')}: ` +
      `${signHash} SignHash, ${getPublicKey} GetPublicKey, ${getKey} Key.Get. Wrote ${result.writtenPaths.length} files.`,
  )
}

function noticeNoPin({ key }: SigningResult, log: Log): void {
  log.notice(`To have a run stop when KMS signs with any other key, set \`public-key: ${key.publicKey.fingerprint}\`.`)
}
