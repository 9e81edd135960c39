/**
 * What a stage tells the people who read the run's log. `main.ts` connects it to the runner; tests collect it.
 * Text from outside (file names, services' messages) passes through `printable` before it gets here.
 */
export interface Log {
  /** A line in debug logs only. */
  debug(message: string): void
  /** A line of the log. */
  info(message: string): void
  /** An annotation that asks for nothing. */
  notice(message: string): void
  /** An annotation that asks for attention. */
  warning(message: string): void
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * `text` on one line: control, format and direction characters as `\u{…}`, at most `limit` UTF-16 units.
 * The runner reads commands from lines that begin with `::` or hold `##[`, so both are broken up too.
 */
export function printable(text: string, limit = 1000): string {
  const escaped = text
    .replace(UNPRINTABLE, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/^(\s*):(?=:)/u, '$1\\u{3a}')
    .replaceAll('##[', '#\\u{23}[')
  return escaped.length <= limit ? escaped : `${escaped.slice(0, limit)}…`
}

/** The most names that one message lists. */
const MAX_NAMES = 20

/** Names from outside for a message: the first 20, printable, and how many more there are. */
export function firstNames(names: readonly string[]): string {
  const listed = names.slice(0, MAX_NAMES).map((name) => printable(name, 150))
  const more = names.length - listed.length
  return more > 0 ? `${listed.join(', ')} and ${more} more` : listed.join(', ')
}

/** Two names that are, or could become, one; where nothing of that is to be seen, with what it is. @param shown makes one printable */
export function pairOf([one, other]: readonly [string, string], shown: (name: string) => string): string {
  const areAlike = one !== other && one.normalize('NFC') === other.normalize('NFC')
  return `${shown(one)} and ${shown(other)}${areAlike ? ' (in two Unicode forms)' : ''}`
}

/** Lines of a message, all or the first `limit` of them and how many more there are; each is `printable` already. */
export function listed(lines: readonly string[], limit = Infinity): string {
  const shown = lines.slice(0, limit).map((line) => `  ${line}`)
  return [...shown, ...(lines.length > limit ? [`  … and ${lines.length - limit} more`] : [])].join('\n')
}

/** `text` with no more of a list than an annotation names. */
export function withShortLists(text: string): string {
  return text.replace(/^ {2}.*(?:\n {2}.*)*/gmu, (list) => {
    const lines = list.split('\n').map((line) => line.slice(2))
    const isShortAlready = lines.length === MAX_NAMES + 1 && /^… and \d+ more$/u.test(lines.at(-1) ?? '')
    return isShortAlready ? list : listed(lines, MAX_NAMES)
  })
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** A size for people: `999 B`, `1.2 kB`, `34.5 MB`, in powers of 1000. */
export function sized(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  // Rounded to one decimal, 999,950 bytes would be 1000.0 kB.
  while (value >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`
}
