/** GitHub's limits on one token: requests an hour, and content-creating requests a minute and an hour. */
import type { EmulatedRequest, EmulatedResponse } from '../server/wire.ts'

/** Tells the time; tests put a faster one, or their own, in its place. */
interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}

/** A clock that runs `speed` times as fast as the real one, from now on. */
export function fastClock(speed: number): Clock {
  const start = Date.now()
  return { now: () => start + (Date.now() - start) * speed }
}

const MINUTE = 60_000
const HOUR = 3_600_000

export class GithubLimits {
  clock: Clock = { now: () => Date.now() }
  requestsPerHour = 1000
  contentPerMinute = 80
  contentPerHour = 500
  /** Refusals so far, of either kind. */
  refused = 0
  /** Asks those over the secondary limit to come back by Retry-After; without, they have to guess. */
  sendsRetryAfter = true
  #window: { start: number; used: number } = { start: 0, used: 0 }
  #content: number[] = []

  /** Headers that every answer of the API carries. */
  headers(): Record<string, string> {
    return {
      date: new Date(this.clock.now()).toUTCString(),
      'x-ratelimit-limit': String(this.requestsPerHour),
      'x-ratelimit-remaining': String(Math.max(0, this.requestsPerHour - this.#window.used)),
      'x-ratelimit-used': String(this.#window.used),
      'x-ratelimit-reset': String(Math.ceil((this.#window.start + HOUR) / 1000)),
      'x-ratelimit-resource': 'core',
    }
  }

  /** Counts a request; the refusal, when it goes beyond a limit. A refused one is not counted. */
  refusalOf(request: EmulatedRequest): EmulatedResponse | undefined {
    const now = this.clock.now()
    if (now - this.#window.start >= HOUR) this.#window = { start: now, used: 0 }
    if (this.#window.used >= this.requestsPerHour) {
      this.refused += 1
      return { status: 403, json: { message: 'API rate limit exceeded for installation.' } }
    }
    this.#window.used += 1
    if (request.method !== 'POST' && request.method !== 'PATCH') return undefined
    this.#content = this.#content.filter((time) => now - time < HOUR)
    const lastMinute = this.#content.filter((time) => now - time < MINUTE)
    const wait =
      this.#content.length >= this.contentPerHour
        ? HOUR - (now - (this.#content[this.#content.length - this.contentPerHour] ?? now))
        : lastMinute.length >= this.contentPerMinute
          ? MINUTE - (now - (lastMinute[lastMinute.length - this.contentPerMinute] ?? now))
          : 0
    if (wait > 0) {
      this.refused += 1
      const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
      const headers = this.sendsRetryAfter ? { 'retry-after': String(Math.ceil(wait / 1000)) } : {}
      return { status: 403, headers, json: { message } }
    }
    this.#content.push(now)
    return undefined
  }
}
