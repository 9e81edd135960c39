import { EXTENSIONS, FORMATS, type Format } from '../formats/facts.ts'
import { runFileKind } from '../formats/run-files.ts'
import { baseName, type Dropped } from './dropped.ts'

/** A file with the signature files that were dropped for it. */
export interface Subject {
  readonly dropped: Dropped
  readonly signatures: readonly SignatureOf[]
}

interface SignatureOf {
  readonly format: Format
  readonly dropped: Dropped
}

/** A file by whose name something is a signature. */
interface Signed {
  readonly format: Format
  /** Path of the file that it would be over. */
  readonly path: string
}

/**
 * Which of the files are signatures of which: by name beside its file, else by name alone where one file has it. Being
 * taken for a signature of another file makes none right, so nothing depends on it but what is shown.
 */
export function pairUp(files: readonly Dropped[]): readonly Subject[] {
  const byPath = new Map(files.map((dropped) => [dropped.path, dropped]))
  const byName = Map.groupBy(files, ({ path }) => baseName(path))
  const signatures = new Map<Dropped, SignatureOf[]>()
  const paired = new Set<Dropped>()
  for (const dropped of files) {
    for (const { format, path } of signedBy(dropped.path)) {
      const named = byName.get(baseName(path)) ?? []
      const subject = byPath.get(path) ?? (named.length === 1 ? named[0] : undefined)
      if (subject === undefined) continue
      signatures.set(subject, [...(signatures.get(subject) ?? []), { format, dropped }])
      paired.add(dropped)
    }
  }
  return files
    .filter((dropped) => !paired.has(dropped))
    .map((dropped) => ({ dropped, signatures: signatures.get(dropped) ?? [] }))
}

/** What a file of this name could be a signature of, one for each extension that it ends in. */
export function signedBy(path: string): readonly Signed[] {
  return FORMATS.filter((format) => path.endsWith(EXTENSIONS[format]))
    .map((format) => ({ format, path: path.slice(0, -EXTENSIONS[format].length) }))
    .filter((signed) => baseName(signed.path) !== '')
}

/** Whether a file is called as lists of checksums are: `SHA256SUMS`, `app_1.0_checksums.txt`. */
export function isNamedAsChecksums(path: string): boolean {
  const name = baseName(path)
  return runFileKind(name) === 'checksums' || /(?:sha-?\d+|check)sums?(?:\.txt)?$/iu.test(name)
}
