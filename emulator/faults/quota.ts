/** A token bucket, as services bound their callers with. */
export interface QuotaRule {
  /** Requests a second. */
  readonly rate: number
  /** Requests at once when the bucket is full. */
  readonly burst: number
  /** For so many seconds, so long after the first request, no more than `rate` a second flow in. */
  readonly dip?: { readonly after: number; readonly lasts: number; readonly rate: number }
  /** Sends Retry-After with a refusal, as seconds or as a date; by default it is left out. */
  readonly retryAfter?: 'seconds' | 'date'
}

export class Quota {
  readonly rule: QuotaRule
  /** How many requests were refused so far. */
  refused = 0
  /** How many requests were let through so far. */
  taken = 0
  #level: number
  #filledAt = performance.now()
  #firstAt: number | undefined

  constructor(rule: QuotaRule) {
    this.rule = rule
    this.#level = rule.burst
  }

  /** Takes one request out of the bucket, or says how many seconds it takes until one is there. */
  take(): { readonly granted: true } | { readonly granted: false; readonly seconds: number } {
    const now = performance.now()
    this.#firstAt ??= now
    this.#level = Math.min(this.rule.burst, this.#level + this.#inflow(this.#filledAt, now))
    this.#filledAt = now
    if (this.#level >= 1) {
      this.#level -= 1
      this.taken += 1
      return { granted: true }
    }
    this.refused += 1
    return { granted: false, seconds: (1 - this.#level) / this.rule.rate }
  }

  /** What has flowed into the bucket between two times. */
  #inflow(from: number, to: number): number {
    const { rate, dip } = this.rule
    const all = ((to - from) / 1000) * rate
    if (dip === undefined || this.#firstAt === undefined) return all
    const start = this.#firstAt + dip.after * 1000
    const low = Math.max(0, Math.min(to, start + dip.lasts * 1000) - Math.max(from, start))
    return all - (low / 1000) * (rate - dip.rate)
  }
}
