import { isUtf8 } from 'node:buffer'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { systemCodeOf } from '../base/errors.ts'
import { STAGING_NAME } from './names.ts'
import { foldersAbove, PatternIndex, type Indices } from './pattern-index.ts'
import type { FilePattern } from './patterns.ts'
import { bytesOf, entriesOf, joinRaw, kindOf, unlistable, type Kind, type NamedPath } from './folder-entries.ts'

/** Something that the patterns take and that is no folder. */
export interface Match {
  /** Absolute path, links not resolved. */
  readonly path: string
  /** Indices of the patterns that are for it. */
  readonly patterns: readonly number[]
  /** Why it cannot be signed, where the search itself shows that. */
  readonly problem: string | undefined
}

/** What a search takes, and how long it goes on. */
export interface SearchOptions {
  /** Whether the hidden folders of sign runs are searched too. */
  readonly takesStaging?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

interface Place extends NamedPath {
  /** The patterns that can be for it. */
  readonly candidates: Indices
  /** Indices of the patterns that are for a folder above, and so for all below it. */
  readonly covered: ReadonlySet<number>
  /** `device:inode` of the folders above, to find links that lead in circles. */
  readonly above: readonly string[]
}

interface Found {
  readonly place: Place
  readonly kind: Kind
}

/**
 * Walks the search paths of all patterns at once, in no promised order, each path once.
 * Unlike @actions/glob it yields broken links, names that are no UTF-8, FIFOs, sockets and devices, as problems,
 * and it holds no folder's whole listing in memory.
 * @throws ActionError FILE_UNREADABLE for a folder that cannot be listed; the signal's reason
 */
export async function* searchFiles(
  patterns: readonly FilePattern[],
  { takesStaging = false, signal }: SearchOptions = {},
): AsyncGenerator<Match> {
  const index = new PatternIndex(patterns)
  for (const path of index.roots(patterns)) {
    const root = rootPlace(patterns, index, path)
    const kind = await kindOf(root)
    const stack: Found[] = kind === undefined ? [] : [{ place: root, kind }]
    for (let found = stack.pop(); found !== undefined; found = stack.pop()) {
      signal?.throwIfAborted()
      if (found.kind !== 'folder') {
        const match = judge(patterns, found)
        if (match !== undefined) yield match
        continue
      }
      for await (const child of children(patterns, index, found.place)) {
        signal?.throwIfAborted()
        if (!takesStaging && isStaging(child)) continue
        const match = child.kind === 'folder' ? undefined : judge(patterns, child)
        if (match !== undefined) yield match
        if (child.kind === 'folder') stack.push(child)
      }
    }
  }
}

/** A place where a search begins, with the patterns that are for a folder above it. */
function rootPlace(patterns: readonly FilePattern[], index: PatternIndex, path: string): Place {
  const covered = new Set<number>()
  let candidates: Indices = []
  for (const folder of foldersAbove(path)) {
    candidates = index.at(folder, candidates)
    for (const candidate of candidates) if (patterns[candidate]?.matches(folder).folder === true) covered.add(candidate)
  }
  return { path, raw: undefined, candidates: index.at(path, candidates), covered, above: [] }
}

/** As @actions/glob has it: the last pattern that is for a path, or for a folder above it, decides. */
function judge(patterns: readonly FilePattern[], { place, kind }: Found): Match | undefined {
  let takenBy: number[] = []
  for (const index of place.candidates) {
    const pattern = patterns[index]
    if (pattern === undefined || (!place.covered.has(index) && !pattern.matches(place.path).file)) continue
    if (pattern.exclude) takenBy = []
    else takenBy.push(index)
  }
  if (takenBy.length === 0) return undefined
  const undecodable = place.raw === undefined ? undefined : `its name is no UTF-8 (${bytesOf(place.raw)})`
  return {
    path: place.path,
    patterns: takenBy,
    problem: undecodable ?? (typeof kind === 'object' ? kind.problem : undefined),
  }
}

/** What lies directly in a folder; nothing where no pattern could be for anything below it. */
async function* children(patterns: readonly FilePattern[], index: PatternIndex, folder: Place): AsyncGenerator<Found> {
  const own = folder.candidates.filter((candidate) => patterns[candidate]?.matches(folder.path).folder === true)
  const covered = own.length === 0 ? folder.covered : new Set([...folder.covered, ...own])
  if (!mayHoldMatches(patterns, index, folder, covered)) return
  try {
    const { dev, ino } = await stat(folder.raw ?? folder.path)
    const identity = `${dev}:${ino}`
    if (folder.above.includes(identity)) return
    const above = [...folder.above, identity]
    for await (const entry of entriesOf(folder.raw ?? folder.path)) {
      const name = entry.name.toString()
      const decodable = folder.raw === undefined && isUtf8(entry.name)
      const raw = decodable ? undefined : joinRaw(folder.raw ?? Buffer.from(folder.path), entry.name)
      const path = join(folder.path, name)
      const place: Place = { path, raw, candidates: index.at(path, folder.candidates), covered, above }
      const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : await kindOf(place)
      if (kind !== undefined) yield { place, kind }
    }
  } catch (cause) {
    if (systemCodeOf(cause) !== 'ENOENT') throw unlistable(folder.path, cause)
  }
}

/** Whether it is a hidden folder in which a run of the sign action stages, or staged when it was killed. */
function isStaging({ place, kind }: Found): boolean {
  return kind === 'folder' && STAGING_NAME.test(basename(place.path))
}

/** Whether something below a folder can be taken: not when a later exclude is for all of it. */
function mayHoldMatches(
  patterns: readonly FilePattern[],
  index: PatternIndex,
  { path, candidates }: Place,
  covered: ReadonlySet<number>,
): boolean {
  let may = false
  for (const candidate of index.below(path, candidates)) {
    const pattern = patterns[candidate]
    if (pattern?.exclude === true) may &&= !covered.has(candidate)
    else may ||= covered.has(candidate) || pattern?.mayMatchBelow(path) === true
  }
  return may
}
