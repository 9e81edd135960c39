import type { RawResponse } from './exchange.ts'

/** `final` is for the caller to judge, `again` is worth repeating, `limited` asks for fewer requests. */
export type Verdict = 'final' | 'again' | 'limited'

const AGAIN_CODES: ReadonlySet<number> = new Set([2, 4, 13, 14])
const RESOURCE_EXHAUSTED = 8
const AGAIN_STATUS: ReadonlySet<number> = new Set([500, 502, 503, 504])

/** By the gRPC code in the body where it parses (google.rpc.Code), else by the status: a proxy may answer HTML. */
export function verdictOn(response: RawResponse): Verdict {
  const { status, headers } = response
  const code = grpcStatusOf(response)?.code
  if (code !== undefined) {
    if (code === RESOURCE_EXHAUSTED) return 'limited'
    return AGAIN_CODES.has(code) ? 'again' : 'final'
  }
  if (status === 429) return 'limited'
  // GitHub's limits come as 403 too.
  if (status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'))
    return 'limited'
  if (isLimitInWords(response)) return 'limited'
  return AGAIN_STATUS.has(status) ? 'again' : 'final'
}

/** GitHub's limits need not come with a header: then its words alone tell them from a missing permission. */
function isLimitInWords({ status, body }: RawResponse): boolean {
  if (status !== 403 && status !== 429) return false
  const message = parseObject(body)?.['message']
  return typeof message === 'string' && /\b(?:secondary|API) rate limit\b/iu.test(message)
}

/** google.rpc.Status, as far as it is used here. */
interface GrpcStatus {
  /** google.rpc.Code, 1 to 16. */
  readonly code: number
  /** From outside: through `printable` before it is shown. */
  readonly message: string
  readonly requestId: string | undefined
  /** google.rpc.RetryInfo: how long to wait, in ms. */
  readonly retryDelayMs: number | undefined
}

/** google.protobuf.Duration in JSON: seconds with up to nine decimals. */
const DURATION = /^(\d{1,9}(?:\.\d{1,9})?)s$/u

/** The google.rpc.Status that a failed answer has for a body, or `undefined`. */
export function grpcStatusOf({ status, body }: Pick<RawResponse, 'status' | 'body'>): GrpcStatus | undefined {
  if (status < 400) return undefined
  const parsed = parseObject(body)
  const code = parsed?.['code']
  if (parsed === undefined || typeof code !== 'number' || !Number.isInteger(code) || code < 1 || code > 16)
    return undefined
  const message = typeof parsed['message'] === 'string' ? parsed['message'] : ''
  const details: unknown[] = Array.isArray(parsed['details']) ? parsed['details'] : []
  const objects = details.filter(isObject)
  const requestId = objects.map((detail) => detail['requestId']).find((id) => typeof id === 'string')
  const delays = objects.map((detail) => durationMs(detail['retryDelay']))
  return { code, message, requestId, retryDelayMs: delays.find((ms) => ms !== undefined) }
}

function durationMs(value: unknown): number | undefined {
  const seconds = typeof value === 'string' ? DURATION.exec(value)?.[1] : undefined
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000)
}

/** A body that is a JSON object, or `undefined`. */
export function parseObject(body: Buffer): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    return isObject(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What GitHub's documentation asks for where its answer names no time. */
const SECONDARY_LIMIT_MS = 60_000

/**
 * The wait that an answer asks for, in ms: by its headers, else by google.rpc.RetryInfo, else by GitHub's rule for
 * secondary limits.
 * @param date this machine's, in ms since 1970; the answer's own counts where it has one
 */
export function waitAskedBy(response: RawResponse, date: number): number | undefined {
  return (
    askedWait(response.headers, date) ??
    grpcStatusOf(response)?.retryDelayMs ??
    (isLimitInWords(response) ? SECONDARY_LIMIT_MS : undefined)
  )
}

/**
 * The wait that headers ask for, in ms: Retry-After in seconds or as a date (RFC 9110, 10.2.3), or GitHub's reset. Dates
 * are the service's, so they are compared with the date of its answer: this machine's clock may be wrong.
 */
export function askedWait(headers: Readonly<Record<string, string>>, date: number): number | undefined {
  const value = headers['retry-after']?.trim() ?? ''
  if (/^\d+$/u.test(value)) return Number(value) * 1000
  const answered = Date.parse(headers['date'] ?? '')
  const now = Number.isNaN(answered) ? date : answered
  const until = Date.parse(value)
  if (!Number.isNaN(until)) return Math.max(0, until - now)
  const reset = headers['x-ratelimit-reset'] ?? ''
  if (headers['x-ratelimit-remaining'] !== '0' || !/^\d+$/u.test(reset)) return undefined
  return Math.max(0, Number(reset) * 1000 - now)
}
