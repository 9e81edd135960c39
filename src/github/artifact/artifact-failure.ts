import { ActionError, messageOf, systemCodeOf } from '../../base/errors.ts'
import { printable } from '../../base/log.ts'

/**
 * How far an upload came, and with that what may be done next:
 * `taken` the name is somebody's · `create` no artifact was made, as far as is known · `stored` it was made but its
 * content may not be whole · `stalled` nothing is known · `final` no repetition helps.
 */
export type UploadStage = 'taken' | 'create' | 'stored' | 'stalled' | 'final'

// `@actions/artifact` hands out nothing but a text: its own prefix for the call, and the status in brackets.
/** Calls after which no artifact is there that was not before. */
const MAKES_NONE = /^Failed to (?:ListArtifacts|DeleteArtifact|CreateArtifact): /u
const FINALIZE = 'Failed to FinalizeArtifact: '
const TAKEN = /^Failed to CreateArtifact: .*Failed request: \(409\)/su
/** Errors of connections and of look-ups, as Node and the blob store's client name them. Not those of TLS or of files. */
const NETWORK: readonly string[] = [
  ...['EAI_AGAIN', 'ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'],
  ...['ENETUNREACH', 'ENETDOWN', 'ENETRESET', 'EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'REQUEST_SEND_ERROR'],
]
const NETWORK_IN_TEXT = new RegExp(`\\b(?:${NETWORK.join('|')})\\b`, 'u')
/** The client has repeated it itself, for half a minute. */
const REPEATED = /Failed to make request after \d+ attempts/u
// The blob store's client repeats a request by itself, but not one whose answer breaks off.
const CUT_OFF = /^Error reading response as text: /u
const QUOTA = 'Artifact storage quota has been hit'

/** Whether time was up or somebody cancelled: nothing may be tried any more. */
export function isStop(error: unknown): boolean {
  return error instanceof ActionError && error.code !== 'ARTIFACT_UPLOAD_FAILED'
}

/** Where the client's error came from. */
export function stageOf(error: unknown): UploadStage {
  if (isStop(error)) return 'final'
  if (error instanceof ActionError) return 'stalled'
  const text = messageOf(error)
  if (TAKEN.test(text)) return 'taken'
  if (MAKES_NONE.test(text)) return isOfNetwork(error) && !REPEATED.test(text) ? 'create' : 'final'
  if (text.startsWith(FINALIZE)) return text.includes(QUOTA) ? 'final' : 'stored'
  if (isOfNetwork(error) || CUT_OFF.test(text) || text === 'Upload progress stalled.') return 'stored'
  return isPassing(statusOf(error)) ? 'stored' : 'final'
}

function isOfNetwork(error: unknown): boolean {
  return NETWORK.includes(systemCodeOf(error) ?? '') || NETWORK_IN_TEXT.test(messageOf(error))
}

/** The blob store's status, from its client's `RestError`. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined
  return typeof error.statusCode === 'number' ? error.statusCode : undefined
}

function isPassing(status: number | undefined): boolean {
  return status === 408 || status === 429 || (status !== undefined && status >= 500)
}

/** What the step fails with: `error` itself where time was up or somebody cancelled, else ARTIFACT_UPLOAD_FAILED. */
export function artifactFailure(error: unknown, name: string, attempts: number): ActionError {
  if (error instanceof ActionError && isStop(error)) return error
  const text = printable(messageOf(error))
  const tries = attempts > 1 ? ` (${attempts} attempts)` : ''
  return new ActionError(
    'ARTIFACT_UPLOAD_FAILED',
    `The workflow artifact '${printable(name)}' was not stored${tries}: ${text}`,
    { hint: `${hintFor(error, attempts)} ${ON_DISK}`, cause: error },
  )
}

const ON_DISK = "The step's output 'files' names the files; no signature has to be made again."

function hintFor(error: unknown, attempts: number): string {
  if (stageOf(error) === 'taken') {
    const own = attempts > 1 ? 'It may be what an earlier attempt of this step began. ' : ''
    return `${own}This run has an artifact of that name already. In a matrix, give each job a name of its own (artifact-name: signatures-\${{ matrix.os }}) or leave artifact-name out: overwrite: true would delete another job's artifact, and helps only where this same job made the artifact in an earlier attempt.`
  }
  if (messageOf(error).includes(QUOTA)) {
    return "The account's storage for artifacts is full: delete old artifacts, lower retention-days, or set upload-artifact: false."
  }
  if (/Failed request: \(40[13]\)/u.test(messageOf(error)))
    return "The runner's token may not store artifacts for this run: run the failed job again, since the token ends with its job. Where no artifact is wanted, set 'upload-artifact: false'."
  return "Look at https://www.githubstatus.com and run the failed job again. Behind a firewall, the runner needs *.actions.githubusercontent.com and *.blob.core.windows.net. Where no artifact is wanted, set 'upload-artifact: false'."
}
