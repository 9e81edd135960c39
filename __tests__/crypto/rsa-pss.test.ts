import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  generatePrimeSync,
  privateEncrypt,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { HASHES, type HashAlgorithm } from '../../src/crypto/hashes.ts'
import { publicKeyFromSpki } from '../../src/crypto/public-key.ts'
import { rsaPssAlgorithm } from '../../src/crypto/key-algorithm.ts'
import { verifyDigest } from '../../src/crypto/verify-digest.ts'
import { localKey } from '../support/local-key.ts'

interface Deviation {
  /** Bytes of the salt. */
  readonly salt?: number
  readonly trailer?: number
  /** What stands between the padding and the salt. */
  readonly separator?: number
  /** XORed into the unmasked block at an index. */
  readonly padding?: readonly [at: number, octet: number]
  /** ORed into the first octet of the encoded message. */
  readonly top?: number
  /** Before the encoded message, where the modulus has an octet more. */
  readonly leading?: number
  /** The hash of MGF1. */
  readonly maskedBy?: HashAlgorithm
  /** What precedes the digest in what is hashed. */
  readonly prefix?: Buffer
}

/** An encoded message as RFC 8017, 9.1.1, has it, but for what is asked. */
function encode(bits: number, hash: HashAlgorithm, digest: Uint8Array, deviation: Deviation): Buffer {
  const { salt: saltLength = HASHES[hash].bytes, maskedBy = hash, prefix = Buffer.alloc(8) } = deviation
  const length = Math.ceil((bits - 1) / 8)
  const salt = randomBytes(saltLength)
  const h = createHash(hash).update(prefix).update(digest).update(salt).digest()
  const block = Buffer.alloc(length - h.length - 1)
  block[block.length - saltLength - 1] = deviation.separator ?? 1
  salt.copy(block, block.length - saltLength)
  const [at, octet] = deviation.padding ?? [0, 0]
  block[at] = (block[at] ?? 0) ^ octet
  for (let counter = 0, done = 0; done < block.length; counter += 1) {
    const number = Buffer.alloc(4)
    number.writeUInt32BE(counter)
    for (const mask of createHash(maskedBy).update(h).update(number).digest()) {
      if (done < block.length) block[done] = (block[done] ?? 0) ^ mask
      done += 1
    }
  }
  const unused = 8 * length - (bits - 1)
  block[0] = ((block[0] ?? 0) & (0xff >> unused)) | (deviation.top ?? 0)
  const leading = length < Math.ceil(bits / 8) ? Buffer.from([deviation.leading ?? 0]) : Buffer.alloc(0)
  return Buffer.concat([leading, block, h, Buffer.from([deviation.trailer ?? 0xbc])])
}

/** Salts are drawn until the encoded message is a number below the modulus. */
function signed(privateKey: KeyObject, hash: HashAlgorithm, digest: Uint8Array, deviation: Deviation = {}): Buffer {
  const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0
  const modulus = Buffer.from(privateKey.export({ format: 'jwk' }).n ?? '', 'base64url')
  for (;;) {
    const encoded = encode(bits, hash, digest, deviation)
    if (encoded.compare(modulus) < 0)
      return privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, encoded)
  }
}

const digestOf = (hash: HashAlgorithm) => createHash(hash).update('release').digest()

function judge(privateKey: KeyObject, hash: HashAlgorithm, digest: Uint8Array, signature: Uint8Array): boolean {
  const publicKey = publicKeyFromSpki(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }))
  return verifyDigest({ algorithm: rsaPssAlgorithm(publicKey, hash), publicKey }, digest, signature)
}

/** OpenSSL's word on the same signature. */
function openssl(privateKey: KeyObject, hash: HashAlgorithm, signature: Uint8Array): boolean {
  const options = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verify(hash, Buffer.from('release'), { key: createPublicKey(privateKey), ...options }, signature)
}

const rsa = localKey('RSA_2048_SIGN_PSS_SHA_256').privateKey
/** Of the zeros before the separator, with a modulus of 2,048 bits: the index of the last one. */
const lastOfPadding = (hash: HashAlgorithm) => 256 - 2 * HASHES[hash].bytes - 3

describe.each(['sha256', 'sha384', 'sha512'] as const)('RSASSA-PSS of %s', (hash) => {
  it('takes what RFC 8017 describes, as OpenSSL does', () => {
    const signature = signed(rsa, hash, digestOf(hash))
    expect(openssl(rsa, hash, signature)).toBe(true)
    expect(judge(rsa, hash, digestOf(hash), signature)).toBe(true)
  })

  it.each<[string, Deviation]>([
    ['a salt of no bytes', { salt: 0 }],
    ['a salt that is a byte too short', { salt: HASHES[hash].bytes - 1 }],
    ['a salt that is a byte too long', { salt: HASHES[hash].bytes + 1 }],
    ['another trailer', { trailer: 0xcc }],
    ['another separator', { separator: 2 }],
    ['no separator', { separator: 0 }],
    ['padding that begins with something', { padding: [0, 0x01] }],
    ['padding that ends with something', { padding: [lastOfPadding(hash), 0x80] }],
    ['padding with a second separator', { padding: [lastOfPadding(hash), 0x01] }],
    ['an unused bit that is set', { top: 0x80 }],
    ['a mask of another hash', { maskedBy: hash === 'sha256' ? 'sha512' : 'sha256' }],
    ['another prefix of the digest', { prefix: Buffer.alloc(8, 1) }],
    ['a shorter prefix of the digest', { prefix: Buffer.alloc(7) }],
  ])('takes none with %s, as OpenSSL does not', (_, deviation) => {
    const signature = signed(rsa, hash, digestOf(hash), deviation)
    expect(openssl(rsa, hash, signature)).toBe(false)
    expect(judge(rsa, hash, digestOf(hash), signature)).toBe(false)
  })

  it('takes none over a digest of another length', () => {
    const others = [0, 20, 32, 48, 64].filter((length) => length !== HASHES[hash].bytes)
    expect(others).toHaveLength(4)
    for (const bytes of others) {
      const digest = Buffer.alloc(bytes, 7)
      expect(judge(rsa, hash, digest, signed(rsa, hash, digest))).toBe(false)
    }
  })
})

describe('a modulus whose encoded message is an octet shorter', () => {
  const e = 65_537n
  /** By Euclid's extended algorithm. */
  const inverse = (value: bigint, modulus: bigint): bigint => {
    let [a, b, x, y] = [value, modulus, 1n, 0n]
    while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y]
    return ((x % modulus) + modulus) % modulus
  }
  const base64url = (value: bigint) => {
    const text = value.toString(16)
    return Buffer.from(text.padStart(text.length + (text.length % 2), '0'), 'hex').toString('base64url')
  }
  /** Of 1,025 bits, which OpenSSL does not make by itself; the modulus begins with 01 and leaves room behind it. */
  const odd = (): KeyObject => {
    for (;;) {
      const [p, q] = [generatePrimeSync(513, { bigint: true }), generatePrimeSync(512, { bigint: true })]
      const [n, phi] = [p * q, (p - 1n) * (q - 1n)]
      if (n >> 1021n !== 9n && n >> 1021n !== 10n) continue
      const d = inverse(e, phi)
      if ((d * e) % phi !== 1n) continue
      const numbers = { n, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }
      const jwk = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]))
      return createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' })
    }
  }

  it('begins with a zero', () => {
    const privateKey = odd()
    const digest = digestOf('sha256')
    const right = signed(privateKey, 'sha256', digest)
    expect([openssl(privateKey, 'sha256', right), judge(privateKey, 'sha256', digest, right)]).toEqual([true, true])
    const wrong = signed(privateKey, 'sha256', digest, { leading: 1 })
    expect([openssl(privateKey, 'sha256', wrong), judge(privateKey, 'sha256', digest, wrong)]).toEqual([false, false])
  })
})

it('takes a modulus that has room for digest and salt alone, and none that is smaller', () => {
  const just = generateKeyPairSync('rsa', { modulusLength: 528 }).privateKey
  const signature = signed(just, 'sha256', digestOf('sha256'))
  expect(openssl(just, 'sha256', signature)).toBe(true)
  expect(judge(just, 'sha256', digestOf('sha256'), signature)).toBe(true)
  for (const hash of ['sha384', 'sha512'] as const)
    for (let last = 0; last < 2; last += 1) {
      const encoded = Buffer.concat([Buffer.alloc(65, 0), Buffer.from([last === 0 ? 0xbc : 0])])
      const bytes = privateEncrypt({ key: just, padding: constants.RSA_NO_PADDING }, encoded)
      expect(judge(just, hash, digestOf(hash), bytes)).toBe(false)
    }
})

describe('bytes that are no signature', () => {
  const right = signed(rsa, 'sha256', digestOf('sha256'))
  const modulus = Buffer.from(rsa.export({ format: 'jwk' }).n ?? '', 'base64url')
  const sum = Buffer.from(
    (BigInt(`0x${right.toString('hex')}`) + BigInt(`0x${modulus.toString('hex')}`)).toString(16).padStart(514, '0'),
    'hex',
  )

  it.each([
    ['none', Buffer.alloc(0)],
    ['a byte less', right.subarray(0, -1)],
    ['a byte more', Buffer.concat([right, Buffer.alloc(1)])],
    ['a zero in front', Buffer.concat([Buffer.alloc(1), right])],
    ['the number with the modulus added', sum],
    ['the modulus', modulus],
    ['the greatest number', Buffer.alloc(256, 0xff)],
    ['0', Buffer.alloc(256)],
    ['1', Buffer.concat([Buffer.alloc(255), Buffer.from([1])])],
  ])('%s', (_, bytes) => {
    expect(judge(rsa, 'sha256', digestOf('sha256'), bytes)).toBe(false)
  })

  it('a signature by PKCS #1 v1.5', () => {
    expect(judge(rsa, 'sha256', digestOf('sha256'), sign('sha256', Buffer.from('release'), rsa))).toBe(false)
  })
})
