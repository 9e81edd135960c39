import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Patience } from '../base/retry.ts'
import type { Gate } from './gate.ts'
import type { Timing } from './timing.ts'

/** One request of ours, to any service. The body can be sent again, so a stream is given as a function. */
export interface HttpRequest {
  /** What messages call the service: `Yandex KMS`, `GitHub's OIDC service`, … */
  readonly service: string
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Absolute URL; `http:` only on a loopback or metadata address, as inputs have checked. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | (() => AsyncIterable<Uint8Array>)
  /** The most that is read of an answer, in bytes; 1 MiB unless told. Compressed answers are not asked for, nor taken. */
  readonly maxBytes?: number
  /** How long one attempt may take, in ms; 15,000 unless told. */
  readonly attemptMs?: number
  /** Never through a proxy: the VM's metadata address. */
  readonly direct?: boolean
  /**
   * How long it is tried; that of docs/troubleshooting.md unless told. With one attempt, what fails is returned, and
   * where no refusal is sat out, refusals are too.
   */
  readonly patience?: Partial<Patience>
  /** What the reader of RATE_LIMITED can do; about the quota of KMS unless told. */
  readonly limitHint?: string
  /** Passed before each attempt: bounds rate and concurrency of all requests that share it. */
  readonly gate?: Gate
  /** Ends this request beside the run's own signal; its reason is thrown. */
  readonly signal?: AbortSignal
  /** `'return'`: a redirect is an answer like any other (downloads, which the API hands on to a store). */
  readonly redirect?: 'return'
  /** `true`: goes out although the run was cancelled or is out of time (revoking a token, giving back an upload). */
  readonly afterAbort?: boolean
}
/** An answer that is final, of whatever status that is not worth repeating, 4xx among them. */
export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** `x-request-id`, `x-github-request-id` or the id in `google.rpc.RequestInfo`, for the log. */
  readonly requestId: string | undefined
  /** The request's own `x-client-request-id`, which services of Yandex Cloud keep too. */
  readonly clientRequestId: string | undefined
}
/**
 * The one way to the network. Retries, budgets, deadlines and proxies are inside.
 * @throws ActionError UNAVAILABLE, RATE_LIMITED, INVALID_RESPONSE (redirect, too large), TIMED_OUT, CANCELLED,
 * INVALID_INPUT (a proxy variable that is not a URL)
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse>
  /**
   * How far this machine's clock is ahead of that of the service at the URL's origin, in ms (below 0: behind), by the
   * `Date` of its answers; 0 where they agree within what such a date can tell, `undefined` before the first answer.
   */
  clockAhead(url: string): number | undefined
  /** Opens connections (one unless told) to the URL's origin ahead of its first request; never throws. */
  warm(url: string, connections?: number): void
  /** Ends all connections. */
  close(): Promise<void>
}
/** What a client is made of. */
export interface HttpClientOptions {
  /** For HTTPS_PROXY, HTTP_PROXY and NO_PROXY. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  /** Aborted when the run is over: its reason is an ActionError TIMED_OUT or CANCELLED. */
  readonly signal: AbortSignal
  /** When the run is over, as `performance.now()` counts. */
  readonly deadline: number
  /** Of tests. */
  readonly clock?: Clock
  /** Short waits for tests. */
  readonly timing?: Partial<Timing>
}
