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
/** So many successes outweigh a refusal; two that are not outweighed say that the rate is too high. */
const OUTWEIGHED_BY = 20
const SUSPICIOUS = 1
const CONVINCED = 2

/**
 * What a refusal comes to: `stale`, of what started before the last decrease, says nothing new; one by `chance` leaves
 * the rate as it is; or the rate was `lowered`.
 */
type Refusal = 'stale' | 'chance' | 'lowered'

/**
 * Requests a second that a service takes, learnt from its refusals. One among many successes says nothing about the
 * rate: an overloaded server refuses by chance, at any rate, and going slower would not help. A quota that is used up
 * refuses most of what comes, so that several follow at once. Where nothing has succeeded yet, the first one counts.
 *
 * A token bucket is empty whenever it refuses, so between two decreases exactly as much got through as flowed into it:
 * that is its rate. Until there is such a measurement the rate is halved each time; afterwards it goes on a little below
 * what was measured, and grows.
 */
export class LearnedRate {
  #base = Infinity
  #growth = 0
  #refusedAt = 0
  #measured = false
  #stoodStill = 0
  #succeeded = 0
  #doubt = SUSPICIOUS
  #free = 0
  #starts: number[] = []

  /** When the next request may start, or a time that is over; all times in ms, as `performance.now()` counts. */
  nextAt(): number {
    return this.#free
  }

  started(now: number): void {
    this.#starts.push(now)
    if (this.#starts.length > REMEMBERED_STARTS) this.#starts.shift()
    this.#free = Math.max(this.#free, now - SLACK_MS) + 1000 / this.perSecond(now)
  }

  succeeded(): void {
    this.#succeeded += 1
    this.#doubt = Math.max(0, this.#doubt - 1 / OUTWEIGHED_BY)
  }

  /** A wait that the service asked for: neither does the rate grow meanwhile, nor is it measured by that time. */
  standsStill(ms: number): void {
    this.#stoodStill += ms
  }

  refused(startedAt: number, now: number): Refusal {
    if (startedAt < this.#refusedAt) return 'stale'
    this.#doubt += 1
    if (this.#doubt < CONVINCED) return 'chance'
    const elapsed = this.#elapsed(now)
    if (this.#base !== Infinity && elapsed >= SAMPLE_MS) {
      this.#measured = true
      this.#base = (this.#succeeded / elapsed) * 1000 * 0.9
    } else {
      this.#base = Math.min(this.perSecond(now), this.#observed(now)) / 2
    }
    this.#base = Math.max(LEAST_RATE, this.#base)
    this.#growth = Math.max(LEAST_GROWTH, this.#base * (this.#measured ? GROWTH : SEARCHING_GROWTH))
    this.#refusedAt = now
    this.#stoodStill = 0
    this.#succeeded = 0
    this.#doubt = SUSPICIOUS
    this.#free = now + 1000 / this.#base
    return 'lowered'
  }

  perSecond(now: number): number {
    return this.#base + (this.#growth * this.#elapsed(now)) / 1000
  }

  /** Since the last decrease, without the waits that were asked for. */
  #elapsed(now: number): number {
    return Math.max(0, now - this.#refusedAt - this.#stoodStill)
  }

  /** At what rate requests have started lately. */
  #observed(now: number): number {
    const first = this.#starts[0] ?? now
    return (this.#starts.length / Math.max(1, now - first)) * 1000
  }
}
