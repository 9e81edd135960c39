/** How far into a pattern a path leads, so that two ways to one folder can be compared by what they can match below it. */

/** One compiled segment of @actions/glob's own matcher (minimatch): a name, a test, or `**`. */
type Part = string | symbol | { test(segment: string): boolean }

const SEPARATORS = process.platform === 'win32' ? /[\\/]+/u : /\/+/u

/**
 * A text that is the same for two folders exactly when the pattern matches the same paths below them; empty where it
 * matches none. What is for the folders themselves is not in it.
 * @param alternatives compiled segments, root first; one list for each form that the pattern can take
 * @param path absolute
 */
export function stateAt(alternatives: readonly (readonly Part[])[], path: string, ignoresCase: boolean): string {
  const segments = path.split(SEPARATORS)
  // A root ends with its separator.
  if (segments.length > 1 && segments.at(-1) === '') segments.pop()
  return alternatives
    .map((parts) =>
      segments
        .reduce((at, segment) => advanced(parts, at, segment, ignoresCase), withSkipped(parts, [0]))
        .filter((position) => position < parts.length)
        .join(),
    )
    .join(';')
    .replace(/^;+$/u, '')
}

function advanced(parts: readonly Part[], at: readonly number[], segment: string, ignoresCase: boolean): number[] {
  const next = at.flatMap((position) => {
    const part = parts[position]
    if (part === undefined) return []
    if (typeof part === 'symbol') return [position]
    return isFor(part, segment, ignoresCase) ? [position + 1] : []
  })
  return withSkipped(parts, next)
}

/** `**` is for no segment, too. */
function withSkipped(parts: readonly Part[], at: readonly number[]): number[] {
  const all = new Set(at)
  for (const position of all) if (typeof parts[position] === 'symbol') all.add(position + 1)
  return [...all].sort((a, b) => a - b)
}

function isFor(part: Exclude<Part, symbol>, segment: string, ignoresCase: boolean): boolean {
  if (typeof part !== 'string') return part.test(segment)
  return ignoresCase ? part.toLowerCase() === segment.toLowerCase() : part === segment
}
