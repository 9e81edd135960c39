import { constants, createHash, sign } from 'node:crypto'
import { beforeAll, expect, it } from '@jest/globals'
import { judge, localKey, numbersOf, type LocalKey } from '../../support/local-keys.ts'

const content = Buffer.from('release')
const P256_ORDER = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'

let key: LocalKey
let rsa: LocalKey
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
  rsa = localKey('RSA_2048_SIGN_PSS_SHA_256')
})

const length = (n: number) => (n < 0x80 ? [n] : [0x81, n])
const tlv = (tag: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...length(body.length)]), body])
}
const integer = (bytes: Buffer) => tlv(2, bytes)
const padded = (bytes: Buffer) => Buffer.concat([Buffer.alloc(1), bytes])
const order = padded(Buffer.from(P256_ORDER, 'hex'))
const plusOrder = (bytes: Buffer) => {
  const sum = (BigInt(`0x${bytes.toString('hex')}`) + BigInt(`0x${P256_ORDER}`)).toString(16)
  return padded(Buffer.from(sum.padStart(sum.length + (sum.length % 2), '0'), 'hex'))
}

it.each<[string, (r: Buffer, s: Buffer) => Buffer]>([
  ['nothing', () => Buffer.alloc(0)],
  ['an empty sequence', () => tlv(0x30)],
  ['r of zero', (_, s) => tlv(0x30, integer(Buffer.alloc(1)), integer(s))],
  ['s of zero', (r) => tlv(0x30, integer(r), integer(Buffer.alloc(1)))],
  ['r and s of zero', () => tlv(0x30, integer(Buffer.alloc(1)), integer(Buffer.alloc(1)))],
  ['numbers without octets', () => tlv(0x30, integer(Buffer.alloc(0)), integer(Buffer.alloc(0)))],
  ['r of n', (_, s) => tlv(0x30, integer(order), integer(s))],
  ['s of n', (r) => tlv(0x30, integer(r), integer(order))],
  ['r + n', (r, s) => tlv(0x30, integer(plusOrder(r)), integer(s))],
  ['s + n', (r, s) => tlv(0x30, integer(r), integer(plusOrder(s)))],
  ['a number with a needless zero', (r, s) => tlv(0x30, integer(padded(padded(r))), integer(s))],
  ['a negative number', (r, s) => tlv(0x30, integer(Buffer.concat([Buffer.from([0x80]), r])), integer(s))],
  [
    'a length in its long form',
    (r, s) => Buffer.concat([Buffer.from([0x30, 0x81]), tlv(0x30, integer(r), integer(s)).subarray(1)]),
  ],
  ['bytes behind', (r, s) => Buffer.concat([tlv(0x30, integer(r), integer(s)), Buffer.from('\n')])],
  ['bytes inside', (r, s) => tlv(0x30, integer(r), integer(s), Buffer.from([5, 0]))],
  ['another tag', (r, s) => tlv(0x31, integer(r), integer(s))],
  ['r ‖ s without DER', (r, s) => Buffer.concat([r.subarray(-32), s.subarray(-32)])],
])('takes no ECDSA signature of %s', async (_, make) => {
  const { r, s } = numbersOf(key.sign(content))
  expect(await judge('sig', make(r, s), [key], content)).not.toBe('right')
})

it('takes a signature with a high s, which KMS may make', async () => {
  const { r, s } = numbersOf(key.sign(content))
  const flipped = (BigInt(`0x${P256_ORDER}`) - BigInt(`0x${s.toString('hex')}`)).toString(16)
  const hex = flipped.padStart(flipped.length + (flipped.length % 2), '0')
  const bytes = Buffer.from(hex, 'hex')
  const other = integer((bytes[0] ?? 0) >= 0x80 ? padded(bytes) : bytes)
  expect(await judge('sig', tlv(0x30, integer(r), other), [key], content)).toBe('right')
})

it.each([0, 20, 31, 33, 222])('takes no PSS signature with a salt of %i bytes', async (saltLength) => {
  const options = { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  expect(await judge('sig', sign('sha256', content, options), [rsa], content)).toBe('wrong')
  expect(await judge('sig', sign('sha256', content, { ...options, saltLength: 32 }), [rsa], content)).toBe('right')
})

it('takes no RSA signature by PKCS#1 v1.5, of another length, or with the modulus added', async () => {
  const pkcs1 = sign('sha256', content, { key: rsa.privateKey, padding: constants.RSA_PKCS1_PADDING })
  expect(await judge('sig', pkcs1, [rsa], content)).toBe('wrong')
  const right = rsa.sign(content)
  for (const wrong of [padded(right), right.subarray(1), Buffer.alloc(256), Buffer.alloc(256, 0xff)])
    expect(await judge('sig', wrong, [rsa], content)).toBe('wrong')
})

it('takes no signature over the digest as text', async () => {
  const digest = createHash('sha256').update(content).digest('hex')
  expect(await judge('sig', key.sign(Buffer.from(digest)), [key], content)).toBe('wrong')
})

it.each([
  ['', 'right'],
  ['\n', 'right'],
  ['\r\n', 'right'],
  ['\n\n', 'right'],
  [' ', 'right'],
  ['=', 'is not well-formed base64'],
])('takes base64 with %j behind as %s', async (end, verdict) => {
  expect(await judge('base64', Buffer.from(key.sign(content).toString('base64') + end), [key], content)).toBe(verdict)
})

it('takes base64 that is wrapped, as other programs write it', async () => {
  const text = key.sign(content).toString('base64')
  for (const end of ['\n', '\r\n', ' \n'])
    expect(
      await judge('base64', Buffer.from(`\n${text.slice(0, 64)}${end}${text.slice(64)}${end}`), [key], content),
    ).toBe('right')
})

it('takes no base64 for URLs, or of nothing', async () => {
  const text = Buffer.concat([key.sign(content), Buffer.alloc(3, 0xff)]).toString('base64')
  for (const wrong of [text.replaceAll('/', '_'), '', '\n'])
    expect(await judge('base64', Buffer.from(wrong), [key], content)).toBe('is not well-formed base64')
})

it('says of an empty file that it is empty', async () => {
  expect(await judge('sig', Buffer.alloc(0), [key], content)).toBe('is empty')
})
