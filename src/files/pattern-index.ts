import { dirname } from 'node:path'
import type { FilePattern } from './patterns.ts'

/** Indices of patterns, ascending. */
export type Indices = readonly number[]

const NONE: Indices = []

/**
 * Which patterns can be for a path at all, by the folders that they begin at: with thousands of lines, each of a file of
 * its own, nothing is asked of all of them for every path.
 */
export class PatternIndex {
  readonly #byBase = new Map<string, number[]>()
  readonly #includesBelow = new Map<string, number[]>()
  readonly #excludesBelow = new Map<string, number[]>()

  constructor(patterns: readonly FilePattern[]) {
    for (const [index, { bases, exclude }] of patterns.entries()) {
      for (const base of bases) {
        add(this.#byBase, base, index)
        const below = exclude ? this.#excludesBelow : this.#includesBelow
        for (const folder of foldersAbove(base)) add(below, folder, index)
      }
    }
  }

  /** Where a search begins: the bases of the includes, without those that lie below another. */
  roots(patterns: readonly FilePattern[]): string[] {
    const all = new Set(patterns.flatMap(({ bases, exclude }) => (exclude ? [] : bases)))
    const keys = new Set([...all].map(keyOf))
    return [...all].filter((path) => !foldersAbove(path).some((folder) => keys.has(keyOf(folder))))
  }

  /** The patterns that begin at `path`, or that `inherited` has from the folder it is in. */
  at(path: string, inherited: Indices): Indices {
    const own = this.#byBase.get(keyOf(path))
    return own === undefined ? inherited : merged(inherited, own)
  }

  /** The includes that begin below the folder `path`, and `others`. */
  below(path: string, others: Indices): Indices {
    return merged(this.#includesBelow.get(keyOf(path)) ?? NONE, others)
  }

  /** All patterns that can decide on anything below the folder `path`, and `others`. */
  deciding(path: string, others: Indices): Indices {
    return merged(this.#excludesBelow.get(keyOf(path)) ?? NONE, this.below(path, others))
  }
}

/** From the root down, without `path` itself. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let folder = dirname(path), below = path; folder !== below; below = folder, folder = dirname(folder))
    folders.push(folder)
  return folders.reverse()
}

/** As @actions/glob compares the paths that a search begins at. */
function keyOf(path: string): string {
  return process.platform === 'win32' ? path.toUpperCase() : path
}

function add(map: Map<string, number[]>, path: string, index: number): void {
  const key = keyOf(path)
  const known = map.get(key)
  if (known === undefined) map.set(key, [index])
  else known.push(index)
}

function merged(some: Indices, others: Indices): Indices {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some
  return [...new Set([...some, ...others])].sort((a, b) => a - b)
}
