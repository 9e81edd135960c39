import { createHash, createPublicKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { explicit, oid, readElement, readElements, sequence, unsignedInteger } from '../../src/crypto/der.ts'
import { cmsEncoding } from '../../src/formats/cms/write.ts'
import { IN_TOTO_PAYLOAD_TYPE, preAuthEncoding, signedStatement } from '../../src/formats/dsse/write.ts'
import { parseGivenCertificate } from '../../src/formats/cms/given-certificate.ts'
import { openPgpEncoding, openPgpKey } from '../../src/formats/openpgp/write.ts'
import { armor } from '../../src/formats/openpgp/packets.ts'
import { allowedSigners, sshsigEncoding } from '../../src/formats/sshsig/write.ts'
import { sigstoreEncoding } from '../../src/formats/sigstore/write.ts'
import { selfSignedCertificate } from '../../src/formats/cms/certificate.ts'
import { publicKeyFromSpki, parsePublicKey, type PublicKey } from '../../src/crypto/public-key.ts'
import { algorithmNamed, type SigningKey } from '../../src/crypto/key-algorithm.ts'
import { verifyDigest } from '../../src/crypto/verify-digest.ts'

const vector = (name: string): Buffer => readFileSync(join(import.meta.dirname, '..', 'vectors', name))
const FILE = vector('file.txt')
const digest = createHash('sha256').update(FILE).digest()
const NO_MORE = { sha512: undefined, own: new Map() }

function signingKey(publicKey: PublicKey, name = 'ECDSA_NIST_P256_SHA_256', id = 'local key'): SigningKey {
  return { id, algorithm: algorithmNamed(name), publicKey, createdAt: undefined }
}

function keyOfPoint(point: Buffer): PublicKey {
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33, 65).toString('base64url'),
  }
  return publicKeyFromSpki(createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' }))
}

const ecdsaSignature = (r: Uint8Array, s: Uint8Array): Buffer => sequence(unsignedInteger(r), unsignedInteger(s))

/** SSH strings one after the other. */
function strings(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return []
  const end = 4 + bytes.readUInt32BE()
  return [bytes.subarray(4, end), ...strings(bytes.subarray(end))]
}

const part = (parts: readonly Buffer[], index: number): Buffer => parts[index] ?? Buffer.alloc(0)

const unarmored = (text: string): Buffer =>
  Buffer.from(text.replace(/^-----.*$|^=.{4}$/gmu, '').replaceAll('\n', ''), 'base64')

describe('OpenSSH', () => {
  const theirs = vector('file.txt.sshsig').toString()
  const pub = vector('ssh.pub').toString().split(' ')[1] ?? ''
  const key = signingKey(keyOfPoint(part(strings(Buffer.from(pub, 'base64')), 2)))

  it('writes the same signature file around the same r and s', () => {
    const blob = strings(unarmored(theirs).subarray(10))
    const [r, s] = strings(part(strings(part(blob, 4)), 1)) as [Buffer, Buffer]
    const { toSign, encode } = sshsigEncoding(key).prepare({ digest, ...NO_MORE })
    expect(verifyDigest(key, toSign, ecdsaSignature(r, s))).toBe(true)
    expect(encode(ecdsaSignature(r, s)).toString()).toBe(theirs)
  })

  it('encodes the public key alike', () => {
    expect(allowedSigners(key, 'someone').toString()).toBe(
      `someone namespaces="file" ecdsa-sha2-nistp256 ${pub.trim()}\n`,
    )
  })
})

/** Packets with headers of the old format and one octet of length, as GnuPG writes short ones. */
function packets(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return []
  const end = 2 + (bytes[1] ?? 0)
  return [bytes.subarray(2, end), ...packets(bytes.subarray(end))]
}

function mpis(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return []
  const end = 2 + Math.ceil(bytes.readUInt16BE() / 8)
  return [bytes.subarray(2, end), ...mpis(bytes.subarray(end))]
}

it('writes the key and the signature packet that GnuPG writes', () => {
  const [theirKey, , certification] = packets(vector('gpg-key.gpg'))
  const theirs = packets(unarmored(vector('file.txt.asc').toString()))[0]
  if (theirKey === undefined || theirs === undefined || certification === undefined) throw new Error('no packets')
  const created = new Date(1000 * theirKey.readUInt32BE(1))
  const pgp = openPgpKey(signingKey(keyOfPoint(theirKey.subarray(-65))), created)
  expect(pgp.body.toString('hex')).toBe(theirKey.toString('hex'))

  // version, type, two algorithms, 29 hashed octets, 10 unhashed, two of the digest
  const numbers = 4 + 2 + 29 + 2 + 10 + 2
  const signedAt = new Date(1000 * theirs.readUInt32BE(4 + 2 + 23 + 2))
  const { encoding, ownDigest } = openPgpEncoding(pgp, signedAt)
  const toSign = createHash('sha256').update(FILE).update(ownDigest.suffix).digest()
  const [r, s] = mpis(theirs.subarray(numbers)) as [Buffer, Buffer]
  expect(verifyDigest(pgp.key, toSign, ecdsaSignature(r, s))).toBe(true)
  const ours = encoding
    .prepare({ digest, sha512: undefined, own: new Map([['openpgp', toSign]]) })
    .encode(ecdsaSignature(r, s))
  const withoutHeader = unarmored(ours.toString()).subarray(2)
  expect(withoutHeader.toString('hex')).toBe(theirs.toString('hex'))
})

it('armors as GnuPG does, checksum and all', () => {
  const theirs = vector('file.txt.asc').toString()
  expect(armor('PGP SIGNATURE', unarmored(theirs)).toString()).toBe(theirs)
})

describe('OpenSSL', () => {
  const RSA = 'RSA_2048_SIGN_PSS_SHA_256'
  const P256 = 'ECDSA_NIST_P256_SHA_256'

  it.each([
    ['file.txt.ec.p7s', 'ec-certificate.pem', P256, false],
    ['file.txt.pss.p7s', 'pss-certificate.pem', RSA, false],
    ['file.txt.embedded.p7s', 'ec-certificate.pem', P256, true],
  ])('writes %s byte for byte', (name, certificateName, algorithm, embed) => {
    const theirs = vector(name)
    const x509 = new X509Certificate(vector(certificateName))
    const key = signingKey(publicKeyFromSpki(x509.publicKey.export({ type: 'spki', format: 'der' })), algorithm)
    const given = parseGivenCertificate(vector(certificateName).toString(), x509.validFromDate)
    const utcTime = Array.from(theirs.toString('latin1').matchAll(/(\d{12})Z/gu)).at(-1)?.[1] ?? ''
    const [yy, mm, dd, h, m, s] = utcTime.match(/\d\d/gu) ?? []
    const signedAt = new Date(`20${yy ?? ''}-${mm ?? ''}-${dd ?? ''}T${h ?? ''}:${m ?? ''}:${s ?? ''}Z`)
    const signature = lastOctetString(theirs)
    const { toSign, encode } = cmsEncoding(key, signedAt, given).prepare({ digest, ...NO_MORE })
    expect(verifyDigest(key, toSign, signature)).toBe(true)
    const ours = encode(signature)
    expect((embed ? ours : withoutCertificates(ours)).toString('hex')).toBe(theirs.toString('hex'))
  })

  it.each([
    ['ec-certificate.pem', P256],
    ['pss-certificate.pem', RSA],
  ])('writes the certificate %s alike but for what it is called', (name, algorithm) => {
    const x509 = new X509Certificate(vector(name))
    const key = signingKey(publicKeyFromSpki(x509.publicKey.export({ type: 'spki', format: 'der' })), algorithm)
    const [tbs, , bits] = readElements(readElement(x509.raw).content)
    const { encode } = selfSignedCertificate(key, x509.validFromDate)
    const [file] = encode(bits?.content.subarray(1) ?? Buffer.alloc(0))
    const ours = new X509Certificate(file?.content ?? '')
    const fields = (encoded: Buffer): (string | undefined)[] =>
      readElements(encoded).map((field, index) => (index === 1 || index === 4 ? 'own' : field.encoded.toString('hex')))
    const [ourTbs, ...others] = readElements(readElement(ours.raw).content)
    expect(fields(ourTbs?.content ?? Buffer.alloc(0))).toEqual(fields(tbs?.content ?? Buffer.alloc(0)))
    expect(others.map(({ encoded }) => encoded.toString('hex'))).toEqual(
      readElements(readElement(x509.raw).content)
        .slice(1)
        .map(({ encoded }) => encoded.toString('hex')),
    )
    expect(ours.validFrom).toBe(x509.validFrom)
  })
})

/** The content of the last element, descending: the signature of the last SignerInfo. */
function lastOctetString(bytes: Buffer): Buffer {
  const last = readElements(bytes).at(-1)
  if (last === undefined) throw new Error('no element')
  return (last.tag & 0x20) === 0 ? last.content : lastOctetString(last.content)
}

/** SignedData without its certificates, as `-nocerts` has it. */
function withoutCertificates(contentInfo: Buffer): Buffer {
  const [, content] = readElements(readElement(contentInfo).content)
  const fields = readElements(readElement(content?.content ?? Buffer.alloc(0)).content)
  const kept = fields.filter(({ tag }) => tag !== 0xa0).map(({ encoded }) => encoded)
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, sequence(...kept)))
}

describe('cosign', () => {
  const key = signingKey(parsePublicKey(vector('cosign.pub').toString()))

  /** cosign leaves empty fields out; in proto3's JSON that means the same. */
  const withoutEmpty = (text: string): unknown =>
    JSON.parse(text, (_, value: unknown) =>
      value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value,
    )

  it('writes the same bundle around the same signature', () => {
    const theirs = vector('file.txt.sigstore.json').toString()
    const { messageSignature } = JSON.parse(theirs) as { messageSignature: { signature: string } }
    const signature = Buffer.from(messageSignature.signature, 'base64')
    const { toSign, encode } = sigstoreEncoding(key).prepare({ digest, ...NO_MORE })
    expect(verifyDigest(key, toSign, signature)).toBe(true)
    expect(withoutEmpty(encode(signature).toString())).toEqual(JSON.parse(theirs))
  })

  it('writes the same envelope around the same statement', () => {
    const theirs = vector('file.txt.provenance.sigstore.json').toString()
    const { dsseEnvelope } = JSON.parse(theirs) as { dsseEnvelope: { payload: string; signatures: [{ sig: string }] } }
    const signature = Buffer.from(dsseEnvelope.signatures[0].sig, 'base64')
    const { toSign, encode } = signedStatement(key, Buffer.from(dsseEnvelope.payload, 'base64'))
    expect(verifyDigest(key, toSign, signature)).toBe(true)
    expect(withoutEmpty(encode(signature).toString())).toEqual(JSON.parse(theirs))
  })
})

it('encodes what DSSE signs as the protocol’s own example', () => {
  const encoded = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'))
  expect(encoded.toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
  expect(preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, Buffer.from('é')).toString()).toBe(
    `DSSEv1 28 ${IN_TOTO_PAYLOAD_TYPE} 2 é`,
  )
})
