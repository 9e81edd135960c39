import { ActionError, messageOf } from '../../base/errors.ts'
import { waitingFor } from '../../base/in-flight.ts'
import type { Log } from '../../base/log.ts'
import { withQuietOutput } from '../../runner/library-output.ts'

/** What ends a call of a library that knows no cancellation. */
export interface Bounds {
  /** Aborts with an ActionError TIMED_OUT or CANCELLED as its reason. */
  readonly signal: AbortSignal
  /** Time for one call, in ms. */
  readonly ms: number
  readonly log: Log
}

/**
 * The value of `work`, until time or patience ends: an answer whose body is cut off never settles in the client,
 * and the timer here keeps the process alive until there is a verdict. What `work` prints goes to debug logs.
 * @throws ActionError ARTIFACT_UPLOAD_FAILED when `ms` have passed, or it throws where nobody can catch it;
 * the signal's reason
 */
export async function bounded<T>({ signal, log, ms }: Bounds, work: () => Promise<T>): Promise<T> {
  if (signal.aborted) throw reasonOf(signal)
  const end = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    end.reject(new ActionError('ARTIFACT_UPLOAD_FAILED', `no answer within ${ms / 1000} s`))
  }, ms)
  const onStray = (error: unknown): void => {
    end.reject(
      new ActionError('ARTIFACT_UPLOAD_FAILED', `the client broke down: ${messageOf(error)}`, { cause: error }),
    )
  }
  const onAbort = (): void => {
    end.reject(reasonOf(signal))
  }
  signal.addEventListener('abort', onAbort)
  const arrived = waitingFor("GitHub's artifact service")
  let over = false
  try {
    return await Promise.race([withQuietOutput(log, work, { onStray, isOver: () => over }), end.promise])
  } finally {
    over = true
    arrived()
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

/** The signal's reason, or CANCELLED where it is not one of ours. */
export function reasonOf(signal: AbortSignal): ActionError {
  return signal.reason instanceof ActionError ? signal.reason : new ActionError('CANCELLED', 'The run was cancelled.')
}

/** Whether time was up or somebody cancelled: nothing may be tried any more. */
export function isStop(error: unknown): boolean {
  return error instanceof ActionError && error.code !== 'ARTIFACT_UPLOAD_FAILED'
}
