import { basename, join, sep } from 'node:path'
import { bytesOf, type Kind, type NamedPath } from './folder-entries.ts'
import { isWithin } from './names.ts'
import { foldersAbove, type Indices, type PatternIndex } from './pattern-index.ts'
import type { FilePattern } from './patterns.ts'

/** A path with the patterns that can be for it. */
export interface Place extends NamedPath {
  /** As the patterns spell it: other than `path` where the folder's entry is spelt in another way. */
  readonly spelt: string
  /** The patterns that can be for it. */
  readonly candidates: Indices
  /** Indices of the patterns that are for a folder above, and so for all below it. */
  readonly covered: ReadonlySet<number>
}

/** A place and what is there. */
export interface Found {
  readonly place: Place
  readonly kind: Kind
}

/** Something that the patterns take and that is not a folder. */
export interface Match {
  /** Absolute path, links not resolved, each name as its folder says it. */
  readonly path: string
  /** Indices of the patterns that are for it. */
  readonly patterns: readonly number[]
  /** Its path below the folder of the pattern that takes it, with `/`; of several such folders below the deepest. */
  readonly below: string
  /** Why it cannot be signed, where the search itself shows that. */
  readonly problem: string | undefined
}

/** Patterns that can be asked for what begins where. */
export interface IndexedPatterns {
  readonly all: readonly FilePattern[]
  readonly index: PatternIndex
}

/** A place where a search begins, with the patterns that are for a folder above it. @param spelt as the patterns have it */
export function rootPlace({ all, index }: IndexedPatterns, spelt: string, path: string): Place {
  const covered = new Set<number>()
  let candidates: Indices = []
  for (const folder of foldersAbove(spelt)) {
    candidates = index.at(folder, candidates)
    for (const candidate of candidates) if (all[candidate]?.matches(folder).folder === true) covered.add(candidate)
  }
  return { path, raw: undefined, spelt, candidates: index.at(spelt, candidates), covered }
}

/** The patterns that are for all below a folder. */
export function coveredBelow({ all }: IndexedPatterns, folder: Place): ReadonlySet<number> {
  const own = folder.candidates.filter((candidate) => all[candidate]?.matches(folder.spelt).folder === true)
  return own.length === 0 ? folder.covered : new Set([...folder.covered, ...own])
}

/** What lies in a folder under `name`. @param raw its path as bytes, where that is not UTF-8 */
export function placeIn(
  { index }: IndexedPatterns,
  folder: Place,
  covered: ReadonlySet<number>,
  { name, raw }: { readonly name: string; readonly raw: Buffer | undefined },
): Place {
  const path = join(folder.path, name)
  const spelt = folder.spelt === folder.path ? path : join(folder.spelt, name)
  return { path, raw, spelt, candidates: index.at(spelt, folder.candidates), covered }
}

/** As @actions/glob has it: the last pattern that is for a path, or for a folder above it, decides. */
export function judge({ all }: IndexedPatterns, { place, kind }: Found): Match | undefined {
  let takenBy: number[] = []
  for (const index of place.candidates) {
    const pattern = all[index]
    if (pattern === undefined || (!place.covered.has(index) && !pattern.matches(place.spelt).file)) continue
    if (pattern.exclude) takenBy = []
    else takenBy.push(index)
  }
  if (takenBy.length === 0) return undefined
  const undecodable = place.raw === undefined ? undefined : `its name is not UTF-8 (${bytesOf(place.raw)})`
  return {
    path: place.path,
    patterns: takenBy,
    below: belowBases(
      place.spelt,
      takenBy.flatMap((index) => all[index]?.bases ?? []),
    ),
    problem: undecodable ?? (typeof kind === 'object' ? kind.problem : undefined),
  }
}

/** By the path as the patterns spell it: the entry's own may lead another way, as through a link to the workspace. */
function belowBases(spelt: string, bases: readonly string[]): string {
  // The search takes a pattern's own spelling of a folder where the disk does, too.
  const around = bases.filter((base) => isWithin(spelt.toLowerCase(), base.toLowerCase()))
  const deepest = Math.max(0, ...around.map((base) => base.length))
  const below = spelt.slice(deepest).split(sep).join('/').replace(/^\//u, '')
  return below === '' ? basename(spelt) : below
}

/** Whether something below a folder can be taken: not when a later exclude is for all of it. */
export function mayHoldMatches(
  { all, index }: IndexedPatterns,
  { spelt, candidates }: Place,
  covered: ReadonlySet<number>,
): boolean {
  let may = false
  for (const candidate of index.below(spelt, candidates)) {
    const pattern = all[candidate]
    if (pattern?.exclude === true) may &&= !covered.has(candidate)
    else may ||= covered.has(candidate) || pattern?.mayMatchBelow(spelt) === true
  }
  return may
}

/** The same text for two folders when the patterns take the same below them. */
export function stateBelow(
  { all, index }: IndexedPatterns,
  { spelt, candidates }: Place,
  covered: ReadonlySet<number>,
): string {
  return index
    .deciding(spelt, candidates)
    .flatMap((candidate) => {
      const state = covered.has(candidate) ? '*' : (all[candidate]?.stateAt(spelt) ?? '')
      return state === '' ? [] : [`${candidate}=${state}`]
    })
    .join(' ')
}
