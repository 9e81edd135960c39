/** Nothing is known of a service that refuses everything: so many requests a second try it. */
const LEAST_RATE = 1
/** Of what was served: a little less lets a quota's bucket fill again. */
const BELOW_SERVED = 0.9
/** Seconds until the rate is back at what was served; for slow services as long as so many requests take. */
const RECOVERY_S = 1.5
const RECOVERY_REQUESTS = 15
/** How steeply it goes on from there: three and a half times as much after another second. */
const STEEPNESS = 2.5
/** A rate that was guessed from next to nothing moves up to so many times as fast. */
const LEAST_CERTAINTY = 0.3
/** From so many times what was served on, the rate tries whether there is more. */
const PROBING = 1.15

/**
 * How many requests a second go out. No limit at first. Once the rate has been set it starts a little below what the
 * service was found to serve, comes back to that slowly, and leaves it behind faster and faster: the curve of CUBIC
 * (RFC 9438, 4.2), by which a rate that has come down for a while is back within seconds.
 */
export class RateCurve {
  #served = Infinity
  #from = Infinity
  #certainty = 1
  #setAt: number | undefined
  #stoodStill = 0

  /** Whether the rate has a limit. */
  get isLimited(): boolean {
    return this.#served !== Infinity
  }

  /** Begins at `now`, where nothing was set before. */
  begin(now: number): void {
    this.#setAt ??= now
  }

  /** Goes on from a little below `served` a second. @param certainty at 1 as much is known of that as can be */
  set(served: number, now: number, certainty = 1): void {
    this.#from = Math.max(LEAST_RATE, served * BELOW_SERVED)
    this.#served = Math.max(served, this.#from)
    this.#certainty = Math.min(1, Math.max(LEAST_CERTAINTY, certainty))
    this.#setAt = now
    this.#stoodStill = 0
  }

  /** Goes on from `rate` itself; `Infinity` takes the limit away. */
  restore(rate: number, now: number): void {
    this.set(rate, now)
    this.#from = this.#served
  }

  /** A wait that the service asked for, in ms: the rate does not grow meanwhile. */
  standsStill(ms: number): void {
    this.#stoodStill += ms
  }

  /** Since the rate was set, in ms, without the waits that were asked for. */
  elapsed(now: number): number {
    return Math.max(0, now - (this.#setAt ?? now) - this.#stoodStill)
  }

  perSecond(now: number): number {
    if (!this.isLimited) return Infinity
    const recovery = Math.max(RECOVERY_S, RECOVERY_REQUESTS / this.#served)
    const beyond = this.elapsed(now) / 1000 / this.#certainty - recovery
    if (beyond < 0) return this.#served - (this.#served - this.#from) * (-beyond / recovery) ** 3
    return this.#served * (1 + STEEPNESS * beyond ** 3)
  }

  /** Whether the rate is above what was served, so that refusals are to be expected. */
  isProbing(now: number): boolean {
    return this.isLimited && this.perSecond(now) > PROBING * this.#served
  }
}
