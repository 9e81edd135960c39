import { createHash } from 'node:crypto'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { IN_TOTO_PAYLOAD_TYPE, preAuthEncoding } from '../formats/dsse/write.ts'
import { content, type Content } from './documents.ts'
import { BUNDLE, DSSE_ENVELOPE, SIMPLE_SIGNING } from './media-types.ts'
import { hexOf, nameOf } from './reference.ts'
import type { ImagePredicate, ImageReference } from './types.ts'

/** Predicate type of a statement that says no more than that its signer signs the image. */
export const SIGN_PREDICATE = 'https://sigstore.dev/cosign/sign/v1'
const STATEMENT = 'https://in-toto.io/Statement/v1'

/** cosign's payload for an image ("simple signing", cosign specification, SIGNATURE_SPEC.md), the bytes that are signed. */
export function simpleSigning(image: ImageReference): Content {
  const identity = { 'docker-reference': nameOf(image) }
  const critical = {
    identity,
    image: { 'docker-manifest-digest': image.digest },
    type: 'cosign container image signature',
  }
  return content(SIMPLE_SIGNING, { critical, optional: null })
}

/** The statement that cosign 3 signs in place of it. */
export function signStatement(image: ImageReference): Buffer {
  const subject = [{ digest: { sha256: hexOf(image) }, annotations: {} }]
  return Buffer.from(JSON.stringify({ _type: STATEMENT, subject, predicateType: SIGN_PREDICATE, predicate: {} }))
}

/** An in-toto statement v1 about an image; the predicate goes in byte for byte. */
export function statementAbout(image: ImageReference, { type, json }: ImagePredicate): Buffer {
  const subject = [{ name: nameOf(image), digest: { sha256: hexOf(image) } }]
  const fields = JSON.stringify({ _type: STATEMENT, subject, predicateType: type })
  return Buffer.from(`${fields.slice(0, -1)},"predicate":${json.trim()}}`)
}

/** The digest that KMS signs of a statement: DSSE's encoding of it, by the key's hash. */
export function dsseDigest({ algorithm }: Pick<SigningKey, 'algorithm'>, statement: Buffer): Buffer {
  return createHash(algorithm.hash).update(preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, statement)).digest()
}

function envelope(statement: Buffer, signature: Buffer): object {
  return {
    payload: statement.toString('base64'),
    payloadType: IN_TOTO_PAYLOAD_TYPE,
    signatures: [{ sig: signature.toString('base64') }],
  }
}

/** A signed statement as cosign 2 keeps it under a tag. */
export function dsseEnvelope(statement: Buffer, signature: Buffer): Content {
  return content(DSSE_ENVELOPE, envelope(statement, signature))
}

/** The same as cosign 3 keeps it in a referrer. */
export function dsseBundle(
  { publicKey }: Pick<SigningKey, 'publicKey'>,
  statement: Buffer,
  signature: Buffer,
): Content {
  const hint = createHash('sha256').update(publicKey.spki).digest('base64')
  const verificationMaterial = { publicKey: { hint } }
  return content(BUNDLE, { mediaType: BUNDLE, verificationMaterial, dsseEnvelope: envelope(statement, signature) })
}
