/** A certificate authority for one run (RFC 5280), so that TLS can be tested without another program. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { der, integer, oid, pem, sequence } from './der.ts'

const DAY = 86_400_000
const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'))

interface IssuedCertificate {
  /** PEM of the certificate. */
  readonly cert: string
  /** PEM of its private key, PKCS #8. */
  readonly key: string
}

function name(common: string): Buffer {
  return sequence(der(0x31, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from(common)))))
}

function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '').slice(0, 14)
  return der(0x18, Buffer.from(`${digits}Z`))
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return sequence(oid(id), critical ? der(1, Buffer.of(0xff)) : Buffer.alloc(0), der(4, value))
}

function subjectAltName(host: string): Buffer {
  const address = isIP(host) === 4 ? der(0x87, Buffer.from(host.split('.').map(Number))) : undefined
  return extension('2.5.29.17', false, sequence(address ?? der(0x82, Buffer.from(host))))
}

interface Contents {
  readonly issuer: string
  readonly subject: string
  readonly publicKey: KeyObject
  readonly notBefore: number
  readonly notAfter: number
  readonly extensions: readonly Buffer[]
}

function signed(contents: Contents, signer: KeyObject): string {
  const body = sequence(
    der(0xa0, integer(Buffer.of(2))),
    integer(randomBytes(16)),
    ECDSA_SHA256,
    name(contents.issuer),
    sequence(time(contents.notBefore), time(contents.notAfter)),
    name(contents.subject),
    contents.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...contents.extensions)),
  )
  const signature = der(3, Buffer.of(0), sign('sha256', body, signer))
  return pem('CERTIFICATE', sequence(body, ECDSA_SHA256, signature))
}

/** Issues certificates for servers under a root that is made with it. */
export class CertificateAuthority {
  /** PEM of the root. */
  readonly root: string
  readonly #name: string
  readonly #key: KeyObject

  constructor(common: string) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    this.#name = common
    this.#key = privateKey
    const extensions = [
      extension('2.5.29.19', true, sequence(der(1, Buffer.of(0xff)))),
      extension('2.5.29.15', true, der(3, Buffer.of(2, 0x04))),
    ]
    const now = Date.now()
    const period = { notBefore: now - DAY, notAfter: now + 30 * DAY }
    this.root = signed({ issuer: common, subject: common, publicKey, ...period, extensions }, privateKey)
  }

  /** A certificate for `host` (a DNS name or an IPv4 address), valid for a month or over since a day. */
  issue(host: string, expired = false): IssuedCertificate {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    const now = Date.now()
    const contents: Contents = {
      issuer: this.#name,
      subject: host.slice(0, 64),
      publicKey,
      notBefore: now - 10 * DAY,
      notAfter: expired ? now - DAY : now + 30 * DAY,
      extensions: [subjectAltName(host), extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1')))],
    }
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    return { cert: signed(contents, this.#key), key }
  }
}
