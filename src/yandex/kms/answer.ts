import { ActionError } from '../../base/errors.ts'
import type { YandexAnswer } from '../request.ts'
import { idsOf, saidBy } from '../said.ts'
import { parseObject } from '../../http/retry.ts'

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u

/** The fields of a 200. proto3 leaves out what is empty, so that a missing field is an empty one. @throws ActionError INVALID_RESPONSE */
export function fieldsOf(answer: YandexAnswer, method: string): Record<string, unknown> {
  const type = answer.headers['content-type']
  if (type !== undefined && !/\bjson\b/iu.test(type))
    throw invalid(method, `something that is not JSON, ${saidBy(answer)}`, answer)
  const fields = parseObject(answer.body)
  if (fields === undefined) throw invalid(method, 'a body that is not a JSON object', answer)
  return fields
}

/** A text that is not empty. @throws ActionError INVALID_RESPONSE */
export function textIn(fields: Record<string, unknown>, name: string, method: string, answer: YandexAnswer): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '') throw invalid(method, `no ${name}`, answer)
  return value
}

/**
 * An enum's value by its name. proto3 JSON may write the number instead: known ones are named, others stay digits, for
 * the caller to refuse by name. @throws ActionError INVALID_RESPONSE
 * @param names by number, from 0, which is "unspecified" and left out
 */
export function enumIn(
  fields: Record<string, unknown>,
  name: string,
  names: readonly string[],
  method: string,
  answer: YandexAnswer,
): string {
  const value = fields[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    return textIn(fields, name, method, answer)
  return names[value] ?? String(value)
}

/** Standard base64 with padding, in its one canonical form (RFC 4648, 3.5). @throws ActionError INVALID_RESPONSE */
export function base64In(fields: Record<string, unknown>, name: string, method: string, answer: YandexAnswer): Buffer {
  const text = textIn(fields, name, method, answer)
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === 0 || bytes.toString('base64') !== text)
    throw invalid(method, `a ${name} that is not base64`, answer)
  // Signatures are kept: as slices of Node's pool they would keep the 64 KiB around them.
  const own = Buffer.allocUnsafeSlow(bytes.length)
  own.set(bytes)
  return own
}

/** A time of RFC 3339, or `undefined` where there is none. @throws ActionError INVALID_RESPONSE */
export function timeIn(
  fields: Record<string, unknown>,
  name: string,
  method: string,
  answer: YandexAnswer,
): Date | undefined {
  if (fields[name] === undefined) return undefined
  const text = textIn(fields, name, method, answer)
  const time = RFC3339.test(text) ? new Date(text) : undefined
  if (time === undefined || Number.isNaN(time.getTime())) throw invalid(method, `a ${name} that is not a time`, answer)
  return time
}

function invalid(method: string, what: string, answer: YandexAnswer): ActionError {
  return new ActionError('INVALID_RESPONSE', `Yandex KMS: ${method} answered with ${what} ${idsOf(answer)}.`, {
    hint: 'Run the job again. If it keeps failing, check that kms-endpoint is right, and report it with the request ids.',
  })
}
