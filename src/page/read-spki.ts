import { NOBLE_CURVES } from '../crypto/noble-curves.ts'
import { derNull, oid, readElement, readElements, TAG, type DerElement } from '../crypto/der.ts'
import { CURVES } from '../crypto/key-algorithm.ts'
import type { PlatformKey } from '../crypto/port.ts'

const EC_PUBLIC_KEY = oid('1.2.840.10045.2.1')
const RSA_ENCRYPTION = oid('1.2.840.113549.1.1.1')
/** KMS has keys of 2,048 to 4,096 bits; OpenSSL takes no more than 16,384. */
const RSA_BITS = { least: 1024, most: 16_384 }
/** OpenSSL's limit for the exponent of a long modulus. */
const MOST_EXPONENT_BITS = 64

/**
 * Reads SubjectPublicKeyInfo: an uncompressed point of a named curve (RFC 5480), or an RSA key (RFC 3279, 2.3.1).
 * @throws for what is none
 */
export function readSpki(spki: Uint8Array): PlatformKey {
  const [identifier, bits, ...rest] = readElements(readElement(spki, TAG.sequence).content)
  if (identifier?.tag !== TAG.sequence || bits?.tag !== TAG.bitString || rest.length > 0 || bits.content[0] !== 0)
    throw new RangeError('no SubjectPublicKeyInfo')
  const [type, parameters, ...more] = readElements(identifier.content)
  const key = bits.content.subarray(1)
  if (type === undefined || more.length > 0) throw new RangeError('no AlgorithmIdentifier')
  if (type.encoded.equals(EC_PUBLIC_KEY)) return ecKey(Buffer.from(spki), parameters, key)
  if (type.encoded.equals(RSA_ENCRYPTION) && parameters?.encoded.equals(derNull()) === true)
    return rsaKey(Buffer.from(spki), key)
  throw new RangeError('a public key that is neither on an elliptic curve nor one of RSA')
}

function ecKey(spki: Buffer, parameters: DerElement | undefined, point: Buffer): PlatformKey {
  const curve = CURVES.find((candidate) => parameters?.encoded.equals(oid(candidate.oid)) === true)
  if (curve === undefined) throw new RangeError('an elliptic curve that is unknown here')
  if (point[0] !== 4) throw new RangeError('a point that is not written in full')
  // Throws where the point is not on the curve.
  NOBLE_CURVES[curve.name].Point.fromBytes(point).assertValidity()
  return {
    spki,
    type: 'ec',
    curve: curve.openssl,
    modulusLength: undefined,
    point: () => point,
    rsaPublic() {
      throw new RangeError('no RSA key')
    },
  }
}

function rsaKey(spki: Buffer, encoded: Buffer): PlatformKey {
  const [n, e, ...rest] = readElements(readElement(encoded, TAG.sequence).content)
  if (n === undefined || e === undefined || rest.length > 0) throw new RangeError('no RSAPublicKey')
  const [modulus, exponent] = [positive(n), positive(e)]
  const modulusLength = bitsOf(modulus)
  if (modulusLength < RSA_BITS.least || modulusLength > RSA_BITS.most || modulus % 2n === 0n)
    throw new RangeError('an RSA modulus that is too short, too long or even')
  if (exponent < 3n || exponent % 2n === 0n || bitsOf(exponent) > MOST_EXPONENT_BITS)
    throw new RangeError('an RSA exponent that is too small, too large or even')
  return {
    spki,
    type: 'rsa',
    curve: undefined,
    modulusLength,
    point() {
      throw new RangeError('no elliptic-curve key')
    },
    rsaPublic(signature) {
      const number = numberOf(signature)
      if (number >= modulus) throw new RangeError('a number that is not below the modulus')
      return octetsOf(power(number, exponent, modulus), Math.ceil(modulusLength / 8))
    },
  }
}

/** An INTEGER that is positive, in its shortest form. */
function positive({ tag, content }: DerElement): bigint {
  const [first = 0x80, second = 0] = content
  if (tag !== TAG.integer || first >= 0x80 || (first === 0 && second < 0x80))
    throw new RangeError('no positive INTEGER in its shortest form')
  return numberOf(content)
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
}

function octetsOf(number: bigint, length: number): Buffer {
  return Buffer.from(number.toString(16).padStart(2 * length, '0'), 'hex')
}

function bitsOf(number: bigint): number {
  return number.toString(2).length
}

/** `base` to the power of `exponent`, modulo `modulus`. Nothing here is secret, so nothing takes the same time. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus
    if (bit === '1') result = (result * base) % modulus
  }
  return result
}
