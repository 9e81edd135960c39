/**
 * Hands values from several producers to one consumer, and lets no more than `limit` wait in between:
 * producers are held up until the consumer has taken some.
 */
export class BoundedQueue<T> {
  readonly #limit: number
  readonly #values: T[] = []
  #waiting: (() => void)[] = []
  #ended = false
  #failure: { readonly reason: unknown } | undefined

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Resolves when there was room; at once, and without effect, after an end or a failure. */
  async put(value: T): Promise<void> {
    while (this.#values.length >= this.#limit && !this.#closed) await this.#change()
    if (this.#closed) return
    this.#values.push(value)
    this.#notify()
  }

  /** No more values come; those that wait are still handed out. */
  end(): void {
    this.#ended = true
    this.#notify()
  }

  /** The consumer gets `reason` thrown at once; only the first failure counts. */
  fail(reason: unknown): void {
    this.#failure ??= { reason }
    this.#notify()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure.reason
      if (this.#values.length > 0) {
        const first = this.#values.splice(0, 1)
        this.#notify()
        yield* first
      } else if (this.#ended) return
      else await this.#change()
    }
  }

  get #closed(): boolean {
    return this.#ended || this.#failure !== undefined
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #notify(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
