/** What an image has already: signatures of this run's key are found and kept, those of others are left alone. */
import { createHash } from 'node:crypto'
import { strictBase64 } from '../base/base64.ts'
import { asArray, asObject, asString, readJsonObject } from '../base/json.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { verifyDigest } from '../crypto/verify-digest.ts'
import { IN_TOTO_PAYLOAD_TYPE } from '../formats/dsse/write.ts'
import type { Content } from './documents.ts'
import { SIMPLE_SIGNING } from './media-types.ts'
import { dsseDigest } from './payloads.ts'
import type { Descriptor } from './types.ts'

type Key = Pick<SigningKey, 'algorithm' | 'publicKey'>

/** cosign's annotation: base64 of the signature over the layer. */
export const SIGNATURE_ANNOTATION = 'dev.cosignproject.cosign/signature'

/** The layer that holds this key's signature over the payload, if there is one that verifies. */
export function signedLayer(layers: readonly Descriptor[], payload: Content, key: Key): Descriptor | undefined {
  const digest = createHash(key.algorithm.hash).update(payload.bytes).digest()
  return layers.find(
    (layer) =>
      layer.mediaType === SIMPLE_SIGNING &&
      layer.digest === payload.digest &&
      confirms(key, digest, layer.annotations?.[SIGNATURE_ANNOTATION] ?? ''),
  )
}

/** This key's signature in an envelope over exactly this statement. */
export function signatureOver(envelope: Envelope | undefined, statement: Buffer, key: Key): Buffer | undefined {
  if (envelope === undefined || !envelope.statement.equals(statement)) return undefined
  const digest = dsseDigest(key, statement)
  return envelope.signatures.map(decoded).find((signature) => verifyDigest(key, digest, signature))
}

function confirms(key: Key, digest: Buffer, signature: string): boolean {
  return verifyDigest(key, digest, decoded(signature))
}

/** Nothing where the text is not base64: then no key confirms it. */
function decoded(text: string): Buffer {
  try {
    return strictBase64(text)
  } catch {
    return Buffer.alloc(0)
  }
}

/** A DSSE envelope around an in-toto statement. */
export interface Envelope {
  readonly statement: Buffer
  /** In base64, as they stand there. */
  readonly signatures: readonly string[]
}

/** The envelope that a blob is, or a bundle that holds one; `undefined` for anything else, which is left as it is. */
export function envelopeIn(bytes: Buffer): Envelope | undefined {
  try {
    const fields = readJsonObject(bytes)
    const envelope = asObject(fields['dsseEnvelope'] ?? fields, 'envelope')
    if (envelope['payloadType'] !== IN_TOTO_PAYLOAD_TYPE) return undefined
    const signatures = asArray(envelope['signatures'], 'signatures').map((entry) =>
      asString(asObject(entry, 'signature')['sig'], 'signature'),
    )
    return { statement: strictBase64(asString(envelope['payload'], 'payload')), signatures }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
