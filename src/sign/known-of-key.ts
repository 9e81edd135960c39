import type { HashAlgorithm } from '../public-key.ts'
import { algorithmOfPublicKey } from '../signing-key.ts'
import type { SignInputs } from './inputs.ts'

/** What names depend on, as far as it is known: before the key has answered, some of it is not. */
export interface KnownOfKey {
  readonly hash: HashAlgorithm | undefined
  /** Whether the key is an RSA key. */
  readonly rsa: boolean | undefined
}

/** What the inputs tell of the key before KMS is asked. */
export function knownWithoutRequests({ hashAlgorithm, pin }: SignInputs): KnownOfKey {
  if (pin.kind !== 'pem') return { hash: hashAlgorithm === 'auto' ? undefined : hashAlgorithm, rsa: undefined }
  const algorithm = algorithmOfPublicKey(pin.key)
  const hash = hashAlgorithm === 'auto' ? algorithm?.hash : hashAlgorithm
  return { hash, rsa: algorithm === undefined }
}
