import { Doubt } from './doubt.ts'
import { Flight } from './flight.ts'
import { Flood, FLOOD } from './flood.ts'
import { RateCurve } from './curve.ts'
import { RateTrial } from './trial.ts'
import { RefusalShare } from './refusal-share.ts'

/** Timers are late; what they missed may be made up for within this time. */
const SLACK_MS = 20

/** If no more of what was under way at a flood were refused, it was a false alarm. */
const FALSE_ALARM = 0.1
/** By a few answers the rate falls to half at most. */
const HALVED = 0.5
/** Not less than this share of what goes out counts as served. */
const LEAST_SERVED = 0.1
/** So many successes tell what is served. */
const CERTAIN = 20

/** In a shorter time, and by fewer successes, what got through between two settings of the rate is chance. */
const SAMPLE_MS = 200
const SAMPLE_SUCCESSES = 30
/** Of what was served all the while: a flood in which less gets through than this shows that the service gives less now. */
const SAME_SERVICE = 0.4

/** What a request that starts is remembered by until its answer is there. */
export interface Start {
  /** As `performance.now()` counts. */
  readonly at: number
  /** How many times the rate had been set. */
  readonly era: number
  /** Whether it goes out at a lower rate than the one that is doubted. */
  readonly isSlower: boolean
}

/** What became of the rate: it was lowered, or full speed restored since refusals come at any rate. */
type RateNews = 'lowered' | 'at any rate'

/**
 * Requests a second that a service takes, learnt from what it serves, as BBR learns a path's bandwidth from what is
 * delivered: full speed until refusals come close together, then a little below the rate that was really served, with
 * probes above it. Between two settings of the rate a token bucket that was empty both times has let through exactly
 * what flowed into it, so that is its rate.
 *
 * A lower rate is kept only while it makes refusals fewer: each time it is lowered, the share of refusals at the lower
 * rate is compared with that before. Where it stays, refusals come at any rate, by chance or because of others; then
 * full speed is restored, and only a share well above the usual one is doubted again.
 *
 * All times in ms, as `performance.now()` counts.
 */
export class LearnedRate {
  readonly #curve = new RateCurve()
  readonly #flight = new Flight<Start>()
  readonly #recent = new RefusalShare()
  #era = 0
  #free = 0
  /** Since the rate was set. */
  #successes = 0
  readonly #doubt = new Doubt()
  #flood: Flood | undefined
  #trial: RateTrial | undefined
  #news: RateNews | undefined

  /** When the next request may start, or a time that is over; an answer may bring it forward. */
  nextAt(now: number): number {
    const flood = this.#flood
    const until = flood?.holdsUntil(now)
    if (until !== undefined) return until
    this.#flood = undefined
    if (flood !== undefined) this.#afterFlood(flood, now)
    return Math.max(this.#free, this.#flight.roomAt(this.perSecond(now), now))
  }

  started(now: number): Start {
    this.#curve.begin(now)
    const rate = this.perSecond(now)
    this.#free = Math.max(this.#free, now - SLACK_MS) + 1000 / rate
    const start = { at: now, era: this.#era, isSlower: this.#trial?.isSlower(rate) ?? false }
    this.#flight.started(start)
    return start
  }

  /** An answer that says nothing about the rate, or none. */
  failed(start: Start): void {
    this.#flight.ended(start)
    if (this.#flood !== undefined && start.era < this.#era) this.#flood.open -= 1
  }

  succeeded(start: Start, now: number): void {
    this.failed(start)
    this.#flight.served(start, now)
    this.#successes += 1
    this.#recent.add(false)
    if (this.#flood !== undefined) this.#flood.served += 1
    if (start.era < this.#era) return
    this.#doubt.served()
    this.#compare(start, false)
    const verdict = this.#trial?.verdict(this.#doubt.caution)
    if (verdict !== undefined) this.#judge(verdict, now)
  }

  refused(start: Start, now: number): void {
    this.failed(start)
    this.#recent.add(true)
    if (this.#flood !== undefined) this.#flood.refused += 1
    // What started before the rate was set says nothing about the new one.
    if (start.era < this.#era) return
    this.#doubt.refused(now)
    this.#compare(start, true)
    if (!this.#doubt.isConvinced(this.#curve.isProbing(now))) return
    const verdict = this.#trial?.verdictNow(this.#doubt.caution)
    if (verdict !== undefined) this.#judge(verdict, now)
    if (verdict !== 'does not help') this.#slowDown(now)
  }

  /** What has become of the rate since this was asked last. */
  takeNews(): RateNews | undefined {
    const news = this.#news
    this.#news = undefined
    return news
  }

  /** A wait that the service asked for: neither does the rate grow meanwhile, nor is it measured by that time. */
  standsStill(ms: number): void {
    this.#curve.standsStill(ms)
  }

  perSecond(now: number): number {
    return this.#curve.perSecond(now)
  }

  #compare({ isSlower }: Start, isRefused: boolean): void {
    if (isSlower) this.#trial?.add(isRefused)
    if (this.#doubt.ambient > 0 && this.#trial === undefined && this.#recent.isFull)
      this.#doubt.accept(Math.min(this.#doubt.ambient, this.#recent.share + 0.01))
  }

  #judge(verdict: 'helps' | 'does not help', now: number): void {
    const trial = this.#trial
    this.#trial = undefined
    if (trial === undefined || verdict === 'helps') return
    this.#doubt.accept(Math.max(0.01, trial.slowerShare))
    this.#news = 'at any rate'
    this.#curve.restore(trial.rate, now)
    this.#begin(now)
  }

  /** Sets the rate, at once or, after a flood of refusals, when it is known what became of all that is under way. */
  #slowDown(now: number): void {
    const { refused, served } = this.#doubt.answers
    if (this.#curve.isProbing(now) || refused < FLOOD * (refused + served)) {
      this.#lower(this.#servedSince(now), this.#recent.share, now)
      return
    }
    this.#flood = new Flood(now, this.#flight.underWay)
    this.#era += 1
  }

  #afterFlood(flood: Flood, now: number): void {
    const share = flood.share(this.#recent.share)
    if (share < FALSE_ALARM + 1.5 * this.#doubt.ambient) {
      this.#doubt.settle()
      return
    }
    this.#doubt.retract()
    if (!flood.tells) {
      this.#lower(this.#goingOut(now) * Math.max(HALVED, 1 - share), share, now, 0)
      return
    }
    const successes = this.#doubt.answers.served + flood.served
    // All of a burst is answered at once, but has been served since it was sent.
    const ms = Math.max(1, this.#flight.latency, now - this.#doubt.answers.at)
    const served = (Math.max(0.5, successes) / ms) * 1000
    const usual = this.#servedSince(now)
    const isUsual = share < FLOOD || (this.#curve.isLimited && served >= SAME_SERVICE * usual)
    if (isUsual) this.#lower(usual, share, now)
    else this.#lower(served, share, now, successes / CERTAIN)
  }

  #lower(served: number, share: number, now: number, certainty = 1): void {
    // What went out, by what came of it: the latest starts alone tell little on a machine that is busy.
    const attempted = served / Math.max(LEAST_SERVED, 1 - share)
    if (this.#trial === undefined) this.#trial = new RateTrial(this.perSecond(now), attempted, share)
    else this.#trial.lowered()
    this.#news = 'lowered'
    this.#curve.set(served, now, certainty)
    this.#begin(now)
    this.#free = now + 1000 / this.perSecond(now)
  }

  #begin(now: number): void {
    this.#era += 1
    this.#successes = 0
    this.#doubt.begin()
    this.#free = now
  }

  /** What was served a second since the rate was set. */
  #servedSince(now: number): number {
    const elapsed = this.#curve.elapsed(now)
    if (elapsed < SAMPLE_MS && this.#successes < SAMPLE_SUCCESSES) return this.#goingOut(now) * (1 - this.#recent.share)
    return (this.#successes / Math.max(1, elapsed)) * 1000
  }

  #goingOut(now: number): number {
    return Math.min(this.perSecond(now), this.#flight.observed(now))
  }
}
