import type { SigningKey } from './key-algorithm.ts'
import { verifyMessage } from './verify-message.ts'

/** The bytes that a signature is over: by themselves where they are held in memory, else by their digest alone. */
export type Covered = { readonly message: Uint8Array } | { readonly message?: undefined; readonly digest: Uint8Array }

/** What is held in memory so as to be verified by OpenSSL, which hashes it anew: beyond this that takes longer. */
export const MOST_HELD = 128 * 1024

const verified = new WeakMap<Covered, Map<string, Promise<boolean>>>()

/**
 * Whether `signature` is one of the key over `covered`, as `verifyMessage` and `verifyDigest` say. Each signature over one
 * object is verified once, however often it is asked for: several formats hold the same one.
 * @param covered with a digest: raw, 32, 48 or 64 bytes, by the algorithm's hash
 */
export function isSignatureOver(
  covered: Covered,
  key: Pick<SigningKey, 'algorithm' | 'publicKey'>,
  signature: Buffer,
): Promise<boolean> {
  const known = verified.get(covered) ?? new Map<string, Promise<boolean>>()
  verified.set(covered, known)
  const name = `${key.algorithm.name} ${key.publicKey.fingerprint} ${signature.toString('latin1')}`
  const verdict = known.get(name) ?? judge(covered, key, signature)
  known.set(name, verdict)
  return verdict
}

/** Loads what `isSignatureOver` needs for it, so that it is there once the signature is. */
export function prepareFor({ message }: Covered): void {
  if (message === undefined) byDigest ??= import('./verify-digest.ts')
}

/** Loaded where something large is to be verified: many runs do without. */
let byDigest: Promise<typeof import('./verify-digest.ts')> | undefined

async function judge(
  covered: Covered,
  key: Pick<SigningKey, 'algorithm' | 'publicKey'>,
  signature: Buffer,
): Promise<boolean> {
  if (covered.message !== undefined) return verifyMessage(key, covered.message, signature)
  byDigest ??= import('./verify-digest.ts')
  const { verifyDigest } = await byDigest
  return verifyDigest(key, covered.digest, signature)
}
