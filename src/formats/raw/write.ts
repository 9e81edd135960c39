import type { Encoding, PreparedSignature } from '../format.ts'

/** `sig`: KMS's bytes as they are, DER of an ECDSA-Sig-Value (RFC 3279, 2.2.3) or the RSA octet string (RFC 8017, 8.1.1). */
export const rawEncoding: Encoding = {
  format: 'sig',
  prepare: ({ digest, content }): PreparedSignature => ({
    toSign: digest,
    message: content,
    encode: (signature) => signature,
  }),
}

/** `base64`: the same in standard base64, one line with a line feed at its end. */
export const base64Encoding: Encoding = {
  format: 'base64',
  prepare: ({ digest, content }): PreparedSignature => ({
    toSign: digest,
    message: content,
    encode: (signature) => Buffer.from(`${signature.toString('base64')}\n`),
  }),
}
