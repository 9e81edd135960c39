import { algorithmOfPublicKey, rsaPssAlgorithm } from '../crypto/key-algorithm.ts'
import { HASH_ALGORITHMS } from '../crypto/hashes.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import type { VerifyInputs } from './inputs.ts'

/**
 * Each trusted key, in the order of the input, by each algorithm that it may have signed with. An elliptic curve has one.
 * Which hash an RSA key signs is not in its public key: without the input all three are tried where a signature file does
 * not tell. That lets in nothing that the key did not sign, since the signature has to verify with one of them.
 * @throws ActionError UNSUPPORTED_ALGORITHM
 */
export function trustedKeys({
  publicKeys,
  hashAlgorithm,
}: Pick<VerifyInputs, 'publicKeys' | 'hashAlgorithm'>): readonly TrustedKey[] {
  return publicKeys.flatMap((publicKey) => {
    const algorithm = algorithmOfPublicKey(publicKey)
    if (algorithm !== undefined) return [{ algorithm, publicKey }]
    const hashes = hashAlgorithm === 'auto' ? HASH_ALGORITHMS : [hashAlgorithm]
    return hashes.map((hash) => ({ algorithm: rsaPssAlgorithm(publicKey, hash), publicKey }))
  })
}

/** The keys, each with all of its algorithms. */
export function eachKey(keys: readonly TrustedKey[]): readonly (readonly TrustedKey[])[] {
  return [...Map.groupBy(keys, ({ publicKey }) => publicKey.fingerprint).values()]
}
