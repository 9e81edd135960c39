import {
  derNull,
  oid,
  octetString,
  readElement,
  readElements,
  sequence,
  TAG,
  unsignedInteger,
  type DerElement,
} from '../../crypto/der.ts'
import { HASH_TITLES, hashWhere, type HashAlgorithm } from '../../crypto/hashes.ts'
import { isSignatureOver } from '../../crypto/covered.ts'
import { readArmor, strictBase64 } from '../../base/base64.ts'
import { checkIdentifier } from './read-identifier.ts'
import { isSignatureAlgorithm } from './read-algorithms.ts'
import { keyOfHash, wrappedCheck, type ReadSignature } from '../signature-check.ts'

const SIGNED_DATA = oid('1.2.840.113549.1.7.2')
const DATA = oid('1.2.840.113549.1.7.1')
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3')
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4')
const SIGNING_TIME = oid('1.2.840.113549.1.9.5')
/** Version 1, or 3 where certificates or key identifiers call for it (RFC 5652, 5.1 and 5.3). */
const VERSIONS: ReadonlyMap<string, number> = new Map(
  [1, 3].map((version) => [unsignedInteger(Buffer.from([version])).toString('hex'), version]),
)
/** `[0]` and `[1]`, constructed. */
const CONTEXT_0 = 0xa0
const CONTEXT_1 = 0xa1

/**
 * `.p7s`: detached CMS SignedData in DER (RFC 5652) of one signer with signed attributes.
 * Certificates in it, the signer's name and unsigned attributes prove nothing: the trusted key has to confirm the
 * signature. They have to be what the RFC says they are all the same.
 */
export const readCms: ReadSignature = (bytes, keys) => {
  const signedData = readSignedData(bytes)
  const signer = readSignerInfo(signedData.signer)
  const key = keyOfHash(keys, signer.hash)
  if (signedData.version !== signer.version) throw new RangeError('is of another version than its signer')
  if (!signedData.hashes.includes(signer.hash)) throw new RangeError('does not list the hash of its signer')
  checkIdentifier(signer.version, signer.identifier, signedData.certificates, key)
  if (!isSignatureAlgorithm(signer.algorithm, key.algorithm))
    throw new RangeError('names another signature algorithm than that of the trusted key')
  const attributes = readAttributes(signer.attributes)
  if (!attributes.get(CONTENT_TYPE.toString('hex'))?.equals(DATA)) throw new RangeError('is not over plain data')
  checkSigningTime(attributes.get(SIGNING_TIME.toString('hex')))
  const messageDigest = attributes.get(MESSAGE_DIGEST.toString('hex'))
  if (messageDigest === undefined) throw new RangeError('has no message digest')
  // RFC 5652, 5.4: what is signed is the attributes as a SET OF, not with the tag that they have in the message.
  const message = Buffer.concat([Buffer.from([TAG.set]), signer.attributes.encoded.subarray(1)])
  return wrappedCheck(
    signer.hash,
    async ({ digest }) =>
      messageDigest.equals(octetString(digest)) && isSignatureOver({ message }, key, signer.signature),
  )
}

/** What `openssl cms -outform PEM` and `openssl smime` call it. */
const LABELS = ['CMS', 'PKCS7', 'PKCS #7 SIGNED DATA'] as const

/** DER, out of PEM where it is that. */
function derOf(bytes: Buffer): Buffer {
  const text = bytes.subarray(0, 200).toString('latin1')
  const label = LABELS.find((name) => text.includes(`-----BEGIN ${name}-----`))
  return label === undefined ? bytes : strictBase64(readArmor(bytes, label).join(''))
}

/** A message of one signer. */
interface SignedData {
  readonly version: number
  /** What `digestAlgorithms` lists. */
  readonly hashes: readonly HashAlgorithm[]
  /** Content of the field of that name. */
  readonly certificates: Buffer | undefined
  /** Content of the only SignerInfo. */
  readonly signer: Buffer
}

function readSignedData(bytes: Buffer): SignedData {
  const [type, content] = children(readElement(derOf(bytes), TAG.sequence), 2)
  if (!type.encoded.equals(SIGNED_DATA) || content.tag !== CONTEXT_0) throw new RangeError('is not CMS SignedData')
  const [versionField, digests, encapsulated, ...others] = readElements(
    readElement(content.content, TAG.sequence).content,
  )
  const signers = others.pop()
  const version = versionOf(versionField)
  if (
    version === undefined ||
    digests?.tag !== TAG.set ||
    encapsulated?.tag !== TAG.sequence ||
    signers?.tag !== TAG.set
  )
    throw new RangeError('is not CMS SignedData')
  if (!encapsulated.content.equals(DATA)) throw new RangeError('is not detached from its file')
  if (others.length > 1 || others.some(({ tag }) => tag !== CONTEXT_0))
    throw new RangeError('holds more than certificates and signers')
  const [signer] = children(signers, 1)
  if (signer.tag !== TAG.sequence) throw new RangeError('has no signer')
  const hashes = readElements(digests.content).map(hashOf)
  return { version, hashes, certificates: others[0]?.content, signer: signer.content }
}

interface SignerInfo {
  readonly version: number
  readonly identifier: DerElement | undefined
  readonly hash: HashAlgorithm
  readonly attributes: DerElement
  readonly algorithm: Buffer
  readonly signature: Buffer
}

function readSignerInfo(content: Buffer): SignerInfo {
  const parts = readElements(content)
  const [versionField, identifier, digest, attributes, algorithm, signature, unsigned] = parts
  const version = versionOf(versionField)
  if (version === undefined || digest === undefined || parts.length > 7) throw new RangeError('has no signer')
  if (attributes?.tag !== CONTEXT_0) throw new RangeError('has no signed attributes')
  if (algorithm === undefined || signature?.tag !== TAG.octetString) throw new RangeError('has no signature')
  if (unsigned !== undefined && unsigned.tag !== CONTEXT_1) throw new RangeError('has something behind its signature')
  if (unsigned !== undefined) checkUnsigned(unsigned)
  return {
    version,
    identifier,
    hash: hashOf(digest),
    attributes,
    algorithm: algorithm.encoded,
    signature: signature.content,
  }
}

/** RFC 5652, 5.3: a SET of one Attribute or more. They prove nothing, whatever they say. @throws RangeError */
function checkUnsigned({ content }: DerElement): void {
  const attributes = readElements(content)
  const areAttributes = attributes.every(({ tag, content: inner }) => {
    const [type, values, ...rest] = tag === TAG.sequence ? readElements(inner) : []
    return type?.tag === TAG.oid && values?.tag === TAG.set && rest.length === 0
  })
  if (attributes.length === 0 || !areAttributes) throw new RangeError('has unsigned attributes that are none')
}

function hashOf({ encoded }: DerElement): HashAlgorithm {
  const hash = hashWhere((facts) => {
    const identifier = oid(facts.oid)
    return encoded.equals(sequence(identifier)) || encoded.equals(sequence(identifier, derNull()))
  })
  if (hash === undefined) throw new RangeError(`uses another hash than ${HASH_TITLES}`)
  return hash
}

/** Attribute types in hex → the one value of each, encoded. */
function readAttributes({ content }: DerElement): ReadonlyMap<string, Buffer> {
  const attributes = readElements(content)
  const sorted = attributes.toSorted((a, b) => Buffer.compare(a.encoded, b.encoded))
  if (attributes.some((attribute, i) => attribute !== sorted[i]))
    throw new RangeError('has signed attributes that are not in the order of DER')
  const entries = attributes.map((attribute) => {
    const [type, values] = children(attribute, 2)
    if (attribute.tag !== TAG.sequence || values.tag !== TAG.set) throw new RangeError('has a broken attribute')
    const [value] = children(values, 1)
    return [type.encoded.toString('hex'), value.encoded] as const
  })
  const map = new Map(entries)
  if (map.size !== entries.length) throw new RangeError('has a signed attribute twice')
  return map
}

/** RFC 5652, 11.3: UTCTime or GeneralizedTime, with seconds, in UTC. Nobody vouches for it. @throws RangeError */
function checkSigningTime(encoded: Buffer | undefined): void {
  if (encoded === undefined) return
  const { tag, content } = readElement(encoded)
  const text = content.toString('latin1')
  if (tag === TAG.utcTime && /^\d{12}Z$/u.test(text)) return
  if (tag === TAG.generalizedTime && /^\d{14}Z$/u.test(text)) return
  throw new RangeError('has a signing time that is not a time')
}

function versionOf(element: DerElement | undefined): number | undefined {
  return element && VERSIONS.get(element.encoded.toString('hex'))
}

function children(parent: DerElement, count: 1): [DerElement]
function children(parent: DerElement, count: 2): [DerElement, DerElement]
function children(parent: DerElement, count: number): DerElement[] {
  const elements = readElements(parent.content)
  if (elements.length !== count) throw new RangeError('is not CMS SignedData of one signer')
  return elements
}
