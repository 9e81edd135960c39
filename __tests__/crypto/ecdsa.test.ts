import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { der, sequence, TAG, unsignedInteger } from '../../src/crypto/der.ts'
import { ecdsaVerifier } from '../../src/crypto/ecdsa.ts'
import { ecPoint, publicKeyFromSpki, type PublicKey } from '../../src/crypto/public-key.ts'
import { algorithmNamed, CURVES, type Curve } from '../../src/crypto/key-algorithm.ts'
import { NOBLE_CURVES } from '../../src/crypto/noble-curves.ts'
import { verifyDigest } from '../../src/crypto/verify-digest.ts'

function setUp({ openssl, hash }: Curve) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: openssl })
  const key = publicKeyFromSpki(publicKey.export({ type: 'spki', format: 'der' }))
  const make = (text: string) => ({
    digest: createHash(hash).update(text).digest(),
    signature: sign(hash, Buffer.from(text), privateKey),
  })
  return { key, ...make('release'), make }
}

const verify = (curve: Curve, publicKey: PublicKey, digest: Buffer, signature: Uint8Array) =>
  verifyDigest({ algorithm: algorithmNamed(curve.kmsName), publicKey }, digest, signature)
const bytesOf = (value: bigint) =>
  Buffer.from(value.toString(16).padStart(2 * Math.ceil(value.toString(16).length / 2), '0'), 'hex')
const encoded = (r: bigint, s: bigint) => sequence(unsignedInteger(bytesOf(r)), unsignedInteger(bytesOf(s)))

/** Signatures around the right one: all edges of r and s, and of their encoding. */
function variants(curve: Curve, right: Buffer): Buffer[] {
  const { r, s } = NOBLE_CURVES[curve.name].Signature.fromBytes(right, 'der')
  const n = NOBLE_CURVES[curve.name].Point.Fn.ORDER
  const pairs: [bigint, bigint][] = [
    [r, s],
    [r, n - s],
    [n - r, s],
    [s, r],
    [0n, s],
    [r, 0n],
    [0n, 0n],
    [1n, 1n],
    [r, 1n],
    [1n, s],
    [n - 1n, s],
    [r, n - 1n],
    [n, s],
    [r, n],
    [r + n, s],
    [r, s + n],
    [r + 1n, s],
    [r, s + 1n],
  ]
  const flipped = [0, 1, 3, 4, 8, right.length - 1].map((at) => {
    const copy = Buffer.from(right)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  })
  return [
    ...pairs.map(([a, b]) => encoded(a, b)),
    ...flipped,
    Buffer.alloc(0),
    right.subarray(0, -1),
    Buffer.concat([right, Buffer.alloc(1)]),
    sequence(der(TAG.integer, Buffer.from([0, 0]), bytesOf(r)), unsignedInteger(bytesOf(s))), // not minimal
    sequence(unsignedInteger(bytesOf(r))),
    randomBytes(right.length),
  ]
}

it.each(CURVES)('judges signatures of $name the same with tables and without', (curve) => {
  const { key, digest, signature, make } = setUp(curve)
  const fresh = () => ({ ...key }) // a key that was never seen
  const options = { prehash: false, lowS: false, format: 'der' } as const
  const point = ecPoint(key)
  const byNoble = (bytes: Buffer, of = digest) => {
    try {
      return NOBLE_CURVES[curve.name].verify(bytes, of, point, options)
    } catch {
      return false
    }
  }
  const all = variants(curve, signature)
  const expected = all.map((bytes) => byNoble(bytes))
  expect(expected.filter(Boolean)).toHaveLength(2) // the right one, and that with the other s
  const known = fresh()
  expect(all.map((bytes) => verify(curve, fresh(), digest, bytes))).toEqual(expected)
  for (let i = 0; i < 33; i += 1) expect(verify(curve, known, digest, signature)).toBe(true)
  expect(all.map((bytes) => verify(curve, known, digest, bytes))).toEqual(expected)
  for (const text of ['a', 'b', 'c']) {
    const other = make(text)
    expect(verify(curve, known, other.digest, other.signature)).toBe(true)
    expect(verify(curve, known, digest, other.signature)).toBe(false)
  }
  const zero = Buffer.alloc(digest.length)
  const most = Buffer.alloc(digest.length, 0xff)
  for (const edge of [zero, most])
    for (const bytes of all) expect(verify(curve, known, edge, bytes)).toBe(byNoble(bytes, edge))
})

it.each(CURVES)('takes a signature of $name over a digest of zeros', (curve) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: curve.openssl })
  const { d = '' } = privateKey.export({ format: 'jwk' })
  const key = publicKeyFromSpki(publicKey.export({ type: 'spki', format: 'der' }))
  const zero = Buffer.alloc(Number(curve.hash.slice(3)) / 8)
  const options = { prehash: false, lowS: false, format: 'der' } as const
  const signature = NOBLE_CURVES[curve.name].sign(zero, Buffer.from(d, 'base64url'), options)
  for (let i = 0; i < 40; i += 1) expect(verify(curve, key, zero, signature)).toBe(true)
})

it.each(CURVES)('takes the leftmost bits of a digest that is longer than the order of $name', ({ name, openssl }) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: openssl })
  const verifies = ecdsaVerifier(
    NOBLE_CURVES[name],
    ecPoint(publicKeyFromSpki(publicKey.export({ type: 'spki', format: 'der' }))),
  )
  for (const hash of ['sha256', 'sha384', 'sha512']) {
    const digest = createHash(hash).update('release').digest()
    expect(verifies(digest, sign(hash, Buffer.from('release'), privateKey))).toBe(true)
  }
})
