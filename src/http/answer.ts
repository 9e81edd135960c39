import type { HttpResponse } from './types.ts'
import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import type { RawResponse } from './exchange.ts'
import { grpcStatusOf } from './retry.ts'

/** Headers that services put a request's id into. */
const ID_HEADERS = ['x-request-id', 'x-github-request-id', 'x-server-trace-id', 'x-ms-request-id']

/** The id that a service's support asks for, fit for the log. */
export function requestIdOf(raw: RawResponse): string | undefined {
  const id = ID_HEADERS.map((name) => raw.headers[name]).find((value) => value !== undefined && value !== '')
  const found = id ?? grpcStatusOf(raw)?.requestId
  return found === undefined ? undefined : printable(found, 200)
}

/**
 * An answer as the caller gets it.
 * @param who the service and its host, for messages
 * @param redirects whether the caller judges redirects
 * @throws ActionError INVALID_RESPONSE a redirect; a success in a content coding that nobody asked for
 */
export function accepted(raw: RawResponse, who: string, redirects: boolean): Omit<HttpResponse, 'clientRequestId'> {
  const { status, headers } = raw
  if (status >= 300 && status < 400 && !redirects) throw redirected(raw, who)
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? ''
  const readable = coding === 'identity' || coding === ''
  if (!readable && status < 400)
    throw new ActionError(
      'INVALID_RESPONSE',
      `${who} answered in the coding ${printable(coding, 50)}, which nobody asked for.`,
      {
        hint: 'A proxy on the way may have compressed the answer: have it leave answers as they are.',
      },
    )
  return { status, headers, body: readable ? raw.body : Buffer.alloc(0), requestId: requestIdOf(raw) }
}

function redirected({ status, headers }: RawResponse, who: string): ActionError {
  const location = headers['location'] ?? ''
  const target = URL.canParse(location) ? new URL(location).host : 'the same host'
  return new ActionError(
    'INVALID_RESPONSE',
    `${who} answered with a redirect (${status}) to ${printable(target, 200)}, which is not followed.`,
    { hint: 'Check that the endpoint is right, and that no login page of a network stands in between.' },
  )
}
