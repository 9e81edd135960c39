import { createHash } from 'node:crypto'
import type { SigningKey } from '../../crypto/key-algorithm.ts'
import type { PreparedSignature } from '../format.ts'
import { bundle } from '../sigstore/write.ts'

/** The payload type of in-toto statements. */
export const IN_TOTO_PAYLOAD_TYPE = 'application/vnd.in-toto+json'

/** What DSSE signs: PAE(type, payload), lengths in bytes as ASCII decimals (DSSE protocol, "Signature Definition"). */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Buffer {
  const type = Buffer.from(payloadType, 'utf8')
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} `),
    type,
    Buffer.from(` ${payload.length} `),
    Buffer.from(payload),
  ])
}

/**
 * An in-toto statement in a DSSE envelope in a Sigstore bundle. The `keyid` stays empty: with one, cosign finds no match.
 * @param statement JSON, UTF-8
 */
export function signedStatement({ algorithm, publicKey }: SigningKey, statement: Buffer): PreparedSignature {
  const message = preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, statement)
  return {
    toSign: createHash(algorithm.hash).update(message).digest(),
    message,
    encode: (signature) =>
      bundle(publicKey, {
        dsseEnvelope: {
          payload: statement.toString('base64'),
          payloadType: IN_TOTO_PAYLOAD_TYPE,
          signatures: [{ sig: signature.toString('base64'), keyid: '' }],
        },
      }),
  }
}
