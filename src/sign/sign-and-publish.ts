import { setFlagsFromString } from 'node:v8'
import * as core from '@actions/core'
import { asActionError } from '../base/errors.ts'
import { counted, type Log } from '../base/log.ts'
import { needsCreatedAt } from '../formats/facts.ts'
import { writeSignSummary } from '../report/job-summary.ts'
import type { PreparedRelease } from '../github/releases/release-check.ts'
import type { SigningResult } from '../report/signing-result.ts'
import { openStaging, type Staging } from '../writing/staging.ts'
import { resolveSigningKey } from '../signing/resolve-key.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { notesOf } from './notes.ts'
import { checkOutputs } from './output-checks.ts'
import { knownWithoutRequests } from './known-of-key.ts'
import { prepareAssets, publishArtifact, publishAssets } from './publish.ts'
import { setSigningOutputs } from './report.ts'
import type { Run } from './run.ts'
import { connect, type Services } from './services.ts'
import { signRelease } from './sign-release.ts'

/** With thousands of files V8 lets the heap grow to several times what is live, for a gain of a few per cent. */
function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
}

/** Everything of a run that has files to sign. When it fails before all is in place, nothing is left behind. */
export async function signAndPublish(run: Run): Promise<void> {
  const { inputs, found, tasks } = run
  keepHeapSmall()
  await checkOutputs(inputs, found, knownWithoutRequests(inputs, found))
  await using end = new AsyncDisposableStack()
  const services = end.use(await connect(run))
  const staging = openStaging({ overwrite: inputs.overwrite })
  end.defer(() => staging.discard())
  end.use(tasks) // disposed of first: nothing runs any more when files are removed and connections closed
  await tasks.start(() => stages(run, services, staging))
}

/** Sign, put in place, tell, upload. */
async function stages(run: Run, services: Services, staging: Staging): Promise<void> {
  const { inputs, tasks, log } = run
  // Loaded while the files are hashed and signed: they are heavy.
  const artifacts = inputs.artifact && tasks.start(() => import('../github/artifact/workflow-artifact.ts'))
  const key = tasks.start(() => lookUpKey(inputs, services))
  const release = tasks.start(() => prepareAssets(run, services, key))
  const result = await core.group('Sign', () => signAndWrite(run, services, staging, key, release))
  if (inputs.pin.kind === 'none') {
    log.notice(
      `To have a run stop when KMS signs with any other key, set \`public-key: ${result.key.publicKey.fingerprint}\`.`,
    )
  }
  const notes = notesOf(run, result)
  setSigningOutputs(result, notes, inputs.workspace, log)
  await writeSignSummary(result, notes, log)
  const { artifact } = inputs
  if (artifact !== undefined && artifacts !== undefined) {
    const { uploadArtifact } = await artifacts
    await core.group('Upload the artifact', () => publishArtifact(uploadArtifact, run, artifact, result))
  }
  const prepared = await release
  if (prepared !== undefined) await core.group('Attach to the release', () => publishAssets(run, prepared, result))
}

/** Signs, and puts everything in place at once. */
async function signAndWrite(
  run: Run,
  services: Services,
  staging: Staging,
  key: Promise<SigningKey>,
  release: Promise<PreparedRelease | undefined>,
): Promise<SigningResult> {
  const result = await signRelease({ ...run, services, staging, key, release })
  await staging.commit(run.tasks.signal)
  logCounts(services, result, run.log)
  return result
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
      `${signHash} SignHash, ${getPublicKey} GetPublicKey, ${getKey} Key.Get. Wrote ${result.written.length} files.`,
  )
}
