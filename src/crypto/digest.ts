import type { HashAlgorithm } from './hashes.ts'
import { PRIMITIVES } from './primitives.ts'

/** The raw digest of all of `parts` together. */
export function digestOf(hash: HashAlgorithm, ...parts: readonly Uint8Array[]): Buffer {
  const running = PRIMITIVES.startHash(hash)
  for (const part of parts) running.update(part)
  return running.digest()
}
