/** What KMS does, by the emulator's own means. */
import { signEcdsa, signPss } from '../../emulator/crypto/digest-signing.ts'
import type { LocalKey } from './local-keys.ts'

/** As SignHash. */
export function signDigest({ algorithm, privateKey }: LocalKey, digest: Buffer): Buffer {
  if (algorithm.curve === undefined) return signPss(privateKey, algorithm.hash, digest)
  const { d } = privateKey.export({ format: 'jwk' })
  return signEcdsa(algorithm.curve.openssl, Buffer.from(d ?? '', 'base64url'), digest)
}
