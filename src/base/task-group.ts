import { setMaxListeners } from 'node:events'
import { ActionError } from './errors.ts'

/**
 * Work that is started early and awaited later. The first failure ends all of it, and is what everybody hears of, so
 * that it is also the one holder of a run's first failure. Disposing of the group waits until nothing of it runs.
 */
export class TaskGroup implements AsyncDisposable {
  /** Aborts with the first failure as its reason, or with the reason of `outer`. */
  readonly signal: AbortSignal
  readonly #own = new AbortController()
  readonly #tasks = new Set<Promise<unknown>>()

  /** @param outer ends the group from outside */
  constructor(outer?: AbortSignal) {
    this.signal = outer === undefined ? this.#own.signal : AbortSignal.any([outer, this.#own.signal])
    setMaxListeners(0, this.signal) // one for each request under way
  }

  /**
   * Starts `work`. Its failure ends the group; the promise may be awaited at any time, by anybody or by nobody.
   * @returns its value
   * @throws the group's first failure, also when the group has ended already
   */
  start<T>(work: () => Promise<T>): Promise<T> {
    const task = this.#attempt(work)
    const forget = (): void => {
      this.#tasks.delete(task)
    }
    this.#tasks.add(task)
    task.then(forget, forget) // which also makes no failure an unhandled one: the group holds it
    return task
  }

  /**
   * Ends the group with `thrown`, unless it has ended before.
   * @returns the failure to tell of: the first one, or `thrown` where that has the first for its cause and so says what
   * else came of it
   */
  fail(thrown: unknown): unknown {
    this.#own.abort(thrown)
    const first: unknown = this.signal.reason
    return Error.isError(thrown) && thrown.cause === first ? thrown : first
  }

  /** Ends what nobody has waited for, and waits for it. Never throws: the first failure has been told of. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#own.abort(new ActionError('CANCELLED', 'The run is over.'))
    while (this.#tasks.size > 0) await Promise.allSettled(this.#tasks)
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    this.signal.throwIfAborted()
    try {
      return await work()
    } catch (thrown) {
      throw this.fail(thrown)
    }
  }
}
