import { ActionError, type ErrorCode } from '../base/errors.ts'
import { withoutWorkspace } from '../base/display-path.ts'
import { printable } from '../base/log.ts'
import type { RunAccount } from './run-account.ts'

/**
 * A failure together with what it means: it stands between what happened and what to do, and nowhere else, so that every
 * failure says it, once.
 * @param meaning a sentence
 */
export function withMeaning(failure: ActionError, meaning: string): ActionError {
  const { code, message, hint, cause, stack } = failure
  const isList = message.includes('\n')
  const ended = isList || /[.!?]$/u.test(message) ? message : `${message}.`
  const told = new ActionError(code, `${ended}${isList ? '\n' : ' '}${meaning}`, { hint, cause })
  if (stack !== undefined) told.stack = stack
  return told
}

/** The same failure with paths relative to the workspace, whoever named them, Node's own errors too. @param workspace absolute */
export function withShortPaths(failure: ActionError, workspace: string): ActionError {
  const { code, message, hint, cause, stack } = failure
  const short = withoutWorkspace(message, workspace)
  if (short === message) return failure
  const told = new ActionError(code, short, { hint, cause })
  if (stack !== undefined) told.stack = stack
  return told
}

/** What a run that fails with `code` leaves behind: what was requested, signed, written, uploaded. A sentence. */
export function outcomeOf({ signed, uploads, publishing, kmsCalls }: RunAccount, code: ErrorCode): string {
  if (signed !== undefined) {
    const places = uploads.map(({ where, name }) => `the ${where.toLowerCase()} ${printable(name, 200)}`)
    const has = places.length === 0 ? '' : `, and ${places.join(' and ')} ${places.length === 1 ? 'has' : 'have'} them`
    const nothing = publishing === undefined ? '; nothing was uploaded' : ''
    const isBrokenOff = code === 'TIMED_OUT' || code === 'CANCELLED'
    const underWay = publishing === undefined || !isBrokenOff ? '' : ` ${UNDER_WAY[publishing]}`
    return `The files are signed and in place${has}${nothing}.${underWay}`
  }
  if (kmsCalls === undefined) return 'Nothing was requested, signed or written.'
  if (kmsCalls.signHash === 0) return 'Nothing was signed, written or uploaded.'
  return 'Nothing was written or uploaded; signatures that were made by then are dropped.'
}

/** What may have been done in part when a run ends while it publishes. */
const UNDER_WAY: Readonly<Record<NonNullable<RunAccount['publishing']>, string>> = {
  artifact: 'The workflow artifact is not complete.',
  release: 'The log names the assets that are attached to the release, and those that are not.',
  images: 'Some images may have their signatures, and others not.',
}
