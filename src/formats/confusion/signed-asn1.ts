/**
 * Whether a file is as a whole what a CMS signature or a certificate signs. By BER and not only DER, and by what OpenSSL
 * takes beyond it: OpenSSL hashes a TBSCertificate as it finds it, whatever its tags and lengths look like, and gpgsm
 * hashes SignedAttributes so.
 */

interface Header {
  /** In its short form, however it was written; `LONG` and the class for numbers that have none. */
  readonly tag: number
  /** Where the content starts. */
  readonly start: number
  /** Where it ends, maybe beyond the bytes at hand; `undefined` for an indefinite length. */
  readonly end: number | undefined
}

const END = 0x00
const INTEGER = 0x02
const OID = 0x06
/** Bits of a first octet behind which the number follows, seven bits an octet (X.690, 8.1.2.4). */
const LONG = 0x1f
const CONSTRUCTED = 0x20
const SEQUENCE = 0x30
const SET = 0x31
/** `[0]`, as which SignedAttributes stand in a message. */
const ATTRIBUTES = 0xa0

/** Tag and length at `at`; `undefined` where the bytes at hand end before. */
export function headerAt(bytes: Buffer, at: number): Header | undefined {
  const { tag, next } = tagAt(bytes, at)
  const first = bytes[next]
  if (first === undefined) return undefined
  const start = next + 1
  if (first < 0x80) return { tag, start, end: start + first }
  if (first === 0x80) return { tag, start, end: undefined }
  const octets = bytes.subarray(start, start + (first & 0x7f))
  if (octets.length < (first & 0x7f)) return undefined
  const length = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  return { tag, start: start + octets.length, end: start + octets.length + length }
}

/** A tag, and where its length follows. X.690 keeps the long form for large numbers; OpenSSL takes it for all, padded too. */
function tagAt(bytes: Buffer, at: number): { readonly tag: number; readonly next: number } {
  const tag = bytes[at] ?? 0
  let next = at + 1
  if ((tag & LONG) !== LONG) return { tag, next }
  let number = 0
  for (let octet = 0x80; octet >= 0x80; next += 1) {
    octet = bytes[next] ?? 0
    number = number * 128 + (octet & 0x7f)
  }
  return { tag: tag - LONG + Math.min(number, LONG), next }
}

/** Where the element at `at` ends; beyond the bytes at hand where they do not tell. */
export function endAt(bytes: Buffer, at: number): number {
  let open = 0
  let next = at
  do {
    const header = headerAt(bytes, next)
    if (header === undefined) return Infinity
    if (header.end === undefined) open += 1
    else if (header.tag === 0 && header.end === next + 2) open -= 1
    next = header.end ?? header.start
  } while (open > 0)
  return next
}

/** Whether a file of `size` bytes can be one element, as far as that shows; an indefinite length goes to the end. */
export function isOneElement(bytes: Buffer, size: number): boolean {
  const header = headerAt(bytes, 0)
  // Only who has something to hide pads a tag until nothing else is in sight.
  if (header === undefined) return bytes[0] === (CONSTRUCTED | LONG)
  return (header.end ?? size) === size
}

/**
 * SET OF Attribute (RFC 5652, 5.4); one that begins as such is enough, since nothing else does. What follows the type of
 * the first is not looked at: gpgsm takes an attribute without values, and one whose type is in parts or left out.
 * @param bytes the file's first 1 KiB at least, or all
 */
export function isSignedAttributes(bytes: Buffer, size: number): boolean {
  if (beginsWithAttribute(SET, bytes, size)) return true
  if (bytes[0] !== SET) return false
  // gpgsm puts SET's octet in the place of the first alone: the rest of a long tag stays behind it.
  const inMessage = Buffer.concat([Buffer.of(ATTRIBUTES | LONG), bytes.subarray(1)])
  return beginsWithAttribute(ATTRIBUTES, inMessage, size)
}

/** Whether a file is one element of `tag` and begins with an attribute. */
function beginsWithAttribute(tag: number, bytes: Buffer, size: number): boolean {
  if (!isOneElement(bytes, size)) return false
  let at = 0
  for (const outer of [tag, SEQUENCE]) {
    const header = headerAt(bytes, at)
    if (header === undefined) return bytes.length < size
    if (header.tag !== outer) return false
    at = header.start
  }
  const type = headerAt(bytes, at)
  return type === undefined ? bytes.length < size : couldBeType(type)
}

/** A type, maybe in parts, or an end in its place. */
function couldBeType({ tag, start, end }: Header): boolean {
  return [OID, OID | CONSTRUCTED, END].includes(tag) || (tag === (END | CONSTRUCTED) && end === start)
}

/** The whole; and in it, behind the version, serial number, signature, issuer, validity, subject, key. */
const TBS: readonly number[] = [SEQUENCE, INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE]
const WHOLE = 0
const ALGORITHM = 2
const VALIDITY = 4
const VERSION = 0xa0
/** UTCTime and GeneralizedTime, and both in parts. */
const TIMES: readonly number[] = [0x17, 0x18, 0x37, 0x38]
/** 1.2.840.113549.1.7: no algorithm, but what a PKCS #12 file has in that place. */
const PKCS7 = Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07])

/**
 * TBSCertificate (RFC 5280, 4.1). Judged as far as the bytes at hand reach; what lies behind them counts as what it
 * would have to be.
 * @param bytes the file's first 1 KiB at least, or all
 */
export function isTbsCertificate(bytes: Buffer, size: number): boolean {
  if (!isOneElement(bytes, size)) return false
  let at = 0
  for (const [index, tag] of TBS.entries()) {
    const field = headerAt(bytes, at)
    if (field === undefined) return bytes.length < size
    // OpenSSL takes a SEQUENCE OF, which names are, as primitive too.
    if ((field.tag | CONSTRUCTED) !== (tag | CONSTRUCTED)) return false
    if (index === ALGORITHM && !couldBeAlgorithm(bytes, field.start)) return false
    if (index === VALIDITY && !couldBe(bytes, field.start, TIMES)) return false
    at = index === WHOLE ? afterVersion(bytes, field.start) : endAt(bytes, at)
  }
  return at === Infinity ? bytes.length < size : at <= size
}

/** True where there is no header any more: the next field is asked then whether the file goes on. */
function couldBe(bytes: Buffer, at: number, tags: readonly number[]): boolean {
  const header = headerAt(bytes, at)
  return header === undefined || tags.includes(header.tag)
}

/** Whether an AlgorithmIdentifier can begin at `at`, as far as the bytes tell. */
export function couldBeAlgorithm(bytes: Buffer, at: number): boolean {
  const id = headerAt(bytes, at)
  return id === undefined || (id.tag === OID && !bytes.subarray(id.start, id.start + PKCS7.length).equals(PKCS7))
}

/** Behind a version of any length, since OpenSSL takes any number for one; or `at` where there is none. */
function afterVersion(bytes: Buffer, at: number): number {
  const version = headerAt(bytes, at)
  return version?.tag === VERSION && couldBe(bytes, version.start, [INTEGER]) ? endAt(bytes, at) : at
}
