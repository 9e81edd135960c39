import type { Environment } from '../base/environment.ts'
import { ActionError } from '../base/errors.ts'
import type { Front } from '../base/front.ts'
import { reportFailure, runnerLog as log } from './annotations.ts'
import { exitWhenRead } from './exit.ts'
import { runnerFront } from './front.ts'
import { failWith, guardVerdict } from './verdict.ts'

/** An action, from the environment to its outputs. */
type Action = (env: Environment, front: Front) => Promise<void>

const verdict = { report: reportFailure, log }
/** For what an upload that was given up still holds open: it must not keep the job waiting. */
const PATIENCE_MS = 500

/** Runs an action that cleans up by itself when it is cancelled, to its exit code. */
export async function runAction(run: Action): Promise<void> {
  await guardVerdict(() => run(process.env, runnerFront), verdict)
  exitWhenRead(PATIENCE_MS)
}

/** Runs an action that writes nothing, to its exit code: where it is cancelled, the end is at once. @param left what is told then */
export async function runReadingAction(run: Action, left: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      failWith(new ActionError('CANCELLED', `The run was cancelled (${signal}): ${left}`), verdict)
      exitWhenRead()
    })
  }
  await guardVerdict(() => run(process.env, runnerFront), verdict)
}
