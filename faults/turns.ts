/** Lets only so many in at once, in order. */
export class Turns {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(places: number) {
    this.#free = places
  }

  /** Does `work` in a place of its own; `done` gives the place up before the work is over. */
  async take<T>(work: (done: () => void) => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1
    else
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    let isTaken = true
    const done = (): void => {
      if (!isTaken) return
      isTaken = false
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
    try {
      return await work(done)
    } finally {
      done()
    }
  }
}
