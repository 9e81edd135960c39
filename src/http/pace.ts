import { ActionError } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import type { Gate, Leave, Passage } from './gate.ts'
import { LearnedRate } from './learned-rate.ts'

/** Bounds how many requests are under way, and, once a service has refused some by 429, how many start in a second. */
interface PaceOptions {
  /** Requests at once, at most: the input `max-concurrency`. */
  readonly max: number
  /** The run's: ends all waiting with its reason. */
  readonly signal: AbortSignal
  readonly log: Log
}

interface Waiting {
  readonly resolve: (leave: Leave) => void
  readonly reject: (reason: Error) => void
}

const REPORT_MS = 5000

/** What is left of the limit of requests at once when the rate was too high. */
const KEPT = 0.75
/** As little of the most at once is left by refusals that leave the rate as it is. */
const KEPT_BY_CHANCE = 0.875

/**
 * A gate by additive increase and multiplicative decrease: full speed until 429s come close together, then at a rate
 * learnt from what gets through. One 429 among many successes only takes one from the requests at once. The rate
 * does most of the work, also where a service bounds requests at once: so many are under way as it takes to answer that
 * many a second. The limit of requests at once falls gently beside it, since those that hang must not hold up the
 * others. A wait that the service asks for holds up everybody.
 */
export class Pace implements Gate {
  readonly #options: PaceOptions
  readonly #rate = new LearnedRate()
  #limit: number
  #underWay = 0
  #succeeded = 0
  #resumeAt = 0
  readonly #refused: Waiting[] = []
  readonly #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  #reportedAt = -Infinity
  #over: Error | undefined

  constructor(options: PaceOptions) {
    this.#options = options
    this.#limit = options.max
    const { signal } = options
    const stop = (): void => {
      this.#stop(signal.reason)
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
  }

  enter(again: boolean): Promise<Leave> {
    if (this.#over !== undefined) return Promise.reject(this.#over)
    const { promise, resolve, reject } = Promise.withResolvers<Leave>()
    const queue = again ? this.#refused : this.#waiting
    queue.push({ resolve, reject })
    this.#admit()
    return promise
  }

  /** Lets in as many as may start now, and comes back when the next one may. */
  #admit(): void {
    while (this.#underWay < this.#limit) {
      const queue = this.#refused.length > 0 ? this.#refused : this.#waiting
      if (queue.length === 0) return
      const now = performance.now()
      const at = Math.max(this.#resumeAt, this.#rate.nextAt())
      if (at > now) {
        this.#timer ??= setTimeout(() => {
          this.#timer = undefined
          this.#admit()
        }, at - now)
        return
      }
      this.#rate.started(now)
      this.#underWay += 1
      queue.shift()?.resolve(this.#leaveFrom(now))
    }
  }

  #leaveFrom(startedAt: number): Leave {
    return (passage: Passage, askedMs?: number) => {
      this.#underWay -= 1
      const now = performance.now()
      if (passage === 'limited') this.#slowDown(startedAt, now, askedMs)
      else if (passage === 'done') this.#speedUp()
      this.#admit()
    }
  }

  #speedUp(): void {
    this.#rate.succeeded()
    this.#succeeded += 1
    if (this.#succeeded < this.#limit || this.#limit === this.#options.max) return
    this.#succeeded = 0
    this.#limit += 1
  }

  #slowDown(startedAt: number, now: number, askedMs: number | undefined): void {
    const refusal = this.#rate.refused(startedAt, now)
    if (askedMs !== undefined) this.#holdUp(now, now + askedMs)
    if (refusal === 'chance' && this.#limit > Math.max(1, this.#options.max * KEPT_BY_CHANCE)) this.#limit -= 1
    if (refusal !== 'lowered') return
    this.#succeeded = 0
    this.#limit = Math.max(1, Math.floor(this.#limit * KEPT))
    if (now - this.#reportedAt < REPORT_MS) return
    this.#reportedAt = now
    const rate = this.#rate.perSecond(now).toFixed(this.#rate.perSecond(now) < 10 ? 1 : 0)
    this.#options.log.info(`The service asks for fewer requests (429): on with about ${rate} a second.`)
  }

  #holdUp(now: number, until: number): void {
    const from = Math.max(now, this.#resumeAt)
    if (until <= from) return
    this.#rate.standsStill(until - from)
    this.#resumeAt = until
  }

  #stop(reason: unknown): void {
    this.#over = reason instanceof ActionError ? reason : new ActionError('CANCELLED', 'The run was cancelled.')
    clearTimeout(this.#timer)
    const waiting = [...this.#refused.splice(0), ...this.#waiting.splice(0)]
    for (const { reject } of waiting) reject(this.#over)
  }
}
