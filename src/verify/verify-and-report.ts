import { ActionError } from '../base/errors.ts'
import type { Front } from '../base/front.ts'
import { counted, firstNames, printable, type Log } from '../base/log.ts'
import { warnOfOddities } from '../files/oddities.ts'
import { withMeaning } from '../report/outcome.ts'
import type { Candidate } from './find-files.ts'
import { failureOf } from './failure.ts'
import type { VerifyInputs } from './inputs.ts'
import { isVerified } from './verdict.ts'
import { setVerifyOutputs } from './verify-outputs.ts'
import { verifyRelease, type ReleaseVerdict } from './verify-release.ts'
import { verifySummary } from './verify-summary.ts'

/**
 * Verifies release files and tells about it: log, summary, outputs.
 * @throws ActionError OUTPUT_FAILED, SIGNATURE_INVALID, UNSAFE_FILE, CHECKSUM_MISMATCH, SIGNATURE_MISSING, … naming every such file
 */
export async function verifyAndReport(inputs: VerifyInputs, found: readonly Candidate[], front: Front): Promise<void> {
  const { log } = front
  for (const { fingerprint } of inputs.publicKeys) log.info(`Trusted key: ${fingerprint}`)
  noticeWithoutPolicy(inputs, log)
  const verdict = await front.group('Verify', async () => {
    const made = await verifyRelease(inputs, found, log)
    for (const file of made.files.filter(isVerified))
      log.info(`Verified: ${printable(file.name)} (${file.proofs.map(({ by }) => by).join(', ')})`)
    return made
  })
  warnOfOddities(verdict.files, log)
  warnOfOtherKeys(verdict, inputs, log)
  warnOfText(verdict, log)
  // Into the log first: a runner that takes no outputs must not hide which file is bad.
  const failure = failureOf(verdict, inputs.workspace, log)
  front.addSummary(verifySummary(verdict, inputs))
  setOutputs(verdict, inputs.workspace, front)
  if (failure !== undefined) throw failure
  if (verdict.files.length === 0) reportNothingLeft(inputs, log)
  log.info(`${counted(verdict.files.length, 'file')} verified.`)
}

/** @throws ActionError OUTPUT_FAILED, which says what the verdict is that nobody took */
function setOutputs(verdict: ReleaseVerdict, workspace: string, front: Front): void {
  try {
    setVerifyOutputs(verdict, workspace, front)
  } catch (thrown) {
    if (!(thrown instanceof ActionError)) throw thrown
    const { files, problems } = verdict
    const verified = files.filter(isVerified).length
    const isWhole = verified === files.length && problems.length === 0
    const what = `${verified} of ${counted(files.length, 'file')} verified`
    throw withMeaning(thrown, isWhole ? `${what}.` : `${what}; the log says what is wrong.`)
  }
}

function noticeWithoutPolicy({ provenance, policy }: VerifyInputs, log: Log): void {
  if (provenance === undefined || policy.length > 0) return
  log.notice(
    'Provenance is verified without a `policy`: every statement of the key that names a file counts, one about another repository, branch or workflow too. Set at least `policy: |` with `repository: owner/name`.',
  )
}

/** Whoever keeps an old key trusted has to see where it is still in use, and who changes keys that the new one is. */
function warnOfOtherKeys({ files }: ReleaseVerdict, { publicKeys }: VerifyInputs, log: Log): void {
  for (const [index, { fingerprint }] of publicKeys.entries()) {
    if (index === 0) continue
    const names = files
      .filter(({ proofs }) => proofs.some(({ keyFingerprint }) => keyFingerprint === fingerprint))
      .map(({ name }) => name)
    if (names.length === 0) continue
    log.warning(
      `Signed by key ${index + 1} of public-key (${fingerprint}), not by the first: ${firstNames(names)}. Once no release needs that key any more, take it out.`,
    )
  }
}

/** What a signature over text leaves open can be seen by nobody who looks at the signature alone. */
function warnOfText({ files }: ReleaseVerdict, log: Log): void {
  const names = files.filter(({ proofs }) => proofs.some(({ textOnly }) => textOnly === true)).map(({ name }) => name)
  if (names.length === 0) return
  log.warning(
    `Not the bytes that were signed, but the same text: ${firstNames(names)}. Line ends, or blanks at the ends of lines, were changed after signing, which signatures over text do not cover.`,
  )
}

/** @throws ActionError NO_FILES, when that is an error */
function reportNothingLeft({ ifNoFilesFound }: VerifyInputs, log: Log): void {
  const message = 'The patterns in `files` take nothing but what proves other files, so nothing was verified.'
  const hint = 'Name the release files themselves in `files`, one pattern per line.'
  if (ifNoFilesFound === 'error') throw new ActionError('NO_FILES', message, { hint })
  if (ifNoFilesFound === 'warn') log.warning(`${message}\n${hint}`)
}
