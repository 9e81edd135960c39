import { ActionError, messageOf, systemCodeOf } from '../base/errors.ts'
import { shownPath } from '../base/display-path.ts'
import { TOO_MANY_OPEN_HINT } from '../base/open-file.ts'
import { listed, pairOf, printable } from '../base/log.ts'

const ELSEWHERE = 'or have the outputs written elsewhere: `output-dir: ${{ runner.temp }}/signatures`'
const FULL = `Free some space on that disk, ${ELSEWHERE}. Files already in place were taken back.`
const FORBIDDEN = `Let the user that the runner works as write there, ${ELSEWHERE}.`
const HELD =
  'Another program held the file for longer than this run tries again: see what does (a virus scanner, an indexer, an editor, a step that still runs), and run it again.'
const IN_THE_WAY = `A folder is where a file has to be, or the other way round. Remove or rename it, ${ELSEWHERE}.`
const MAY_BE_HELD: readonly string[] = ['EBUSY', 'EPERM', 'EACCES']
const HINTS: Readonly<Record<string, string>> = {
  EMFILE: TOO_MANY_OPEN_HINT,
  ENFILE: TOO_MANY_OPEN_HINT,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: FORBIDDEN,
  EISDIR: IN_THE_WAY,
  ENOTDIR: IN_THE_WAY,
  ENOTEMPTY: IN_THE_WAY,
  ENAMETOOLONG:
    'A name with its extension may have 255 bytes on most systems. Shorten the name of the file that is signed.',
}

/** Any failure to write `path`, as WRITE_FAILED with what to do; an `ActionError` stays what it is. */
export function writeFailed(path: string, cause: unknown): ActionError {
  if (cause instanceof ActionError) return cause
  return new ActionError('WRITE_FAILED', `${shownPath(path)} cannot be written: ${printable(messageOf(cause))}`, {
    hint: hintFor(systemCodeOf(cause) ?? ''),
    cause,
  })
}

function hintFor(code: string): string {
  const hint = HINTS[code] ?? `Check that disk, ${ELSEWHERE}.`
  return process.platform === 'win32' && MAY_BE_HELD.includes(code) ? `${HELD} Or: ${hint}` : hint
}

/** The refusal to replace what is there. @param shown printable paths */
export function outputExists(shown: string): ActionError {
  return new ActionError('OUTPUT_EXISTS', `Exists already, and would have to be replaced:\n${shown}`, {
    hint: 'Remove it, set `overwrite: true` to replace it, or set another `output-dir`. A build that starts from a clean folder does not meet this.',
  })
}

/** The refusal of names that this disk takes for one. @param pairs paths */
export function namesClash(pairs: readonly (readonly [string, string])[]): ActionError {
  const shown = pairs.map((pair) => pairOf(pair, (path) => printable(path)))
  return new ActionError(
    'INVALID_INPUT',
    `These would be one file, by links or because the disk ignores case or Unicode form.\n${listed(shown)}`,
    { hint: 'Rename one of each, leave it out by a line with `!`, or set another `output-dir`.' },
  )
}
