import { seeded } from '../../../../emulator/crypto/random.ts'
import type { Clock } from '../../../../src/base/clock.ts'

/** One job of a mix, as the scheduler sees it: it runs until it waits for something. */
export interface Process {
  pending: number
  over: boolean
  /** Its runner was killed: nothing that it waits for ever comes. */
  killed: boolean
}

interface Event {
  readonly at: number
  readonly process: Process
  readonly happen: () => void
}

/** When the virtual time begins, in ms since 1970. */
const BEGIN = Date.UTC(2030, 0, 1)

/**
 * Jobs side by side in virtual time: everything that takes time is an event, the next one happens when all jobs wait, and
 * chance comes from the seed. So a seed gives the same interleaving each time.
 */
export class World {
  readonly random: () => number
  #time = 0
  #events: Event[] = []
  readonly #processes: Process[] = []

  constructor(seed: number) {
    this.random = seeded(seed)
  }

  readonly now = (): number => this.#time
  readonly date = (): number => BEGIN + this.#time

  /** Whether something of this probability is the case. */
  chance(probability: number): boolean {
    return this.random() < probability
  }

  between(least: number, most: number): number {
    return least + this.random() * (most - least)
  }

  pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.random() * values.length)]
    if (value === undefined) throw new RangeError('nothing to pick from')
    return value
  }

  /** Lets `ms` pass for one job. */
  pass(process: Process, ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    process.pending += 1
    this.#events.push({
      at: this.#time + ms,
      process,
      happen: () => {
        process.pending -= 1
        resolve(undefined)
      },
    })
    return promise
  }

  clockOf(process: Process): Clock {
    return { now: this.now, date: this.date, sleep: (ms) => this.pass(process, ms) }
  }

  /** Adds a job that works in this world. */
  start(work: (process: Process) => Promise<void>): Process {
    const process: Process = { pending: 0, over: false, killed: false }
    this.#processes.push(process)
    void work(process).finally(() => {
      process.over = true
    })
    return process
  }

  /** Ends a job at a moment, in the middle of whatever it does. */
  killAt(process: Process, ms: number): void {
    const reaper: Process = { pending: 1, over: true, killed: false }
    this.#events.push({ at: ms, process: reaper, happen: () => (process.killed = true) })
  }

  /** Lets things happen, one after the other, until all jobs are over. */
  async run(): Promise<void> {
    for (;;) {
      await this.#allWait()
      const alive = this.#processes.filter((process) => !process.over && !process.killed)
      if (alive.length === 0) return
      const [next] = this.#events.toSorted((a, b) => a.at - b.at)
      if (next === undefined) throw new Error('all jobs wait, and nothing will happen')
      this.#events = this.#events.filter((event) => event !== next)
      this.#time = Math.max(this.#time, next.at)
      if (!next.process.killed) next.happen()
    }
  }

  async #allWait(): Promise<void> {
    // A job that reads a file waits for the disk, which takes real time.
    do await new Promise((resolve) => setImmediate(resolve))
    while (this.#processes.some(({ pending, over, killed }) => pending === 0 && !over && !killed))
  }
}
