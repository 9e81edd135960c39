import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { HASH_ALGORITHMS, type HashAlgorithm } from './hashes.ts'
import type { PublicKey } from './public-key.ts'

/** What KMS's name of an algorithm says (`signatureAlgorithm` of an AsymmetricSignatureKey). */
export interface KeyAlgorithm {
  /** KMS's name, e.g. `ECDSA_NIST_P256_SHA_256`. */
  readonly name: string
  /** The digest to send to SignHash. */
  readonly hash: HashAlgorithm
  /** An elliptic curve, or `undefined` for RSASSA-PSS. */
  readonly curve: Curve | undefined
  /** Bits of an RSA modulus. */
  readonly modulusLength: number | undefined
}

/** What the standards call a curve. */
export interface Curve {
  /** FIPS 186-5 or SEC 2, as users know it. */
  readonly name: 'P-256' | 'P-384' | 'P-521' | 'secp256k1'
  /** Node's and OpenSSL's name. */
  readonly openssl: string
  /** Dotted OID. */
  readonly oid: string
  /** RFC 5656's identifier; no SSH key type has secp256k1. */
  readonly ssh: 'nistp256' | 'nistp384' | 'nistp521' | undefined
  readonly kmsName: string
  readonly hash: HashAlgorithm
}

/** What formats can differ by: the key's curve, or RSA, whose keys all sign by RSASSA-PSS. */
export type KeyKind = Curve['name'] | 'RSA'

/** Every curve of KMS, once. */
export const CURVES: readonly Curve[] = [
  {
    name: 'P-256',
    openssl: 'prime256v1',
    oid: '1.2.840.10045.3.1.7',
    ssh: 'nistp256',
    kmsName: 'ECDSA_NIST_P256_SHA_256',
    hash: 'sha256',
  },
  {
    name: 'P-384',
    openssl: 'secp384r1',
    oid: '1.3.132.0.34',
    ssh: 'nistp384',
    kmsName: 'ECDSA_NIST_P384_SHA_384',
    hash: 'sha384',
  },
  {
    name: 'P-521',
    openssl: 'secp521r1',
    oid: '1.3.132.0.35',
    ssh: 'nistp521',
    kmsName: 'ECDSA_NIST_P521_SHA_512',
    hash: 'sha512',
  },
  {
    name: 'secp256k1',
    openssl: 'secp256k1',
    oid: '1.3.132.0.10',
    ssh: undefined,
    kmsName: 'ECDSA_SECP256_K1_SHA_256',
    hash: 'sha256',
  },
]

const RSA_PSS_NAME = /^RSA_(\d{4,5})_SIGN_PSS_SHA_(256|384|512)$/u

/** The algorithm of KMS's name. @throws ActionError UNSUPPORTED_ALGORITHM */
export function algorithmNamed(name: string): KeyAlgorithm {
  const curve = CURVES.find((candidate) => candidate.kmsName === name)
  if (curve !== undefined) return ecdsa(curve)
  const [, bits, digest] = RSA_PSS_NAME.exec(name) ?? []
  const hash = HASH_ALGORITHMS.find((candidate) => candidate === `sha${digest ?? ''}`)
  if (bits !== undefined && hash !== undefined) return rsaPss(Number(bits), hash)
  throw unsupported(`The key's algorithm ${printable(name, 100)} is not known to this version of the action`)
}

/**
 * The algorithm that a public key alone tells: that of its curve, or for RSA `undefined`,
 * since the hash of an RSA key is not in its public key.
 * @throws ActionError UNSUPPORTED_ALGORITHM
 */
export function algorithmOfPublicKey(key: PublicKey): KeyAlgorithm | undefined {
  const { type, curve: name } = key.platformKey
  if (type === 'rsa') return undefined
  const curve = CURVES.find((candidate) => type === 'ec' && candidate.openssl === name)
  if (curve === undefined) throw unsupported(`The public key is of type ${type} ${name ?? ''}`.trim())
  return ecdsa(curve)
}

/** The RSASSA-PSS algorithm of an RSA public key with a hash that the user names. */
export function rsaPssAlgorithm(key: PublicKey, hash: HashAlgorithm): KeyAlgorithm {
  return rsaPss(key.platformKey.modulusLength ?? 0, hash)
}

/** Whether a public key can be one of `algorithm`. */
export function algorithmFits(algorithm: KeyAlgorithm, key: PublicKey): boolean {
  const { type, curve, modulusLength } = key.platformKey
  if (algorithm.curve !== undefined) return type === 'ec' && curve === algorithm.curve.openssl
  return type === 'rsa' && modulusLength === algorithm.modulusLength
}

/** The kind of a key. */
export function keyKindOf({ curve }: KeyAlgorithm): KeyKind {
  return curve?.name ?? 'RSA'
}

function ecdsa(curve: Curve): KeyAlgorithm {
  return { name: curve.kmsName, hash: curve.hash, curve, modulusLength: undefined }
}

function rsaPss(modulusLength: number, hash: HashAlgorithm): KeyAlgorithm {
  return { name: `RSA_${modulusLength}_SIGN_PSS_SHA_${hash.slice(3)}`, hash, curve: undefined, modulusLength }
}

function unsupported(what: string): ActionError {
  return new ActionError('UNSUPPORTED_ALGORITHM', `${what}.`, {
    hint: 'Use a key of type ECDSA_NIST_P256_SHA_256 (the one that every verifier takes), or update the action if a newer version knows this type.',
  })
}

/** A KMS key whose algorithm and public key are known: everything that formats and verification need. */
export interface SigningKey {
  /** KMS's id of the key. */
  readonly id: string
  readonly algorithm: KeyAlgorithm
  readonly publicKey: PublicKey
  /** When KMS made the key; `undefined` where the role for Key.Get is missing. */
  readonly createdAt: Date | undefined
}
