import type { ByteReader } from '../../base/byte-reader.ts'

/** A packet of OpenPGP (RFC 9580, 4.2). */
export interface Packet {
  readonly tag: number
  readonly body: Buffer
}

/** The next packet; GnuPG writes the old form of its header. @throws RangeError, also for one in parts */
export function readPacket(reader: ByteReader): Packet {
  const header = reader.uint8()
  if (header < 0x80) throw new RangeError('is not an OpenPGP packet')
  const isNew = (header & 0x40) !== 0
  const tag = isNew ? header & 0x3f : (header & 0x3f) >> 2
  return { tag, body: reader.take(isNew ? newLength(reader) : oldLength(reader, header & 3)) }
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
export function readMpi(reader: ByteReader): Buffer {
  const bits = reader.uint16()
  const bytes = reader.take(Math.ceil(bits / 8))
  const first = bytes[0] ?? 0
  if (bits === 0 || 32 - Math.clz32(first) !== ((bits - 1) % 8) + 1)
    throw new RangeError('holds a number that is zero or whose length is wrong')
  return first >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes
}

/** What is hashed behind the hashed part of a signature of version 4 (RFC 9580, 5.2.4). @param length of that part */
export function signatureTrailer(length: number): Buffer {
  const octets = Buffer.from([4, 0xff, 0, 0, 0, 0])
  octets.writeUInt32BE(length, 2)
  return octets
}
