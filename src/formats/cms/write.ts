import { createHash } from 'node:crypto'
import {
  der,
  explicit,
  octetString,
  oid,
  readElement,
  sequence,
  setOf,
  TAG,
  unsignedInteger,
} from '../../crypto/der.ts'
import { HASHES } from '../../crypto/hashes.ts'
import type { SigningKey } from '../../crypto/key-algorithm.ts'
import type { Encoding, GivenCertificate } from '../format.ts'
import { selfSignedName, signatureAlgorithm, time } from './certificate.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const DATA = '1.2.840.113549.1.7.1'
const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const

/** SignedAttributes as they are hashed, with the tag of SET OF (RFC 5652, 5.4). @param digest of the file, raw */
function signedAttributes(digest: Buffer, signedAt: Date): Buffer {
  return setOf(
    sequence(oid(ATTRIBUTE.contentType), setOf(oid(DATA))),
    sequence(oid(ATTRIBUTE.signingTime), setOf(time(signedAt))),
    sequence(oid(ATTRIBUTE.messageDigest), setOf(octetString(digest))),
  )
}

/**
 * `cms`: detached SignedData in DER (RFC 5652, RFC 8933, RFC 5754, RFC 4056).
 * The signer is named by issuer and serial number: gpgsm reads no key identifier there.
 * @param certificate handed in, of this key: named and embedded. Without, the self-signed one is named and not embedded:
 * it differs in its signature from the one of another run that people keep, and then `-CAfile` fails.
 */
export function cmsEncoding(key: SigningKey, startedAt: Date, certificate: GivenCertificate | undefined): Encoding {
  const { issuer, serialNumber } = certificate ?? selfSignedName(key)
  const begin = certificate?.validFrom ?? key.createdAt
  const signedAt = begin !== undefined && startedAt < begin ? begin : startedAt
  const digestAlgorithm = sequence(oid(HASHES[key.algorithm.hash].oid))
  const version = unsignedInteger(Buffer.from([1]))
  const embedded =
    certificate === undefined ? [] : [explicit(0, readElement(setOf(...certificate.certificates)).content)]
  return {
    format: 'cms',
    prepare: ({ digest }) => {
      const attributes = signedAttributes(digest, signedAt)
      return {
        toSign: createHash(key.algorithm.hash).update(attributes).digest(),
        message: attributes,
        encode: (signature) => {
          const signerInfo = sequence(
            version,
            sequence(issuer, serialNumber),
            digestAlgorithm,
            explicit(0, readElement(attributes, TAG.set).content),
            signatureAlgorithm(key.algorithm),
            octetString(signature),
          )
          const signedData = sequence(
            version,
            setOf(digestAlgorithm),
            sequence(oid(DATA)),
            ...embedded,
            der(TAG.set, signerInfo),
          )
          return sequence(oid(SIGNED_DATA), explicit(0, signedData))
        },
      }
    },
  }
}
