import { createHash, X509Certificate } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import {
  Attribute,
  CMSVersion,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  id_signingTime,
  IssuerAndSerialNumber,
  SignatureAlgorithmIdentifier,
  DigestAlgorithmIdentifier,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms'
import * as ecc from '@peculiar/asn1-ecc'
import * as rsa from '@peculiar/asn1-rsa'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import * as x509 from '@peculiar/asn1-x509'
import { readElement, readElements } from '../../../src/crypto/der.ts'
import { parseGivenCertificate } from '../../../src/formats/cms/given-certificate.ts'
import { selfSignedCertificate, time } from '../../../src/formats/cms/certificate.ts'
import type { HashAlgorithm } from '../../../src/crypto/hashes.ts'
import type { KeyAlgorithm } from '../../../src/crypto/key-algorithm.ts'
import { runFile, signed, STARTED_AT, type Signed } from '../../support/encode.ts'
import { ALGORITHMS, CREATED_AT, localKey, type LocalKey } from '../../support/local-key.ts'

const FILE = Buffer.from('a release\nfile\n')
const whole = (time: Date): Date => new Date(1000 * Math.floor(time.getTime() / 1000))
const buffer = (data: ArrayBuffer): Buffer => Buffer.from(data)
const serialize = (value: unknown): string => buffer(AsnConvert.serialize(value)).toString('hex')

const SHA = { sha256: rsa.id_sha256, sha384: rsa.id_sha384, sha512: rsa.id_sha512 } as const
const ECDSA = {
  sha256: ecc.id_ecdsaWithSHA256,
  sha384: ecc.id_ecdsaWithSHA384,
  sha512: ecc.id_ecdsaWithSHA512,
} as const

/** The oracle's idea of the algorithm. */
function identifier({ curve, hash }: KeyAlgorithm): x509.AlgorithmIdentifier {
  if (curve !== undefined) return new x509.AlgorithmIdentifier({ algorithm: ECDSA[hash] })
  const hashAlgorithm = new x509.AlgorithmIdentifier({ algorithm: SHA[hash], parameters: null })
  const parameters = new rsa.RsaSaPssParams({
    hashAlgorithm,
    maskGenAlgorithm: new x509.AlgorithmIdentifier({
      algorithm: rsa.id_mgf1,
      parameters: AsnConvert.serialize(hashAlgorithm),
    }),
    saltLength: createHash(hash).digest().length,
  })
  return new x509.AlgorithmIdentifier({ algorithm: rsa.id_RSASSA_PSS, parameters: AsnConvert.serialize(parameters) })
}

const digestIdentifier = (hash: HashAlgorithm) => new DigestAlgorithmIdentifier({ algorithm: SHA[hash] })

function nameOf(id: string): x509.Name {
  const value = new x509.AttributeValue({ utf8String: id })
  return new x509.Name([
    new x509.RelativeDistinguishedName([new x509.AttributeTypeAndValue({ type: '2.5.4.3', value })]),
  ])
}

function expectedTbs({ key }: LocalKey): x509.TBSCertificate {
  const { spki } = key.publicKey
  const serial = createHash('sha256').update(spki).digest().subarray(0, 20)
  serial[0] = (serial[0] ?? 0) & 0x7f
  let start = 0
  while (serial[start] === 0 && (serial[start + 1] ?? 0) < 0x80) start += 1
  const bits = readElements(readElement(spki).content)[1]?.content.subarray(1) ?? Buffer.alloc(0)
  const extension = (extnID: string, value: unknown, critical = false) =>
    new x509.Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })
  return new x509.TBSCertificate({
    version: x509.Version.v3,
    serialNumber: new Uint8Array(serial.subarray(start)).buffer,
    signature: identifier(key.algorithm),
    issuer: nameOf(key.id),
    validity: new x509.Validity({ notBefore: whole(CREATED_AT), notAfter: new Date('9999-12-31T23:59:59Z') }),
    subject: nameOf(key.id),
    subjectPublicKeyInfo: AsnConvert.parse(spki, x509.SubjectPublicKeyInfo),
    extensions: new x509.Extensions([
      extension(x509.id_ce_basicConstraints, new x509.BasicConstraints({ cA: false }), true),
      extension(
        x509.id_ce_extKeyUsage,
        new x509.ExtendedKeyUsage([x509.id_kp_emailProtection, x509.id_kp_codeSigning]),
      ),
      extension(
        x509.id_ce_subjectKeyIdentifier,
        new x509.SubjectKeyIdentifier(new Uint8Array(createHash('sha1').update(bits).digest())),
      ),
    ]),
  })
}

function expectedSignedData({ key }: LocalKey, signature: ArrayBuffer, certificate: x509.Certificate): SignedData {
  const { hash } = key.algorithm
  const digest = new Uint8Array(createHash(hash).update(FILE).digest())
  const { issuer, serialNumber } = certificate.tbsCertificate
  const attribute = (attrType: string, value: unknown) =>
    new Attribute({ attrType, attrValues: [AsnConvert.serialize(value)] })
  const info = new SignerInfo({
    version: CMSVersion.v1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }),
    }),
    digestAlgorithm: digestIdentifier(hash),
    signedAttrs: [
      new Attribute({
        attrType: id_contentType,
        attrValues: [new Uint8Array(Buffer.from('06092a864886f70d010701', 'hex')).buffer],
      }),
      attribute(id_signingTime, new x509.Time(whole(STARTED_AT))),
      attribute(id_messageDigest, new OctetString(digest)),
    ],
    signatureAlgorithm: new SignatureAlgorithmIdentifier(identifier(key.algorithm)),
    signature: new OctetString(signature),
  })
  return new SignedData({
    version: CMSVersion.v1,
    digestAlgorithms: new DigestAlgorithmIdentifiers([digestIdentifier(hash)]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: id_data }),
    signerInfos: new SignerInfos([info]),
  })
}

const certificateOf = (made: Pick<Signed, 'runFiles'>): X509Certificate =>
  new X509Certificate(runFile(made, 'kms-certificate.pem'))

describe.each(ALGORITHMS)('%s', (name) => {
  const local = localKey(name)
  const made = signed(local, ['cms'], FILE)
  const certificate = certificateOf(made)
  const parsed = AsnConvert.parse(certificate.raw, x509.Certificate)

  it('has the certificate that @peculiar/asn1-x509 writes', () => {
    const expected = new x509.Certificate({
      tbsCertificate: expectedTbs(local),
      signatureAlgorithm: identifier(local.key.algorithm),
      signatureValue: parsed.signatureValue,
    })
    expect(certificate.raw.toString('hex')).toBe(serialize(expected))
  })

  it('has a certificate that its own key confirms', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.subject).toBe(`CN=${local.key.id}`)
    expect(certificate.ca).toBe(false)
  })

  it.each([false, true])('has the SignedData that @peculiar/asn1-cms writes (certificate handed in: %s)', (given) => {
    const pem = runFile(made, 'kms-certificate.pem').toString()
    const more = given ? { certificate: parseGivenCertificate(pem, STARTED_AT) } : {}
    const { signatures } = signed(local, ['cms'], FILE, more)
    const written = signatures.cms ?? Buffer.alloc(0)
    const info = AsnConvert.parse(AsnConvert.parse(written, ContentInfo).content, SignedData).signerInfos[0]
    if (info === undefined) throw new Error('no SignerInfo')
    const expected = expectedSignedData(local, info.signature.buffer, parsed)
    if (given) expected.certificates = new CertificateSet([new CertificateChoices({ certificate: parsed })])
    const content = AsnConvert.serialize(expected)
    expect(written.toString('hex')).toBe(serialize(new ContentInfo({ contentType: id_signedData, content })))
  })
})

it('gives a key one certificate but for its signature, in every run', () => {
  const local = localKey('ECDSA_NIST_P256_SHA_256')
  const [one, two] = [1, 2].map(() => certificateOf(signed(local, ['cms'], FILE)).raw)
  const tbs = (raw: Buffer | undefined) => readElements(readElement(raw ?? Buffer.alloc(0)).content)[0]?.encoded
  expect(tbs(one)?.toString('hex')).toBe(tbs(two)?.toString('hex'))
})

it.each([
  ['1949-12-31T23:59:59Z', 'GeneralizedTime', '180f31393439313233313233353935395a'],
  ['1950-01-01T00:00:00Z', 'UTCTime', '170d3530303130313030303030305a'],
  ['2049-12-31T23:59:59.999Z', 'UTCTime', '170d3439313233313233353935395a'],
  ['2050-01-01T00:00:00Z', 'GeneralizedTime', '180f32303530303130313030303030305a'],
])('writes the time %s as %s', (text, _, hex) => {
  expect(time(new Date(text)).toString('hex')).toBe(hex)
})

it.each(['-000001-12-31T23:59:59Z', '+010000-01-01T00:00:00Z', 'never'])(
  'makes no certificate of a key made at %s',
  (text) => {
    const { key } = localKey('ECDSA_NIST_P256_SHA_256')
    expect(() => selfSignedCertificate(key, new Date(text))).toThrow(
      expect.objectContaining({
        code: 'INVALID_RESPONSE',
        message: expect.stringContaining('none that a certificate can hold'),
      }),
    )
  },
)

it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])('makes a certificate of a key made at %s', (text) => {
  const { key } = localKey('ECDSA_NIST_P256_SHA_256')
  expect(() => selfSignedCertificate(key, new Date(text))).not.toThrow()
})
