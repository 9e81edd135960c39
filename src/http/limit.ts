import { printable } from '../base/log.ts'
import type { RawResponse } from './exchange.ts'
import { grpcStatusOf, parseObject } from './retry.ts'

/** The most that is told of a limit, in UTF-16 units. */
const TOLD = 300

/**
 * Which limit an answer that refuses for too many requests names, printable, as a noun: google.rpc.QuotaFailure
 * (google/rpc/error_details.proto), GitHub's `x-ratelimit-…`, the `ratelimit-limit` of registries
 * (draft-ietf-httpapi-ratelimit-headers). `undefined` where it names none.
 */
export function limitIn(response: RawResponse): string | undefined {
  const found = quotaIn(response) ?? limitInHeaders(response.headers) ?? limitInWords(response)
  return found === undefined ? undefined : printable(found, TOLD)
}

function quotaIn(response: RawResponse): string | undefined {
  if (grpcStatusOf(response) === undefined) return undefined
  const details = parseObject(response.body)?.['details']
  const quotas = (Array.isArray(details) ? details : []).flatMap((detail: unknown) => violationsOf(detail))
  return quotas.length === 0 ? undefined : quotas.slice(0, 3).join(', ')
}

function violationsOf(detail: unknown): readonly string[] {
  const { '@type': type, violations } = fieldsOf(detail)
  if (typeof type !== 'string' || !type.endsWith('.QuotaFailure') || !Array.isArray(violations)) return []
  return violations.map((violation: unknown) => {
    const { subject, description, quotaMetric, quotaValue } = fieldsOf(violation)
    const what = [quotaMetric, description].filter(isText).join(': ') || 'a quota without a name'
    const most = isText(quotaValue) || typeof quotaValue === 'number' ? ` (at most ${quotaValue})` : ''
    return `${what}${most}${isText(subject) ? `, of ${subject}` : ''}`
  })
}

function limitInHeaders(headers: RawResponse['headers']): string | undefined {
  const github = headers['x-ratelimit-limit']
  if (github !== undefined && headers['x-ratelimit-remaining'] === '0') {
    const resource = headers['x-ratelimit-resource']
    const whose = resource === undefined ? '' : ` (${resource})`
    return `${github} requests an hour${whose}${untilIn(headers)}`
  }
  const [most, window] = (headers['ratelimit-limit'] ?? '').split(/;\s*w=/u)
  if (most === undefined || !/^\d+$/u.test(most)) return undefined
  return window === undefined ? `${most} requests` : `${most} requests in ${window} s`
}

/** GitHub's limits on requests in a short time come without numbers. */
function limitInWords({ body }: RawResponse): string | undefined {
  const { message } = fieldsOf(parseObject(body))
  if (!isText(message) || !/\bsecondary rate limit\b/iu.test(message)) return undefined
  return "GitHub's secondary limit, on requests in a short time and on uploads a minute and an hour"
}

function untilIn(headers: RawResponse['headers']): string {
  const seconds = Number(headers['x-ratelimit-reset'] ?? '')
  const isDate = Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11
  return isDate ? `, which ends at ${new Date(seconds * 1000).toISOString()}` : ''
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
