/**
 * Signatures over a digest that is ready, which Node's own `sign` does not make: EMSA-PSS (RFC 8017, 9.1.1) and
 * ECDSA (FIPS 186-5, 6.4.1), the heavy parts of both done natively, so that benchmarks do not measure the emulator.
 */
import { constants, createECDH, createHash, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto'

/** MGF1 (RFC 8017, B.2.1). */
function mask(hash: string, seed: Buffer, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let counter = 0, made = 0; made < length; counter += 1) {
    const index = Buffer.alloc(4)
    index.writeUInt32BE(counter)
    const block = createHash(hash).update(seed).update(index).digest()
    blocks.push(block)
    made += block.length
  }
  return Buffer.concat(blocks).subarray(0, length)
}

/** RSASSA-PSS of `digest` by `key`: MGF1 with `hash`, a salt as long as the digest (or `saltLength` bytes). */
export function signPss(key: KeyObject, hash: string, digest: Buffer, saltLength = digest.length): Buffer {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  const length = Math.ceil((bits - 1) / 8)
  const salt = randomBytes(saltLength)
  const inner = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest()
  const block = Buffer.alloc(length - inner.length - 1)
  block[block.length - saltLength - 1] = 1
  salt.copy(block, block.length - saltLength)
  const masking = mask(hash, inner, block.length)
  const masked = block.map((byte, index) => byte ^ (masking[index] ?? 0))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - (bits - 1)))
  const encoded = Buffer.concat([Buffer.alloc(Math.ceil(bits / 8) - length), masked, inner, Buffer.of(0xbc)])
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encoded)
}

/** Order of the group, by OpenSSL's name of the curve. */
const ORDERS: Readonly<Record<string, bigint>> = {
  prime256v1: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  secp256k1: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  secp384r1: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  secp521r1:
    0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
}

function toInteger(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}

function toBytes(value: bigint): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

/** The inverse of `value` modulo the prime `order`, by Euclid's algorithm. */
function invert(value: bigint, order: bigint): bigint {
  let [r0, r1, s0, s1] = [order, value, 0n, 1n]
  while (r1 !== 0n) {
    const quotient = r0 / r1
    ;[r0, r1, s0, s1] = [r1, r0 - quotient * r1, s1, s0 - quotient * s1]
  }
  return s0 < 0n ? s0 + order : s0
}

/** DER INTEGER of a positive number. */
function derInteger(value: bigint): Buffer {
  const bytes = toBytes(value)
  const padded = (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), bytes]) : bytes
  return Buffer.concat([Buffer.of(2, padded.length), padded])
}

/** Ecdsa-Sig-Value (RFC 3279, 2.2.3). */
function derSignature(r: bigint, s: bigint): Buffer {
  const body = Buffer.concat([derInteger(r), derInteger(s)])
  const head = body.length > 0x7f ? Buffer.of(0x30, 0x81, body.length) : Buffer.of(0x30, body.length)
  return Buffer.concat([head, body])
}

/** ECDSA of `digest` by the private scalar `secretScalar` on `curve`, as DER. `digest` is no longer than the order. */
export function signEcdsa(curve: string, secretScalar: Buffer, digest: Buffer): Buffer {
  const order = ORDERS[curve]
  if (order === undefined) throw new Error(`no such curve: ${curve}`)
  const scalar = toInteger(secretScalar)
  const size = toBytes(order).length
  for (;;) {
    // 64 bits more than the order has, so that the remainder is not biased (FIPS 186-5, A.3.1).
    const nonce = toInteger(randomBytes(size + 8)) % order
    if (nonce === 0n) continue
    const point = createECDH(curve)
    point.setPrivateKey(
      toBytes(nonce)
        .toString('hex')
        .padStart(size * 2, '0'),
      'hex',
    )
    const r = toInteger(point.getPublicKey().subarray(1, 1 + size)) % order
    const s = (invert(nonce, order) * ((toInteger(digest) + r * scalar) % order)) % order
    if (r !== 0n && s !== 0n) return derSignature(r, s)
  }
}
