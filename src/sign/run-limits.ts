import { ActionError } from '../base/errors.ts'
import { inFlight } from '../base/in-flight.ts'
import { LONGEST_TIMER_MS } from '../base/wait.ts'
import { noteHeldUp } from '../runner/exit.ts'

/** Time to clean up once a run is over; a runner that cancels a job kills what is left after 7.5 s. */
const CLEAN_UP_MS = 3500

/** What ends a run before it is complete. */
export interface RunLimits {
  /** Aborts with an `ActionError` of TIMED_OUT or CANCELLED as its reason. */
  readonly signal: AbortSignal
  /** When the time is up, as `performance.now()` counts. */
  readonly deadline: number
  /**
   * What comes of `stages`, or the signal's reason, thrown a few seconds after it aborts: by then a run has cleaned up,
   * or something that cannot be aborted holds it up, such as a file system that does not answer.
   */
  inTime<T>(stages: Promise<T>): Promise<T>
  /** Lets go of the timer and of the process's signals. */
  dispose(): void
}

/** Starts the clock of `timeout-minutes`, and takes SIGINT and SIGTERM as cancellation. */
export function startLimits(timeoutMs: number): RunLimits {
  const controller = new AbortController()
  const minutes = Number((timeoutMs / 60_000).toFixed(2))
  const timer = setTimeout(
    () => {
      controller.abort(
        new ActionError('TIMED_OUT', `The step was not done after ${minutes} minutes.${waitedFor()}`, {
          hint: 'Give the step more time with `timeout-minutes`, and the job with its own. If the log shows that a service does not answer, run the job again later.',
        }),
      )
    },
    Math.min(LONGEST_TIMER_MS, timeoutMs),
  )
  const cancel = (name: NodeJS.Signals): void => {
    controller.abort(
      new ActionError('CANCELLED', `The run was cancelled (${name}).`, {
        hint: 'Somebody, a newer run of the same `concurrency` group, or the end of the runner has cancelled it: run the job again.',
      }),
    )
  }
  process.on('SIGINT', cancel).on('SIGTERM', cancel)
  let overdueTimer: NodeJS.Timeout | undefined
  return {
    signal: controller.signal,
    deadline: performance.now() + timeoutMs,
    inTime: (stages) => {
      const overdue = new Promise<never>((_, reject) => {
        controller.signal.addEventListener('abort', () => {
          overdueTimer = setTimeout(() => {
            noteHeldUp()
            reject(controller.signal.reason as ActionError)
          }, CLEAN_UP_MS)
        })
      })
      return Promise.race([stages, overdue])
    },
    dispose: () => {
      clearTimeout(timer)
      clearTimeout(overdueTimer)
      process.off('SIGINT', cancel).off('SIGTERM', cancel)
    },
  }
}

/** Names the call that was under way, if any. */
function waitedFor(): string {
  const call = inFlight()
  return call === undefined ? '' : ` It was waiting for ${call}.`
}
