import { factsOf, formatsWhere } from '../../formats/facts.ts'
import { runFileContentType } from '../../formats/run-files.ts'

/** The media type of a written file. @param name base name */
export function contentTypeOf(name: string): string {
  const ofRun = runFileContentType(name)
  if (ofRun !== undefined) return ofRun
  // The longest extension says the most: `.clear.asc` is no `.asc`.
  const [format] = formatsWhere(({ extension }) => name.endsWith(extension)).toSorted(
    (a, b) => factsOf(b).extension.length - factsOf(a).extension.length,
  )
  return format === undefined ? 'application/octet-stream' : factsOf(format).contentType
}

const UNSAFE = /[^A-Za-z0-9._+-]+/gu

/** Whether `stored` is what GitHub makes, or may make, of the asset name `name`. */
export function mayBeStoredAs(name: string, stored: string): boolean {
  if (name === stored) return true
  const dotted = name.replace(UNSAFE, '.')
  if (dotted === name && !/^\.|\.$/u.test(name)) return false
  const wanted = simplified(dotted)
  // GitHub puts `default` in front of a dot at the beginning.
  return simplified(stored) === wanted || (dotted.startsWith('.') && simplified(stored) === `default.${wanted}`)
}

/** Without dots at the ends, and one dot in place of several. */
function simplified(name: string): string {
  return name.replace(/\.{2,}/gu, '.').replace(/^\.|\.$/gu, '')
}
