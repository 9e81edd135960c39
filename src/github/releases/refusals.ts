import { ActionError } from '../../base/errors.ts'
import { refusalOf } from './wire.ts'
import type { HttpResponse } from '../../http/types.ts'
import { printable } from '../../base/log.ts'

/** How a job gets a token that may write releases. */
export const WRITE_PERMISSION =
  'Give the job `permissions: contents: write` (pull requests from forks never get it; an organization can forbid it), or pass a token that may write by `github-token`.'

/** What the reader of RATE_LIMITED can do about GitHub's limits. */
export const LIMIT_HINT =
  'GitHub limits uploads to 80 a minute and 500 an hour, and requests to 1,000 an hour, for all jobs of the repository together: run the job again later with a longer timeout-minutes, or set sign: checksums, which makes one signature for all files.'

/** GitHub's words about an answer, printable, with the status and the request's id. */
export function saidBy(response: HttpResponse): string {
  const { message } = refusalOf(response)
  const id = response.requestId === undefined ? '' : `, request id ${response.requestId}`
  return `${response.status}${message === '' ? '' : ` ${printable(message, 500)}`}${id}`
}

/** GitHub's 401 and 403. */
export function forbidden(response: HttpResponse): ActionError {
  const hint =
    response.status === 401
      ? 'The token is not valid (any more): pass `github-token: ${{ github.token }}`, or a token that has not expired.'
      : WRITE_PERMISSION
  return new ActionError('RELEASE_FORBIDDEN', `GitHub refuses access to the release: ${saidBy(response)}.`, { hint })
}

/** Any other status that the API does not promise. */
export function unexpected(response: HttpResponse): ActionError {
  return new ActionError('INVALID_RESPONSE', `GitHub's release API answered ${saidBy(response)}.`, {
    hint: 'Look at https://www.githubstatus.com, and check that GITHUB_API_URL is right.',
  })
}

/** `text` without the full stop of a sentence, where more follows. */
export function trimmed(text: string): string {
  return text.replace(/[.\s]+$/u, '')
}
