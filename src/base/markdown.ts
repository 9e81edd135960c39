import { printable } from './log.ts'

/** The longest text that a cell shows, in UTF-16 units. */
const MAX_CELL = 300

/** Rows that a table shows of any number. */
const MAX_ROWS = 100

/**
 * `text` from outside as Markdown that shows it and does nothing else: no markup, HTML, link, mention or table cell
 * (CommonMark 0.31, 2.4; the comment keeps GitHub from linking addresses and names).
 */
export function markdownText(text: string): string {
  return printable(text, MAX_CELL)
    .replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&')
    .replaceAll('@', '@<!-- -->')
}

/**
 * `text` from outside as a code span, in tables too. A pipe is shown as `\u{7c}`: GitHub splits table cells before it
 * reads code spans, and an escape there is ambiguous after a backslash.
 */
export function markdownCode(text: string): string {
  const shown = printable(text, MAX_CELL).replaceAll('|', '\\u{7c}')
  if (shown === '') return ''
  const runs = shown.match(/`+/gu) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  // A space inside keeps the content's own backticks and spaces apart from the fence (CommonMark, 6.1).
  const pad = /^[` ]|[` ]$/u.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** A table of cells that are Markdown already: the first 100 rows, and a line that tells how many more. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [header, header.map(() => '---'), ...rows.slice(0, MAX_ROWS)].map(line).join('\n')
  const more = rows.length - MAX_ROWS
  return more > 0 ? `${table}\n\n… and ${more} more.\n` : `${table}\n`
}

/** A longer table than this is folded up, so that what stands below it is seen. */
const MAX_OPEN_ROWS = 10

/**
 * A table that does not push what follows it off the screen: of many rows it is folded up.
 * @param title what it holds, Markdown without markup of its own: `300 files`
 */
export function foldedTable(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  open = MAX_OPEN_ROWS,
): string {
  const table = markdownTable(header, rows)
  return rows.length <= open ? table : `<details><summary>${title}</summary>\n\n${table}\n</details>\n`
}

/** Blocks do not wrap where they are shown, and a message may be one long line. */
const BLOCK_COLUMNS = 110

/** `line` in lines of at most 110 columns where its blanks allow it; further ones are indented as the first. */
function wrapped(line: string): string {
  const indent = /^ */u.exec(line)?.[0] ?? ''
  const lines: string[] = []
  let last = ''
  for (const word of line.slice(indent.length).split(' ')) {
    if (last !== '' && indent.length + last.length + 1 + word.length > BLOCK_COLUMNS) {
      lines.push(last)
      last = word
    } else last = last === '' ? word : `${last} ${word}`
  }
  return [...lines, last].map((part) => `${indent}${part}`).join('\n')
}

/** The longest text that a block shows, in UTF-16 units. */
const MAX_BLOCK = 20_000

/** `text` from outside, of several lines, long ones wrapped: a block that no line of it ends (CommonMark 0.31, 4.5). */
export function markdownBlock(text: string): string {
  const lines = text.slice(0, MAX_BLOCK).split('\n')
  const shown = lines.map((line) => wrapped(printable(line, MAX_BLOCK))).join('\n')
  const runs = shown.match(/`+/gu) ?? []
  const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1)
  return `${fence}text\n${shown}\n${fence}`
}

/** A link, where `url` is one of the web; else the text alone. */
export function markdownLink(text: string, url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/u.test(parsed.protocol)) return markdownText(text)
  return `[${markdownText(text)}](<${parsed.href.replaceAll(/[<>\\]/gu, encodeURIComponent)}>)`
}
