import { ByteReader } from '../../base/byte-reader.ts'

const CREATED = 2
const EXPIRES = 3
const ISSUER_KEY_ID = 16
const ISSUER_FINGERPRINT = 33
const UNDERSTOOD: ReadonlySet<number> = new Set([CREATED, EXPIRES, ISSUER_KEY_ID, ISSUER_FINGERPRINT])

/** What the clocks of two machines may differ. */
const CLOCK_SKEW_MS = 24 * 60 * 60 * 1000

interface Subpacket {
  readonly type: number
  readonly critical: boolean
  readonly content: Buffer
}

/**
 * Checks the subpackets of a signature (RFC 9580, 5.2.3.7): made once and not in the future, not expired, nothing
 * critical that is not understood here, issuers that agree. @throws RangeError
 */
export function checkSubpackets(hashed: Buffer, unhashed: Buffer, now: Date): void {
  const sealed = readSubpackets(hashed)
  const all = [...sealed, ...readSubpackets(unhashed)]
  const unknown = all.find(({ type, critical }) => critical && !UNDERSTOOD.has(type))
  if (unknown !== undefined) throw new RangeError(`has a critical subpacket of type ${unknown.type}, unknown here`)
  checkTimes(sealed, now)
  checkIssuers(all)
}

function checkTimes(sealed: readonly Subpacket[], now: Date): void {
  const created = sealed.filter(({ type }) => type === CREATED).map(seconds)
  const expires = sealed.filter(({ type }) => type === EXPIRES).map(seconds)
  const [start] = created
  if (start === undefined || created.length > 1) throw new RangeError('does not say once when it was made')
  if (start * 1000 > now.getTime() + CLOCK_SKEW_MS) throw new RangeError('was made in the future')
  if (expires.some((after) => after !== 0 && (start + after) * 1000 <= now.getTime()))
    throw new RangeError('has expired')
}

function seconds({ content }: Subpacket): number {
  if (content.length !== 4) throw new RangeError('has a time that is not four octets')
  return content.readUInt32BE()
}

/** A key id is the end of its fingerprint (version 4: 20 octets). */
function checkIssuers(all: readonly Subpacket[]): void {
  const fingerprints = all.filter(({ type }) => type === ISSUER_FINGERPRINT).map(({ content }) => content)
  if (fingerprints.some((content) => content[0] !== 4 || content.length !== 21))
    throw new RangeError("names an issuer's fingerprint that is not of version 4")
  const ids = [
    ...fingerprints.map((content) => content.subarray(-8)),
    ...all.filter(({ type }) => type === ISSUER_KEY_ID).map(({ content }) => content),
  ].map((id) => id.toString('hex'))
  if (ids.some((id) => id.length !== 16 || id !== ids[0])) throw new RangeError('names two issuers')
}

function readSubpackets(area: Buffer): Subpacket[] {
  const reader = new ByteReader(area)
  const subpackets: Subpacket[] = []
  while (!reader.done) {
    const length = subpacketLength(reader)
    const type = reader.uint8()
    subpackets.push({ type: type & 0x7f, critical: type >= 0x80, content: reader.take(length - 1) })
  }
  return subpackets
}

/** The length of type and content. */
function subpacketLength(reader: ByteReader): number {
  const first = reader.uint8()
  if (first === 0) throw new RangeError('has an empty subpacket')
  if (first < 192) return first
  const length = first < 255 ? ((first - 192) << 8) + reader.uint8() + 192 : reader.uint32()
  if (length === 0) throw new RangeError('has an empty subpacket')
  return length
}
