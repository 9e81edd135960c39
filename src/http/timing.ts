import { WAITS, type Patience, type Waits } from '../base/retry.ts'

/** The waits and budgets of docs/troubleshooting.md, in ms. Tests make them short. */
export interface Timing extends Patience, Waits {
  /** One attempt, from the connection to the last byte. */
  readonly attemptMs: number
}

export const TIMING: Timing = { ...WAITS, attempts: 5, attemptMs: 15_000, refusedMs: 60_000 }

/** One attempt: every answer except a redirect is returned, 429 and 5xx too, for the caller to judge. */
export const ONCE: Partial<Patience> = { attempts: 1, refusedMs: 0 }

/** Limits are sat out as with any request; what else fails is for whoever resumes the upload. */
export const FOR_UPLOADS: Partial<Patience> = { attempts: 1 }
