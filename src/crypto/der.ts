/** DER (ITU-T X.690), as much of it as SubjectPublicKeyInfo, X.509 and CMS need. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** Tag, definite length in its shortest form, content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(length)]), ...content])
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return [0x80 | octets.length, ...octets]
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => der(TAG.sequence, ...content)
export const octetString = (content: Uint8Array): Buffer => der(TAG.octetString, content)
export const bitString = (content: Uint8Array): Buffer => der(TAG.bitString, Buffer.from([0]), content)
export const utf8String = (text: string): Buffer => der(TAG.utf8String, Buffer.from(text))
export const derNull = (): Buffer => der(TAG.null)
/** Context-specific, constructed: `[number]`. */
export const explicit = (number: number, ...content: readonly Uint8Array[]): Buffer => der(0xa0 | number, ...content)

/** SET OF: its members in ascending order of their encodings (X.690, 11.6). */
export function setOf(...members: readonly Uint8Array[]): Buffer {
  return der(TAG.set, ...members.toSorted((a, b) => Buffer.compare(a, b)))
}

/** INTEGER from an unsigned big-endian number of any length. */
export function unsignedInteger(bytes: Uint8Array): Buffer {
  let start = 0
  while (bytes[start] === 0) start += 1
  const trimmed = bytes.subarray(start)
  if (trimmed.length === 0) return der(TAG.integer, Buffer.from([0]))
  return (trimmed[0] ?? 0) >= 0x80 ? der(TAG.integer, Buffer.from([0]), trimmed) : der(TAG.integer, trimmed)
}

/** OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const base128 = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) base128.unshift(0x80 | (left % 128))
    return base128
  })
  return der(TAG.oid, Buffer.from(octets))
}

/** One element that was read: its tag, its content, and all of its bytes. */
export interface DerElement {
  readonly tag: number
  readonly content: Buffer
  readonly encoded: Buffer
}

/**
 * The elements that `bytes` are, one after the other, without descending into them.
 * Strict: single-byte tags, definite and shortest lengths, nothing left over; else a `RangeError`.
 */
export function readElements(bytes: Uint8Array): DerElement[] {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const elements: DerElement[] = []
  for (let at = 0; at < input.length;) {
    const { tag, start, end } = readHeader(input, at)
    elements.push({ tag, content: input.subarray(start, end), encoded: input.subarray(at, end) })
    at = end
  }
  return elements
}

function readHeader(input: Buffer, at: number): { tag: number; start: number; end: number } {
  if (at + 2 > input.length) throw new RangeError('no DER element')
  const tag = input.readUInt8(at)
  if ((tag & 0x1f) === 0x1f) throw new RangeError('no DER element')
  let start = at + 2
  let length = input.readUInt8(at + 1)
  if (length >= 0x80) {
    const count = length & 0x7f
    if (count === 0 || count > 4 || start + count > input.length) throw new RangeError('no DER length')
    length = input.readUIntBE(start, count)
    start += count
    if (lengthOctets(length).length !== count + 1) throw new RangeError('a DER length that is not minimal')
  }
  if (start + length > input.length) throw new RangeError('a DER element that is cut off')
  return { tag, start, end: start + length }
}

/** The one element that `bytes` are; with `tag`, of that tag. Else a `RangeError`. */
export function readElement(bytes: Uint8Array, tag?: number): DerElement {
  const [element, ...rest] = readElements(bytes)
  if (element === undefined || rest.length > 0) throw new RangeError('not exactly one DER element')
  if (tag !== undefined && element.tag !== tag) throw new RangeError(`DER tag ${element.tag} in place of ${tag}`)
  return element
}
