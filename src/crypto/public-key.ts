import { digestOf } from './digest.ts'
import { HASHES, type HashAlgorithm } from './hashes.ts'
import type { PlatformKey } from './port.ts'
import { PRIMITIVES } from './primitives.ts'
import { bitString, derNull, explicit, oid, readElement, readElements, sequence, TAG, unsignedInteger } from './der.ts'

const RSA_ENCRYPTION = oid('1.2.840.113549.1.1.1')
const RSASSA_PSS = oid('1.2.840.113549.1.1.10')

/** A public key as this action uses it: RSA keys are always labelled rsaEncryption here. */
export interface PublicKey {
  /** For the platform's cryptography; an RSA key is of type `rsa`, never `rsa-pss`. */
  readonly platformKey: PlatformKey
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
  /** `sha256:` and the lower-case hex of SHA-256 over `spki`. */
  readonly fingerprint: string
}

/**
 * Reads SubjectPublicKeyInfo in PEM. An RSA key may be labelled rsaEncryption or id-RSASSA-PSS (RFC 4055).
 * @throws RangeError when the text is not such a key: what it is instead is never part of the message.
 */
export function parsePublicKey(pem: string): PublicKey {
  const match = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/u.exec(pem)
  if (match?.[1] === undefined) throw new RangeError('no PEM of one PUBLIC KEY')
  return publicKeyFromSpki(Buffer.from(match[1], 'base64'))
}

/**
 * The one key in a text that has anything before and behind it, as RFC 7468, section 2, lets it: exactly one block of PEM.
 * @throws RangeError
 */
export function publicKeyInText(text: string): PublicKey {
  const [, block, ...more] = text.split('-----BEGIN ')
  const end = block?.indexOf(PEM_END) ?? -1
  if (block === undefined || end < 0 || more.length > 0) throw new RangeError('no PEM of one PUBLIC KEY')
  return parsePublicKey(`-----BEGIN ${block.slice(0, end + PEM_END.length)}`)
}

const PEM_END = '-----END PUBLIC KEY-----'

/** The same from DER. @throws RangeError */
export function publicKeyFromSpki(encoded: Uint8Array): PublicKey {
  let platformKey: PlatformKey
  try {
    platformKey = PRIMITIVES.readSpki(relabelled(encoded))
  } catch (cause) {
    throw new RangeError('no public key that can be read', { cause })
  }
  const { spki } = platformKey
  return { platformKey, spki, fingerprint: `sha256:${digestOf('sha256', spki).toString('hex')}` }
}

/** `spki`, and when its algorithm is id-RSASSA-PSS the same key labelled rsaEncryption. */
function relabelled(encoded: Uint8Array): Buffer {
  const [algorithm, key] = readElements(readElement(encoded, TAG.sequence).content)
  const [identifier] = algorithm === undefined ? [] : readElements(algorithm.content)
  if (key === undefined || identifier?.encoded.equals(RSASSA_PSS) !== true) return Buffer.from(encoded)
  return sequence(sequence(RSA_ENCRYPTION, derNull()), key.encoded)
}

/** AlgorithmIdentifier of RSASSA-PSS with MGF1 of the same hash and a salt as long as the digest (RFC 4055, 3.1). */
export function pssAlgorithmIdentifier(hash: HashAlgorithm): Buffer {
  const hashIdentifier = sequence(oid(HASHES[hash].oid), derNull())
  return sequence(
    RSASSA_PSS,
    sequence(
      explicit(0, hashIdentifier),
      explicit(1, sequence(oid('1.2.840.113549.1.1.8'), hashIdentifier)),
      explicit(2, unsignedInteger(Buffer.from([HASHES[hash].bytes]))),
    ),
  )
}

/** The RSA key labelled id-RSASSA-PSS with the parameters of `hash`: SubjectPublicKeyInfo, DER. */
export function pssSpki(key: PublicKey, hash: HashAlgorithm): Buffer {
  const [, subjectPublicKey] = readElements(readElement(key.spki, TAG.sequence).content)
  if (subjectPublicKey === undefined) throw new RangeError('no SubjectPublicKeyInfo')
  return sequence(pssAlgorithmIdentifier(hash), bitString(subjectPublicKey.content.subarray(1)))
}

/** The uncompressed point `04 ‖ X ‖ Y` of an elliptic-curve key (SEC 1, 2.3.3). */
export function ecPoint(key: PublicKey): Buffer {
  return key.platformKey.point()
}

/** RFC 7468: the label, base64 in lines of 64, LF, a line feed at the end. */
export function pem(label: string, encoded: Uint8Array): string {
  const lines =
    Buffer.from(encoded)
      .toString('base64')
      .match(/.{1,64}/gu) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
