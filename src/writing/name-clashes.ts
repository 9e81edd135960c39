import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { FolderNames, widestKey } from '../files/name-rules.ts'

/** Two paths that one disk takes for one; the first is the one that was there or was named first. */
export type Clash = readonly [string, string]

/**
 * Paths by the widest key of their real folder, then by that of their name. There may be a hundred thousand, so no more
 * is kept of each than that.
 */
type Taken = Map<string, Map<string, readonly string[]>>

function namesOf(taken: Taken, folder: string): Map<string, readonly string[]> {
  const names = taken.get(folder) ?? new Map<string, readonly string[]>()
  taken.set(folder, names)
  return names
}

/** Finds paths that stand for one file, whatever links and spellings lead to it. */
export class NameClashes {
  readonly #rules: FolderNames
  readonly #folders = new Map<string, Promise<string>>()
  readonly #listings = new Map<string, Promise<ReadonlySet<string>>>()

  constructor(rules = new FolderNames()) {
    this.#rules = rules
  }

  /**
   * Outputs that have the place of another output, or of something that is read.
   * @param paths absolute, of outputs
   * @param inputs absolute
   */
  async among(paths: readonly string[], inputs: readonly string[]): Promise<readonly Clash[]> {
    const taken: Taken = new Map()
    for (const path of inputs) await this.#add(taken, path)
    const clashes: Clash[] = []
    for (const path of paths) {
      const other = await this.#add(taken, path)
      if (other !== undefined) clashes.push([other, path])
    }
    return clashes
  }

  /**
   * The entry that a path is found by where that has another name: somebody else's file, in a folder that ignores the
   * difference.
   * @param path absolute; something is there
   */
  async otherSpelling(path: string): Promise<string | undefined> {
    const [folder, name] = [dirname(path), basename(path)]
    const { ignoresCase, ignoresForm } = await this.#rules.rulesOf(folder)
    if (!ignoresCase && !ignoresForm) return undefined
    const listing = this.#listings.get(folder) ?? readdir(folder).then((names) => new Set(names))
    this.#listings.set(folder, listing)
    if ((await listing).has(name)) return undefined
    const entry = await this.#rules.entryName(folder, name)
    return entry === name ? undefined : join(folder, entry)
  }

  /** Puts a path with those like it, by where it really is; the one there that it is one with. */
  async #add(taken: Taken, path: string): Promise<string | undefined> {
    const folder = await this.#realFolder(dirname(path))
    const name = basename(path)
    const names = namesOf(taken, widestKey(folder))
    const key = widestKey(name)
    const alike = names.get(key)
    for (const other of alike ?? []) {
      const real = join(await this.#realFolder(dirname(other)), basename(other))
      if (await this.#areOne(join(folder, name), real)) return other
    }
    names.set(key, alike === undefined ? [path] : [...alike, path])
    return undefined
  }

  async #areOne(a: string, b: string): Promise<boolean> {
    if (a === b) return true
    const [folder, other] = [dirname(a), dirname(b)]
    if (folder === a || other === b) return false
    return (await this.#areOne(folder, other)) && (await this.#rules.areOne(folder, basename(a), basename(b)))
  }

  /** A folder that may be yet to be made, links followed as far as it is there. */
  #realFolder(folder: string): Promise<string> {
    const known = this.#folders.get(folder) ?? this.#findReal(folder)
    this.#folders.set(folder, known)
    return known
  }

  async #findReal(folder: string): Promise<string> {
    try {
      return await realpath(folder)
    } catch {
      const above = dirname(folder)
      return above === folder ? folder : join(await this.#realFolder(above), basename(folder))
    }
  }
}
