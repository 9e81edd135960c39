import { ActionError } from '../base/errors.ts'

/** AsymmetricSignatureKey, as far as it is used. */
export interface KmsKey {
  readonly status: string
  /** KMS's name, e.g. `ECDSA_NIST_P256_SHA_256`. */
  readonly signatureAlgorithm: string
  readonly createdAt: Date | undefined
}
/** What SignHash gives. */
export interface KmsSignature {
  /** KMS's bytes, not verified yet: DER for ECDSA, the octet string for RSA. */
  readonly signature: Buffer
  readonly requestId: string | undefined
  /** What the request was called on this side, where it was. */
  readonly clientRequestId?: string | undefined
}
/** How often each method was called; repeated attempts are not counted. */
interface KmsCalls {
  readonly getKey: number
  readonly getPublicKey: number
  readonly signHash: number
}
/**
 * The three methods of KMS, in wire types.
 * Source: Key Management Service API, REST: AsymmetricSignatureKey.Get, AsymmetricSignatureCrypto.GetPublicKey and SignHash.
 * @throws ActionError UNAUTHENTICATED, PERMISSION_DENIED, KEY_NOT_FOUND, KEY_NOT_ACTIVE, INVALID_RESPONSE,
 * and those of the client and the credential
 */
export interface Kms {
  getKey(keyId: string): Promise<KmsKey>
  /** The PEM of SubjectPublicKeyInfo, as KMS sends it. */
  getPublicKey(keyId: string): Promise<string>
  /** @param digest raw, by the key's hash @param signal ends this call, its reason is thrown */
  signHash(keyId: string, digest: Uint8Array, signal?: AbortSignal): Promise<KmsSignature>
  readonly calls: KmsCalls
}

/**
 * Key.Get that was refused for want of the role, or by a host that does not serve it: the public key tells most of what
 * it would have told. Its code is PERMISSION_DENIED.
 */
export class KeyGetRefused extends ActionError {
  /** `host`: whether there is such a key is not known either; `cause` is KEY_NOT_FOUND where the host said that. */
  readonly reason: 'role' | 'host'

  constructor(reason: 'role' | 'host', message: string, options: { hint?: string | undefined; cause?: unknown }) {
    super('PERMISSION_DENIED', message, options)
    this.reason = reason
  }
}
