import { NOBLE_CURVES } from '../../src/crypto/noble-curves.ts'
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  privateEncrypt,
  randomBytes,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicKeyFromSpki } from '../../src/crypto/public-key.ts'
import type { HashAlgorithm } from '../../src/crypto/hashes.ts'
import {
  algorithmNamed,
  CURVES,
  type Curve,
  type KeyAlgorithm,
  type SigningKey,
} from '../../src/crypto/key-algorithm.ts'

/** All that KMS offers, by its names. */
export const ALGORITHMS: readonly string[] = [
  ...CURVES.map(({ kmsName }) => kmsName),
  ...[2048, 3072, 4096].flatMap((bits) => [256, 384, 512].map((hash) => `RSA_${bits}_SIGN_PSS_SHA_${hash}`)),
]

export const SSH_ALGORITHMS = ALGORITHMS.filter((name) => name.startsWith('ECDSA_NIST'))

/** A key on this machine that signs ready digests, as KMS does. */
export interface LocalKey {
  readonly key: SigningKey & { readonly createdAt: Date }
  readonly privateKey: KeyObject
  readonly sign: (digest: Uint8Array) => Buffer
}

/**
 * Keys of nobody, for tests alone: making them anew takes seconds, and every test file would. JWKs by their bits.
 */
const RSA_KEYS = JSON.parse(readFileSync(join(import.meta.dirname, 'rsa-keys.json'), 'utf8')) as Readonly<
  Record<string, JsonWebKey>
>

export const CREATED_AT = new Date('2025-03-04T05:06:07.890Z')

/** @param name KMS's name of an algorithm */
export function localKey(name: string, id = 'abjlocalkey000000001'): LocalKey {
  const algorithm = algorithmNamed(name)
  return localKeyOf(algorithm, algorithm.curve === undefined ? rsaKey(algorithm) : ecKey(algorithm.curve), id)
}

/** The same of a private key at hand. */
export function localKeyOf(algorithm: KeyAlgorithm, privateKey: KeyObject, id = 'abjlocalkey000000001'): LocalKey {
  const { d = '' } = privateKey.export({ format: 'jwk' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    key: { id, algorithm, publicKey: publicKeyFromSpki(spki), createdAt: CREATED_AT },
    privateKey,
    sign: (digest) => {
      const { curve, hash } = algorithm
      if (curve === undefined) return signPss(privateKey, hash, digest)
      return signEcdsa(curve, Buffer.from(d, 'base64url'), digest)
    },
  }
}

function ecKey({ openssl }: Curve): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: openssl }).privateKey
}

function rsaKey({ modulusLength = 2048 }: KeyAlgorithm): KeyObject {
  const key = RSA_KEYS[modulusLength]
  if (key === undefined) throw new Error(`no key of ${modulusLength} bits in rsa-keys.json`)
  return createPrivateKey({ key, format: 'jwk' })
}

function signEcdsa({ name }: Curve, secret: Uint8Array, digest: Uint8Array): Buffer {
  return Buffer.from(NOBLE_CURVES[name].sign(digest, secret, { prehash: false, lowS: false, format: 'der' }))
}

/** RFC 8017, 8.1.1 and 9.1.1, with a salt as long as the digest. */
function signPss(key: KeyObject, hash: HashAlgorithm, digest: Uint8Array): Buffer {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  const length = bits / 8
  const salt = randomBytes(digest.length)
  const h = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest()
  const block = Buffer.alloc(length - h.length - 1)
  block[block.length - salt.length - 1] = 1
  salt.copy(block, block.length - salt.length)
  for (let offset = 0, counter = 0; offset < block.length; offset += h.length, counter += 1) {
    const octets = Buffer.alloc(4)
    octets.writeUInt32BE(counter)
    const mask = createHash(hash).update(h).update(octets).digest()
    for (let i = 0; i < mask.length && offset + i < block.length; i += 1) {
      block[offset + i] = (block[offset + i] ?? 0) ^ (mask[i] ?? 0)
    }
  }
  block[0] = (block[0] ?? 0) & 0x7f
  const encoded = Buffer.concat([block, h, Buffer.from([0xbc])])
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encoded)
}
