/** Under way for more than so many times what answers take, a request hangs: it must not hold up the others. */
const HANGING = 3
/** A little more than the rate needs by the time that answers take is still no room for another one. */
const TOLERANCE = 0.1
/** Weight of the newest answer. */
const NEWEST = 1 / 8
const REMEMBERED_STARTS = 16

/** Requests under way, how long answers take, and at what rate requests have started lately. */
export class Flight<T extends { readonly at: number }> {
  readonly #under = new Set<T>()
  #starts: number[] = []
  #latency: number | undefined

  started(start: T): void {
    this.#under.add(start)
    this.#starts.push(start.at)
    if (this.#starts.length > REMEMBERED_STARTS) this.#starts.shift()
  }

  ended(start: T): void {
    this.#under.delete(start)
  }

  /** It took as long as requests do that are served. */
  served(start: T, now: number): void {
    const took = now - start.at
    this.#latency = this.#latency === undefined ? took : this.#latency + NEWEST * (took - this.#latency)
  }

  /** What requests that are served take of late, in ms; 0 before the first one. */
  get latency(): number {
    return this.#latency ?? 0
  }

  get underWay(): number {
    return this.#under.size
  }

  /**
   * When another one may be under way, at this rate a second: `now`, or when the oldest that is waited for will count as
   * hanging. No more at once than the rate needs (Little's law).
   */
  roomAt(rate: number, now: number): number {
    if (rate === Infinity || this.#latency === undefined) return now
    const patience = HANGING * this.#latency
    const alive = [...this.#under].filter(({ at }) => at > now - patience)
    const [oldest] = alive
    const most = Math.max(1, Math.ceil((rate * this.#latency) / 1000 - TOLERANCE))
    return oldest === undefined || alive.length < most ? now : oldest.at + patience
  }

  /** At what rate a second requests have started lately. */
  observed(now: number): number {
    const first = this.#starts[0] ?? now
    return (this.#starts.length / Math.max(1, now - first)) * 1000
  }
}
