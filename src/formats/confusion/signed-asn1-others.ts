/** Whether a file is as a whole what a certificate request, a revocation list or an OCSP answer signs; BER as well. */
import { couldBeAlgorithm, endAt, headerAt, isOneElement } from './signed-asn1.ts'

const INTEGER = 0x02
const BIT_STRING = 0x03
const CONSTRUCTED = 0x20
const SEQUENCE = 0x30
const SET = 0x31
/** UTCTime and GeneralizedTime. */
const TIMES: readonly number[] = [0x17, 0x18]

/** One element of a SEQUENCE. */
interface Field {
  /** Each in either form, primitive or constructed: OpenSSL takes some that are marked wrong. */
  readonly tags: readonly number[]
  readonly optional?: boolean
  /** What its content can begin with. Whether it may be empty: `empty`. */
  readonly first?: readonly number[]
  readonly empty?: boolean
  readonly isAlgorithm?: boolean
}

const NAME: Field = { tags: [SEQUENCE], first: [SET], empty: true }
const ALGORITHM: Field = { tags: [SEQUENCE], isAlgorithm: true }

/** RFC 2986, 4.1: version, subject, SubjectPublicKeyInfo. */
const REQUEST: readonly Field[] = [{ tags: [INTEGER] }, NAME, { tags: [SEQUENCE], first: [SEQUENCE] }]
/** RFC 5280, 5.1: version, signature, issuer, this update. */
const REVOCATION_LIST: readonly Field[] = [{ tags: [INTEGER], optional: true }, ALGORITHM, NAME, { tags: TIMES }]
/** RFC 6960, 4.2.1: version, responder by name or key, time, responses. */
const OCSP_ANSWER: readonly Field[] = [
  { tags: [0xa0], first: [INTEGER], optional: true },
  { tags: [0xa1, 0xa2] },
  { tags: TIMES },
  { tags: [SEQUENCE], first: [SEQUENCE], empty: true },
]

/**
 * What it is, as a sentence has it, or `undefined`. Judged as far as the bytes at hand reach; what lies behind them counts
 * as what it would have to be. @param bytes the file's first 1 KiB at least, or all
 */
export function otherSignedAsn1(bytes: Buffer, size: number): string | undefined {
  if (isRequest(bytes, size)) return 'the part of a certificate request that is signed (CertificationRequestInfo)'
  if (isSequenceOf(REVOCATION_LIST, bytes, size)) return 'the part of a revocation list that is signed (TBSCertList)'
  if (isSequenceOf(OCSP_ANSWER, bytes, size)) return 'the part of an OCSP answer that is signed (ResponseData)'
  return undefined
}

function isSequenceOf(fields: readonly Field[], bytes: Buffer, size: number): boolean {
  const whole = headerAt(bytes, 0)
  if (whole === undefined || !isOneElement(bytes, size) || !isOneOf([SEQUENCE], whole.tag)) return false
  let at = whole.start
  for (const field of fields) {
    const header = headerAt(bytes, at)
    if (header === undefined) return bytes.length < size
    if (isOneOf(field.tags, header.tag) && couldBegin(field, bytes, header)) at = endAt(bytes, at)
    else if (field.optional !== true) return false
  }
  return true
}

function isOneOf(tags: readonly number[], tag: number): boolean {
  return tags.some((wanted) => (wanted | CONSTRUCTED) === (tag | CONSTRUCTED))
}

function couldBegin(
  { first, empty = false, isAlgorithm = false }: Field,
  bytes: Buffer,
  { start, end }: { readonly start: number; readonly end: number | undefined },
): boolean {
  if (isAlgorithm) return couldBeAlgorithm(bytes, start)
  if (first === undefined) return true
  if (end === start) return empty
  const inner = headerAt(bytes, start)
  return inner === undefined || isOneOf(first, inner.tag)
}

/** With the bits of a public key, which tell it from other structures that begin alike. */
function isRequest(bytes: Buffer, size: number): boolean {
  if (!isSequenceOf(REQUEST, bytes, size)) return false
  let at = headerAt(bytes, 0)?.start ?? 0
  for (let field = 0; field < 2; field += 1) at = endAt(bytes, at)
  const key = headerAt(bytes, at)
  if (key === undefined) return bytes.length < size
  const bits = headerAt(bytes, endAt(bytes, key.start))
  return bits === undefined ? bytes.length < size : isOneOf([BIT_STRING], bits.tag)
}
