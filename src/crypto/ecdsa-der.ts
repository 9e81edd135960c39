import { der, sequence, TAG } from './der.ts'

/**
 * Ecdsa-Sig-Value (RFC 3279, 2.2.3) of r and s as two's complement, big-endian, in their shortest form: what DER's
 * INTEGER and SSH's mpint hold. Whether they are in range is verifyDigest's to say. @throws RangeError
 */
export function ecdsaSignature(r: Buffer, s: Buffer): Buffer {
  for (const number of [r, s]) {
    const [first, second] = number
    if (first === undefined || first >= 0x80 || (first === 0 && (second === undefined || second < 0x80)))
      throw new RangeError('holds a number that is not positive or not in its shortest form')
  }
  return sequence(der(TAG.integer, r), der(TAG.integer, s))
}
