import { ActionError } from '../base/errors.ts'
import { guardVerdict, reportFailure } from '../runner/annotations.ts'
import { exitWhenRead } from '../runner/exit.ts'
import { run } from './main.ts'

// Nothing is written that would have to be put away: the end can be at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    reportFailure(new ActionError('CANCELLED', `The run was cancelled (${signal}): not everything was verified.`))
    exitWhenRead()
  })
}
await guardVerdict(() => run(process.env))
