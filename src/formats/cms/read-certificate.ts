import { X509Certificate } from 'node:crypto'
import { wrappedBase64 } from '../../base/base64.ts'
import { publicKeyFromSpki } from '../../crypto/public-key.ts'
import type { TrustedKey } from '../signature-check.ts'

const BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/gu

/**
 * Whether PEM text holds a certificate of one of the keys, behind it at most those that issued it, each the next, and
 * nothing else; false when it is a certificate of another key. A self-signed one has to be signed by its key.
 * @throws RangeError when it is not that
 */
export function holdsCertificateOf(bytes: Buffer, keys: readonly TrustedKey[]): boolean {
  const text = bytes.toString('latin1')
  if (text.replace(BLOCK, '').trim() !== '') throw new RangeError('holds more than certificates')
  const [own, ...issuers] = Array.from(text.matchAll(BLOCK), ([, base64 = '']) => parse(base64))
  if (own === undefined) throw new RangeError('holds no certificate')
  const { fingerprint } = publicKeyFromSpki(own.publicKey.export({ format: 'der', type: 'spki' }))
  if (!keys.some(({ publicKey }) => publicKey.fingerprint === fingerprint)) return false
  let last = own
  for (const issuer of issuers) {
    if (last.issuer === last.subject || !last.checkIssued(issuer) || !last.verify(issuer.publicKey))
      throw new RangeError('holds a certificate that did not issue the one before it')
    last = issuer
  }
  if (own.issuer === own.subject && !own.verify(own.publicKey))
    throw new RangeError('holds a self-signed certificate with a wrong signature')
  return true
}

function parse(base64: string): X509Certificate {
  const encoded = wrappedBase64(base64)
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(encoded)
  } catch (cause) {
    throw new RangeError('holds a certificate that cannot be read', { cause })
  }
  if (!certificate.raw.equals(encoded)) throw new RangeError('holds more than certificates')
  return certificate
}
