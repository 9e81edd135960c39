import { ActionError } from '../base/errors.ts'
import { printableWord } from '../base/shell.ts'
import type { Kms } from './kms-port.ts'
import { publicKeyInText } from '../crypto/public-key.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'

/** What KMS says of a public key that the input `public-key` names. */
export type PinnedKeyFault =
  | { readonly kind: 'mismatch'; readonly error: ActionError }
  /** It is the key of `key-id`. */
  | { readonly kind: 'same' }
  /** KMS does not say: the role is missing, or the answer is of no use. */
  | { readonly kind: 'unknown' }

/** Asks KMS whether the pinned public key is that of `key-id`; only after something has gone wrong with it. */
export async function pinnedKeyFault(kms: Kms, keyId: string, key: SigningKey): Promise<PinnedKeyFault> {
  let fingerprint: string
  try {
    fingerprint = publicKeyInText(await kms.getPublicKey(keyId)).fingerprint
  } catch (thrown) {
    if (thrown instanceof ActionError && (thrown.code === 'TIMED_OUT' || thrown.code === 'CANCELLED')) throw thrown
    return { kind: 'unknown' }
  }
  if (fingerprint === key.publicKey.fingerprint) return { kind: 'same' }
  return { kind: 'mismatch', error: keyMismatch(keyId, key.publicKey.fingerprint, fingerprint) }
}

/** KEY_MISMATCH with both fingerprints. @param found the one of KMS, or `undefined` where it did not say */
export function keyMismatch(keyId: string, expected: string, found: string | undefined): ActionError {
  const other = found === undefined ? 'has another type' : `is ${found}`
  return new ActionError('KEY_MISMATCH', `public-key is ${expected}, but the key ${keyId} in KMS ${other}.`, {
    hint:
      'Do not change public-key before you know why: key-id may be wrong, or somebody may have put another key in place. ' +
      `\`yc kms asymmetric-signature-crypto get-public-key --id ${printableWord(keyId)}\` shows the public key of this one.`,
  })
}
