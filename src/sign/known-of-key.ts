import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { FoundFiles } from '../files/release-files.ts'
import { algorithmOfPublicKey } from '../crypto/key-algorithm.ts'
import type { SignInputs } from './inputs.ts'

/** What names depend on, as far as it is known: before the key has answered, some of it is not. */
export interface KnownOfKey {
  readonly hash: HashAlgorithm | undefined
  /** Whether the key is an RSA key. */
  readonly rsa: boolean | undefined
}

/** What inputs and checksum files tell of the key before KMS is asked. */
export function knownWithoutRequests({ hashAlgorithm, pin }: SignInputs, { files }: FoundFiles): KnownOfKey {
  const algorithm = pin.kind === 'pem' ? algorithmOfPublicKey(pin.key) : undefined
  const source = files[0]?.source
  const ofSubjects = source?.kind === 'digest' ? source.hash : undefined
  return {
    hash: hashAlgorithm === 'auto' ? (algorithm?.hash ?? ofSubjects) : hashAlgorithm,
    rsa: pin.kind === 'pem' ? algorithm === undefined : undefined,
  }
}
