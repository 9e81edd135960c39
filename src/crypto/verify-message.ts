import { constants, verify } from 'node:crypto'
import type { SigningKey } from './key-algorithm.ts'

/**
 * Whether `signature` is one of the key over `message`, by OpenSSL on its own threads: several times as fast as
 * `verifyDigest`, and equal to it in what it takes.
 * ECDSA: strict DER of two integers in [1, n − 1], high s taken. RSASSA-PSS: MGF1 of the same hash, a salt exactly as long
 * as the digest, an octet string as long as the modulus (RFC 8017, 8.1.2).
 * @param message not changed until the promise settles
 */
export function verifyMessage(
  { algorithm, publicKey }: Pick<SigningKey, 'algorithm' | 'publicKey'>,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = publicKey.keyObject
  const { hash, curve } = algorithm
  // OpenSSL takes a shorter string for one with leading zeros.
  const bytes = Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8)
  if (curve === undefined && signature.length !== bytes) return Promise.resolve(false)
  const way = curve === undefined ? { key, ...PSS } : { key }
  return new Promise((resolve) => {
    // What OpenSSL cannot read as a signature is none.
    verify(hash, message, way, signature, (error, isRight) => {
      resolve(error === null && isRight)
    })
  })
}

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
