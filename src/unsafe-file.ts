import { ActionError } from './errors.ts'
import { printable } from './log.ts'

/** The ends of a file. */
export interface FileEnds {
  /** Bytes in all. */
  readonly size: number
  /** From the start on: all, or 1 KiB at least. */
  readonly head: Uint8Array
  /** Up to the end: all, or 16 bytes at least. */
  readonly tail: Uint8Array
}

/**
 * Why a signature over the file's bytes could pass for one over something else (one key serves several formats),
 * or `undefined`. A raw signature is over nothing but a digest, so whoever chooses the bytes of one release file
 * could take its signature for an attestation, a certificate or a signature over other data:
 * DSSE's PAE, SSHSIG (PROTOCOL.sshsig), CMS SignedAttributes (RFC 5652, 5.4), TBSCertificate (RFC 5280, 4.1),
 * OpenPGP's hashed data (RFC 9580, 5.2.4).
 */
export function dangerOf({ size, head, tail }: FileEnds): string | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (startsWith(start, 'DSSEv1 ')) return 'it begins with `DSSEv1 `, as what is signed for a DSSE envelope does'
  if (startsWith(start, 'SSHSIG')) return 'it begins with `SSHSIG`, as what is signed for an SSH signature does'
  if (isSignedAttributes(start, size)) return 'it is as a whole the SignedAttributes of a CMS signature in DER'
  if (isTbsCertificate(start, size))
    return 'it is as a whole the part of an X.509 certificate that is signed (TBSCertificate in DER)'
  if (endsInOpenPgpTrailer(Buffer.from(tail), size)) return 'it ends as what is signed for an OpenPGP signature does'
  return undefined
}

/** The refusal of a file. */
export function unsafeFile(path: string, danger: string): ActionError {
  return new ActionError('UNSAFE_FILE', `${printable(path)} is not signed: ${danger}.`, {
    hint: 'Its signature would be valid for that other thing too. Find out how such a file got into the release; if it belongs there, put it into an archive (.tar.gz, .zip) and sign that.',
  })
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.subarray(0, text.length).toString('latin1') === text
}

/** `04 FF`, and the length of what was hashed before it: version to hashed subpackets, whose own length has 16 bits. */
function endsInOpenPgpTrailer(tail: Buffer, size: number): boolean {
  const fits = (length: number, trailer: number) => length >= 6 && length <= 6 + 0xffff + 2 && length <= size - trailer
  const isTrailer = (at: number, version: number) => at >= 0 && tail[at] === version && tail[at + 1] === 0xff
  const four = tail.length - 6
  if ((isTrailer(four, 4) || isTrailer(four, 6)) && fits(tail.readUInt32BE(four + 2), 6)) return true
  // LibrePGP's version 5 counts with eight octets.
  const eight = tail.length - 10
  return isTrailer(eight, 5) && fits(Number(tail.readBigUInt64BE(eight + 2)), 10)
}

interface Header {
  readonly tag: number
  /** Where the content starts. */
  readonly start: number
  /** Where it ends; beyond the bytes at hand for a long one. */
  readonly end: number
}

/**
 * Tag and length at `at`, by BER and not only DER: some verifiers hash attributes as they find them.
 * `undefined` where there are none, or too few bytes to tell.
 */
function headerAt(bytes: Buffer, at: number): Header | undefined {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return undefined
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first }
  const start = at + 2 + (first & 0x7f)
  if (start > bytes.length || start > at + 10) return undefined
  const length = bytes.subarray(at + 2, start).reduce((sum, octet) => sum * 256 + octet, 0)
  return { tag, start, end: start + length }
}

/** The header of the one element that a file of `size` bytes is; an indefinite length goes to the end. */
function wholeFile(bytes: Buffer, tag: number, size: number): Header | undefined {
  const header = headerAt(bytes, 0)
  if (header?.tag !== tag) return undefined
  if (bytes[1] === 0x80) return { ...header, end: size }
  return header.end === size ? header : undefined
}

const INTEGER = 0x02
const OID = 0x06
const SEQUENCE = 0x30
const SET = 0x31

/** SET OF Attribute; one that begins as such is enough, since nothing else does. */
function isSignedAttributes(bytes: Buffer, size: number): boolean {
  const whole = wholeFile(bytes, SET, size)
  const attribute = whole && headerAt(bytes, whole.start)
  if (attribute?.tag !== SEQUENCE) return false
  const type = headerAt(bytes, attribute.start)
  if (type?.tag !== OID) return false
  const values = headerAt(bytes, type.end)
  return values === undefined || values.tag === SET
}

/** Serial number, signature, issuer, validity, subject, key: what follows the version, if there is one. */
const TBS_FIELDS: readonly number[] = [INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE]
const ALGORITHM = 1
const VALIDITY = 3
const VERSION = 0xa0
const TIMES: readonly number[] = [0x17, 0x18]
/** 1.2.840.113549.1.7: no algorithm, but what a PKCS #12 file has in that place. */
const PKCS7 = Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07])

/** Judged as far as the head reaches; what lies behind it counts as what it would have to be. */
function isTbsCertificate(bytes: Buffer, size: number): boolean {
  const whole = wholeFile(bytes, SEQUENCE, size)
  if (whole === undefined) return false
  const couldBe = (at: number, tags: readonly number[]) =>
    at < bytes.length ? tags.includes(bytes[at] ?? 0) : bytes.length < size
  const version = headerAt(bytes, whole.start)
  let at = version?.tag === VERSION && version.end < whole.start + 16 ? version.end : whole.start
  for (const [index, tag] of TBS_FIELDS.entries()) {
    if (!couldBe(at, [tag])) return false
    const field = headerAt(bytes, at)
    if (field === undefined) return bytes.length < size
    if (index === ALGORITHM && (!couldBe(field.start, [OID]) || isPkcs7(bytes, field.start))) return false
    if (index === VALIDITY && !couldBe(field.start, TIMES)) return false
    at = field.end
  }
  return at <= whole.end
}

function isPkcs7(bytes: Buffer, at: number): boolean {
  return bytes.subarray(at + 2, at + 2 + PKCS7.length).equals(PKCS7)
}
