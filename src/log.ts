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
