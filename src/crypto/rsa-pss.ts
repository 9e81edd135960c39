import { digestOf } from './digest.ts'
import { HASHES, type HashAlgorithm } from './hashes.ts'
import type { PublicKey } from './public-key.ts'

/**
 * Whether `signature` is one of the RSA key over `digest` by RSASSA-PSS-VERIFY (RFC 8017, 8.1.2): MGF1 of the same hash, a
 * salt exactly as long as the digest.
 */
export function verifyPss(key: PublicKey, hash: HashAlgorithm, digest: Uint8Array, signature: Uint8Array): boolean {
  const bits = key.platformKey.modulusLength ?? 0
  if (signature.length !== Math.ceil(bits / 8)) return false
  let encoded: Buffer
  try {
    encoded = key.platformKey.rsaPublic(signature)
  } catch {
    return false // a number that is not below the modulus
  }
  const leading = encoded.length - Math.ceil((bits - 1) / 8)
  if (leading === 1 && encoded[0] !== 0) return false
  return emsaPssVerify(encoded.subarray(leading), bits - 1, hash, digest)
}

/** EMSA-PSS-VERIFY, RFC 8017, section 9.1.2, steps 3 to 14. */
function emsaPssVerify(encoded: Buffer, bits: number, hash: HashAlgorithm, digest: Uint8Array): boolean {
  const length = HASHES[hash].bytes
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
  return digestOf(hash, Buffer.alloc(8), digest, salt).equals(h)
}

/** MGF1, RFC 8017, appendix B.2.1. */
function mgf1(seed: Uint8Array, length: number, hash: HashAlgorithm): Buffer {
  const blocks: Buffer[] = []
  for (let counter = 0; counter * HASHES[hash].bytes < length; counter += 1) {
    const octets = Buffer.alloc(4)
    octets.writeUInt32BE(counter)
    blocks.push(digestOf(hash, seed, octets))
  }
  return Buffer.concat(blocks).subarray(0, length)
}
