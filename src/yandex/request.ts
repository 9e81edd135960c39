import { randomUUID } from 'node:crypto'
import { ActionError, type ErrorCode } from '../base/errors.ts'
import type { HttpClient, HttpRequest, HttpResponse } from '../http/types.ts'

/** An answer together with what finds it again on either side. */
export interface YandexAnswer extends HttpResponse {
  /** `x-client-request-id` of the request, a UUID. */
  readonly clientRequestId: string
  /** Host that was asked. */
  readonly host: string
}

/** Failures of one request; the others are the run's own end. */
const OF_THE_REQUEST: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'INVALID_RESPONSE'])

/**
 * One request to a service of Yandex Cloud, with an id of its own that support can look for. A failure names it too.
 * Source: "Request IDs" of the Yandex Cloud API, `x-client-request-id`.
 * @throws ActionError as the client does
 */
export async function askYandex(http: HttpClient, request: HttpRequest): Promise<YandexAnswer> {
  const clientRequestId = randomUUID()
  const headers = { ...request.headers, 'x-client-request-id': clientRequestId }
  try {
    const answer = await http.request({ ...request, headers })
    return { ...answer, clientRequestId, host: new URL(request.url).host }
  } catch (thrown) {
    throw named(thrown, clientRequestId)
  }
}

function named(thrown: unknown, clientRequestId: string): unknown {
  if (!(thrown instanceof ActionError) || !OF_THE_REQUEST.has(thrown.code)) return thrown
  // Where attempts were given up, it stands beside the service's own.
  if (thrown.message.includes(clientRequestId)) return thrown
  const message = `${thrown.message.replace(/\.$/u, '')} (client request id ${clientRequestId}).`
  return new ActionError(thrown.code, message, { hint: thrown.hint, cause: thrown.cause })
}
