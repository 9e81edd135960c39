import { ecdsaVerifier } from './ecdsa.ts'
import { HASHES } from './hashes.ts'
import type { Curve, SigningKey } from './key-algorithm.ts'
import { NOBLE_CURVES } from './noble-curves.ts'
import { ecPoint, type PublicKey } from './public-key.ts'
import { verifyPss } from './rsa-pss.ts'

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
  if (digest.length !== HASHES[hash].bytes) return false
  if (curve === undefined) return verifyPss(key.publicKey, hash, digest, signature)
  try {
    return verifierOf(key.publicKey, curve)(digest, signature)
  } catch {
    return false // noble throws on bytes that are not DER of two integers in range
  }
}

const verifiers = new WeakMap<PublicKey, ReturnType<typeof ecdsaVerifier>>()

function verifierOf(key: PublicKey, curve: Curve): ReturnType<typeof ecdsaVerifier> {
  const known = verifiers.get(key)
  if (known !== undefined) return known
  const verifier = ecdsaVerifier(NOBLE_CURVES[curve.name], ecPoint(key))
  verifiers.set(key, verifier)
  return verifier
}
