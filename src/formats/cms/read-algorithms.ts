import { derNull, explicit, oid, sequence, unsignedInteger } from '../../crypto/der.ts'
import { HASHES, type HashAlgorithm } from '../../crypto/hashes.ts'
import type { KeyAlgorithm } from '../../crypto/key-algorithm.ts'

/** ecdsa-with-SHA256, -384, -512 (RFC 5758, 3.2). */
const ECDSA_OIDS: Readonly<Record<HashAlgorithm, string>> = {
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}

/**
 * Whether an AlgorithmIdentifier is that of `algorithm`: ECDSA without parameters; RSASSA-PSS with MGF1 of the same
 * hash and a salt as long as the digest, each hash with NULL or without parameters (RFC 4055, 2.1: both are taken).
 */
export function isSignatureAlgorithm(encoded: Buffer, { curve, hash }: KeyAlgorithm): boolean {
  if (curve !== undefined) return encoded.equals(sequence(oid(ECDSA_OIDS[hash])))
  const hashes = [sequence(oid(HASHES[hash].oid), derNull()), sequence(oid(HASHES[hash].oid))]
  return hashes.some((own) => hashes.some((mask) => encoded.equals(pssIdentifier(own, mask, HASHES[hash].bytes))))
}

function pssIdentifier(hash: Buffer, maskHash: Buffer, salt: number): Buffer {
  return sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(
      explicit(0, hash),
      explicit(1, sequence(oid('1.2.840.113549.1.1.8'), maskHash)),
      explicit(2, unsignedInteger(Buffer.from([salt]))),
    ),
  )
}
