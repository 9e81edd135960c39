import { printable } from '../base/log.ts'
import type { RawResponse } from './exchange.ts'
import { parseObject } from './retry.ts'

/** How much of a body that is not JSON is quoted. */
const QUOTED = 200

/**
 * What an answer says of itself, printable, without a full stop: the message of google.rpc.Status, of GitHub, of OAuth
 * (RFC 6749, 5.2); of any other text its content type and its beginning. Empty where it says nothing.
 * @param limit the most of it, in UTF-16 units
 */
export function saidBy({ headers, body }: Pick<RawResponse, 'headers' | 'body'>, limit = 500): string {
  const fields = parseObject(body)
  const said = fields === undefined ? quoted(headers['content-type'], body) : messageIn(fields)
  return printable(said, limit).replace(/[.\s]+$/u, '')
}

function messageIn(fields: Record<string, unknown>): string {
  const { error, message, error_description: description, msg } = fields
  if (typeof error === 'object' && error !== null && 'message' in error) return textOf(error.message)
  return [message, error, description, msg]
    .map(textOf)
    .filter((text) => text !== '')
    .join(': ')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function quoted(type: string | undefined, body: Buffer): string {
  const text = body.toString('utf8', 0, 4 * QUOTED).trim()
  if (text === '') return ''
  const start = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text
  return `${type === undefined ? '' : `${type.split(';', 1)[0] ?? ''} `}"${start.replaceAll(/\s+/gu, ' ')}"`
}
