import { AsyncLocalStorage } from 'node:async_hooks'
import { ActionError, messageOf } from '../base/errors.ts'
import { printable, type Log } from '../base/log.ts'
import { takeStray } from './contained.ts'
import { exitWhenRead } from './exit.ts'

/** How people hear of the verdict of a run. */
interface Verdict {
  readonly log: Log
  /** Tells of a failure. */
  readonly report: (error: unknown) => void
}

/** Whether a failure was reported: a run that goes on until its last words are read turns nothing green by that. */
let hasFailed = false

/** Tells of a failure, and sets the exit code 1. */
export function failWith(error: unknown, { report }: Verdict): void {
  process.exitCode = 1
  hasFailed = true
  report(error)
}

/**
 * Runs an action to a verdict, which is the exit code. Node ends with 0 when nothing is left to wait for, even while
 * a promise is pending (a body that is cut off in an artifact call never settles): here that is 1, with an annotation.
 * What a library that was given up throws after the verdict changes nothing of it.
 */
export async function guardVerdict(run: () => Promise<void>, verdict: Verdict): Promise<void> {
  const noVerdict = (): void => {
    failWith(haltedRun(), verdict)
  }
  // Node tells of a crash in the context of what failed; to be heard, it is reported in this one.
  const report = AsyncLocalStorage.bind((error: unknown) => {
    failWith(error, verdict)
    exitWhenRead()
  })
  const onCrash = (error: unknown): void => {
    if (!takeStray(error)) report(error)
  }
  const noteLate = (error: unknown): void => {
    verdict.log.debug(`After the verdict: ${printable(messageOf(error))}`)
  }
  process.exitCode = 1
  process.once('beforeExit', noVerdict)
  process.on('uncaughtException', onCrash)
  try {
    await run()
    if (!hasFailed) process.exitCode = 0
  } catch (error) {
    failWith(error, verdict)
  } finally {
    process.off('beforeExit', noVerdict)
    process.on('uncaughtException', noteLate).off('uncaughtException', onCrash)
  }
}

function haltedRun(): ActionError {
  const what = 'The run came to a halt before it was complete: something that it waited for never answered.'
  return new ActionError('INTERNAL_ERROR', what, {
    hint: 'Run the job again. If that does not help, run it with debug logging (ACTIONS_STEP_DEBUG) and report the log.',
  })
}
