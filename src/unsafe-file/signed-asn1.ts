/**
 * Whether a file is as a whole what a CMS signature or a certificate signs. By BER and not only DER: OpenSSL hashes a
 * TBSCertificate as it finds it, whatever the lengths look like.
 */

interface Header {
  readonly tag: number
  /** Where the content starts. */
  readonly start: number
  /** Where it ends, maybe beyond the bytes at hand; `undefined` for an indefinite length. */
  readonly end: number | undefined
}

/** Tag and length at `at`; `undefined` where there are none, or too few bytes to tell. */
function headerAt(bytes: Buffer, at: number): Header | undefined {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return undefined
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first }
  const start = at + 2 + (first & 0x7f)
  if (start > bytes.length) return undefined
  if (first === 0x80) return { tag, start, end: undefined }
  const length = bytes.subarray(at + 2, start).reduce((sum, octet) => sum * 256 + octet, 0)
  return { tag, start, end: start + length }
}

/** Where the element at `at` ends; beyond the bytes at hand where they do not tell. */
function endAt(bytes: Buffer, at: number): number {
  let open = 0
  let next = at
  do {
    const header = headerAt(bytes, next)
    if (header === undefined) return Infinity
    if (header.end === undefined) open += 1
    else if (open > 0 && header.tag === 0 && header.end === header.start) open -= 1
    next = header.end ?? header.start
  } while (open > 0)
  return next
}

/** Content of the one element that a file of `size` bytes is; an indefinite length goes to the end. */
function wholeFile(bytes: Buffer, tag: number, size: number): { readonly start: number } | undefined {
  const header = headerAt(bytes, 0)
  return header?.tag === tag && (header.end ?? size) === size ? header : undefined
}

const INTEGER = 0x02
const OID = 0x06
const SEQUENCE = 0x30
const SET = 0x31

/**
 * SET OF Attribute (RFC 5652, 5.4); one that begins as such is enough, since nothing else does.
 * @param bytes the file's first 1 KiB at least, or all
 */
export function isSignedAttributes(bytes: Buffer, size: number): boolean {
  const whole = wholeFile(bytes, SET, size)
  const attribute = whole && headerAt(bytes, whole.start)
  if (attribute?.tag !== SEQUENCE) return false
  const type = headerAt(bytes, attribute.start)
  if (type?.tag !== OID || type.end === undefined) return false
  const values = headerAt(bytes, type.end)
  return values === undefined || values.tag === SET
}

/** Serial number, signature, issuer, validity, subject, key: what follows the version, if there is one. */
const TBS_FIELDS: readonly number[] = [INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE]
const ALGORITHM = 1
const VALIDITY = 3
const VERSION = 0xa0
/** Two lengths of at most 126 octets, and the number. */
const MAX_VERSION_BYTES = 300
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
  const whole = wholeFile(bytes, SEQUENCE, size)
  if (whole === undefined) return false
  const couldBe = (at: number, tags: readonly number[]) =>
    at < bytes.length ? tags.includes(bytes[at] ?? 0) : bytes.length < size
  let at = afterVersion(bytes, whole.start)
  for (const [index, tag] of TBS_FIELDS.entries()) {
    if (!couldBe(at, [tag])) return false
    const field = headerAt(bytes, at)
    if (field === undefined) return bytes.length < size
    if (index === ALGORITHM && (!couldBe(field.start, [OID]) || isPkcs7(bytes, field.start))) return false
    if (index === VALIDITY && !couldBe(field.start, TIMES)) return false
    at = endAt(bytes, at)
  }
  return at === Infinity ? bytes.length < size : at <= size
}

function afterVersion(bytes: Buffer, at: number): number {
  if (bytes[at] !== VERSION) return at
  const end = endAt(bytes, at)
  return end <= at + MAX_VERSION_BYTES ? end : at
}

function isPkcs7(bytes: Buffer, at: number): boolean {
  return bytes.subarray(at + 2, at + 2 + PKCS7.length).equals(PKCS7)
}
