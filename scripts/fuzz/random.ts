/** Choices that a seed repeats. */
export interface Random {
  /** A whole number from 0 up to and without `end`. */
  readonly below: (end: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  readonly bytes: (length: number) => Buffer
}

/** Mulberry32. @param seed 32 bits */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    below,
    pick: (from) => {
      const at = below(from.length)
      for (const one of from.slice(at)) return one
      throw new Error('nothing to pick from')
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}
