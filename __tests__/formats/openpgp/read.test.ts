import { beforeAll, expect, it } from '@jest/globals'
import { judge, localKey, numbersOf, type LocalKey } from '../../support/local-keys.ts'
import { created, mpi, openpgp, sshsig, subpacket, type OpenpgpParts } from '../../support/signature-makers.ts'

const content = Buffer.from('release')
const now = Date.now()
const DAY = 24 * 60 * 60 * 1000
const at = (offset: number) => created(new Date(now + offset))
const join = (...parts: Buffer[]) => Buffer.concat(parts)
const seconds = (count: number) => Buffer.from([0, 0, count >> 8, count & 0xff])

/** With its length in two octets. */
const long = (type: number, content: Buffer) => {
  const length = content.length + 1 - 192
  return join(Buffer.from([192 + (length >> 8), length & 0xff, type]), content)
}

/** With its length in five octets. */
const veryLong = (type: number, content: Buffer) =>
  join(Buffer.from([255, 0, 0, (content.length + 1) >> 8, (content.length + 1) & 0xff, type]), content)

let key: LocalKey
beforeAll(() => {
  key = localKey('ECDSA_NIST_P256_SHA_256')
})

it.each<[string, Partial<OpenpgpParts>, RegExp]>([
  ['version 3', { version: 3 }, /version 4/u],
  ['version 6', { version: 6 }, /version 4/u],
  ['text as its type', { type: 1 }, /binary data/u],
  ['a certification as its type', { type: 0x13 }, /binary data/u],
  ['RSA', { algorithm: 1 }, /ECDSA/u],
  ['SHA-1', { hashId: 2 }, /hash/u],
  ['another hash than its key', { hashId: 10 }, /sha512, which the trusted key does not/u],
  ['no time', { hashed: Buffer.alloc(0) }, /when it was made/u],
  ['two times', { hashed: join(at(0), at(0)) }, /when it was made/u],
  ['a time that is not hashed', { hashed: Buffer.alloc(0), unhashed: at(0) }, /when it was made/u],
  ['a time in the future', { hashed: at(2 * DAY) }, /future/u],
  ['an end', { hashed: join(at(-DAY), subpacket(3, seconds(60))) }, /expired/u],
  ['a short time', { hashed: subpacket(2, Buffer.alloc(3)) }, /four octets/u],
  ['a critical subpacket unknown here', { hashed: join(at(0), subpacket(0x80 | 20, Buffer.alloc(8))) }, /critical/u],
  ['one that is not hashed', { unhashed: subpacket(0x80 | 60, Buffer.alloc(1)) }, /critical/u],
  ['an empty subpacket', { hashed: join(at(0), Buffer.alloc(1)) }, /empty subpacket/u],
  ['a subpacket cut off', { hashed: join(at(0), Buffer.from([9, 16])) }, /cut off/u],
  ['two issuers', { unhashed: subpacket(16, Buffer.alloc(8, 1)) }, /two issuers/u],
  ['a short issuer', { unhashed: subpacket(16, Buffer.alloc(7, 7)) }, /two issuers/u],
  ['a fingerprint of version 6', { unhashed: subpacket(33, Buffer.alloc(33, 6)) }, /not of version 4/u],
  ['wrong first bytes of the digest', { left: Buffer.alloc(2) }, /^wrong$/u],
  ['r of zero', { mpis: (_, s) => join(Buffer.alloc(2), mpi(s)) }, /zero/u],
  [
    'a wrong bit count',
    { mpis: (r, s) => join(Buffer.from([1, 8]), Buffer.alloc(1), mpi(r).subarray(2), mpi(s)) },
    /length/u,
  ],
  ['one number', { mpis: (r) => mpi(r) }, /cut off/u],
  ['a third number', { mpis: (r, s) => join(mpi(r), mpi(s), mpi(s)) }, /behind its end/u],
  [
    'a packet of another kind',
    { packet: (body) => join(Buffer.from([0xc6, body.length]), body) },
    /not an OpenPGP signature/u,
  ],
  ['no packet', { packet: (body) => body }, /not an OpenPGP packet/u],
  [
    'two packets',
    { packet: (body) => join(...Array<Buffer>(2).fill(join(Buffer.from([0xc2, body.length]), body))) },
    /more than one/u,
  ],
  [
    'a packet of the kind 0',
    { packet: (body) => join(Buffer.from([0x80, body.length]), body) },
    /not an OpenPGP signature/u,
  ],
  ['nothing in its armor', { packet: () => Buffer.alloc(0) }, /base64/u],
  ['a packet in parts', { packet: (body) => join(Buffer.from([0xc2, 0xe0]), body) }, /in parts/u],
  ['a packet without a length', { packet: (body) => join(Buffer.from([0x8b]), body) }, /without a length/u],
  ['a wrong checksum', { checksum: '=AAAA' }, /checksum/u],
  ['a broken checksum', { checksum: '=A' }, /base64/u],
  ['no blank line', { headers: [] }, /blank line/u],
  ['a form feed in its blank line', { headers: ['\f'] }, /blank line/u],
  ['a no-break space in its blank line', { headers: ['\u00a0'] }, /blank line/u],
  ['text before the blank line', { headers: ['hello', ''] }, /blank line/u],
  ['text that holds a header before it', { headers: ['see Version: 2', ''] }, /blank line/u],
])('takes no signature with %s', async (_, change, verdict) => {
  expect(await judge('openpgp', openpgp(key, content), [key], content)).toBe('right')
  expect(await judge('openpgp', openpgp(key, content, change), [key], content)).toMatch(verdict)
})

it.each<[string, Partial<OpenpgpParts>]>([
  ['one armor header', { headers: ['Version: GnuPG v2', ''] }],
  ['spaces in its blank line', { headers: [' \t'] }],
  ['armor headers', { headers: ['Version: GnuPG v2', 'Comment: x', ''] }],
  ["the old form of a packet's header", { packet: (body) => join(Buffer.from([0x88, body.length]), body) }],
  ['a length of two octets', { packet: (body) => join(Buffer.from([0x89, 0, body.length]), body) }],
  ['a length of four octets', { packet: (body) => join(Buffer.from([0x8a, 0, 0, 0, body.length]), body) }],
  ["the new form of a packet's header", { packet: (body) => join(Buffer.from([0xc2, body.length]), body) }],
  ['a subpacket whose length has five octets', { hashed: join(at(0), veryLong(20, Buffer.alloc(300))) }],
  ['an end to come', { hashed: join(at(0), subpacket(3, seconds(3600))) }],
  ['a time that another clock has not reached', { hashed: at(DAY / 2) }],
  ['no end', { hashed: join(at(-DAY), subpacket(3, seconds(0))) }],
  ['a critical time', { hashed: subpacket(0x82, at(0).subarray(2)) }],
  ['a notation', { hashed: join(at(0), long(20, Buffer.alloc(300))) }],
  ['no issuer', { hashed: at(0), unhashed: Buffer.alloc(0) }],
])('takes a signature with %s', async (_, change) => {
  expect(await judge('openpgp', openpgp(key, content, change), [key], content)).toBe('right')
})

it('takes no signature over other data of which the file is the beginning', async () => {
  const file = openpgp(key, Buffer.from('release and more'))
  expect(await judge('openpgp', file, [key], content)).toBe('wrong')
})

it.each([100, 600, 8000])(
  'takes a packet of the new form with its length in two octets (%i more bytes)',
  async (more) => {
    const packet = (body: Buffer) => {
      const length = body.length - 192
      return join(Buffer.from([0xc2, 192 + (length >> 8), length & 0xff]), body)
    }
    const unhashed = more < 192 ? subpacket(20, Buffer.alloc(more)) : long(20, Buffer.alloc(more))
    expect(await judge('openpgp', openpgp(key, content, { packet, unhashed }), [key], content)).toBe('right')
  },
)

it('takes a number whose first octet is 0x80', async () => {
  const sign = (bytes: Uint8Array): Buffer => {
    const signature = key.sign(bytes)
    return numbersOf(signature).r.readUInt16BE() === 0x80 ? signature : sign(bytes)
  }
  for (const format of ['openpgp', 'sshsig'] as const) {
    const file = { openpgp, sshsig }[format]({ ...key, sign }, content)
    expect(await judge(format, file, [key], content)).toBe('right')
  }
})

it('takes no armor of one line without the blank line before it', async () => {
  const lines = openpgp(key, content).toString().split('\n')
  const [begin = '', , ...body] = lines
  const oneLine = [begin, body.slice(0, -2).join(''), ...body.slice(-2)].join('\n')
  expect(await judge('openpgp', Buffer.from(oneLine), [key], content)).toMatch(/blank line/u)
})
