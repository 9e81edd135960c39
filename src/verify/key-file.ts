import { wrappedBase64 } from '../base/base64.ts'
import { HASH_ALGORITHMS } from '../crypto/hashes.ts'
import { parsePublicKey, pssSpki, type PublicKey } from '../crypto/public-key.ts'
import type { TrustedKey } from '../formats/signature-check.ts'

/**
 * Whether PEM text holds one of the keys, under either label of an RSA key, and nothing else; false when it holds another
 * key. @throws RangeError when it is not PEM of one public key
 */
export function holdsPublicKey(bytes: Buffer, keys: readonly TrustedKey[]): boolean {
  const text = bytes.toString('latin1')
  const { fingerprint } = readKey(text)
  const trusted = keys.find(({ publicKey }) => publicKey.fingerprint === fingerprint)?.publicKey
  if (trusted === undefined) return false
  const encoded = wrappedBase64(text.replace(/-----[A-Z ]+-----/gu, ''))
  if (!encodings(trusted).some((encoding) => encoding.equals(encoded)))
    throw new RangeError('holds more than a public key')
  return true
}

function readKey(text: string): PublicKey {
  try {
    return parsePublicKey(text)
  } catch (cause) {
    throw new RangeError('is not the PEM of one public key', { cause })
  }
}

function encodings(key: PublicKey): readonly Buffer[] {
  if (key.platformKey.type !== 'rsa') return [key.spki]
  return [key.spki, ...HASH_ALGORITHMS.map((hash) => pssSpki(key, hash))]
}
