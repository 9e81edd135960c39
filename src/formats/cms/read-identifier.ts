import { readElement, readElements, TAG, type DerElement } from '../../crypto/der.ts'
import type { PublicKey } from '../../crypto/public-key.ts'
import type { TrustedKey } from '../signature-check.ts'

const KEY_IDENTIFIER = 0x80
/** `[0]`, constructed: the version of a certificate. */
const CONTEXT_0 = 0xa0

/** A certificate in a message, as far as it is looked at. */
interface Certificate {
  readonly issuer: Buffer
  readonly serialNumber: Buffer
  readonly spki: Buffer
}

/**
 * Checks how a signer is named (RFC 5652, 5.3): by issuer and serial number in version 1, by a key identifier in version 3;
 * and where the message holds a certificate of the trusted key, that it is the one that is named.
 * @param certificates content of the field of that name; `undefined` without it
 * @throws RangeError
 */
export function checkIdentifier(
  version: number,
  identifier: DerElement | undefined,
  certificates: Buffer | undefined,
  { publicKey }: TrustedKey,
): void {
  const named = identifier?.tag === KEY_IDENTIFIER ? undefined : issuerAndSerial(identifier)
  if (version !== (named === undefined ? 3 : 1)) throw new RangeError('has a signer of another version than its name')
  if (named === undefined && identifier?.content.length === 0) throw new RangeError('names its signer by nothing')
  const own = readElements(certificates ?? Buffer.alloc(0))
    .map(readCertificate)
    .filter(({ spki }) => isKey(spki, publicKey))
  if (named === undefined || own.length === 0) return
  const isNamed = own.some(
    ({ issuer, serialNumber }) => issuer.equals(named.issuer) && serialNumber.equals(named.serialNumber),
  )
  if (!isNamed) throw new RangeError('names another certificate than the one of the trusted key in it')
}

function issuerAndSerial(identifier: DerElement | undefined): Pick<Certificate, 'issuer' | 'serialNumber'> {
  if (identifier?.tag !== TAG.sequence) throw new RangeError('does not name its signer')
  const [issuer, serialNumber, ...rest] = readElements(identifier.content)
  if (issuer === undefined || serialNumber === undefined || rest.length > 0)
    throw new RangeError('does not name its signer by issuer and serial number')
  checkName(issuer)
  checkInteger(serialNumber)
  return { issuer: issuer.encoded, serialNumber: serialNumber.encoded }
}

/** Name (RFC 5280, 4.1.2.4): a sequence of sets of types with values. */
function checkName({ tag, content }: DerElement): void {
  const broken = new RangeError('names its signer by something that is not a name')
  if (tag !== TAG.sequence) throw broken
  for (const set of readElements(content)) {
    const attributes = readElements(set.content)
    if (set.tag !== TAG.set || attributes.length === 0) throw broken
    for (const attribute of attributes) {
      const [type, value, ...rest] = attribute.tag === TAG.sequence ? readElements(attribute.content) : []
      if (type?.tag !== TAG.oid || type.content.length === 0 || value === undefined || rest.length > 0) throw broken
    }
  }
}

/** In its shortest form. */
function checkInteger({ tag, content: [first, second], encoded }: DerElement): void {
  const padded = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
  if (tag !== TAG.integer || encoded.length < 3 || padded)
    throw new RangeError('names its signer by something that is not a number')
}

function readCertificate({ tag, content }: DerElement): Certificate {
  const broken = new RangeError('holds a broken certificate')
  const [tbs] = tag === TAG.sequence ? readElements(content) : []
  if (tbs?.tag !== TAG.sequence) throw broken
  const fields = readElements(tbs.content)
  const [serialNumber, , issuer, , , spki] = fields[0]?.tag === CONTEXT_0 ? fields.slice(1) : fields
  if (serialNumber?.tag !== TAG.integer || issuer?.tag !== TAG.sequence || spki?.tag !== TAG.sequence) throw broken
  return { issuer: issuer.encoded, serialNumber: serialNumber.encoded, spki: spki.encoded }
}

/** By the key itself: an RSA key may be labelled in two ways. */
function isKey(spki: Buffer, publicKey: PublicKey): boolean {
  const bitsOf = (encoded: Buffer) => readElements(readElement(encoded, TAG.sequence).content)[1]?.encoded
  const [theirs, ours] = [bitsOf(spki), bitsOf(publicKey.spki)]
  return theirs !== undefined && ours !== undefined && theirs.equals(ours)
}
