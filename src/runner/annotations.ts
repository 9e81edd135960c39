import { AsyncLocalStorage } from 'node:async_hooks'
import * as core from '@actions/core'
import { ActionError, messageOf } from '../base/errors.ts'
import { printable, withShortLists, type Log } from '../base/log.ts'
import { exitWhenRead } from './exit.ts'
import { helpLink } from './help-link.ts'
import { takeStray } from './library-output.ts'
import { withoutSecrets } from './secrets.ts'

/** The runner cuts an annotation's text at 4,096 characters. */
const MAX_ANNOTATION = 4000
/** Deeper chains of causes than this are loops or noise. */
const MAX_CAUSES = 10
/** Whether a failure was reported: a run that goes on until its last words are read turns nothing green by that. */
let hasFailed = false
/** What the runner's parser skips before it looks for `::`; JavaScript's `\s` lacks U+0085. */
const COMMAND = /^([\s\u0085]*):(?=:)/gmu

/** The `Log` of a real run: lines and annotations for the runner. Any number of lines a message. */
export const runnerLog: Log = {
  debug: (message) => {
    // A line for each request, which costs time even where the runner drops it.
    if (core.isDebug()) core.debug(cut(withoutSecrets(message)))
  },
  info: (message) => {
    core.info(inert(withoutSecrets(message)))
  },
  notice: (message) => {
    core.notice(briefly(withoutSecrets(message)))
  },
  warning: (message) => {
    core.warning(briefly(withoutSecrets(message)))
  },
}

/**
 * Tells the runner that the step failed, and people why: one error annotation, titled with the code, that holds the
 * message and the hint, at most 4,000 characters of them and 20 lines of a list; where it is longer, all of it stands in the log.
 * What caused it goes to the log, stacks to debug logs alone. Sets the exit code 1.
 */
export function reportFailure(error: unknown): void {
  process.exitCode = 1
  hasFailed = true
  const known = error instanceof ActionError ? error : unexpected(error)
  for (const line of causes(known)) runnerLog.info(line)
  const hint = [withoutSecrets(known.hint ?? ''), helpLink(known.code, process.env) ?? '']
    .map((line) => (line === '' ? '' : `\n${line}`))
    .join('')
  const whole = withoutSecrets(known.message)
  const message = withShortLists(whole)
  if (message !== whole || whole.length + hint.length > MAX_ANNOTATION) runnerLog.info(whole + hint)
  // A long list of names must not push out what to do about it.
  core.error(cut(message, Math.max(MAX_ANNOTATION / 2, MAX_ANNOTATION - hint.length)) + cut(hint, MAX_ANNOTATION / 2), {
    title: known.code,
  })
  if (core.isDebug() && Error.isError(error)) runnerLog.debug(error.stack ?? '')
}

/**
 * Runs an action to a verdict, which is the exit code. Node ends with 0 when nothing is left to wait for, even while
 * a promise is pending (a body that is cut off in an artifact call never settles): here that is 1, with an annotation.
 * What a library that was given up throws after the verdict changes nothing of it.
 */
export async function guardVerdict(run: () => Promise<void>): Promise<void> {
  // Node tells of a crash in the context of what failed; to be heard, it is reported in this one.
  const report = AsyncLocalStorage.bind(reportCrash)
  const onCrash = (error: unknown): void => {
    if (!takeStray(error)) report(error)
  }
  process.exitCode = 1
  process.once('beforeExit', reportNoVerdict)
  process.on('uncaughtException', onCrash)
  try {
    await run()
    if (!hasFailed) process.exitCode = 0
  } catch (error) {
    reportFailure(error)
  } finally {
    process.off('beforeExit', reportNoVerdict)
    process.on('uncaughtException', noteAfterVerdict).off('uncaughtException', onCrash)
  }
}

function noteAfterVerdict(error: unknown): void {
  runnerLog.debug(`After the verdict: ${printable(messageOf(error))}`)
}

function reportNoVerdict(): void {
  reportFailure(
    new ActionError(
      'INTERNAL_ERROR',
      'The run came to a halt before it was complete: something that it waited for never answered.',
      {
        hint: 'Run the job again. If that does not help, run it with debug logging (ACTIONS_STEP_DEBUG) and report the log.',
      },
    ),
  )
}

function reportCrash(error: unknown): void {
  reportFailure(error)
  exitWhenRead()
}

function unexpected(error: unknown): ActionError {
  return new ActionError('INTERNAL_ERROR', `Something unexpected happened: ${printable(messageOf(error))}`, {
    hint: 'This is likely a defect of the action. Run the job again with debug logging (ACTIONS_STEP_DEBUG) and report the log.',
    cause: Error.isError(error) ? error.cause : undefined,
  })
}

/** A line for each error in the chain below `error`. */
function causes(error: Error): string[] {
  const lines: string[] = []
  for (let cause = error.cause; cause !== undefined && lines.length < MAX_CAUSES;) {
    lines.push(`Caused by: ${printable(messageOf(cause))}`)
    cause = Error.isError(cause) ? cause.cause : undefined
  }
  return lines
}

/** For an annotation; where that is not all, all of it goes to the log. */
function briefly(text: string): string {
  const brief = cut(withShortLists(text))
  if (brief !== text.toWellFormed()) runnerLog.info(text)
  return brief
}

function cut(text: string, limit = MAX_ANNOTATION): string {
  return (text.length <= limit ? text : `${text.slice(0, limit - 1)}…`).toWellFormed()
}

/** No line of `message` is a command for the runner, wherever its text came from. */
function inert(message: string): string {
  return message.replace(COMMAND, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[')
}
