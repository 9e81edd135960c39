import * as core from '@actions/core'
import { ActionError } from '../base/errors.ts'
import { printable, type Log } from '../base/log.ts'
import type { ReleaseFile } from '../files/release-files.ts'
import { failureOf } from './failure.ts'
import type { VerifyInputs } from './inputs.ts'
import { isVerified } from './verdict.ts'
import { setVerifyOutputs } from './verify-outputs.ts'
import { verifyRelease } from './verify-release.ts'
import { writeVerifySummary } from './verify-summary.ts'

/**
 * Verifies release files and tells about it: log, outputs, summary.
 * @throws ActionError SIGNATURE_INVALID, UNSAFE_FILE, CHECKSUM_MISMATCH, SIGNATURE_MISSING, … naming every such file
 */
export async function verifyAndReport(inputs: VerifyInputs, found: readonly ReleaseFile[], log: Log): Promise<void> {
  log.info(`Trusted key: ${inputs.publicKey.fingerprint}`)
  const verdict = await core.group('Verify', async () => {
    const made = await verifyRelease(inputs, found, log)
    for (const file of made.files.filter(isVerified))
      log.info(`Verified: ${printable(file.name)} (${file.verifiedBy.join(', ')})`)
    return made
  })
  setVerifyOutputs(verdict, inputs.workspace, log)
  await writeVerifySummary(verdict, inputs, log)
  const failure = failureOf(verdict, inputs.workspace, log)
  if (failure !== undefined) throw failure
  if (verdict.files.length === 0 && inputs.ifNoFilesFound === 'error') throw nothingLeft()
  log.info(`${verdict.files.length} file${verdict.files.length === 1 ? '' : 's'} verified.`)
}

function nothingLeft(): ActionError {
  return new ActionError('NO_FILES', 'The patterns in `files` take nothing but the checksum file or the statements.', {
    hint: 'Name the release files themselves in `files`, one pattern a line.',
  })
}
