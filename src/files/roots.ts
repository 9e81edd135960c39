import { lstat, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { isWithin } from './names.ts'
import { FolderNames } from './name-rules.ts'

/** Where a search begins. */
interface Root {
  /** By the names that the folders' entries have; below the workspace where it lies in it. */
  readonly path: string
  /** Whether the way to it below the workspace goes through a link. */
  readonly linked: boolean
}

/** Finds out what the places are called where searches begin. Of each folder it asks once. */
export class Roots {
  readonly #workspace: string
  readonly #names = new FolderNames()
  readonly #folders = new Map<string, Promise<Root>>()
  #realWorkspace: Promise<string> | undefined

  /** @param workspace absolute; its own path is taken as it is */
  constructor(workspace: string) {
    this.#workspace = workspace
  }

  /** Of something else than a folder: whether it is a link itself does not count. @param spelt absolute and normalised */
  async file(spelt: string): Promise<Root> {
    const above = dirname(spelt)
    if (above === spelt || isWithin(this.#workspace, spelt)) return { path: spelt, linked: false }
    const folder = await this.folder(above)
    const name = await this.#names.entryName(folder.path, basename(spelt))
    return { path: join(folder.path, name), linked: folder.linked }
  }

  /** Of a folder. @param spelt absolute and normalised */
  folder(spelt: string): Promise<Root> {
    const known = this.#folders.get(spelt) ?? this.#find(spelt)
    this.#folders.set(spelt, known)
    return known
  }

  async #find(spelt: string): Promise<Root> {
    const isInside = spelt !== this.#workspace && isWithin(spelt, this.#workspace)
    const inside = isInside ? undefined : await this.#belowWorkspace(spelt)
    if (inside !== undefined) return inside
    const folder = await this.file(spelt)
    return { ...folder, linked: folder.linked || (await isLink(folder.path)) }
  }

  /** A folder that is spelt as outside the workspace, where a link leads into it. */
  async #belowWorkspace(spelt: string): Promise<Root | undefined> {
    this.#realWorkspace ??= realpath(this.#workspace).catch(() => this.#workspace)
    const [real, workspace] = await Promise.all([realpath(spelt).catch(() => spelt), this.#realWorkspace])
    if (!isWithin(real, workspace)) return undefined
    return { path: join(this.#workspace, relative(workspace, real)), linked: false }
  }
}

async function isLink(path: string): Promise<boolean> {
  return await lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  )
}
