/** Ids as the services make them, and random numbers that a seed repeats. */
import { randomBytes, randomInt } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A resource id of Yandex Cloud: `prefix` (`abj` KMS key, `aje` IAM, `b1g` folder) and 17 letters or digits. */
export function resourceId(prefix: string): string {
  return prefix + Array.from({ length: 17 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
}

/** An opaque secret, base64url, of `bytes` random bytes. */
export function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

/** Numbers in [0, 1) that are the same for the same `seed` (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
