import { wait } from './wait.ts'

/**
 * Time, so that tests need not wait for it. Spans and deadlines go by `now`, which does not step when somebody sets the
 * machine's clock; dates and what expires at a date go by `date`.
 */
export interface Clock {
  /** Milliseconds since some moment, as `performance.now()` counts. */
  now(): number
  /** Milliseconds since 1970, as `Date.now()` counts. */
  date(): number
  /** Waits for `ms`; rejects with the signal's reason. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** The machine's. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleep: (ms, signal) => wait(ms, signal),
}
