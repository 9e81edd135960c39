import { ActionError } from '../../base/errors.ts'
import type { HttpResponse } from '../../http/types.ts'
import { printable } from '../../base/log.ts'
import { parseObject } from '../../http/retry.ts'
import { idsOf, saidBy, type ClientRequest } from '../said.ts'

/** An answer, with the request's own id where it had one. */
type Answer = HttpResponse & ClientRequest

/** Characters that a header can carry; the form of a token is the service's affair. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/u
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u

/** The JSON object of a 200. @throws ActionError INVALID_RESPONSE */
export function objectOf(response: Answer, service: string): Record<string, unknown> {
  const parsed = response.status === 200 ? parseObject(response.body) : undefined
  if (parsed !== undefined) return parsed
  // What it holds is not quoted: it may be a token.
  const type = printable((response.headers['content-type'] ?? 'no content type').split(';', 1)[0] ?? '', 50)
  throw unexpected(response, service, `answered with a body that is not a JSON object (${type})`)
}

/** A field that holds a token; masked before anything else happens. @throws ActionError INVALID_RESPONSE */
export function tokenIn(
  fields: Record<string, unknown>,
  name: string,
  from: { readonly response: Answer; readonly service: string; readonly mask: (secret: string) => void },
): string {
  const value = fields[name]
  if (typeof value === 'string' && value !== '') from.mask(value)
  if (typeof value === 'string' && TOKEN.test(value)) return value
  throw unexpected(from.response, from.service, `answered without a usable ${name}`)
}

/**
 * `expires_in`, seconds from now, as a number or in quotes; where it is missing, the token is good until a 401 (RFC 6749,
 * 5.1, and RFC 8693, 2.2.1, only recommend it). Milliseconds since the epoch, or Infinity.
 * @throws ActionError INVALID_RESPONSE
 */
export function expiryIn(fields: Record<string, unknown>, response: Answer, service: string): number {
  const value = fields['expires_in']
  if (value === undefined || value === null) return Infinity
  const seconds = typeof value === 'string' && /^\d{1,9}(?:\.\d+)?$/u.test(value.trim()) ? Number(value) : value
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0) return Date.now() + seconds * 1000
  throw unexpected(response, service, 'answered with an expires_in that is not a positive number of seconds')
}

/** `expiresAt`, RFC 3339. @throws ActionError INVALID_RESPONSE */
export function expiryAt(fields: Record<string, unknown>, response: Answer, service: string): number {
  const text = fields['expiresAt']
  const time = typeof text === 'string' && RFC3339.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(time)) return time
  throw unexpected(response, service, 'answered without a usable expiresAt')
}

/** INVALID_RESPONSE with the request ids. */
export function unexpected(response: Answer, service: string, what: string): ActionError {
  return new ActionError('INVALID_RESPONSE', `${service} ${what} ${idsOf(response)}.`, {
    hint: 'Run the job again. If it keeps failing, check that the endpoints are right, and report it with the request ids.',
  })
}

/** What a refusing service says, with its status and the request ids; printable. */
export function reasonIn(response: Answer): string {
  return `${saidBy(response)} ${idsOf(response)}`
}
