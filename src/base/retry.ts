/** How long something is tried. */
export interface Patience {
  /** How many attempts may fail, the first among them. Refusals for too many requests do not count. */
  readonly attempts: number
  /** How long refusals for too many requests that name no wait may follow on each other, in ms. */
  readonly refusedMs: number
}

/** The waits between attempts, in ms. */
export interface Waits {
  /** The wait after the first failure, at most; three times as much after each further one. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** In [0, 1): full jitter, so that runs which failed together do not come back together. */
  readonly random: () => number
}

/** Those of docs/troubleshooting.md. */
export const WAITS: Waits = { firstWaitMs: 500, longestWaitMs: 20_000, random: Math.random }

/** The wait after `failures` (at least 1) in ms: full jitter below 0.5 s × 3ⁿ, at most 20 s. */
export function backoff(failures: number, waits: Waits = WAITS): number {
  return waits.random() * Math.min(waits.longestWaitMs, waits.firstWaitMs * 3 ** (failures - 1))
}

/** An attempt that did not succeed, and that is worth repeating. */
export class Miss {
  /** What happened, printable, as the end of a sentence. */
  readonly why: string
  /** Refused for too many requests: counts against the time for refusals, not against the attempts. */
  readonly limited: boolean
  /** The wait that the service asked for, in ms. */
  readonly askedMs: number | undefined

  constructor(why: string, { limited = false, askedMs }: { limited?: boolean; askedMs?: number | undefined } = {}) {
    this.why = why
    this.limited = limited
    // `Retry-After: 0`, or a reset that is over by this machine's clock, does not permit hammering.
    this.askedMs = askedMs === 0 ? undefined : askedMs
  }
}

/** What has been tried so far. */
export interface Tally {
  readonly failures: number
  readonly refusals: number
  /** As the clock counts. */
  readonly started: number
}

/** Since when a service refuses without a success in between. Shared by all who ask it. */
export class RefusedSince {
  #since: number | undefined

  /** The service refuses again, and asks for a wait of `askedMs` or for none. @returns since when, as the clock counts */
  refused(now: number, askedMs: number | undefined): number {
    const from = askedMs === undefined ? now : now + askedMs
    this.#since = askedMs === undefined ? (this.#since ?? from) : Math.max(this.#since ?? from, from)
    return this.#since
  }

  /** It has served somebody. */
  served(): void {
    this.#since = undefined
  }
}

/** Why there is no further attempt: too many failed, refusals took too long, or the wait asked for ends after the run. */
export type Stop = { readonly because: 'failures' | 'refusals' } | { readonly because: 'end'; readonly leftMs: number }

/** What a loop of attempts is made of. */
interface Loop<M extends Miss> {
  readonly patience: Patience
  readonly waits: Waits
  readonly refusedSince: RefusedSince
  readonly now: () => number
  /** When the run is over, as `now` counts. */
  readonly deadline: number
  /** Waits; rejects when the run is over. */
  readonly sleep: (ms: number) => Promise<void>
  /** Told before each wait. @param ms how long; 0 where somebody else holds the next attempt back */
  readonly onWait: (miss: M, tally: Tally, ms: number) => void
  /** The error to end with. */
  readonly givenUp: (miss: M, tally: Tally, stop: Stop) => Error
  /** Whether somebody else, who knows of all the attempts, holds the next one back after a refusal. */
  readonly heldBack?: boolean
}

/**
 * The one loop of attempts: repeats `attempt` until it returns something else than a miss.
 * @throws what `givenUp` makes, and what `attempt` and `sleep` throw
 */
export async function persist<T, M extends Miss>(
  loop: Loop<M>,
  attempt: (tally: Tally) => Promise<T | M>,
): Promise<Exclude<T, M>> {
  const tally = { failures: 0, refusals: 0, started: loop.now() }
  for (;;) {
    const outcome = await attempt(tally)
    if (!(outcome instanceof Miss)) return outcome as Exclude<T, M>
    if (outcome.limited) tally.refusals += 1
    else tally.failures += 1
    const wait = nextWait(loop, outcome, tally)
    if (typeof wait !== 'number') throw loop.givenUp(outcome, tally, wait)
    loop.onWait(outcome, tally, wait)
    if (wait > 0) await loop.sleep(wait)
  }
}

/** The wait before the next attempt, in ms, or why there is none. */
function nextWait<M extends Miss>(loop: Loop<M>, { limited, askedMs }: M, tally: Tally): number | Stop {
  const { patience, waits, deadline } = loop
  const now = loop.now()
  if (!limited && tally.failures >= patience.attempts) return { because: 'failures' }
  const leftMs = Math.max(0, deadline - now)
  // A service that says when to come back is believed, however long it refuses: its waits count against nothing.
  const since = limited ? loop.refusedSince.refused(now, askedMs) : now
  if (askedMs !== undefined && askedMs > leftMs) return { because: 'end', leftMs }
  const budgetMs = since + patience.refusedMs - now
  if (limited && askedMs === undefined && budgetMs <= 0) return { because: 'refusals' }
  if (limited && loop.heldBack === true) return 0
  if (askedMs !== undefined) return askedMs
  return limited ? Math.min(backoff(tally.refusals, waits), budgetMs) : backoff(tally.failures, waits)
}
