/** CMS and certificates of any values, read back by @peculiar/asn1-cms, @peculiar/asn1-x509 and Node's X509Certificate. */
import { createHash, X509Certificate } from 'node:crypto'
import { expect, it } from '@jest/globals'
import * as asn1 from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import * as x509 from '@peculiar/asn1-x509'
import { der, TAG } from '../../../src/crypto/der.ts'
import { cmsEncoding } from '../../../src/formats/cms/write.ts'
import { parseGivenCertificate } from '../../../src/formats/cms/given-certificate.ts'
import { selfSignedCertificate } from '../../../src/formats/cms/certificate.ts'
import { HASHES } from '../../../src/crypto/hashes.ts'
import { pem } from '../../../src/crypto/public-key.ts'
import type { KeyAlgorithm } from '../../../src/crypto/key-algorithm.ts'
import { localKey } from '../../support/local-key.ts'
import { fc } from '../../support/properties.ts'

const KEYS = [
  'ECDSA_NIST_P256_SHA_256',
  'ECDSA_NIST_P384_SHA_384',
  'ECDSA_NIST_P521_SHA_512',
  'ECDSA_SECP256_K1_SHA_256',
  ...['256', '384', '512'].map((bits) => `RSA_2048_SIGN_PSS_SHA_${bits}`),
].map((name) => ({ ...localKey(name).key, [fc.toStringMethod]: () => name }))

const ECDSA_OIDS = { sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3', sha512: '1.2.840.10045.4.3.4' }
const signatureOid = ({ curve, hash }: KeyAlgorithm) =>
  curve === undefined ? '1.2.840.113549.1.1.10' : ECDSA_OIDS[hash]

const NOTHING = new ArrayBuffer()
const hex = (bytes: ArrayBuffer = NOTHING): string => Buffer.from(bytes).toString('hex')
const serialized = (value: unknown): Buffer => Buffer.from(AsnConvert.serialize(value))
const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
const whole = (time: Date): Date => new Date(1000 * Math.floor(time.getTime() / 1000))

const bytes = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array))
const time = (min: string, max: string) => fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
/** KMS's bytes: whether they are a signature is for others to say. */
const signature = bytes(0, 600)
/** Keys under any ID that the input `key-id` takes, with a digest as long as theirs. */
const keyAndDigest = fc
  .tuple(fc.constantFrom(...KEYS), fc.stringMatching(/^[A-Za-z0-9_-]{1,50}$/u))
  .chain(([key, id]) => {
    const length = HASHES[key.algorithm.hash].bytes
    return fc.record({ key: fc.constant({ ...key, id }), digest: bytes(length, length) })
  })

const attribute = fc
  .tuple(fc.constantFrom('2.5.4.3', '2.5.4.10', '2.5.4.11'), fc.string({ minLength: 1, unit: 'grapheme' }))
  .map(([type, utf8String]) => new x509.AttributeTypeAndValue({ type, value: new x509.AttributeValue({ utf8String }) }))
const name = fc
  .array(fc.array(attribute, { minLength: 1, maxLength: 2 }), { maxLength: 4 })
  .map((names) => new x509.Name(names.map((parts) => new x509.RelativeDistinguishedName(parts))))
/** An INTEGER's octets in their shortest form, negative ones too: there are such certificates. */
const serialNumber = fc.tuple(fc.integer({ min: 1, max: 0xfe }), bytes(0, 19)).map(([first, rest]) => [first, ...rest])

/** Certificates as a CA may issue them, for one of the keys. */
const certificate = fc
  .record({
    key: fc.constantFrom(...KEYS),
    version: fc.constantFrom(x509.Version.v1, x509.Version.v3),
    issuer: name,
    subject: name,
    serialNumber,
    signed: bytes(1, 100),
  })
  .map(({ key, serialNumber, signed, ...names }) => {
    const signatureAlgorithm = new x509.AlgorithmIdentifier({ algorithm: ECDSA_OIDS.sha256 })
    const tbsCertificate = new x509.TBSCertificate({
      serialNumber: arrayBuffer(Uint8Array.from(serialNumber)),
      signature: signatureAlgorithm,
      validity: new x509.Validity({ notBefore: new Date('2020-01-01'), notAfter: new Date('2049-01-01') }),
      subjectPublicKeyInfo: AsnConvert.parse(key.publicKey.spki, x509.SubjectPublicKeyInfo),
      ...names,
    })
    const parsed = new x509.Certificate({ tbsCertificate, signatureAlgorithm, signatureValue: arrayBuffer(signed) })
    return { key, parsed, encoded: serialized(parsed) }
  })
const NOW = new Date('2026-01-02T03:04:05Z')
const given = (...certificates: readonly { readonly encoded: Buffer }[]) =>
  parseGivenCertificate(certificates.map(({ encoded }) => pem('CERTIFICATE', encoded)).join(''), NOW)

/** The only SignedData and SignerInfo of a `.p7s`, which has to be what the oracle would write of the same values. */
function readBack(file: Buffer): { signedData: asn1.SignedData; signer: asn1.SignerInfo } {
  const content = AsnConvert.parse(file, asn1.ContentInfo)
  expect(content.contentType).toBe(asn1.id_signedData)
  const signedData = AsnConvert.parse(content.content, asn1.SignedData)
  expect(hex(AsnConvert.serialize(signedData))).toBe(hex(content.content))
  const [signer, ...others] = signedData.signerInfos
  if (signer === undefined || others.length > 0) throw new Error('not one signer')
  return { signedData, signer }
}

it('writes CMS of any values so that @peculiar/asn1-cms reads them', () => {
  const values = fc.record({
    keyAndDigest,
    startedAt: time('1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
    signature,
  })
  fc.assert(
    fc.property(values, ({ keyAndDigest: { key, digest }, startedAt, signature }) => {
      const prepared = cmsEncoding(key, startedAt, undefined).prepare({ digest, sha512: undefined, own: new Map() })
      const { signedData, signer } = readBack(prepared.encode(signature))
      const { hash } = key.algorithm
      expect(signedData.encapContentInfo.eContentType).toBe(asn1.id_data)
      expect(signedData.encapContentInfo.eContent).toBeUndefined()
      expect(signedData.certificates).toBeUndefined()
      expect(signedData.digestAlgorithms.map(({ algorithm }) => algorithm)).toEqual([HASHES[hash].oid])
      expect([signedData.version, signer.version]).toEqual([asn1.CMSVersion.v1, asn1.CMSVersion.v1])
      expect(signer.digestAlgorithm.algorithm).toBe(HASHES[hash].oid)
      expect(signer.signatureAlgorithm.algorithm).toBe(signatureOid(key.algorithm))
      expect(hex(signer.signature.buffer)).toBe(signature.toString('hex'))
      const attributes = new Map(signer.signedAttrs?.map(({ attrType, attrValues }) => [attrType, attrValues]))
      expect([...attributes.keys()].toSorted()).toEqual([
        asn1.id_contentType,
        asn1.id_messageDigest,
        asn1.id_signingTime,
      ])
      const [written, at] = [asn1.id_messageDigest, asn1.id_signingTime].map((type) => attributes.get(type)?.[0])
      expect(hex(AsnConvert.parse(written ?? NOTHING, OctetString).buffer)).toBe(digest.toString('hex'))
      // Never before the certificate begins, which is when the key was made.
      const begin = key.createdAt
      expect(AsnConvert.parse(at ?? NOTHING, x509.Time).getTime()).toEqual(whole(startedAt < begin ? begin : startedAt))
      // RFC 5652, 5.4: signed with the tag of SET OF.
      const signed = der(TAG.set, ...(signer.signedAttrs ?? []).map(serialized))
      expect(prepared.toSign).toEqual(createHash(hash).update(signed).digest())
    }),
  )
})

it('names and embeds any certificates so that @peculiar/asn1-cms reads them', () => {
  fc.assert(
    fc.property(keyAndDigest, fc.array(certificate, { minLength: 1, maxLength: 3 }), ({ key, digest }, chain) => {
      const { encode } = cmsEncoding(key, NOW, given(...chain)).prepare({
        digest,
        sha512: undefined,
        own: new Map(),
      })
      const { signedData, signer } = readBack(encode(Buffer.alloc(8)))
      const named = signer.sid.issuerAndSerialNumber
      const own = chain[0]?.parsed.tbsCertificate
      expect(serialized(named?.issuer)).toEqual(serialized(own?.issuer))
      expect(hex(named?.serialNumber)).toBe(hex(own?.serialNumber))
      const embedded = signedData.certificates?.map((choice) => serialized(choice.certificate).toString('hex'))
      expect(embedded?.toSorted()).toEqual(chain.map(({ encoded }) => encoded.toString('hex')).toSorted())
    }),
  )
})

it('reads of any certificate what @peculiar/asn1-x509 reads', () => {
  fc.assert(
    fc.property(certificate, ({ key, parsed, encoded }) => {
      const { issuer, subject } = parsed.tbsCertificate
      expect(given({ encoded })).toEqual({
        certificates: [encoded],
        issuer: serialized(issuer),
        serialNumber: Buffer.concat([
          Buffer.from([2, parsed.tbsCertificate.serialNumber.byteLength]),
          Buffer.from(parsed.tbsCertificate.serialNumber),
        ]),
        keyFingerprint: key.publicKey.fingerprint,
        validFrom: parsed.tbsCertificate.validity.notBefore.getTime(),
        selfIssued: serialized(issuer).equals(serialized(subject)),
      })
    }),
  )
})

it('writes self-signed certificates of any values so that others read them', () => {
  const createdAt = time('0100-01-01T00:00:00Z', '9999-12-31T23:59:59Z')
  fc.assert(
    fc.property(keyAndDigest, createdAt, signature, ({ key }, createdAt, signature) => {
      const { toSign, encode } = selfSignedCertificate(key, createdAt)
      const [file] = encode(signature)
      const text = file?.content.toString() ?? ''
      const node = new X509Certificate(text)
      expect(node.subject).toBe(`CN=${key.id}`)
      expect(node.issuer).toBe(`CN=${key.id}`)
      expect(node.publicKey.export({ format: 'der', type: 'spki' })).toEqual(key.publicKey.spki)
      const { tbsCertificate, tbsCertificateRaw, signatureAlgorithm, signatureValue } = AsnConvert.parse(
        node.raw,
        x509.Certificate,
      )
      expect(tbsCertificate.validity.notBefore.getTime()).toEqual(whole(createdAt))
      expect(signatureAlgorithm.algorithm).toBe(signatureOid(key.algorithm))
      expect(serialized(signatureAlgorithm)).toEqual(serialized(tbsCertificate.signature))
      expect(hex(signatureValue)).toBe(signature.toString('hex'))
      expect(toSign).toEqual(
        createHash(key.algorithm.hash)
          .update(Buffer.from(tbsCertificateRaw ?? NOTHING))
          .digest(),
      )
    }),
  )
})
