/** Errors as Yandex Cloud's REST gateways give them: google.rpc.Status with a RequestInfo. */
import { randomUUID } from 'node:crypto'
import type { EmulatedResponse } from '../server/wire.ts'

const HTTP_STATUS = {
  CANCELLED: [1, 499],
  UNKNOWN: [2, 500],
  INVALID_ARGUMENT: [3, 400],
  DEADLINE_EXCEEDED: [4, 504],
  NOT_FOUND: [5, 404],
  ALREADY_EXISTS: [6, 409],
  PERMISSION_DENIED: [7, 403],
  RESOURCE_EXHAUSTED: [8, 429],
  FAILED_PRECONDITION: [9, 400],
  ABORTED: [10, 409],
  UNIMPLEMENTED: [12, 501],
  INTERNAL: [13, 500],
  UNAVAILABLE: [14, 503],
  UNAUTHENTICATED: [16, 401],
} as const

type StatusName = keyof typeof HTTP_STATUS

/** The answer for `name`: its HTTP status, and a body with its gRPC code, `message` and a fresh request id. */
export function googleStatus(name: StatusName, message: string): EmulatedResponse {
  const [code, status] = HTTP_STATUS[name]
  return statusBody(status, code, message)
}

/** The name whose HTTP status is `status`, for scripted faults: `UNKNOWN` where there is none. */
export function nameOfStatus(status: number): StatusName {
  if (status === 500) return 'INTERNAL'
  const entry = Object.entries(HTTP_STATUS).find(([, [, http]]) => http === status)
  return (entry?.[0] ?? 'UNKNOWN') as StatusName
}

/** A body with `code` under any HTTP `status`: gateways do not always agree with themselves. */
export function statusBody(status: number, code: number, message: string): EmulatedResponse {
  const requestId = randomUUID()
  return {
    status,
    headers: { 'x-request-id': requestId, 'x-server-trace-id': `trace-${requestId.slice(0, 8)}` },
    json: { code, message, details: [{ '@type': 'type.googleapis.com/google.rpc.RequestInfo', requestId }] },
  }
}

/** A path that the gateway does not know: text, without a code. */
export const UNKNOWN_ROUTE: EmulatedResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Not Found\n',
}
