import { RefusalShare } from './refusal-share.ts'

/** A lower rate helps where it leaves less than this of the share of refusals. */
const HELPED = 0.5
/** Fewer attempts at lower rates say nothing. */
const LEAST_ATTEMPTS = 12
/** Attempts at lower rates, at most, until there is a verdict. */
const MOST_ATTEMPTS = 60
/** So many refusals would be there if the rate made no difference: then what is there decides. */
const EXPECTED = 8
/** Refusals that, after the rate was lowered twice, are enough to say that it did not help. */
const ENOUGH = 4
/** A service that refuses more than this share has not been asked slowly enough yet. */
const MOST_BY_CHANCE = 0.6
/** Slower is what goes out at less than this of the rate that is doubted. */
const SLOWER = 0.97

/** Whether a lower rate makes refusals fewer. */
type Verdict = 'helps' | 'does not help'

/**
 * A comparison of the share of refusals at a rate with that at lower ones. A quota that is used up refuses what is too
 * much, so a lower rate helps; a service that is overloaded, or shared with others, refuses by chance at any rate.
 */
export class RateTrial {
  /** The rate that is doubted, `Infinity` where there was no limit. */
  readonly rate: number
  readonly #below: number
  readonly #share: number
  readonly #slower = new RefusalShare()
  #lowered = 1

  /**
   * @param attempted at what rate requests really went out
   * @param share of refusals at that rate
   */
  constructor(rate: number, attempted: number, share: number) {
    this.rate = rate
    this.#below = SLOWER * Math.min(rate, attempted)
    this.#share = share
  }

  /** The share of refusals at lower rates. */
  get slowerShare(): number {
    return this.#slower.share
  }

  isSlower(rate: number): boolean {
    return rate <= this.#below
  }

  /** What became of an attempt at a lower rate. */
  add(isRefused: boolean): void {
    this.#slower.add(isRefused)
  }

  /** The rate is lowered once more before there was a verdict. */
  lowered(): void {
    this.#lowered += 1
  }

  /** After enough attempts. @param caution how many times more it takes after mistakes */
  verdict(caution: number): Verdict | undefined {
    const { attempts, share } = this.#slower
    if (attempts < LEAST_ATTEMPTS || share > MOST_BY_CHANCE) return undefined
    if (attempts < MOST_ATTEMPTS && attempts * this.#share < EXPECTED * caution) return undefined
    return this.#current
  }

  /** When the rate would have to be lowered again, which asks for a verdict sooner. */
  verdictNow(caution: number): Verdict | undefined {
    const { attempts, refused, share } = this.#slower
    if (attempts < LEAST_ATTEMPTS || share > MOST_BY_CHANCE) return undefined
    const verdict = this.#current
    if (verdict === 'helps') return attempts * this.#share >= EXPECTED ? verdict : undefined
    return this.#lowered >= 2 && refused >= ENOUGH * caution ? verdict : undefined
  }

  get #current(): Verdict {
    return this.#slower.share >= HELPED * this.#share ? 'does not help' : 'helps'
  }
}
