import { basename } from 'node:path'
import { ActionError } from '../base/errors.ts'
import { isRunFileName, signedPathsOf } from './names.ts'
import { adviceOnPatterns } from './pattern-advice.ts'
import { parseFilePatterns, type FilePattern } from './patterns.ts'
import type { Match } from './places.ts'
import { searchFiles, type SearchOptions } from './search.ts'
import { shownPath } from '../base/display-path.ts'
import { isTooManyOpen, TOO_MANY_OPEN_HINT } from '../base/open-file.ts'
import { counted, firstNames, listed, printable, type Log } from '../base/log.ts'

/** Patterns from an input, and what to do about them. */
export interface FileSearch extends Omit<SearchOptions, 'onAgain' | 'onVersionControl'> {
  /** The multi-line input. */
  readonly patterns: string
  /** Its name, for messages. */
  readonly input?: string | undefined
  /** More release files than this are refused; 0: no limit. */
  readonly maxFiles: number
  readonly ifNoFilesFound: 'error' | 'warn' | 'ignore'
  readonly log: Log
}

/**
 * All matches, or TOO_MANY_FILES as soon as it is certain: a match that no run of the action would write is a release
 * file whatever else there is, and signature files come in a bounded number for each.
 */
export async function collectMatches(
  search: FileSearch,
): Promise<{ patterns: readonly FilePattern[]; matches: readonly Match[] }> {
  const { maxFiles, workspace, log } = search
  const patterns = await parseFilePatterns(search.patterns, workspace, search.input ?? 'files')
  const matches: Match[] = []
  const again: string[] = []
  let more: MorePatterns | undefined
  let certain = 0
  const onVersionControl = (path: string): void => {
    log.info(`Left out: ${shownPath(path)} (it is a folder of version control; a pattern that names it takes it)`)
  }
  for await (const match of searchFiles(patterns, {
    ...search,
    onVersionControl,
    onAgain: (path) => again.push(path),
  })) {
    if (match.again) {
      more ??= new MorePatterns(matches)
      more.add(match)
      continue
    }
    matches.push(match)
    if (signedPathsOf(match.path).length === 0 && !isRunFileName(basename(match.path), true)) certain += 1
    if (maxFiles > 0 && (certain > maxFiles || matches.length > 20 * maxFiles + 10_000)) throw tooManyFiles(maxFiles)
  }
  if (again.length > 0)
    log.info(
      `Links lead to ${counted(again.length, 'folder')} that ${again.length === 1 ? 'was' : 'were'} searched already: ${firstNames(again.map((path) => shownPath(path)))}`,
    )
  return { patterns, matches: more?.all() ?? matches }
}

/** Adds patterns to matches that were met on another way. */
class MorePatterns {
  readonly #matches: Match[]
  readonly #byPath = new Map<string, Taking>()

  constructor(matches: Match[]) {
    this.#matches = matches
  }

  add({ path, patterns, below }: Match): void {
    this.#byPath.set(path, joined(this.#byPath.get(path), { patterns, below }))
  }

  all(): Match[] {
    return this.#matches.map((match) => {
      const more = this.#byPath.get(match.path)
      return more === undefined ? match : { ...match, ...joined(match, more) }
    })
  }
}

type Taking = Pick<Match, 'patterns' | 'below'>

/** All patterns of both, and the path below the deeper of their folders. */
function joined(known: Taking | undefined, more: Taking): Taking {
  if (known === undefined) return more
  const below = more.below.length < known.below.length ? more.below : known.below
  return { patterns: [...new Set([...known.patterns, ...more.patterns])], below }
}

/** The refusal of more files than `max-files` allows. */
export function tooManyFiles(maxFiles: number): ActionError {
  return new ActionError('TOO_MANY_FILES', `There are more files than \`max-files\` allows (${maxFiles}).`, {
    hint: 'If the patterns take too much, narrow them or add excludes (`!…`). Else raise `max-files` (0: no limit); `sign: checksums` makes one signature for all of them.',
  })
}

/**
 * The patterns for which nothing was taken: each counts as "no files found".
 * @throws ActionError NO_FILES, when that is an error
 */
export function reportUnmatched(
  search: FileSearch,
  patterns: readonly FilePattern[],
  taken: readonly Pick<Match, 'patterns'>[],
): void {
  const matched = new Set(taken.flatMap((match) => match.patterns))
  const unmatched = patterns.flatMap(({ text, exclude }, index) => (exclude || matched.has(index) ? [] : [text]))
  if (unmatched.length === 0) return
  const message = `No files found for:\n${listed(unmatched.map((text) => printable(text, 300)))}`
  const hint = hintFor(unmatched, search)
  if (search.ifNoFilesFound === 'error') throw new ActionError('NO_FILES', message, { hint })
  if (search.ifNoFilesFound === 'warn') search.log.warning(`${message}\n${hint}`)
  else search.log.info(message)
}

function hintFor(unmatched: readonly string[], search: FileSearch): string {
  const where = `Patterns are relative to ${printable(search.workspace)}. Check that this step comes after the build, in the same job.`
  return [where, ...adviceOnPatterns(unmatched, search.workspace)].join('\n') + adviceFor(search)
}

const OWN_FILES: ReadonlySet<string> = new Set(['provenance', 'attestations', 'sbom-path'])

/** Nothing more for an input that `if-no-files-found` says nothing of. */
function adviceFor({ ifNoFilesFound, input }: FileSearch): string {
  if (input !== undefined && OWN_FILES.has(input)) return ''
  const next = ifNoFilesFound === 'error' ? 'warn' : 'ignore'
  return ` If having no files is fine, set \`if-no-files-found: ${next}\`.`
}

/** @throws ActionError FILE_UNREADABLE when a match is none that can be read */
export function refuseProblems(matches: readonly Match[]): void {
  const problems = matches.flatMap(({ path, problem }) =>
    problem === undefined ? [] : [`${shownPath(path)}: ${problem}`],
  )
  if (problems.length > 0) throw unreadable(problems)
}

const UNREADABLE_HINT =
  'Remove, repair or rename it, or leave it out by a line with `!` and its path. `find . -xtype l` lists broken links, `find . -print0 | grep -zaxv ".*" | cat -v` names that are not UTF-8.'

/** The refusal of files, each with its reason; printable. */
export function unreadable(problems: readonly string[], cause?: unknown): ActionError {
  return new ActionError(
    'FILE_UNREADABLE',
    `What the patterns match cannot all be read as files:\n${listed(problems)}`,
    {
      hint: isTooManyOpen(cause) ? TOO_MANY_OPEN_HINT : UNREADABLE_HINT,
      cause,
    },
  )
}
