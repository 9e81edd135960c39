import * as core from '@actions/core'
import { withShortLists, type Log } from '../base/log.ts'
import { withoutSecrets } from '../base/secrets.ts'
import { commandsFor } from './commands.ts'
import { asKnown, causesOf } from './failures.ts'
import { helpLink } from './help-link.ts'
import { plainLog, reportPlainly } from './plain-text.ts'

/** The runner cuts an annotation's text at 4,096 characters. */
const MAX_ANNOTATION = 4000
/** What the runner's parser skips before it looks for `::`; JavaScript's `\s` lacks U+0085. */
const COMMAND = /^([\s\u0085]*):(?=:)/gmu

/** Lines and annotations for a runner of actions. */
const annotating: Log = {
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

/** The same where no runner reads. */
const plain: Log = plainLog((text) => {
  core.info(inert(text))
}, core.isDebug)

/** The `Log` of a real run: annotations where a runner may read them, else plain text. Any number of lines a message. */
export const runnerLog: Log = {
  debug: (message) => {
    logOfRun().debug(message)
  },
  info: (message) => {
    logOfRun().info(message)
  },
  notice: (message) => {
    logOfRun().notice(message)
  },
  warning: (message) => {
    logOfRun().warning(message)
  },
}

function logOfRun(): Log {
  return isAnnotated() ? annotating : plain
}

function isAnnotated(): boolean {
  return commandsFor(process.env).annotations
}

/** Tells the runner, or whoever reads, that the step failed and why. Stacks go to debug logs alone. */
export function reportFailure(error: unknown): void {
  if (isAnnotated()) annotateFailure(error)
  else reportPlainly(error, plain)
  if (core.isDebug() && Error.isError(error)) runnerLog.debug(error.stack ?? '')
}

/**
 * One error annotation, titled with the code, that holds the message and the hint, at most 4,000 characters of them and
 * 20 lines of a list; where it is longer, all of it stands in the log. What caused it goes to the log.
 */
function annotateFailure(error: unknown): void {
  const known = asKnown(error)
  for (const line of causesOf(known)) runnerLog.info(line)
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
