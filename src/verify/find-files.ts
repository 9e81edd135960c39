import { ActionError } from '../base/errors.ts'
import { listed, printable, type Log } from '../base/log.ts'
import { collectMatches, refuseProblems, reportUnmatched } from '../files/matches.ts'
import type { Match } from '../files/places.ts'
import type { VerifyInputs } from './inputs.ts'
import type { LocalFile } from './local-file.ts'

/** Something that the patterns take; what of it is a release file, and its name, show once the evidence is known. */
export type Candidate = Omit<LocalFile, 'name'>

/**
 * What `files` takes, sorted by path. What lies in folders named like the hidden ones of sign runs is among it: who made
 * a download named its folders, too. @throws ActionError INVALID_INPUT, NO_FILES, FILE_UNREADABLE
 */
export async function findFiles(inputs: VerifyInputs, log: Log): Promise<readonly Candidate[]> {
  const { files, workspace, ifNoFilesFound } = inputs
  const search = { patterns: files, workspace, maxFiles: 0, ifNoFilesFound, takesHidden: true, log }
  const { patterns, matches } = await collectMatches(search)
  const sorted = matches.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  refuseProblems(sorted)
  refuseLineBreaks(sorted)
  reportUnmatched(search, patterns, sorted)
  return sorted.map(({ path, below }) => ({ path, below }))
}

/** Such a name could not be shown, nor listed in `results`, so that it is seen for what it is. */
function refuseLineBreaks(matches: readonly Match[]): void {
  const broken = matches.filter(({ path }) => /[\r\n\0]/u.test(path)).map(({ path }) => printable(path))
  if (broken.length === 0) return
  throw new ActionError('INVALID_INPUT', `Names with a line break cannot be verified:\n${listed(broken)}`, {
    hint: 'The sign action signs no such file: leave it out by a line with `!`, or find out where it comes from.',
  })
}
