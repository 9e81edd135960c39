import type { HashAlgorithm } from './hashes.ts'

/** A hash that takes its bytes piece by piece. */
export interface RunningHash {
  update(bytes: Uint8Array): unknown
  /** Another one that has taken the same bytes. */
  copy(): RunningHash
  /** Raw. Nothing can be taken after it. */
  digest(): Buffer
}

/** A public key as the platform has read it. */
export interface PlatformKey {
  /** SubjectPublicKeyInfo, DER, in the form that the platform gives every such key. */
  readonly spki: Buffer
  /** `ec`, `rsa`, or the platform's name of something else. */
  readonly type: string
  /** OpenSSL's name of the curve of an elliptic-curve key. */
  readonly curve: string | undefined
  /** Bits of an RSA modulus. */
  readonly modulusLength: number | undefined
  /** `04 ‖ X ‖ Y` (SEC 1, 2.3.3). @throws RangeError for a key that is not on an elliptic curve */
  point(): Buffer
  /**
   * Whether a signature is one over a message, RSA's by RSASSA-PSS with a salt as long as the digest, on threads of the
   * platform's own; not there where it has nothing that is faster than `verifyDigest`.
   */
  verify?(hash: HashAlgorithm, message: Uint8Array, signature: Uint8Array): Promise<boolean>
  /** RSAVP1 (RFC 8017, 5.2.2), as long as the modulus. @throws for a number that is not below the modulus */
  rsaPublic(signature: Uint8Array): Buffer
}

/**
 * All that readers of signatures and keys need of a platform's cryptography: Node's is in primitives.ts, and the page that
 * verifies in a browser has its own in that place.
 */
export interface Primitives {
  startHash(hash: HashAlgorithm): RunningHash
  /** @param spki SubjectPublicKeyInfo, DER, of an RSA key labelled rsaEncryption. @throws for what is none */
  readSpki(spki: Uint8Array): PlatformKey
}
