import { publicEncrypt, constants, createHash, timingSafeEqual } from 'node:crypto'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { ecdsaVerifier, type EcdsaCurve } from './ecdsa.ts'
import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { DIGEST_BYTES, ecPoint, type HashAlgorithm, type PublicKey } from './public-key.ts'

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
  /** Verifies ECDSA over a ready digest. */
  readonly verifier: EcdsaCurve
}

/** Every curve of KMS, once. */
export const CURVES: readonly Curve[] = [
  {
    name: 'P-256',
    openssl: 'prime256v1',
    oid: '1.2.840.10045.3.1.7',
    ssh: 'nistp256',
    kmsName: 'ECDSA_NIST_P256_SHA_256',
    hash: 'sha256',
    verifier: p256,
  },
  {
    name: 'P-384',
    openssl: 'secp384r1',
    oid: '1.3.132.0.34',
    ssh: 'nistp384',
    kmsName: 'ECDSA_NIST_P384_SHA_384',
    hash: 'sha384',
    verifier: p384,
  },
  {
    name: 'P-521',
    openssl: 'secp521r1',
    oid: '1.3.132.0.35',
    ssh: 'nistp521',
    kmsName: 'ECDSA_NIST_P521_SHA_512',
    hash: 'sha512',
    verifier: p521,
  },
  {
    name: 'secp256k1',
    openssl: 'secp256k1',
    oid: '1.3.132.0.10',
    ssh: undefined,
    kmsName: 'ECDSA_SECP256_K1_SHA_256',
    hash: 'sha256',
    verifier: secp256k1,
  },
]

const RSA_PSS_NAME = /^RSA_(\d{4,5})_SIGN_PSS_SHA_(256|384|512)$/u

/** The algorithm of KMS's name. @throws ActionError UNSUPPORTED_ALGORITHM */
export function algorithmNamed(name: string): KeyAlgorithm {
  const curve = CURVES.find((candidate) => candidate.kmsName === name)
  if (curve !== undefined) return ecdsa(curve)
  const [, bits, digest] = RSA_PSS_NAME.exec(name) ?? []
  if (bits !== undefined && isHash(`sha${digest ?? ''}`))
    return rsaPss(Number(bits), `sha${digest ?? ''}` as HashAlgorithm)
  throw unsupported(`The key's algorithm ${printable(name, 100)} is not known to this version of the action`)
}

/**
 * The algorithm that a public key alone tells: that of its curve, or for RSA `undefined`,
 * since the hash of an RSA key is not in its public key.
 * @throws ActionError UNSUPPORTED_ALGORITHM
 */
export function algorithmOfPublicKey(key: PublicKey): KeyAlgorithm | undefined {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key.keyObject
  if (type === 'rsa') return undefined
  const curve = CURVES.find((candidate) => type === 'ec' && candidate.openssl === details?.namedCurve)
  if (curve === undefined)
    throw unsupported(`The public key is of type ${type ?? 'unknown'} ${details?.namedCurve ?? ''}`.trim())
  return ecdsa(curve)
}

/** The RSASSA-PSS algorithm of an RSA public key with a hash that the user names. */
export function rsaPssAlgorithm(key: PublicKey, hash: HashAlgorithm): KeyAlgorithm {
  return rsaPss(key.keyObject.asymmetricKeyDetails?.modulusLength ?? 0, hash)
}

/** Whether a public key can be one of `algorithm`. */
export function algorithmFits(algorithm: KeyAlgorithm, key: PublicKey): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key.keyObject
  if (algorithm.curve !== undefined) return type === 'ec' && details?.namedCurve === algorithm.curve.openssl
  return type === 'rsa' && details?.modulusLength === algorithm.modulusLength
}

function ecdsa(curve: Curve): KeyAlgorithm {
  return { name: curve.kmsName, hash: curve.hash, curve, modulusLength: undefined }
}

function rsaPss(modulusLength: number, hash: HashAlgorithm): KeyAlgorithm {
  return { name: `RSA_${modulusLength}_SIGN_PSS_SHA_${hash.slice(3)}`, hash, curve: undefined, modulusLength }
}

function isHash(name: string): name is HashAlgorithm {
  return Object.hasOwn(DIGEST_BYTES, name)
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

/**
 * Whether `signature` is one of the key over `digest`.
 * ECDSA: strict DER of two integers in [1, n − 1] (RFC 3279, 2.2.3), high s taken, as FIPS 186-5 has it.
 * RSASSA-PSS: RFC 8017, 8.1.2, MGF1 of the same hash, a salt exactly as long as the digest.
 * @param digest raw, 32, 48 or 64 bytes, by the algorithm's hash
 */
export function verifyDigest(
  key: Pick<SigningKey, 'algorithm' | 'publicKey'>,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const { hash, curve } = key.algorithm
  if (digest.length !== DIGEST_BYTES[hash]) return false
  if (curve === undefined) return verifyPss(key.publicKey, hash, digest, signature)
  try {
    return verifierOf(key.publicKey, curve)(digest, signature)
  } catch {
    return false // noble throws on bytes that are no DER of two integers in range
  }
}

const verifiers = new WeakMap<PublicKey, ReturnType<typeof ecdsaVerifier>>()

function verifierOf(key: PublicKey, curve: Curve): ReturnType<typeof ecdsaVerifier> {
  const known = verifiers.get(key)
  if (known !== undefined) return known
  const verifier = ecdsaVerifier(curve.verifier, ecPoint(key))
  verifiers.set(key, verifier)
  return verifier
}

function verifyPss(key: PublicKey, hash: HashAlgorithm, digest: Uint8Array, signature: Uint8Array): boolean {
  const bits = key.keyObject.asymmetricKeyDetails?.modulusLength ?? 0
  if (signature.length !== Math.ceil(bits / 8)) return false
  let encoded: Buffer
  try {
    encoded = publicEncrypt({ key: key.keyObject, padding: constants.RSA_NO_PADDING }, signature)
  } catch {
    return false // a number that is not below the modulus
  }
  const leading = encoded.length - Math.ceil((bits - 1) / 8)
  if (leading === 1 && encoded[0] !== 0) return false
  return emsaPssVerify(encoded.subarray(leading), bits - 1, hash, digest)
}

/** EMSA-PSS-VERIFY, RFC 8017, section 9.1.2, steps 3 to 14. */
function emsaPssVerify(encoded: Buffer, bits: number, hash: HashAlgorithm, digest: Uint8Array): boolean {
  const length = DIGEST_BYTES[hash]
  const maskedLength = encoded.length - length - 1
  const padding = maskedLength - length - 1
  if (padding < 0 || encoded.at(-1) !== 0xbc) return false
  const h = encoded.subarray(maskedLength, -1)
  const unusedBits = 8 * encoded.length - bits
  const top = 0xff >> unusedBits
  if (((encoded[0] ?? 0) & ~top & 0xff) !== 0) return false
  const block = mgf1(h, maskedLength, hash)
  for (let i = 0; i < maskedLength; i += 1) block[i] = (block[i] ?? 0) ^ (encoded[i] ?? 0)
  block[0] = (block[0] ?? 0) & top
  if (block.subarray(0, padding).some((octet) => octet !== 0) || block[padding] !== 1) return false
  const salt = block.subarray(padding + 1)
  const expected = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest()
  return timingSafeEqual(expected, h)
}

/** MGF1, RFC 8017, appendix B.2.1. */
function mgf1(seed: Uint8Array, length: number, hash: HashAlgorithm): Buffer {
  const blocks: Buffer[] = []
  for (let counter = 0; counter * DIGEST_BYTES[hash] < length; counter += 1) {
    const octets = Buffer.alloc(4)
    octets.writeUInt32BE(counter)
    blocks.push(createHash(hash).update(seed).update(octets).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}
