import { createHash } from 'node:crypto'
import {
  bitString,
  der,
  explicit,
  octetString,
  oid,
  readElement,
  readElements,
  sequence,
  setOf,
  TAG,
  unsignedInteger,
  utf8String,
} from '../../crypto/der.ts'
import { ActionError } from '../../base/errors.ts'
import { pem, pssAlgorithmIdentifier, type PublicKey } from '../../crypto/public-key.ts'
import type { HashAlgorithm } from '../../crypto/hashes.ts'
import type { KeyAlgorithm, SigningKey } from '../../crypto/key-algorithm.ts'
import type { PreparedRunFiles } from '../format.ts'

/** The name of the certificate among the run files. */
export const CERTIFICATE_FILE = 'kms-certificate.pem'

/** RFC 5758, 3.2. */
const ECDSA_WITH: Readonly<Record<HashAlgorithm, string>> = {
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}

/** GeneralizedTime has four digits for the year. */
const YEAR_0 = new Date('0000-01-01T00:00:00Z')
const NO_EXPIRY = new Date('9999-12-31T23:59:59Z')

/** AlgorithmIdentifier of a key's signatures, the same in certificates and CMS: ECDSA without parameters, PSS with all. */
export function signatureAlgorithm({ curve, hash }: KeyAlgorithm): Buffer {
  return curve === undefined ? pssAlgorithmIdentifier(hash) : sequence(oid(ECDSA_WITH[hash]))
}

/** UTCTime until 2049, GeneralizedTime from 2050 on, in whole seconds (RFC 5280, 4.1.2.5). */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+Z$|[-:T]/gu, '')
  const year = date.getUTCFullYear()
  return year >= 1950 && year < 2050
    ? der(TAG.utcTime, Buffer.from(`${digits.slice(2)}Z`))
    : der(TAG.generalizedTime, Buffer.from(`${digits}Z`))
}

/** Issuer and serial number of a certificate, as CMS names it. */
interface CertificateName {
  /** Name, DER. */
  readonly issuer: Buffer
  /** INTEGER, DER. */
  readonly serialNumber: Buffer
}

/** What the self-signed certificate of a key is called: `CN=<key id>`, and a serial number made of the public key. */
export function selfSignedName(key: SigningKey): CertificateName {
  const issuer = sequence(setOf(sequence(oid('2.5.4.3'), utf8String(key.id))))
  const serial = createHash('sha256').update(key.publicKey.spki).digest().subarray(0, 20)
  serial[0] = (serial[0] ?? 0) & 0x7f
  return { issuer, serialNumber: unsignedInteger(serial) }
}

/** SHA-1 over the bits of the public key (RFC 5280, 4.2.1.2, method 1). */
function subjectKeyIdentifier(key: PublicKey): Buffer {
  const [, bits] = readElements(readElement(key.spki, TAG.sequence).content)
  return createHash('sha1')
    .update(bits?.content.subarray(1) ?? '')
    .digest()
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(oid(id), ...(critical ? [der(TAG.boolean, Buffer.from([0xff]))] : []), octetString(value))
}

/** CA:FALSE; e-mail protection, OpenSSL's default purpose for CMS, and code signing. No keyUsage: LibreSSL 3.3 fails with it. */
function extensions(key: PublicKey): Buffer {
  return sequence(
    extension('2.5.29.19', sequence(), true),
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.4'), oid('1.3.6.1.5.5.7.3.3'))),
    extension('2.5.29.14', octetString(subjectKeyIdentifier(key))),
  )
}

/** TBSCertificate of the self-signed certificate (RFC 5280, 4.1.2). */
function tbsCertificate(key: SigningKey, createdAt: Date): Buffer {
  const { issuer, serialNumber } = selfSignedName(key)
  return sequence(
    explicit(0, unsignedInteger(Buffer.from([2]))),
    serialNumber,
    signatureAlgorithm(key.algorithm),
    issuer,
    sequence(time(createdAt), time(NO_EXPIRY)),
    issuer,
    key.publicKey.spki,
    explicit(3, extensions(key.publicKey)),
  )
}

/**
 * The self-signed certificate of a key. But for its signature it is the same in every run: one of an earlier run verifies
 * the CMS signatures of later ones, which name issuer and serial number alone.
 * @param createdAt when KMS made the key: the start of its validity
 * @throws ActionError INVALID_RESPONSE for a time that a certificate cannot hold
 */
export function selfSignedCertificate(key: SigningKey, createdAt: Date): PreparedRunFiles {
  if (!(createdAt >= YEAR_0 && createdAt <= NO_EXPIRY))
    throw new ActionError('INVALID_RESPONSE', 'The time when the key was made is none that a certificate can hold.')
  const tbs = tbsCertificate(key, createdAt)
  return {
    names: [CERTIFICATE_FILE],
    toSign: createHash(key.algorithm.hash).update(tbs).digest(),
    encode: (signature) => {
      const certificate = sequence(tbs, signatureAlgorithm(key.algorithm), bitString(signature))
      return [{ name: CERTIFICATE_FILE, content: Buffer.from(pem('CERTIFICATE', certificate)) }]
    },
  }
}
