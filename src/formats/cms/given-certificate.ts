import { X509Certificate } from 'node:crypto'
import { readElement, readElements, TAG } from '../../crypto/der.ts'
import { ActionError } from '../../base/errors.ts'
import { pem, publicKeyFromSpki, type PublicKey } from '../../crypto/public-key.ts'
import type { GivenCertificate, RunFile } from '../format.ts'
import { CERTIFICATE_FILE } from './certificate.ts'

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/gu
const VERSION = 0xa0

/**
 * The input `certificate`: the key's certificate in PEM, its chain behind it where there is one.
 * @param now a certificate out of date is refused
 * @throws ActionError INVALID_INPUT
 */
export function parseGivenCertificate(text: string, now: Date): GivenCertificate {
  const [first, ...others] = Array.from(text.matchAll(PEM), ([, base64 = '']) => Buffer.from(base64, 'base64'))
  if (first === undefined)
    throw invalid(
      'The input `certificate` holds no certificate in PEM',
      'Give its text, or the path of its file, relative to the workspace: a certificate in PEM begins with `-----BEGIN CERTIFICATE-----`. Example: `certificate: kms-certificate.pem`.',
    )
  let parsed: Parsed
  try {
    parsed = parse(first, others)
  } catch (cause) {
    throw invalid('The input `certificate` holds no X.509 certificate that can be read', undefined, cause)
  }
  checkDates(parsed, now)
  return parsed.given
}

interface Parsed {
  readonly from: Date
  readonly to: Date
  readonly given: GivenCertificate
}

function parse(first: Buffer, others: readonly Buffer[]): Parsed {
  const x509 = new X509Certificate(first)
  const chain = others.map((other) => new X509Certificate(other).raw)
  const [tbs] = readElements(readElement(first, TAG.sequence).content)
  const fields = readElements(tbs?.content ?? Buffer.alloc(0))
  const [serialNumber, , issuer, , subject, spki] = fields[0]?.tag === VERSION ? fields.slice(1) : fields
  if (serialNumber === undefined || issuer === undefined || subject === undefined || spki === undefined)
    throw new RangeError('no TBSCertificate')
  // Not `validFromDate`: of a time that cannot be read, such as one in month 13, Node makes any date.
  const [from, to] = [new Date(x509.validFrom), new Date(x509.validTo)]
  if (Number.isNaN(from.getTime() + to.getTime())) throw new RangeError('no dates')
  const given: GivenCertificate = {
    certificates: [x509.raw, ...chain],
    issuer: issuer.encoded,
    serialNumber: serialNumber.encoded,
    keyFingerprint: publicKeyFromSpki(spki.encoded).fingerprint,
    validFrom: from,
    selfIssued: issuer.encoded.equals(subject.encoded),
  }
  return { from, to, given }
}

function checkDates({ from, to }: Parsed, now: Date): void {
  if (from <= now && now <= to) return
  throw invalid(
    `The input \`certificate\` is out of date: valid from ${from.toISOString()} to ${to.toISOString()}, and it is ${now.toISOString()}`,
    'Hand in a certificate that is valid now, or leave `certificate` empty: then a self-signed one is made.',
  )
}

/** @throws ActionError KEY_MISMATCH when the certificate is one of another key, with both fingerprints */
export function checkCertificateKey(certificate: GivenCertificate, key: PublicKey): void {
  if (certificate.keyFingerprint === key.fingerprint) return
  throw new ActionError(
    'KEY_MISMATCH',
    `The input \`certificate\` is for the key ${certificate.keyFingerprint}, and the KMS key is ${key.fingerprint}.`,
    {
      hint: 'Hand in the `kms-certificate.pem` that an earlier run with this key wrote, or one that a CA issued for it; or leave `certificate` empty.',
    },
  )
}

/** `kms-certificate.pem` of a certificate that was handed in: what came in, without text around it. */
export function certificateFile({ certificates }: GivenCertificate): RunFile {
  return {
    name: CERTIFICATE_FILE,
    content: Buffer.from(certificates.map((certificate) => pem('CERTIFICATE', certificate)).join('')),
  }
}

function invalid(what: string, hint: string | undefined, cause?: unknown): ActionError {
  return new ActionError('INVALID_INPUT', `${what}.`, { hint, cause })
}
