/** Whether README.ru.md still says what README.md says, as far as can be told without reading: see `translationProblems`. */

const BLOCK = /^```[\s\S]*?^```$/gmu
const LINK = /\]\(((?!#|README)[^)\s]+)\)/gu

/** What differs between a page and its translation: levels of headings, code blocks, rows of tables, and where links lead. */
export function translationProblems(original: string, translation: string): readonly string[] {
  const both = [original, translation].map(withoutGenerated)
  const [one = '', other = ''] = both
  if (one.trim() === '' || other.trim() === '') return ['one of the two pages is empty']
  return [
    ...different('headings', levels(one), levels(other)),
    ...different('code blocks', one.match(BLOCK) ?? [], other.match(BLOCK) ?? []),
    ...different('rows of tables', columns(one), columns(other)),
    ...different('links', links(one), links(other)),
  ]
}

/** Tables of inputs and outputs stand in the original alone. */
function withoutGenerated(text: string): string {
  return text.replaceAll(/<!-- (inputs|outputs):\w+ -->[\s\S]*?<!-- \/\1 -->/gu, '')
}

function levels(text: string): string[] {
  return [...text.replaceAll(BLOCK, '').matchAll(/^#+(?= )/gmu)].map(([level]) => level)
}

function columns(text: string): string[] {
  return [...text.matchAll(/^\|.*\|$/gmu)].map(([row]) => String(row.split('|').length))
}

function links(text: string): string[] {
  return [...new Set([...text.matchAll(LINK)].map(([, target = '']) => target))].toSorted()
}

function different(what: string, one: readonly string[], other: readonly string[]): string[] {
  const at = Math.max(one.length, other.length)
  for (let i = 0; i < at; i += 1) {
    if (one[i] !== other[i])
      return [`${what} differ: ${String(one[i]?.slice(0, 80))} there, ${String(other[i]?.slice(0, 80))} here`]
  }
  return []
}
