/** The cryptography of the page beside Node's, which is OpenSSL's: the same port, the same answers. */
import { createHash, generateKeyPairSync } from 'node:crypto'
import { isUtf8 as nodeIsUtf8 } from 'node:buffer'
import { describe, expect, it } from '@jest/globals'
import { oid, readElement, readElements, sequence, der, TAG } from '../../src/crypto/der.ts'
import { HASH_ALGORITHMS } from '../../src/crypto/hashes.ts'
import { PRIMITIVES as NODE } from '../../src/crypto/primitives.ts'
import { shownPath } from '../../src/page/display-path.ts'
import { isUtf8, SEPARATOR } from '../../src/page/platform.ts'
import { PRIMITIVES } from '../../src/page/primitives.ts'
import { localKey } from '../support/local-key.ts'
import { fc } from '../support/properties.ts'

const ALGORITHMS = [
  'ECDSA_NIST_P256_SHA_256',
  'ECDSA_NIST_P384_SHA_384',
  'ECDSA_NIST_P521_SHA_512',
  'ECDSA_SECP256_K1_SHA_256',
  'RSA_2048_SIGN_PSS_SHA_256',
  'RSA_3072_SIGN_PSS_SHA_384',
  'RSA_4096_SIGN_PSS_SHA_512',
]
const spkiOf = (name: string): Buffer => localKey(name).key.publicKey.spki
const EC = spkiOf('ECDSA_NIST_P256_SHA_256')
const RSA = spkiOf('RSA_2048_SIGN_PSS_SHA_256')

it.each(HASH_ALGORITHMS)('hashes by %s as Node does, piece by piece, and goes on from a copy', (hash) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), fc.uint8Array(), (pieces, more) => {
      const running = PRIMITIVES.startHash(hash)
      for (const piece of pieces) running.update(piece)
      const copy = running.copy()
      copy.update(more)
      const whole = Buffer.concat(pieces)
      expect(running.digest()).toEqual(createHash(hash).update(whole).digest())
      expect(copy.digest()).toEqual(createHash(hash).update(whole).update(more).digest())
    }),
  )
})

it.each(ALGORITHMS)('reads a key of %s as Node does', (name) => {
  const spki = spkiOf(name)
  const [ours, nodes] = [PRIMITIVES.readSpki(spki), NODE.readSpki(spki)]
  const facts = ({ spki, type, curve, modulusLength }: typeof ours) => ({ spki, type, curve, modulusLength })
  expect(facts(ours)).toEqual(facts(nodes))
  if (ours.type === 'ec') expect(ours.point()).toEqual(nodes.point())
  else {
    const length = Math.ceil((ours.modulusLength ?? 0) / 8)
    const below = fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => bytes.with(0, 1))
    fc.assert(
      fc.property(below, (signature) => {
        expect(ours.rsaPublic(signature)).toEqual(nodes.rsaPublic(signature))
      }),
      { numRuns: 10 },
    )
    const above = Buffer.alloc(length, 0xff)
    expect(() => ours.rsaPublic(above)).toThrow(RangeError)
    expect(() => nodes.rsaPublic(above)).toThrow()
  }
})

/** An RSA key of these numbers. */
function rsaKey(modulus: Buffer, exponent: Buffer): Buffer {
  const [algorithm] = readElements(readElement(RSA).content)
  const key = sequence(der(TAG.integer, modulus), der(TAG.integer, exponent))
  return sequence(algorithm?.encoded ?? Buffer.alloc(0), der(TAG.bitString, Buffer.from([0]), key))
}

describe('a key that is none', () => {
  const off = Buffer.from(EC)
  off[off.length - 1] = (off.at(-1) ?? 0) ^ 1
  const odd = Buffer.concat([Buffer.from([0]), Buffer.alloc(256, 0xff)])
  const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' })
  const compressed = Buffer.concat([Buffer.from([0, 2]), EC.subarray(27, 59)])
  const [ecAlgorithm] = readElements(readElement(EC).content)
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a point that is not on its curve', off],
    ['a compressed point', sequence(ecAlgorithm?.encoded ?? Buffer.alloc(0), der(TAG.bitString, compressed))],
    ['a key of another kind', ed25519],
    ['bytes behind it', Buffer.concat([EC, Buffer.from([0])])],
    ['a cut one', EC.subarray(0, -1)],
    [
      'an unknown curve',
      sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.3.132.0.33')), der(TAG.bitString, EC.subarray(26))),
    ],
    ['an even modulus', rsaKey(Buffer.concat([odd.subarray(0, -1), Buffer.from([0xfe])]), Buffer.from([1, 0, 1]))],
    ['a short modulus', rsaKey(odd.subarray(0, 65), Buffer.from([1, 0, 1]))],
    ['an exponent of one', rsaKey(odd, Buffer.from([1]))],
    ['an even exponent', rsaKey(odd, Buffer.from([4]))],
    ['a negative modulus', rsaKey(odd.subarray(1), Buffer.from([1, 0, 1]))],
  ])('is refused: %s', (_, spki) => {
    expect(() => PRIMITIVES.readSpki(spki)).toThrow()
  })
})

it('takes the names in a download apart by slashes, wherever the browser runs', () => {
  expect(SEPARATOR).toBe('/')
  expect(shownPath('/folder/a\u202eb')).toBe('folder/a\\u{202e}b')
})

it('tells UTF-8 as Node does', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        expect(isUtf8(bytes)).toBe(nodeIsUtf8(bytes))
      },
    ),
  )
})
