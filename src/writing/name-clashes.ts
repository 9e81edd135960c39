import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { FolderNames, widestKey } from '../files/name-rules.ts'

/** Two paths that one disk takes for one; the first is the one that was there or was named first. */
export type Clash = readonly [string, string]

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
    const taken = new Map<string, [string, string][]>()
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
  async #add(taken: Map<string, [string, string][]>, path: string): Promise<string | undefined> {
    const real = join(await this.#realFolder(dirname(path)), basename(path))
    const key = widestKey(real)
    const alike = taken.get(key) ?? []
    taken.set(key, alike)
    for (const [other, otherReal] of alike) if (await this.#areOne(real, otherReal)) return other
    alike.push([path, real])
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
