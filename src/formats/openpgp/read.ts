import { HASH_TITLES, hashWhere } from '../../crypto/hashes.ts'
import { verifyDigest } from '../../crypto/verify-digest.ts'
import { ByteReader } from '../../base/byte-reader.ts'
import { ecdsaSignature } from '../../crypto/ecdsa-der.ts'
import { readPgpArmor } from './read-armor.ts'
import { checkSubpackets } from './read-subpackets.ts'
import { ellipticKey, keyOfHash, wrappedCheck, type ReadSignature } from '../signature-check.ts'

const SIGNATURE_PACKET = 2
const ECDSA = 19
const BINARY_DOCUMENT = 0

/**
 * `.asc`: one armored, detached signature of version 4 over binary data (RFC 9580, 5.2.3), by ECDSA and the key's hash.
 * Which OpenPGP key it names cannot be checked: the fingerprint depends on a creation time that a public key lacks.
 * The trusted public key has to confirm it all the same.
 */
export const readOpenpgp: ReadSignature = (bytes, keys) => {
  const key = ellipticKey(keys, 'OpenPGP')
  const body = onlyPacket(readPgpArmor(bytes))
  const reader = new ByteReader(body)
  if (reader.uint8() !== 4) throw new RangeError('is not an OpenPGP signature of version 4')
  if (reader.uint8() !== BINARY_DOCUMENT) throw new RangeError('is not a signature over binary data')
  if (reader.uint8() !== ECDSA) throw new RangeError('is not by ECDSA')
  const id = reader.uint8()
  const hash = hashWhere(({ openpgp }) => openpgp === id)
  if (hash === undefined) throw new RangeError(`uses another hash than ${HASH_TITLES}`)
  keyOfHash(keys, hash)
  const hashed = reader.take(reader.uint16())
  const suffix = Buffer.concat([body.subarray(0, reader.position), trailer(reader.position)])
  checkSubpackets(hashed, reader.take(reader.uint16()), new Date())
  const left = reader.take(2)
  const signature = ecdsaSignature(readMpi(reader), readMpi(reader))
  reader.end()
  const confirms = (digest: Buffer) => digest.subarray(0, 2).equals(left) && verifyDigest(key, digest, signature)
  return wrappedCheck(hash, confirms, suffix)
}

/** RFC 9580, 5.2.4: version, 0xFF, how much was hashed of the signature. */
function trailer(hashedLength: number): Buffer {
  const octets = Buffer.from([4, 0xff, 0, 0, 0, 0])
  octets.writeUInt32BE(hashedLength, 2)
  return octets
}

/** The body of the one packet, which is a signature; GnuPG writes the old form of its header. */
function onlyPacket(bytes: Buffer): Buffer {
  const reader = new ByteReader(bytes)
  const header = reader.uint8()
  if (header < 0x80) throw new RangeError('is no OpenPGP packet')
  const isNew = (header & 0x40) !== 0
  const tag = isNew ? header & 0x3f : (header & 0x3f) >> 2
  if (tag !== SIGNATURE_PACKET) throw new RangeError('is no OpenPGP signature')
  const body = reader.take(isNew ? newLength(reader) : oldLength(reader, header & 3))
  if (!reader.done) throw new RangeError('holds more than one OpenPGP packet')
  return body
}

function newLength(reader: ByteReader): number {
  const first = reader.uint8()
  if (first < 192) return first
  if (first < 224) return ((first - 192) << 8) + reader.uint8() + 192
  if (first < 255) throw new RangeError('has an OpenPGP packet in parts')
  return reader.uint32()
}

function oldLength(reader: ByteReader, type: number): number {
  if (type === 0) return reader.uint8()
  if (type === 1) return reader.uint16()
  if (type === 2) return reader.uint32()
  throw new RangeError('has an OpenPGP packet without a length')
}

/** A multiprecision integer (RFC 9580, 3.2) as DER's INTEGER has it; its bit count has to be exact. */
function readMpi(reader: ByteReader): Buffer {
  const bits = reader.uint16()
  const bytes = reader.take(Math.ceil(bits / 8))
  const first = bytes[0] ?? 0
  if (bits === 0 || 32 - Math.clz32(first) !== ((bits - 1) % 8) + 1)
    throw new RangeError('holds a number that is zero or whose length is wrong')
  return first >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes
}
