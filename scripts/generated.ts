/**
 * Generated parts of hand-written pages: what stands between two marks is made by a program. A page without its marks,
 * or with nothing between them, is a failure: a replacement that finds no place changes nothing and differs from nothing.
 */

/** The marks of a generated part, each a line of its own. */
export interface Marks {
  readonly begin: string
  readonly end: string
}

/** Where the part between `marks` stands in `page`, the line breaks beside the marks not counted. */
function placeOf(page: string, { begin, end }: Marks): { readonly start: number; readonly stop: number } {
  const opening = page.indexOf(`${begin}\n`)
  if (opening < 0) throw new Error(`there is no line ${begin}`)
  if (page.includes(`${begin}\n`, opening + 1)) throw new Error(`there are several lines ${begin}`)
  const start = opening + begin.length + 1
  const stop = page.indexOf(end, start)
  if (stop < 0) throw new Error(`there is no line ${end} after ${begin}`)
  return { start, stop }
}

/**
 * What stands between `marks`, without blank lines around it.
 * @throws Error where a mark is missing or nothing is between them
 */
export function generatedPart(page: string, marks: Marks): string {
  const { start, stop } = placeOf(page, marks)
  const part = page.slice(start, stop).trim()
  if (part === '') throw new Error(`there is nothing between ${marks.begin} and ${marks.end}`)
  return part
}

/**
 * `page` with `part` between `marks`.
 * @throws Error where a mark is missing or `part` is empty
 */
export function withPart(page: string, marks: Marks, part: string): string {
  const { start, stop } = placeOf(page, marks)
  if (part.trim() === '') throw new Error(`nothing was made to stand between ${marks.begin} and ${marks.end}`)
  return `${page.slice(0, start)}${part.replace(/\n*$/u, '\n')}${page.slice(stop)}`
}

/** What is wrong with the part between `marks`, if anything. @param part what has to stand there */
export function partProblem(page: string, marks: Marks, part: string): string | undefined {
  try {
    if (generatedPart(page, marks) === part.trim()) return undefined
    return `what stands between ${marks.begin} and ${marks.end} is out of date`
  } catch (error) {
    return (error as Error).message
  }
}
