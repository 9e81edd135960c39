/** What passes between the listener and the services: a request that was read whole, and the answer to it. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Fault } from '../faults/faults.ts'
import type { ServiceName } from './service-name.ts'

export interface EmulatedRequest {
  readonly service: ServiceName
  readonly method: string
  /** Scheme and authority that the client used, such as `http://127.0.0.1:40123`. */
  readonly origin: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** The token of `Authorization: Bearer …` or, as GitHub's clients send it, `token …`. */
  readonly bearer: string | undefined
  readonly body: Buffer
  /** What the route's groups matched, percent-decoded. */
  readonly params: readonly string[]
  /** The fault that was drawn for this request: some only the service itself can commit. */
  readonly fault: Fault | undefined
}

export interface EmulatedResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
  /** Sent as `application/json` in place of `body`. */
  readonly json?: unknown
}

type Answer = EmulatedResponse | Promise<EmulatedResponse>

export interface Route {
  /** The name that faults, quotas and the log use: `SignHash`, `CreateArtifact`, … */
  readonly call: string
  readonly method: string
  readonly path: RegExp
  readonly handle: (request: EmulatedRequest) => Answer
}

export interface Service {
  readonly name: ServiceName
  readonly routes: readonly Route[]
  /** Answers what no route knows. */
  readonly otherwise: (request: EmulatedRequest) => EmulatedResponse
}

/** One request as it arrived: what tests count calls with, and follow tokens by. */
export interface LogEntry {
  readonly service: ServiceName
  readonly call: string
  readonly method: string
  /** The Host header. */
  readonly host: string
  /** Path and query as sent. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly bearer: string | undefined
  /** The body, when it has at most 64 KiB. */
  readonly body: string | undefined
  readonly bodyBytes: number
  /** `Date.now()` at arrival. */
  readonly time: number
  /** Kind of the fault that was committed on it. */
  readonly fault: string | undefined
  /** Status of the answer; `undefined` when none was sent. */
  status: number | undefined
}

/** `body` as a JSON object, or `undefined`. */
export function jsonObject(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** Whether the request's content type is `expected`, parameters such as a charset aside. */
export function hasContentType(request: EmulatedRequest, expected: string): boolean {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === expected
}
