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
