import type { p256 } from '@noble/curves/nist.js'

/** One of noble's curves. */
export type EcdsaCurve = typeof p256

/** Tables of a key's multiples take about as long as this many verifications without them, and save three quarters. */
const TABLES_AFTER = 32
const TABLE_WINDOW = 6

/**
 * Verifies ECDSA of one key over ready digests (SEC 1, section 4.1.4), many of them fast: the point is read once, and
 * from the 32nd signature on there are tables of its multiples. High s is taken, as FIPS 186-5 has it.
 * @param point of the public key, uncompressed (SEC 1, section 2.3.3)
 * @returns whether `signature`, strict DER of two integers in [1, n − 1], is one over `digest`; throws on any other bytes
 */
export function ecdsaVerifier(
  curve: EcdsaCurve,
  point: Uint8Array,
): (digest: Uint8Array, signature: Uint8Array) => boolean {
  const { BASE, Fn } = curve.Point
  const key = curve.Point.fromBytes(point)
  let verified = 0
  return (digest, signature) => {
    const { r, s } = curve.Signature.fromBytes(signature, 'der')
    const inverse = Fn.inv(s)
    const ofBase = Fn.mul(leftmostBits(digest, Fn.BITS) % Fn.ORDER, inverse)
    const ofKey = Fn.mul(r, inverse)
    verified += 1
    if (verified === TABLES_AFTER) key.precompute(TABLE_WINDOW)
    const sum =
      verified < TABLES_AFTER
        ? BASE.mulAddUnsafe(ofBase, key, ofKey)
        : BASE.multiplyUnsafe(ofBase).add(key.multiplyUnsafe(ofKey))
    return !sum.is0() && sum.toAffine().x % Fn.ORDER === r
  }
}

/** The leftmost `bits` bits of a digest as a number. */
function leftmostBits(digest: Uint8Array, bits: number): bigint {
  const number = BigInt(`0x${Buffer.from(digest.buffer, digest.byteOffset, digest.length).toString('hex')}`)
  return number >> BigInt(Math.max(0, digest.length * 8 - bits))
}
