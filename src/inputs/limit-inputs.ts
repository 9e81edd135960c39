import type { InputReader } from './input-reader.ts'

/** How much at once, and for how long. */
export interface LimitInputs {
  /** Signing requests at once, at most. */
  readonly maxConcurrency: number
  /** Of the whole step. */
  readonly timeoutMs: number
}

const MAX_TIMEOUT_MINUTES = 6 * 60 * 24 * 5 // far above any job's own limit; setTimeout takes 24 days

/** Reads the limits of a run. Faults go to `reader`. */
export function readLimits(reader: InputReader): LimitInputs {
  return {
    maxConcurrency: reader.number('max-concurrency', 16, 1, 1000),
    timeoutMs: reader.number('timeout-minutes', 15, 0.0001, MAX_TIMEOUT_MINUTES, true) * 60_000,
  }
}
