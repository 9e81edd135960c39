import { SEPARATOR } from '../../base/platform.ts'
import { pathWithin } from '../../base/path-within.ts'
import type { NamedFile } from '../local-file.ts'

/** The names that a checksum file or a statement has. */
export interface ListedNames {
  has(name: string): boolean
  /** Whether some of them are paths: then all of them are, and a bare name is one of the top folder alone. */
  readonly arePaths: boolean
}

/**
 * Which of the listed names is a file's. That is the longest one that its path ends in, so that a bare name never stands
 * in for a path that is listed, too. In a list of paths it has to reach up to the folder of the pattern that took the
 * file, or to `folder`: what is listed as `index.html` is not `admin/index.html`.
 * @param folder absolute; where `sha256sum -c` would be run, or `undefined` where whoever made the download chose it
 */
export function listedName(listed: ListedNames, file: NamedFile, folder: string | undefined): string | undefined {
  const parts = file.path.split(SEPARATOR)
  for (let from = 0; from < parts.length; from += 1) {
    const name = parts.slice(from).join('/')
    if (name !== '' && listed.has(name)) return isTied(listed, file, name, folder) ? name : undefined
  }
  return undefined
}

function isTied({ arePaths }: ListedNames, file: NamedFile, name: string, folder: string | undefined): boolean {
  if (!arePaths || name.length >= file.below.length) return true
  const { path } = file
  return folder !== undefined && pathWithin(path, folder)?.split(SEPARATOR).join('/') === name
}

/** Of the names themselves. */
export function listedNames(names: Iterable<string>): ListedNames {
  const all = new Set(names)
  const arePaths = [...all].some((name) => name.includes('/'))
  return { has: (name) => all.has(name), arePaths }
}
