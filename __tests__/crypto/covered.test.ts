/** The two ways in which a signature is verified take the same: by OpenSSL over a message, and here over its digest. */
import { constants, createHash, sign } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { isSignatureOver } from '../../src/crypto/covered.ts'
import { der, sequence, TAG, unsignedInteger } from '../../src/crypto/der.ts'
import { verifyDigest } from '../../src/crypto/verify-digest.ts'
import { verifyMessage } from '../../src/crypto/verify-message.ts'
import { fc } from '../support/properties.ts'
import { localKey, numbersOf, type LocalKey } from '../support/local-keys.ts'

const message = Buffer.from('release\n')
const ECDSA = [
  'ECDSA_NIST_P256_SHA_256',
  'ECDSA_NIST_P384_SHA_384',
  'ECDSA_NIST_P521_SHA_512',
  'ECDSA_SECP256_K1_SHA_256',
]
const RSA = ['RSA_2048_SIGN_PSS_SHA_256', 'RSA_2048_SIGN_PSS_SHA_384', 'RSA_3072_SIGN_PSS_SHA_512']
const ORDERS: Readonly<Record<string, bigint>> = {
  'P-256': 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  'P-384': 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  'P-521':
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  secp256k1: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
}

/** What both say, which has to be the same. */
async function verdict(key: LocalKey, text: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const byMessage = await verifyMessage(key, text, signature)
  const byDigest = verifyDigest(key, createHash(key.algorithm.hash).update(text).digest(), signature)
  expect([Buffer.from(signature).toString('hex'), byMessage]).toEqual([
    Buffer.from(signature).toString('hex'),
    byDigest,
  ])
  return byMessage
}

/** DER's INTEGER of any number, in its shortest form unless octets are put before. */
function integer(value: bigint, ...before: number[]): Buffer {
  const hex = (value < 0n ? -value : value).toString(16)
  const unsigned = unsignedInteger(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'))
  if (before.length === 0 && value >= 0n) return unsigned
  return der(TAG.integer, Buffer.from(value < 0n ? [0xff, ...before] : before), unsigned.subarray(2))
}

const number = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`)

describe.each([...ECDSA, ...RSA])('by %s', (name) => {
  const key = localKey(name)
  const right = key.sign(message)

  it('both take a right signature, and none over another text or by another key', async () => {
    expect(await verdict(key, message, right)).toBe(true)
    expect(await verdict(key, Buffer.from('release'), right)).toBe(false)
    expect(await verdict(key, Buffer.alloc(0), key.sign(Buffer.alloc(0)))).toBe(true)
    expect(await verdict(localKey(name), message, right)).toBe(false)
  })

  it('both answer the same to any change', async () => {
    const splice = fc.tuple(fc.nat(right.length), fc.uint8Array({ maxLength: 4 }), fc.nat(4))
    await fc.assert(
      fc.asyncProperty(splice, async ([at, bytes, skip]) => {
        const changed = Buffer.concat([right.subarray(0, at), bytes, right.subarray(at + skip)])
        expect(await verdict(key, message, changed)).toBe(changed.equals(right))
      }),
      { numRuns: 60 },
    )
  })

  it('both answer the same to any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await verdict(key, message, bytes)).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})

describe.each(ECDSA)('ECDSA by %s', (name) => {
  const key = localKey(name)
  const numbers = numbersOf(key.sign(message))
  const [r, s, n] = [number(numbers.r), number(numbers.s), ORDERS[key.algorithm.curve?.name ?? ''] ?? 0n]

  it.each<[string, Buffer, boolean]>([
    ['as it is', sequence(integer(r), integer(s)), true],
    ['with the other s', sequence(integer(r), integer(n - s)), true],
    ['with r = 0', sequence(integer(0n), integer(s)), false],
    ['with s = 0', sequence(integer(r), integer(0n)), false],
    ['with r = n', sequence(integer(n), integer(s)), false],
    ['with s = n', sequence(integer(r), integer(n)), false],
    ['with r + n', sequence(integer(r + n), integer(s)), false],
    ['with s + n', sequence(integer(r), integer(s + n)), false],
    ['with −r', sequence(integer(-r), integer(s)), false],
    ['with −s', sequence(integer(r), integer(-s)), false],
    ['with zeros before r', sequence(integer(r, 0, 0), integer(s)), false],
    ['with zeros before s', sequence(integer(r), integer(s, 0, 0)), false],
    ['with a third number', sequence(integer(r), integer(s), integer(1n)), false],
    ['with one number', sequence(integer(r)), false],
    ['with bytes behind it', Buffer.concat([sequence(integer(r), integer(s)), Buffer.alloc(1)]), false],
    ['with another tag', der(TAG.set, integer(r), integer(s)), false],
    [
      'with an indefinite length',
      Buffer.concat([Buffer.of(0x30, 0x80), integer(r), integer(s), Buffer.alloc(2)]),
      false,
    ],
    ['with a length longer than it need be', longLength(sequence(integer(r), integer(s))), false],
    ['that is empty', Buffer.alloc(0), false],
  ])('is judged alike %s', async (_, signature, isRight) => {
    expect(await verdict(key, message, signature)).toBe(isRight)
  })
})

function longLength(encoded: Buffer): Buffer {
  const start = (encoded[1] ?? 0) >= 0x80 ? 3 : 2
  const body = encoded.subarray(start)
  return Buffer.concat([Buffer.of(0x30, 0x82, body.length >> 8, body.length & 0xff), body])
}

describe.each(RSA)('RSASSA-PSS by %s', (name) => {
  const key = localKey(name)
  const { hash } = key.algorithm
  const pss = { key: key.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING }
  const right = sign(hash, message, { ...pss, saltLength: constants.RSA_PSS_SALTLEN_DIGEST })

  it.each([0, 20, 31, 32, 33, 48, 63, 64, 65, 100])('is judged alike with a salt of %i bytes', async (saltLength) => {
    const signature = sign(hash, message, { ...pss, saltLength })
    expect(await verdict(key, message, signature)).toBe(`sha${saltLength * 8}` === hash)
  })

  it('is judged alike by PKCS #1 v1.5, by another hash, shortened, lengthened, and too large', async () => {
    const others = ['sha256', 'sha384', 'sha512'].filter((other) => other !== hash)
    const wrong = [
      sign(hash, message, { key: key.privateKey, padding: constants.RSA_PKCS1_PADDING }),
      ...others.map((other) => sign(other, message, { ...pss, saltLength: 32 })),
      Buffer.concat([Buffer.alloc(1), right]),
      right.subarray(1),
      Buffer.alloc(right.length),
      Buffer.alloc(right.length, 0xff),
      Buffer.alloc(0),
    ]
    expect(wrong.length).toBeGreaterThan(others.length)
    for (const signature of wrong) expect(await verdict(key, message, signature)).toBe(false)
  })

  it('is no shorter string even where it begins with a zero', async () => {
    let signature: Buffer = right
    for (let tries = 0; signature[0] !== 0 && tries < 4000; tries += 1) signature = key.sign(message)
    expect(signature[0]).toBe(0)
    expect(await verdict(key, message, signature)).toBe(true)
    expect(await verdict(key, message, signature.subarray(1))).toBe(false)
  })
})

it('verifies a signature over one object once, and holds keys, hashes and objects apart', async () => {
  const [mine, other] = [localKey('RSA_2048_SIGN_PSS_SHA_256'), localKey('ECDSA_NIST_P256_SHA_256')]
  const covered = { message }
  const asked = [
    isSignatureOver(covered, mine, mine.sign(message)),
    isSignatureOver(covered, other, mine.sign(message)),
  ]
  expect(await Promise.all(asked)).toEqual([true, false])
  const signature = other.sign(message)
  expect(isSignatureOver(covered, other, signature)).toBe(isSignatureOver(covered, other, Buffer.from(signature)))
  expect(await isSignatureOver({ message: Buffer.from('x') }, other, signature)).toBe(false)
  const digest = createHash('sha256').update(message).digest()
  expect(await isSignatureOver({ digest }, other, signature)).toBe(true)
})
