import { create } from '@actions/glob'
import { ActionError, messageOf } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { stateAt } from './glob-state.ts'

/** One line of an input that lists patterns. */
export interface FilePattern {
  /** The line as the user wrote it. */
  readonly text: string
  /** Whether it begins with an odd number of `!`. */
  readonly exclude: boolean
  /** Absolute folders or files that what it is for are, or lie below. */
  readonly bases: readonly string[]
  /** Whether the pattern is for `path` itself, as @actions/glob judges: as a file, as a folder. */
  matches(path: string): { readonly file: boolean; readonly folder: boolean }
  /** Whether something below the folder `path` could match. */
  mayMatchBelow(path: string): boolean
  /** The same text for two folders when the same can match below them; empty for nothing. */
  stateAt(path: string): string
  /** Whether one of its segments is `name`, as it stands there. */
  names(name: string): boolean
}

/**
 * The parts of @actions/glob's own globber that decide on one path. They are not in its types, and there is no other
 * way to its syntax without its search, which passes over broken links and undecodable names in silence.
 */
interface GlobRule {
  match(path: string): number
  partialMatch(path: string): boolean
  readonly minimatch: { readonly set: Parameters<typeof stateAt>[0]; readonly nocase: boolean }
}

const GLOB_RULE: readonly (keyof GlobRule)[] = ['match', 'partialMatch', 'minimatch']
const SEPARATORS = process.platform === 'win32' ? /[\\/]/u : '/'
const MATCHES_FOLDER = 1
const MATCHES_FILE = 2

/**
 * The patterns of a multi-line input: @actions/glob syntax, blank lines and `#` comments left out,
 * relative ones below `workspace`.
 * @param input name of the input, for messages
 * @throws ActionError INVALID_INPUT: no pattern that includes anything, one with `..`, or a `!` alone
 */
export async function parseFilePatterns(lines: string, workspace: string, input: string): Promise<FilePattern[]> {
  const texts = lines
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const patterns: FilePattern[] = []
  for (const text of texts) patterns.push(await parseFilePattern(text, workspace, input))
  if (patterns.every((pattern) => pattern.exclude))
    throw new ActionError('INVALID_INPUT', `The input \`${input}\` has no pattern that includes files.`, {
      hint: `Name the files to take, one pattern per line, for example:\n${input}: |\n  dist/*.tar.gz\n  !dist/*-debug*`,
    })
  return patterns
}

async function parseFilePattern(text: string, workspace: string, input: string): Promise<FilePattern> {
  const [, marks = '', rest = ''] = /^((?:!\s*)*)(.*)$/su.exec(text) ?? []
  const exclude = marks.replace(/[^!]/gu, '').length % 2 === 1
  if (rest === '') throw noPattern(text, input, 'nothing follows the `!`')
  try {
    const pattern = rooted(rest, workspace)
    const globber = await create(pattern)
    const rule = ruleOf(globber)
    const searched = judgedRight(pattern)
    const segments = new Set(rest.split(SEPARATORS))
    return {
      text,
      exclude,
      bases: (searched === pattern ? globber : await create(searched)).getSearchPaths(),
      matches: (path) => {
        const kind = rule.match(path)
        return { file: (kind & MATCHES_FILE) !== 0, folder: (kind & MATCHES_FOLDER) !== 0 }
      },
      mayMatchBelow: (path) => rule.partialMatch(path),
      stateAt: (path) => stateAt(rule.minimatch.set, path, rule.minimatch.nocase),
      names: (name) => segments.has(name),
    }
  } catch (cause) {
    if (cause instanceof ActionError) throw cause
    throw noPattern(text, input, printable(messageOf(cause), 300), cause)
  }
}

function noPattern(text: string, input: string, why: string, cause?: unknown): ActionError {
  return new ActionError(
    'INVALID_INPUT',
    `\`${printable(text, 200)}\` in the input \`${input}\` is not a pattern: ${why}`,
    {
      hint: 'Patterns are relative to the workspace and cannot go up with `..`; for files elsewhere give an absolute path. An exclude is a `!` and a pattern, such as `!dist/*-debug*`.',
      cause,
    },
  )
}

function ruleOf(globber: object): GlobRule {
  const rules: unknown = 'patterns' in globber ? globber.patterns : undefined
  const rule: unknown = Array.isArray(rules) ? rules[0] : undefined
  if (typeof rule === 'object' && rule !== null && GLOB_RULE.every((member) => member in rule)) return rule as GlobRule
  throw new ActionError('INTERNAL_ERROR', 'This version of @actions/glob is built in another way than expected.')
}

/** Of `[!]a]`, `[]a]` and `[!]`, @actions/glob takes a part for a plain name, and would search for that. */
const MISJUDGED = /\[[!^\]]/u

/** What of a rooted pattern stands before the first segment with such a class: where its search really begins. */
function judgedRight(pattern: string): string {
  const segments = pattern.split(SEPARATORS)
  const at = segments.findIndex((segment) => MISJUDGED.test(segment.replaceAll('[[]', '')))
  return at < 0 ? pattern : `${segments.slice(0, at).join('/')}/`
}

/** `pattern` as one that @actions/glob roots in `workspace`, whatever the process's own folder is. */
function rooted(pattern: string, workspace: string): string {
  const windows = process.platform === 'win32'
  const hasRoot = windows ? /^(?:[\\/]|[A-Z]:|~(?:[\\/]|$))/iu : /^(?:\/|~(?:\/|$))/u
  if (hasRoot.test(pattern)) return pattern
  const relative = pattern.replace(windows ? /^\.(?:[\\/]+|$)/u : /^\.(?:\/+|$)/u, '')
  return `${escaped(workspace, windows).replace(/[\\/]$/u, '')}/${relative}`
}

function escaped(path: string, windows: boolean): string {
  return (windows ? path : path.replaceAll('\\', '\\\\')).replace(/\[(?=[^/]+\])|[?*]/gu, (c) => `[${c}]`)
}
