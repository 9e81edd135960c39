import { ActionError } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import type { Gate, Leave, Passage } from './gate.ts'
import { LearnedRate, type Start } from './rate/learned-rate.ts'

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

/** How often the log tells what becomes of the rate, at most. */
const REPORT_MS = 5000

/**
 * A gate that bounds requests at once and, once a service has refused some by 429, how many start in a second, at a rate
 * learnt from what it serves. With the rate falls how many are under way at once, since a service may bound those;
 * requests that hang are not counted then, so that they do not hold up the others. A wait that the service asks for
 * holds up everybody.
 */
export class Pace implements Gate {
  readonly #options: PaceOptions
  readonly #rate = new LearnedRate()
  #underWay = 0
  #resumeAt = 0
  readonly #refused: Waiting[] = []
  readonly #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined
  #timerAt = 0
  #reportedAt = -Infinity
  #over: Error | undefined

  constructor(options: PaceOptions) {
    this.#options = options
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
    while (this.#underWay < this.#options.max) {
      const queue = this.#refused.length > 0 ? this.#refused : this.#waiting
      if (queue.length === 0) return
      const now = performance.now()
      const at = Math.max(this.#resumeAt, this.#rate.nextAt(now))
      if (at > now) {
        this.#admitAt(at, now)
        return
      }
      this.#underWay += 1
      queue.shift()?.resolve(this.#leaveFrom(this.#rate.started(now)))
    }
  }

  #admitAt(at: number, now: number): void {
    if (this.#timer !== undefined && this.#timerAt <= at) return
    clearTimeout(this.#timer)
    this.#timerAt = at
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#admit()
    }, at - now)
  }

  #leaveFrom(start: Start): Leave {
    return (passage: Passage, askedMs?: number) => {
      this.#underWay -= 1
      const now = performance.now()
      if (passage === 'limited') this.#rate.refused(start, now)
      else if (passage === 'done') this.#rate.succeeded(start, now)
      else this.#rate.failed(start)
      if (askedMs !== undefined) this.#holdUp(now, now + askedMs)
      this.#admit()
      this.#report(now)
    }
  }

  #report(now: number): void {
    const news = this.#rate.takeNews()
    if (news === undefined || now - this.#reportedAt < REPORT_MS) return
    this.#reportedAt = now
    const rate = this.#rate.perSecond(now)
    const pace = rate < 10 ? rate.toFixed(1) : rate.toFixed(0)
    const { log } = this.#options
    if (news === 'at any rate')
      log.info('The service refuses some requests (429) however slowly they come: they are repeated, at full speed.')
    else
      log.info(
        `The service refuses requests because too many come (429): they go on at about ${pace} a second, and faster as soon as it takes more.`,
      )
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
