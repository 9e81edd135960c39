import { digestOf } from '../../crypto/digest.ts'
import { hashWhere } from '../../crypto/hashes.ts'
import { strictBase64 } from '../../base/base64.ts'
import { asArray, asObject, asString, onlyFields, readJsonObject, type JsonObject } from '../../base/json.ts'
import { bareCheck, keyOfHash, type HashedFile, type ReadSignature, type TrustedKey } from '../signature-check.ts'

/** Of version 0.3, in both spellings that programs write and take. */
const MEDIA_TYPES: readonly unknown[] = [
  'application/vnd.dev.sigstore.bundle.v0.3+json',
  'application/vnd.dev.sigstore.bundle+json;version=0.3',
]

/** `.sigstore.json`: a Sigstore bundle v0.3 with a signature over one file's digest. */
export const readSigstoreBundle: ReadSignature = (bytes, keys) => {
  const bundle = readBundle(bytes, 'messageSignature', keys)
  const message = asObject(bundle['messageSignature'], 'messageSignature')
  onlyFields(message, ['messageDigest', 'signature'], 'messageSignature')
  const messageDigest = asObject(message['messageDigest'], 'messageDigest')
  onlyFields(messageDigest, ['algorithm', 'digest'], 'messageDigest')
  const name = asString(messageDigest['algorithm'], 'digest algorithm')
  const hash = hashWhere(({ sigstore }) => sigstore === name)
  if (hash === undefined) throw new RangeError('uses another hash than SHA2_256, SHA2_384 or SHA2_512')
  const stated = strictBase64(asString(messageDigest['digest'], 'digest'))
  const signature = strictBase64(asString(message['signature'], 'signature'))
  const { bare, alternatives } = bareCheck([keyOfHash(keys, hash)], signature)
  return {
    bare,
    alternatives: alternatives.map((alternative) => ({
      ...alternative,
      confirms: async (file: HashedFile) => stated.equals(file.digest) && alternative.confirms(file),
    })),
  }
}

/**
 * What is the same in every bundle. The transparency log's entries and timestamps are neither needed nor trusted.
 * @throws RangeError
 */
export function readBundle(
  bytes: Buffer,
  content: 'messageSignature' | 'dsseEnvelope',
  keys: readonly TrustedKey[],
): JsonObject {
  const bundle = readJsonObject(bytes)
  if (!MEDIA_TYPES.includes(bundle['mediaType'])) throw new RangeError('is not a Sigstore bundle v0.3')
  onlyFields(bundle, ['mediaType', 'verificationMaterial', content], 'bundle')
  const material = asObject(bundle['verificationMaterial'], 'verificationMaterial')
  onlyFields(material, ['publicKey', 'tlogEntries', 'timestampVerificationData'], 'verificationMaterial')
  if (material['tlogEntries'] !== undefined) asArray(material['tlogEntries'], 'tlogEntries')
  const publicKey = asObject(material['publicKey'], 'publicKey')
  onlyFields(publicKey, ['hint'], 'publicKey')
  const hint = publicKey['hint'] === undefined ? '' : asString(publicKey['hint'], 'hint')
  if (hint !== '' && !keys.some((key) => hint === hintOf(key))) throw new RangeError('names another key')
  return bundle
}

/** As cosign writes it. */
function hintOf({ publicKey }: TrustedKey): string {
  return digestOf('sha256', publicKey.spki).toString('base64')
}
