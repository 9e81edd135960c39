import { createHash } from 'node:crypto'
import type { SerializedBundle } from '@sigstore/bundle'
import { HASHES } from '../../crypto/hashes.ts'
import type { PublicKey } from '../../crypto/public-key.ts'
import type { SigningKey } from '../../crypto/key-algorithm.ts'
import type { Encoding } from '../format.ts'

/** Media type of a Sigstore bundle of version 0.3. */
const BUNDLE_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json'

type Content = Pick<SerializedBundle, 'messageSignature'> | Pick<SerializedBundle, 'dsseEnvelope'>

/**
 * A bundle as cosign writes it for a key of one's own (sigstore_bundle.proto of protobuf-specs): the key is named by the
 * base64 of SHA-256 over its SubjectPublicKeyInfo. No other field: cosign refuses those that it does not know.
 * @returns one line of JSON, UTF-8, with a line feed at its end
 */
export function bundle(publicKey: PublicKey, content: Content): Buffer {
  const hint = createHash('sha256').update(publicKey.spki).digest('base64')
  const verificationMaterial = { publicKey: { hint }, tlogEntries: [] }
  return Buffer.from(`${JSON.stringify({ mediaType: BUNDLE_MEDIA_TYPE, verificationMaterial, ...content })}\n`)
}

/** `sigstore`: a bundle of a message signature over the file itself. */
export function sigstoreEncoding({ algorithm, publicKey }: SigningKey): Encoding {
  return {
    format: 'sigstore',
    prepare: ({ digest, content }) => ({
      toSign: digest,
      message: content,
      encode: (signature) =>
        bundle(publicKey, {
          messageSignature: {
            messageDigest: { algorithm: HASHES[algorithm.hash].sigstore, digest: digest.toString('base64') },
            signature: signature.toString('base64'),
          },
        }),
    }),
  }
}
