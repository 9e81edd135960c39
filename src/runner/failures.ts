import { ActionError, messageOf } from '../base/errors.ts'
import { printable } from '../base/log.ts'

/** Deeper chains of causes than this are loops or noise. */
const MAX_CAUSES = 10

/** What was thrown, as a failure that people can be told of. */
export function asKnown(thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown
  const failure = new ActionError('INTERNAL_ERROR', `Something unexpected happened: ${printable(messageOf(thrown))}`, {
    hint: 'This is likely a defect of the action. Run the job again with debug logging (ACTIONS_STEP_DEBUG) and report the log.',
    cause: Error.isError(thrown) ? thrown.cause : undefined,
  })
  // Where it came from, for debug logs.
  if (Error.isError(thrown) && thrown.stack !== undefined) failure.stack = thrown.stack
  return failure
}

/** A line for each error in the chain below `error`. */
export function causesOf(error: Error): readonly string[] {
  const lines: string[] = []
  for (let cause = error.cause; cause !== undefined && lines.length < MAX_CAUSES;) {
    lines.push(`Caused by: ${printable(messageOf(cause))}`)
    cause = Error.isError(cause) ? cause.cause : undefined
  }
  return lines
}
