import { readElement, readElements, TAG } from './der.ts'

/**
 * r and s of an ECDSA-Sig-Value (RFC 3279, 2.2.3): the contents of the two INTEGERs as they stand, big-endian, with the
 * leading zero that a set top bit asks for. These are also SSH's mpints (RFC 4251, section 5).
 * @throws RangeError when the bytes are something else
 */
export function ecdsaIntegers(signature: Uint8Array): readonly [Buffer, Buffer] {
  const [r, s, ...rest] = readElements(readElement(signature, TAG.sequence).content)
  if (r?.tag !== TAG.integer || s?.tag !== TAG.integer || rest.length > 0) throw new RangeError('no ECDSA-Sig-Value')
  return [r.content, s.content]
}
