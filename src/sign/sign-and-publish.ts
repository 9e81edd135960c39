import { setFlagsFromString } from 'node:v8'
import * as core from '@actions/core'
import { counted, type Log } from '../base/log.ts'
import { writeSignSummary } from '../report/job-summary.ts'
import type { PreparedRelease } from '../github/releases/release-check.ts'
import type { SigningResult } from '../report/signing-result.ts'
import { openStaging } from '../writing/staging.ts'
import { resolveSigningKey } from '../signing/resolve-key.ts'
import type { SigningKey } from '../crypto/signing-key.ts'
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

/** Everything of a run that has files to sign: sign, put in place, tell, upload. */
export async function signAndPublish(run: Run): Promise<void> {
  const { inputs, env, limits, log } = run
  keepHeapSmall()
  await checkOutputs(inputs, run.found, knownWithoutRequests(inputs, run.found))
  const stop = new AbortController()
  const signal = AbortSignal.any([limits.signal, stop.signal])
  const end = { signal, run: limits.signal, deadline: limits.deadline }
  const services = connect(inputs, env, end, log)
  try {
    // Loaded while the files are hashed and signed: they are heavy.
    const artifacts = inputs.artifact && import('../github/artifact/workflow-artifact.ts')
    artifacts?.catch(() => undefined) // whoever needs it sees it
    const key = lookUpKey(inputs, services)
    const release = prepareAssets(run, services, key)
    release.catch(() => undefined) // whoever needs it sees it
    const result = await core.group('Sign', () => signAndWrite(run, services, key, release, stop))
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
  } catch (error) {
    throw limits.failure(error) // revoking takes time, in which the run may be cancelled
  } finally {
    if (inputs.revokeToken) await services.credential.revoke()
    await services.http.close()
  }
}

/** Signs, and puts everything in place at once; when anything fails before that, nothing is left behind. */
async function signAndWrite(
  run: Run,
  services: Services,
  key: Promise<SigningKey>,
  release: Promise<PreparedRelease | undefined>,
  stop: AbortController,
): Promise<SigningResult> {
  const { inputs, limits, log } = run
  const staging = openStaging({ overwrite: inputs.overwrite })
  const onAbort = (): void => {
    stop.abort(limits.signal.reason)
  }
  limits.signal.addEventListener('abort', onAbort)
  try {
    const result = await signRelease({ ...run, services, staging, key, release, stop })
    await staging.commit(limits.signal)
    logCounts(services, result, log)
    return result
  } catch (error) {
    stop.abort(limits.failure(error))
    await staging.discard()
    throw error
  } finally {
    limits.signal.removeEventListener('abort', onAbort)
  }
}

/** Asks KMS for what the run needs to know of the key, at once. */
function lookUpKey(inputs: Run['inputs'], { kms }: Services): Promise<SigningKey> {
  const { keyId, hashAlgorithm, pin, formats, certificate } = inputs
  const needsCreatedAt = formats.includes('openpgp') || (formats.includes('cms') && certificate === undefined)
  const key = resolveSigningKey({ kms, keyId, hashAlgorithm, pin, needsCreatedAt })
  key.catch(() => undefined) // whoever needs it sees it
  return key
}

function logCounts({ kms }: Services, result: SigningResult, log: Log): void {
  const { getKey, getPublicKey, signHash } = kms.calls
  log.info(
    `Signed ${counted(result.signedCount, 'file')} with ${counted(signHash + getKey + getPublicKey, 'KMS call')}: ` +
      `${signHash} SignHash, ${getPublicKey} GetPublicKey, ${getKey} Key.Get. Wrote ${result.written.length} files.`,
  )
}
