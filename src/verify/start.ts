import { ActionError } from '../base/errors.ts'
import { reportFailure, runnerLog as log } from '../runner/annotations.ts'
import { exitWhenRead } from '../runner/exit.ts'
import { runnerFront } from '../runner/front.ts'
import { failWith, guardVerdict } from '../runner/verdict.ts'
import { run } from './main.ts'

const verdict = { report: reportFailure, log }
// Nothing is written that would have to be put away: the end can be at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    failWith(new ActionError('CANCELLED', `The run was cancelled (${signal}): not everything was verified.`), verdict)
    exitWhenRead()
  })
}
await guardVerdict(() => run(process.env, runnerFront), verdict)
