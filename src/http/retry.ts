import type { RawResponse } from './exchange.ts'

/** The waits and budgets of docs/troubleshooting.md, in ms. Tests make them short. */
export interface Timing {
  /** Attempts at one request, 429 not counted. */
  readonly attempts: number
  /** One attempt, from the connection to the last byte. */
  readonly attemptMs: number
  /** The wait before the second attempt, at most; three times as much before each further one. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** How long a service may refuse by 429 without a success in between. */
  readonly rateLimitMs: number
  /** In [0, 1): full jitter, so that runs which failed together do not come back together. */
  readonly random: () => number
}

export const TIMING: Timing = {
  attempts: 5,
  attemptMs: 15_000,
  firstWaitMs: 500,
  longestWaitMs: 20_000,
  rateLimitMs: 60_000,
  random: Math.random,
}

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
  if (isSecondaryLimit(response)) return 'limited'
  return AGAIN_STATUS.has(status) ? 'again' : 'final'
}

/** GitHub's secondary limits need not come with a header: then its words alone tell them from a missing permission. */
function isSecondaryLimit({ status, body }: RawResponse): boolean {
  if (status !== 403 && status !== 429) return false
  const message = parseObject(body)?.['message']
  return typeof message === 'string' && /\bsecondary rate limit\b/iu.test(message)
}

/** google.rpc.Status, as far as it is used here. */
export interface GrpcStatus {
  /** google.rpc.Code, 1 to 16. */
  readonly code: number
  /** From outside: through `printable` before it is shown. */
  readonly message: string
  readonly requestId: string | undefined
}

/** The google.rpc.Status that a failed answer has for a body, or `undefined`. */
export function grpcStatusOf({ status, body }: Pick<RawResponse, 'status' | 'body'>): GrpcStatus | undefined {
  if (status < 400) return undefined
  const parsed = parseObject(body)
  const code = parsed?.['code']
  if (parsed === undefined || typeof code !== 'number' || !Number.isInteger(code) || code < 1 || code > 16)
    return undefined
  const message = typeof parsed['message'] === 'string' ? parsed['message'] : ''
  const details: unknown[] = Array.isArray(parsed['details']) ? parsed['details'] : []
  const ids = details.map((detail) => (isObject(detail) ? detail['requestId'] : undefined))
  return { code, message, requestId: ids.find((id) => typeof id === 'string') }
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

/** The wait that a refusal asks for, in ms, by its headers or else by GitHub's rule for secondary limits. */
export function waitAskedBy(response: RawResponse, now: number): number | undefined {
  return askedWait(response.headers, now) ?? (isSecondaryLimit(response) ? SECONDARY_LIMIT_MS : undefined)
}

/** The wait that headers ask for, in ms: Retry-After in seconds or as a date (RFC 9110, 10.2.3), or GitHub's reset. */
export function askedWait(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers['retry-after']?.trim() ?? ''
  if (/^\d+$/u.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  if (!Number.isNaN(date)) return Math.max(0, date - now)
  const reset = headers['x-ratelimit-reset'] ?? ''
  if (headers['x-ratelimit-remaining'] !== '0' || !/^\d+$/u.test(reset)) return undefined
  return Math.max(0, Number(reset) * 1000 - now)
}

/** The wait after `failures` (at least 1) in ms: full jitter below 0.5 s × 3ⁿ, at most 20 s. */
export function backoff(failures: number, timing: Timing): number {
  return timing.random() * Math.min(timing.longestWaitMs, timing.firstWaitMs * 3 ** (failures - 1))
}
