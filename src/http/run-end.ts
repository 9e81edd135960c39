import type { HttpRequest } from './types.ts'
import { type Clock, systemClock } from '../base/clock.ts'
import { ActionError } from '../base/errors.ts'
import { LONGEST_TIMER_MS } from '../base/wait.ts'

/** The signal comes first where there is a timer behind it: its reason says more. */
const GRACE_MS = 100

/** Ends attempts and waits when the run is cancelled or out of time. One listener, however many requests there are. */
export class RunEnd {
  readonly #pending = new Set<(reason: ActionError) => void>()
  readonly #timer: NodeJS.Timeout
  readonly #clock: Clock
  #reason: ActionError | undefined

  /** @param deadline as the clock's `now` counts */
  constructor(signal: AbortSignal, deadline: number, clock: Clock = systemClock) {
    this.#clock = clock
    const left = Math.min(LONGEST_TIMER_MS, Math.max(0, deadline - clock.now()) + GRACE_MS)
    this.#timer = setTimeout(() => {
      this.#finish(new ActionError('TIMED_OUT', 'The time of timeout-minutes is over.'))
    }, left).unref()
    const stop = (): void => {
      this.#finish(reasonOf(signal))
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
  }

  /** @throws ActionError the reason, when the run or the request is over */
  check(request: HttpRequest): void {
    if (request.signal?.aborted === true) throw reasonOf(request.signal)
    if (this.#reason !== undefined && request.afterAbort !== true) throw this.#reason
  }

  /** Calls `stop` once when the run or the request ends. @returns takes it back */
  onEnd(request: HttpRequest, stop: (reason: ActionError) => void): () => void {
    const { signal } = request
    const own = (): void => {
      stop(reasonOf(signal))
    }
    signal?.addEventListener('abort', own)
    if (request.afterAbort !== true) this.#pending.add(stop)
    return () => {
      this.#pending.delete(stop)
      signal?.removeEventListener('abort', own)
    }
  }

  /** @throws ActionError the reason, when the run or the request ends meanwhile */
  async sleep(ms: number, request: HttpRequest): Promise<void> {
    this.check(request)
    const end = new AbortController()
    const forget = this.onEnd(request, (reason) => {
      end.abort(reason)
    })
    try {
      await this.#clock.sleep(ms, end.signal)
    } finally {
      forget()
    }
  }

  /** Ends what is still under way. */
  close(): void {
    this.#finish(new ActionError('CANCELLED', 'The run is over.'))
  }

  #finish(reason: ActionError): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    clearTimeout(this.#timer)
    for (const stop of [...this.#pending]) stop(reason)
  }
}

function reasonOf(signal: AbortSignal | undefined): ActionError {
  const reason: unknown = signal?.reason
  return reason instanceof ActionError ? reason : new ActionError('CANCELLED', 'The run was cancelled.')
}
