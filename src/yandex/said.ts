import { grpcStatusOf, parseObject } from '../http/retry.ts'
import type { HttpResponse } from '../http/types.ts'
import { printable } from '../base/log.ts'

/** How much of a body that is not what Yandex Cloud promises is quoted, in UTF-16 units. */
const QUOTED = 200
const MAX_SAID = 300
/** Violations of one kind that are named. */
const MAX_VIOLATIONS = 5

type Fields = Readonly<Record<string, unknown>>

/**
 * What a service that refused says, for messages: google.rpc.Status with its details, OAuth's error (RFC 6749, 5.2),
 * `{"error":{"message"}}`, or else content type and the first 200 characters of the body. Printable, one line; the status is in `idsOf`.
 */
export function saidBy(answer: Pick<HttpResponse, 'status' | 'headers' | 'body'>): string {
  const grpc = grpcStatusOf(answer)
  const fields = parseObject(answer.body)
  if (grpc !== undefined) {
    const said = [grpc.message, ...detailsIn(fields)].filter((part) => part !== '')
    return said.length === 0 ? 'no reason given' : printable(said.join('; '), MAX_SAID)
  }
  const words = fields === undefined ? [] : wordsIn(fields)
  return words.length > 0 ? printable(words.join(': '), MAX_SAID) : quoted(answer)
}

/** Status, gRPC code and the request ids of an answer, in parentheses: what support asks for. */
export function idsOf(answer: Pick<HttpResponse, 'status' | 'body' | 'requestId'> & ClientRequest): string {
  const code = grpcStatusOf(answer)?.code
  return [
    `(status ${answer.status}`,
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(answer.requestId === undefined ? [] : [`request id ${answer.requestId}`]),
    ...(answer.clientRequestId === undefined ? [] : [`client request id ${answer.clientRequestId}`]),
  ]
    .join(', ')
    .concat(')')
}

/** What this side called a request: `x-client-request-id`. */
export interface ClientRequest {
  readonly clientRequestId?: string | undefined
}

/** The texts of `error`, `error_description`, `message`, and of `error.message`. */
function wordsIn(fields: Fields): string[] {
  const error = isFields(fields['error']) ? fields['error']['message'] : fields['error']
  return [error, fields['error_description'], fields['message']].filter(
    (part): part is string => typeof part === 'string' && part !== '',
  )
}

function quoted({ headers, body }: Pick<HttpResponse, 'headers' | 'body'>): string {
  const type = printable((headers['content-type'] ?? 'no content type').split(';')[0]?.trim() ?? '', 50)
  const text = body.toString('utf8').replaceAll(/\s+/gu, ' ').trim()
  return text === '' ? `${type}, an empty body` : `${type}: "${printable(text, QUOTED)}"`
}

/** google.rpc's BadRequest, QuotaFailure, RetryInfo and ErrorInfo in words. Source: google/rpc/error_details.proto. */
function detailsIn(fields: Fields | undefined): string[] {
  const details: unknown[] = Array.isArray(fields?.['details']) ? fields['details'] : []
  return details.filter(isFields).flatMap((detail) => {
    switch (textOf(detail['@type']).replace(/^.*\./u, '')) {
      case 'BadRequest':
        return violations(detail['fieldViolations'], 'field')
      case 'QuotaFailure':
        return violations(detail['violations'], 'subject')
      case 'RetryInfo':
        return textOf(detail['retryDelay']) === '' ? [] : [`try again after ${textOf(detail['retryDelay'])}`]
      case 'ErrorInfo':
        return textOf(detail['reason']) === '' ? [] : [`reason ${textOf(detail['reason'])}`]
      default:
        return []
    }
  })
}

function violations(list: unknown, about: 'field' | 'subject'): string[] {
  const items: unknown[] = Array.isArray(list) ? list : []
  return items
    .filter(isFields)
    .slice(0, MAX_VIOLATIONS)
    .map((item) => `${textOf(item[about]) || about}: ${textOf(item['description']) || 'not accepted'}`)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
