/** Of the rate at the last decrease, each second, and requests a second at least. */
const GROWTH = 0.2
/** The same while the rate is not known yet. */
const SEARCHING_GROWTH = 0.5
const LEAST_GROWTH = 1
const LEAST_RATE = 1
/** Shorter than this, what got through between two refusals is chance. */
const SAMPLE_MS = 300
/** Timers are late; what they missed may be made up for within this time. */
const SLACK_MS = 20
const REMEMBERED_STARTS = 16

/**
 * Requests a second that a service takes, learnt from its refusals. A token bucket is empty whenever it refuses, so
 * between two refusals exactly as much got through as flowed into it: that is its rate. Until there is such a
 * measurement the rate is halved at each refusal; afterwards it goes on a little below what was measured, and grows.
 */
export class LearnedRate {
  #base = Infinity
  #growth = 0
  #refusedAt = 0
  #measured = false
  #succeeded = 0
  #free = 0
  #starts: number[] = []

  /** When the next request may start; all times in ms, as `performance.now()` counts. */
  nextAt(now: number): number {
    return this.#base === Infinity ? now : this.#free
  }

  started(now: number): void {
    this.#starts.push(now)
    if (this.#starts.length > REMEMBERED_STARTS) this.#starts.shift()
    if (this.#base !== Infinity) this.#free = Math.max(this.#free, now - SLACK_MS) + 1000 / this.perSecond(now)
  }

  succeeded(): void {
    this.#succeeded += 1
  }

  /** @returns whether the rate was lowered: a refusal of what started before the last decrease says nothing new */
  refused(startedAt: number, now: number): boolean {
    if (this.#base !== Infinity && startedAt < this.#refusedAt) return false
    const elapsed = now - this.#refusedAt
    if (this.#base !== Infinity && elapsed >= SAMPLE_MS) {
      this.#measured = this.#succeeded > 0
      this.#base = (this.#succeeded / elapsed) * 1000 * 0.9
    } else {
      this.#base = Math.min(this.perSecond(now), this.#observed(now)) / 2
    }
    this.#base = Math.max(LEAST_RATE, this.#base)
    this.#growth = Math.max(LEAST_GROWTH, this.#base * (this.#measured ? GROWTH : SEARCHING_GROWTH))
    this.#refusedAt = now
    this.#succeeded = 0
    this.#free = now + 1000 / this.#base
    return true
  }

  perSecond(now: number): number {
    return this.#base + (this.#growth * (now - this.#refusedAt)) / 1000
  }

  /** At what rate requests have started lately. */
  #observed(now: number): number {
    const first = this.#starts[0] ?? now
    return (this.#starts.length / Math.max(1, now - first)) * 1000
  }
}
