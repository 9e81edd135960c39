import type { HttpRequest } from './types.ts'
import { ActionError } from '../base/errors.ts'
import { unavailableHint } from './failure.ts'
import { backoff, type Timing } from './retry.ts'

/** An attempt that did not get through. */
export interface Miss {
  /** Refused for too many requests: counts against the budget in time, not against the attempts. */
  readonly limited: boolean
  /** Printable. */
  readonly why: string
  /** Whether the service answered at all. */
  readonly answered: boolean
  /** The wait that the answer asked for, in ms. */
  readonly askedMs: number | undefined
  readonly requestId: string | undefined
  /** The proxy's origin. */
  readonly proxy: string | undefined
}

/** What a request has been through. */
export interface Tally {
  failures: number
  refusals: number
  /** As `Date.now()` counts. */
  readonly started: number
}

/** Decides how long to wait after a miss, and when to give up. Remembers since when a service refuses. */
export class Patience {
  readonly #timing: Timing
  readonly #deadline: number
  readonly #refusingSince = new Map<string, number>()

  /** @param deadline as `Date.now()` counts */
  constructor(timing: Timing, deadline: number) {
    this.#timing = timing
    this.#deadline = deadline
  }

  /** A service gave an answer that is final: it does not refuse everything. */
  answered(origin: string): void {
    this.#refusingSince.delete(origin)
  }

  /**
   * The wait before the next attempt, in ms.
   * @throws ActionError UNAVAILABLE, RATE_LIMITED
   */
  waitAfter(miss: Miss, tally: Tally, request: HttpRequest, url: URL): number {
    const { limited, askedMs } = miss
    const now = Date.now()
    if (!limited && tally.failures >= this.#timing.attempts) throw this.#givenUp(miss, tally, request, url, '')
    const left = Math.min(this.#deadline - now, limited ? this.#budgetLeft(url.origin, now) : Infinity)
    if (limited && left <= 0) throw this.#givenUp(miss, tally, request, url, '')
    if (askedMs !== undefined && askedMs > left) {
      const ahead = `; it asks to wait ${seconds(askedMs)}, which goes past the ${seconds(Math.max(0, left))} left`
      throw this.#givenUp(miss, tally, request, url, ahead)
    }
    if (limited && request.gate !== undefined) return 0 // the gate waits, for all that pass through it
    const least = backoff(limited ? tally.refusals : tally.failures, this.#timing)
    const wait = askedMs === undefined || askedMs === 0 ? least : askedMs // `Retry-After: 0` is no leave to hammer
    return limited ? Math.min(wait, left) : wait
  }

  #budgetLeft(origin: string, now: number): number {
    const since = this.#refusingSince.get(origin) ?? now
    this.#refusingSince.set(origin, since)
    return since + this.#timing.rateLimitMs - now
  }

  #givenUp(miss: Miss, tally: Tally, request: HttpRequest, url: URL, ahead: string): ActionError {
    const attempts = tally.failures + tally.refusals
    const over = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} in ${seconds(Date.now() - tally.started)}`
    const id = miss.requestId === undefined ? '' : `; request id ${miss.requestId}`
    const text = `${request.service} (${url.host}): ${miss.why} (${over}${id})${ahead}.`
    if (!miss.limited) return new ActionError('UNAVAILABLE', text, { hint: unavailableHint(url.host, miss) })
    return new ActionError('RATE_LIMITED', text, {
      hint: 'Too many requests at once: lower max-concurrency, let fewer jobs sign at the same time, or ask for a higher quota.',
    })
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`
}
