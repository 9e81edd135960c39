import { digestOf } from './digest.ts'
import type { SigningKey } from './key-algorithm.ts'

/**
 * Whether `signature` is one of the key over `message`: by OpenSSL on its own threads, several times as fast as
 * `verifyDigest` and equal to it in what it takes; by `verifyDigest` where the platform has no such thing.
 * ECDSA: strict DER of two integers in [1, n − 1], high s taken. RSASSA-PSS: MGF1 of the same hash, a salt exactly as long
 * as the digest, an octet string as long as the modulus (RFC 8017, 8.1.2).
 * @param message not changed until the promise settles
 */
export async function verifyMessage(
  key: Pick<SigningKey, 'algorithm' | 'publicKey'>,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const { hash } = key.algorithm
  const { platformKey } = key.publicKey
  const { modulusLength } = platformKey
  // OpenSSL takes a shorter string for one with leading zeros.
  if (modulusLength !== undefined && signature.length !== Math.ceil(modulusLength / 8)) return false
  if (platformKey.verify !== undefined) return platformKey.verify(hash, message, signature)
  const { verifyDigest } = await import('./verify-digest.ts')
  return verifyDigest(key, digestOf(hash, message), signature)
}
