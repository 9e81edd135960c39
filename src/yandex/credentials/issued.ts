import { ActionError } from '../../base/errors.ts'
import type { HttpResponse } from '../../http/types.ts'
import { grpcStatusOf, parseObject } from '../../http/retry.ts'
import { printable } from '../../base/log.ts'

/** Characters that a header can carry; the form of a token is the service's affair. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/u
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u

/** The JSON object of a 200. @throws ActionError INVALID_RESPONSE */
export function objectOf(response: HttpResponse, service: string): Record<string, unknown> {
  const parsed = response.status === 200 ? parseObject(response.body) : undefined
  if (parsed !== undefined) return parsed
  throw unexpected(response, service, `answered ${response.status} with a body that is no JSON object`)
}

/** A field that holds a token; masked before anything else happens. @throws ActionError INVALID_RESPONSE */
export function tokenIn(
  fields: Record<string, unknown>,
  name: string,
  from: { readonly response: HttpResponse; readonly service: string; readonly mask: (secret: string) => void },
): string {
  const value = fields[name]
  if (typeof value === 'string' && value !== '') from.mask(value)
  if (typeof value === 'string' && TOKEN.test(value)) return value
  throw unexpected(from.response, from.service, `answered without a usable ${name}`)
}

/** `expires_in`, whole seconds from now. @throws ActionError INVALID_RESPONSE */
export function expiryIn(fields: Record<string, unknown>, response: HttpResponse, service: string): number {
  const seconds = fields['expires_in']
  if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0) return Date.now() + seconds * 1000
  throw unexpected(response, service, 'answered without a usable expires_in')
}

/** `expiresAt`, RFC 3339. @throws ActionError INVALID_RESPONSE */
export function expiryAt(fields: Record<string, unknown>, response: HttpResponse, service: string): number {
  const text = fields['expiresAt']
  const time = typeof text === 'string' && RFC3339.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(time)) return time
  throw unexpected(response, service, 'answered without a usable expiresAt')
}

/** INVALID_RESPONSE with the request id. */
export function unexpected(response: HttpResponse, service: string, what: string): ActionError {
  const id = response.requestId === undefined ? '' : ` (request id ${response.requestId})`
  return new ActionError('INVALID_RESPONSE', `${service} ${what}${id}.`, {
    hint: 'Run the job again. If it goes on, see that the endpoints are right, and report it with the request id.',
  })
}

/** What a refusing service says: google.rpc.Status, OAuth's error (RFC 6749, 5.2), or plain text; printable. */
export function reasonIn(response: HttpResponse): string {
  const grpc = grpcStatusOf(response)
  const parsed = parseObject(response.body)
  const oauth = [parsed?.['error'], parsed?.['error_description'], parsed?.['message']].filter(
    (part) => typeof part === 'string' && part !== '',
  )
  const plain = parsed === undefined ? response.body.toString('utf8').trim() : ''
  const said = grpc === undefined ? (oauth.length > 0 ? oauth.join(': ') : plain) : grpc.message
  const id = response.requestId === undefined ? '' : `, request id ${response.requestId}`
  return `${printable(said === '' ? 'no reason given' : said, 300)} (${response.status}${id})`
}
