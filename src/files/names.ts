import { basename, dirname, relative, sep } from 'node:path'
import { pathWithin } from '../base/path-within.ts'
import { EXTENSIONS } from '../formats/facts.ts'
import { runFileKind } from '../formats/run-files.ts'

/** What the hidden folders begin with in which outputs are staged. */
export const STAGING_PREFIX = '.kms-sign-'
/**
 * Process id, its start, where it runs (not in those of earlier versions), a random number: enough to tell whether
 * whoever made the folder may still live. To the sign action no pattern matches what is below one; what only begins so
 * is the user's own.
 */
export const STAGING_NAME = /^\.kms-sign-(\d+)-(\d+)-(?:([0-9a-f]{12})-)?[0-9a-f]{12}$/u

/** Of all formats. */
export const SIGNATURE_EXTENSIONS: readonly string[] = Object.values(EXTENSIONS)

/** Whether `name` is one that some run of the action writes once, whatever its key and formats were. */
export function isRunFileName(name: string, signsChecksums: boolean): boolean {
  const kind = runFileKind(name)
  if (kind !== undefined) return kind !== 'checksums' || signsChecksums
  return signsChecksums && signedPathsOf(name).some((signed) => runFileKind(signed) === 'checksums')
}

/** What `path` would be a signature file of, one for each extension that it ends in: `a` for `a.sig`. */
export function signedPathsOf(path: string, extensions: readonly string[] = SIGNATURE_EXTENSIONS): string[] {
  return extensions
    .filter((extension) => path.endsWith(extension))
    .map((extension) => path.slice(0, -extension.length))
    .filter((signed) => signed !== '' && !signed.endsWith(sep) && !signed.endsWith('/'))
}

/** The deepest folder that all of `folders` (absolute) are or lie in, or the root of the first; without any, `undefined`. */
export function commonFolder(folders: readonly string[]): string | undefined {
  const [first, ...rest] = new Set(folders)
  if (first === undefined) return undefined
  return rest.reduce(commonOfTwo, first)
}

function commonOfTwo(a: string, b: string): string {
  let common = a
  while (!isWithin(b, common)) {
    const parent = dirname(common)
    if (parent === common) return common
    common = parent
  }
  return common
}

/** Whether `path` is `folder` or lies below it; both absolute and normalised. */
export function isWithin(path: string, folder: string): boolean {
  return pathWithin(path, folder) !== undefined
}

/**
 * What files are called in checksum files, manifest, statements and assets: base names,
 * or where two share one all by their paths below `folder`, with `/`.
 * @param paths absolute
 * @param folder the deepest common folder of `paths`
 */
export function namesOf(paths: readonly string[], folder: string): string[] {
  const names = paths.map((path) => basename(path))
  if (new Set(names).size === names.length) return names
  return paths.map((path) => relative(folder, path).split(sep).join('/'))
}
