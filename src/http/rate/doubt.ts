import type { Answers } from './flood.ts'

/** So many successes outweigh a refusal. */
const OUTWEIGHED_BY = 20
/** Doubt that one refusal may leave, at which the rate is set, and at which it is where refusals come at any rate. */
const SUSPICIOUS = 1
const CONVINCED = 2
const CONVINCED_AMONG_AMBIENT = 4
const MOST_CAUTION = 16

/** Whether the rate is too high: grows with each refusal, and falls with each success. */
export class Doubt {
  #level = SUSPICIOUS
  #answers: Answers = { at: 0, served: 0, refused: 0 }
  #ambient = 0
  #caution = 1

  /** Since the first refusal that is behind it. */
  get answers(): Answers {
    return this.#answers
  }

  /** The share of refusals that comes at any rate, in [0, 1]: 0 where none is known. */
  get ambient(): number {
    return this.#ambient
  }

  /** How many times more it takes to find such a share, after mistakes. */
  get caution(): number {
    return this.#caution
  }

  refused(now: number): void {
    if (this.#level <= SUSPICIOUS) this.#answers = { at: now, served: 0, refused: 0 }
    this.#answers.refused += 1
    this.#level += 1
  }

  served(): void {
    this.#answers.served += 1
    this.#level = Math.max(0, this.#level - this.#relief())
  }

  /** @param isProbing whether the rate is above what was served: then one refusal is enough */
  isConvinced(isProbing: boolean): boolean {
    if (this.#ambient > 0) return this.#level >= CONVINCED_AMONG_AMBIENT
    return this.#level >= (isProbing ? SUSPICIOUS : CONVINCED)
  }

  /** It was none. */
  settle(): void {
    this.#level = 0
  }

  /** The rate was set. */
  begin(): void {
    this.#level = this.#ambient > 0 ? 0 : SUSPICIOUS
  }

  /** Such a share of refusals comes at any rate, as was found, or less than that. */
  accept(share: number): void {
    this.#ambient = share
  }

  /** A flood although refusals were found to come at any rate: they do not. */
  retract(): void {
    if (this.#ambient === 0) return
    this.#ambient = 0
    this.#caution = Math.min(MOST_CAUTION, 2 * this.#caution)
  }

  /** What a success takes from it: more where refusals are usual. */
  #relief(): number {
    if (this.#ambient === 0) return 1 / OUTWEIGHED_BY
    const bearable = Math.min(0.6, 1.5 * this.#ambient + 0.05)
    return bearable / (1 - bearable)
  }
}
