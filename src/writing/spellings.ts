import { basename, dirname, join } from 'node:path'
import { FolderNames, widestKey } from '../files/name-rules.ts'
import type { Disk } from './disk.ts'
import { namesClash } from './write-failed.ts'

/**
 * The last look at names: by the hidden folder itself, whose name a disk that ignores case finds in capitals too, even
 * where the folder was empty or made only now.
 */
export class Spellings {
  readonly #disk: Disk
  readonly #folders = new Map<string, Promise<Map<string, string> | undefined>>()
  readonly #rules: FolderNames

  constructor(disk: Disk, rules = new FolderNames()) {
    this.#disk = disk
    this.#rules = rules
  }

  /** @param final absolute @param hidden in its folder @throws ActionError INVALID_INPUT where another output is the same file */
  async refuseClash(final: string, hidden: string): Promise<void> {
    const folder = this.#folders.get(hidden) ?? this.#look(hidden)
    this.#folders.set(hidden, folder)
    const names = await folder
    if (names === undefined) return
    const key = widestKey(basename(final))
    const other = names.get(key)
    names.set(key, final)
    if (other === undefined || other === final) return
    if (await this.#rules.areOne(dirname(final), basename(other), basename(final))) throw namesClash([[other, final]])
  }

  async #look(hidden: string): Promise<Map<string, string> | undefined> {
    const capitals = join(dirname(hidden), basename(hidden).toUpperCase())
    return await this.#disk.lstat(capitals).then(
      () => new Map<string, string>(),
      () => undefined,
    )
  }
}
