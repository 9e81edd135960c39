import { ActionError } from '../../base/errors.ts'

/** Packet tags (RFC 4880, 4.3). */
export const PACKET = { signature: 2, publicKey: 6, userId: 13 } as const

/** Public-key algorithm 19, ECDSA (RFC 6637, section 5). */
export const ECDSA = 19

/** Two octets, big-endian. */
export function uint16(value: number): Buffer {
  const octets = Buffer.alloc(2)
  octets.writeUInt16BE(value)
  return octets
}

/** Four octets, big-endian. */
export function uint32(value: number): Buffer {
  const octets = Buffer.alloc(4)
  octets.writeUInt32BE(value)
  return octets
}

/** A time of OpenPGP: whole seconds since 1970 (RFC 4880, 3.5). @throws ActionError INVALID_RESPONSE outside 1970 to 2106 */
export function seconds(time: Date): Buffer {
  const value = Math.floor(time.getTime() / 1000)
  if (!(value >= 0 && value <= 0xffffffff))
    throw new ActionError('INVALID_RESPONSE', 'The time when the key was made is none that OpenPGP can hold.')
  return uint32(value)
}

/** A multiprecision integer without leading zeros (RFC 4880, 3.2). @param bytes unsigned, big-endian */
export function mpi(bytes: Uint8Array): Buffer {
  const start = bytes.findIndex((octet) => octet !== 0)
  if (start < 0) return uint16(0)
  const trimmed = bytes.subarray(start)
  const bits = 8 * trimmed.length - (Math.clz32(trimmed[0] ?? 0) - 24)
  return Buffer.concat([uint16(bits), trimmed])
}

/** A packet with a header of the new format (RFC 4880, 4.2.2). */
export function packet(tag: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0xc0 | tag]), newLength(body.length), body])
}

/** A signature subpacket (RFC 4880, 5.2.3.1). */
export function subpacket(type: number, body: Uint8Array): Buffer {
  return Buffer.concat([newLength(body.length + 1), Buffer.from([type]), body])
}

function newLength(length: number): Buffer {
  if (length < 192) return Buffer.from([length])
  if (length < 8384) return uint16(length - 192 + 0xc000)
  return Buffer.concat([Buffer.from([0xff]), uint32(length)])
}

/**
 * ASCII armor with the line of its CRC-24, without which GnuPG 2.2 imports nothing (RFC 4880, 6.2).
 * @param label such as `PGP SIGNATURE`
 */
export function armor(label: string, bytes: Buffer): Buffer {
  const lines = bytes.toString('base64').match(/.{1,64}/gu) ?? []
  const checksum = Buffer.from(crc24(bytes)).toString('base64')
  return Buffer.from(`-----BEGIN ${label}-----\n\n${lines.join('\n')}\n=${checksum}\n-----END ${label}-----\n`)
}

/** RFC 4880, 6.1. */
function crc24(bytes: Uint8Array): number[] {
  let crc = 0xb704ce
  for (const octet of bytes) {
    crc ^= octet << 16
    for (let bit = 0; bit < 8; bit += 1) {
      crc <<= 1
      if ((crc & 0x1000000) !== 0) crc ^= 0x1864cfb
    }
  }
  return [(crc >> 16) & 0xff, (crc >> 8) & 0xff, crc & 0xff]
}
