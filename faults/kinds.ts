/** What goes wrong: the rows of the tables in docs/reliability.md. */
import type { Fault } from '../emulator/faults/faults.ts'
import type { Call, Row, Trouble } from './types.ts'

const again = (heading: string, trouble: Trouble, passesAfter = 2): Row => ({
  heading,
  trouble,
  passesAfter,
  code: 'UNAVAILABLE',
})
const limited = (heading: string, trouble: Trouble): Row => ({ heading, trouble, passesAfter: 2, code: 'RATE_LIMITED' })
const final = (heading: string, trouble: Trouble): Row => ({ heading, trouble, code: 'INVALID_RESPONSE' })
const status = (code: number): Row => again(`${code}`, { kind: 'status', status: code })
const wrong = (heading: string, trouble: Fault, code: string, ...only: string[]): Row => ({
  heading,
  trouble,
  code,
  only,
})

/** @param elsewhere origin of another host, which nobody may ask */
export function rows(elsewhere: string): readonly Row[] {
  return [
    again('connection refused', { kind: 'port' }, 0),
    again('reset before the headers', { kind: 'reset-before-headers' }),
    again('reset after the headers', { kind: 'reset-after-headers' }),
    again('reset in the middle of the body', { kind: 'reset-mid-body' }),
    again('body cut off', { kind: 'truncated-body' }),
    again('no answer at all', { kind: 'black-hole' }, 1),
    again('one byte a second', { kind: 'one-byte-a-second' }, 1),
    { heading: 'invalid certificate', trouble: { kind: 'certificate' }, code: 'UNAVAILABLE' },
    limited('429', { kind: 'status', status: 429 }),
    limited('429, Retry-After in seconds', { kind: 'status', status: 429, retryAfter: 1 }),
    limited('429, Retry-After as a date', { kind: 'status', status: 429, retryAfter: 2, retryAfterDate: true }),
    {
      heading: '429, Retry-After past the time left',
      trouble: { kind: 'status', status: 429, retryAfter: 7200 },
      code: 'RATE_LIMITED',
    },
    status(500),
    status(502),
    status(503),
    status(504),
    final('HTML with status 200', { kind: 'html' }),
    final('empty body', { kind: 'empty' }),
    final('half of the JSON', { kind: 'truncated-json' }),
    final('JSON of other types', { kind: 'wrong-types' }),
    final('100 MiB', { kind: 'huge-body' }),
    final('a compressed bomb', { kind: 'gzip-bomb' }),
    final('redirect to another host', { kind: 'redirect', to: elsewhere }),
    { heading: '401', trouble: { kind: 'unauthenticated' }, code: 'UNAUTHENTICATED' },
    wrong('another key’s id', { kind: 'wrong-key-id' }, 'INVALID_RESPONSE', 'GetKey', 'GetPublicKey', 'SignHash'),
    wrong('bad base64, bad PEM', { kind: 'bad-base64' }, 'INVALID_RESPONSE', 'GetPublicKey', 'SignHash'),
    wrong('empty signature, empty key', { kind: 'empty-signature' }, 'INVALID_RESPONSE', 'GetPublicKey', 'SignHash'),
    wrong('right signature of another digest', { kind: 'other-digest' }, 'SIGNATURE_INVALID', 'SignHash'),
    wrong('another key', { kind: 'other-key' }, 'SIGNATURE_INVALID', 'GetPublicKey', 'SignHash'),
  ]
}

/** Whether a row means anything for a call. */
export function applies({ only, trouble }: Row, { call, host, lasting }: Call): boolean {
  if (trouble.kind === 'certificate' && host === undefined) return false
  if (lasting !== undefined && trouble.kind in lasting && lasting[trouble.kind] === undefined) return false
  return only?.includes(call) ?? true
}
