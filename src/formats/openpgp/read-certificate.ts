import { createHash } from 'node:crypto'
import { ByteReader } from '../../base/byte-reader.ts'
import { oid, readElement } from '../../crypto/der.ts'
import { digestOf } from '../../crypto/digest.ts'
import { ecdsaSignature } from '../../crypto/ecdsa-der.ts'
import { ecPoint } from '../../crypto/public-key.ts'
import { verifyDigest } from '../../crypto/verify-digest.ts'
import type { TrustedKey } from '../signature-check.ts'
import { readPgpArmor } from './read-armor.ts'
import { readMpi, readPacket, signatureTrailer, type Packet } from './read-packets.ts'

const TAGS = { signature: 2, publicKey: 6, userId: 13 } as const
const ECDSA = 19
const POSITIVE_CERTIFICATION = 0x13

/**
 * Whether an OpenPGP certificate, armored or not, is one of the keys with one User ID that the key itself has certified,
 * and nothing else; false when it is another key. @throws RangeError when it is not that
 */
export function holdsOpenPgpKey(bytes: Buffer, keys: readonly TrustedKey[]): boolean {
  const binary = bytes[0] === 0x2d ? readPgpArmor(bytes, 'PGP PUBLIC KEY BLOCK', { headers: false }) : bytes
  const reader = new ByteReader(binary)
  const key = readTagged(reader, TAGS.publicKey, 'a public key').body
  const userId = readTagged(reader, TAGS.userId, 'a User ID').body
  const certification = readTagged(reader, TAGS.signature, 'a certification').body
  if (!reader.done) throw new RangeError('holds more than a key with one User ID')
  const trusted = keys.find((candidate) => isKey(key, candidate))
  if (trusted === undefined) return false
  if (!isCertified(trusted, key, userId, certification))
    throw new RangeError('holds a User ID that its key has not certified')
  return true
}

function readTagged(reader: ByteReader, tag: number, what: string): Packet {
  const packet = readPacket(reader)
  if (packet.tag !== tag) throw new RangeError(`is not an OpenPGP key with one User ID: ${what} is missing`)
  return packet
}

/** Version 4, any creation time, ECDSA, the curve and point (RFC 6637, section 9). */
function isKey(body: Buffer, { algorithm, publicKey }: TrustedKey): boolean {
  if (algorithm.curve === undefined || body[0] !== 4) return false
  const curve = readElement(oid(algorithm.curve.oid)).content
  const point = ecPoint(publicKey)
  // An uncompressed point begins with 04, whose highest bits are not counted.
  const bits = Buffer.of(0, 0)
  bits.writeUInt16BE(point.length * 8 - 5)
  return body.subarray(5).equals(Buffer.concat([Buffer.of(ECDSA, curve.length), curve, bits, point]))
}

function isCertified(key: TrustedKey, body: Buffer, userId: Buffer, certification: Buffer): boolean {
  const reader = new ByteReader(certification)
  const [version, type, algorithm] = [reader.uint8(), reader.uint8(), reader.uint8()]
  if (version !== 4 || type !== POSITIVE_CERTIFICATION || algorithm !== ECDSA) return false
  reader.uint8()
  reader.take(reader.uint16())
  const hashedLength = reader.position
  // Nobody has signed this area: it may name the key itself, and nothing else.
  if (!namesKey(reader.take(reader.uint16()), body)) return false
  const left = reader.take(2)
  const signature = ecdsaSignature(readMpi(reader), readMpi(reader))
  reader.end()
  const lengths = [Buffer.of(0x99, 0, 0), Buffer.of(0xb4, 0, 0, 0, 0)] as const
  lengths[0].writeUInt16BE(body.length, 1)
  lengths[1].writeUInt32BE(userId.length, 1)
  const hashed = certification.subarray(0, hashedLength)
  const parts = [lengths[0], body, lengths[1], userId, hashed, signatureTrailer(hashedLength)]
  const digest = digestOf(key.algorithm.hash, ...parts)
  return digest.subarray(0, left.length).equals(left) && verifyDigest(key, digest, signature)
}

const ISSUER = 16

/** Whether unhashed subpackets are none, or the issuer's key id alone: the end of its fingerprint (RFC 9580, 5.2.3.12). */
function namesKey(unhashed: Buffer, body: Buffer): boolean {
  const head = Buffer.of(0x99, 0, 0)
  head.writeUInt16BE(body.length, 1)
  const fingerprint = createHash('sha1').update(head).update(body).digest()
  return unhashed.length === 0 || unhashed.equals(Buffer.concat([Buffer.of(9, ISSUER), fingerprint.subarray(-8)]))
}
