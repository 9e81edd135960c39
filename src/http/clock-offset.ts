/**
 * By how much the clocks of this machine and of a service differ, learnt from the `Date` of its answers (RFC 9110, 6.6.1):
 * whole seconds, made at some moment between the request and the end of the answer. Each answer gives an interval, and
 * together they give a narrower one. What is kept is relative to a clock that does not step.
 */
export class ClockOffset {
  /** The service's date less `performance.now()` is between these two, in ms. */
  #least = -Infinity
  #most = Infinity

  /**
   * @param header of the answer
   * @param sent when the request went out, and @param received when the answer was there, as `performance.now()` counts
   */
  learn(header: string | undefined, sent: number, received: number): void {
    const date = Date.parse(header ?? '')
    if (Number.isNaN(date)) return
    const [least, most] = [date - received, date + 1000 - sent]
    if (least > this.#most || most < this.#least) {
      // The service's clock was set, or another machine answers: the newest answer counts.
      this.#least = least
      this.#most = most
    } else {
      this.#least = Math.max(this.#least, least)
      this.#most = Math.min(this.#most, most)
    }
  }

  /**
   * How far this machine's clock is ahead, in ms, as little as the answers allow; `undefined` without any.
   * @param now as `performance.now()` counts
   * @param date as `Date.now()` counts, at the same moment
   */
  ahead(now: number, date: number): number | undefined {
    if (this.#least === -Infinity) return undefined
    const own = date - now
    if (own > this.#most) return Math.round(own - this.#most)
    return own < this.#least ? Math.round(own - this.#least) : 0
  }
}
