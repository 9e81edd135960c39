import { judge, placeIn, stateBelow, type IndexedPatterns, type Place } from './places.ts'
import type { Kind } from './folder-entries.ts'

/** A search of a folder on one way to it. */
export interface Visit {
  readonly folder: Place
  readonly covered: ReadonlySet<number>
  /** Worked out when the folder is met a second time. */
  state?: string
}

/** An entry of a folder. */
interface EntryName {
  readonly name: string
  /** Its path as bytes, where that is not UTF-8. */
  readonly raw: Buffer | undefined
}

/**
 * Which folders were searched, by what they are and not by the ways to them, and for which patterns: so that no folder
 * is searched twice for the same ones, and no entry of one is taken twice. Folders go by `device:inode`.
 */
export class Visits {
  readonly #patterns: IndexedPatterns
  readonly #byFolder = new Map<string, Visit[]>()
  /** Files that a pattern names as they are: folder and name, and the path they were taken under. */
  readonly #files = new Map<string, string>()

  constructor(patterns: IndexedPatterns) {
    this.#patterns = patterns
  }

  /** Notes the search of a folder; `undefined` where it was searched for the same patterns. */
  begin(identity: string, folder: Place, covered: ReadonlySet<number>): Visit | undefined {
    const visit: Visit = { folder, covered }
    const earlier = this.#byFolder.get(identity)
    if (earlier === undefined) this.#byFolder.set(identity, [visit])
    else {
      const state = this.#stateOf(visit)
      if (earlier.some((other) => this.#stateOf(other) === state)) return undefined
      earlier.push(visit)
    }
    return visit
  }

  /** The path under which an entry of a folder was taken before, in a search that began before `own`. */
  takenAs(identity: string, entry: EntryName, kind: Kind, own?: Visit): string | undefined {
    const named = this.#files.size === 0 ? undefined : this.#files.get(`${identity}/${entry.name}`)
    if (named !== undefined) return named
    for (const visit of this.#byFolder.get(identity) ?? []) {
      if (visit === own) return undefined
      const place = placeIn(this.#patterns, visit.folder, visit.covered, entry)
      const match = judge(this.#patterns, { place, kind })
      if (match !== undefined) return match.path
    }
    return undefined
  }

  /** Notes a file that was taken by itself and not in a search of its folder. */
  took(identity: string, name: string, path: string): void {
    this.#files.set(`${identity}/${name}`, path)
  }

  #stateOf(visit: Visit): string {
    visit.state ??= stateBelow(this.#patterns, visit.folder, visit.covered)
    return visit.state
  }
}
