/** One challenge of a WWW-Authenticate header. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  readonly scheme: string
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>
}

const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/uy
const QUOTED = /"((?:[^"\\]|\\.)*)"/suy
const EQUALS = /[ \t]*=[ \t]*/uy
const BLANKS = /[ \t,]*/uy
/** Values without quotes: tokens, and the URLs that some registries write so. */
const UNQUOTED = /[^\s",]+/uy

/**
 * The challenges of a WWW-Authenticate header, several lines joined by commas (RFC 9110, 11.6.1). What follows
 * something that is not well formed is left out.
 */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(header)
    if (match !== null) at = pattern.lastIndex
    return match
  }
  for (;;) {
    take(BLANKS)
    const name = take(TOKEN)?.[0].toLowerCase()
    if (name === undefined) return challenges
    const value = take(EQUALS) === null ? undefined : (take(QUOTED) ?? take(UNQUOTED))
    if (value === null) return challenges
    if (value === undefined) challenges.push({ scheme: name, parameters: new Map() })
    else challenges.at(-1)?.parameters.set(name, (value[1] ?? value[0]).replace(/\\(.)/gsu, '$1'))
  }
}
