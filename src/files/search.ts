import { isUtf8 } from 'node:buffer'
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { systemCodeOf } from '../base/errors.ts'
import { entriesOf, joinRaw, kindOf, unlistable } from './folder-entries.ts'
import { STAGING_NAME } from './names.ts'
import { PatternIndex } from './pattern-index.ts'
import type { FilePattern } from './patterns.ts'
import {
  coveredBelow,
  judge,
  mayHoldMatches,
  placeIn,
  rootPlace,
  type Found,
  type IndexedPatterns,
  type Match,
  type Place,
} from './places.ts'
import { Roots } from './roots.ts'
import { belowVersionControl, isVersionControl } from './version-control.ts'
import { Visits, type Visit } from './visits.ts'

/** What a search takes, how long it goes on, and who hears of what it passes over. */
export interface SearchOptions {
  /** Absolute; what links lead back into it goes by its path below it. */
  readonly workspace: string
  /** Whether the hidden folders of sign runs and those of version control are searched too. */
  readonly takesHidden?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  /** Told of each way to a folder that was searched on another for the same patterns. */
  readonly onAgain?: ((path: string) => void) | undefined
  /** Told of each folder of version control that no pattern names. */
  readonly onVersionControl?: ((path: string) => void) | undefined
}

/** What a search yields: an entry of a folder once, and then only that more patterns are for it. */
interface FoundMatch extends Match {
  /** Whether it was yielded before, under this path. */
  readonly again: boolean
}

interface Walk extends SearchOptions {
  readonly patterns: IndexedPatterns
  readonly visits: Visits
  /** Folders that links lead to, by path, the first one last: they wait until all that lies there without links is found. */
  readonly later: Place[]
  /** Whether a folder that a link leads to is one of version control, by `device:inode`. */
  readonly hidden: Map<string, boolean>
}

/**
 * Walks the search paths of all patterns at once, in no promised order, each entry of a folder once: by the way without
 * links, else by the first in the order of paths. No folder is searched twice for the same patterns.
 * Unlike @actions/glob it yields broken links, names that are not UTF-8, FIFOs, sockets and devices, as problems,
 * and it holds no folder's whole listing in memory.
 * @throws ActionError FILE_UNREADABLE for a folder that cannot be listed; the signal's reason
 */
export async function* searchFiles(
  all: readonly FilePattern[],
  options: SearchOptions,
): AsyncGenerator<FoundMatch, void, undefined> {
  const patterns = { all, index: new PatternIndex(all) }
  const walk: Walk = { ...options, patterns, visits: new Visits(patterns), later: [], hidden: new Map() }
  const roots = new Roots(walk.workspace)
  const linked: Found[] = []
  for (const spelt of patterns.index.roots(all)) {
    walk.signal?.throwIfAborted()
    const kind = await kindOf({ path: spelt, raw: undefined })
    if (kind === undefined) continue
    const root = await (kind === 'folder' ? roots.folder(spelt) : roots.file(spelt))
    const found = { place: rootPlace(patterns, spelt, root.path), kind }
    if (root.linked) linked.push(found)
    else yield* fromRoot(walk, found)
  }
  for (const found of linked.toSorted((a, b) => (a.place.path < b.place.path ? -1 : 1))) yield* fromRoot(walk, found)
  for (let folder = walk.later.pop(); folder !== undefined; folder = walk.later.pop()) yield* below(walk, folder)
}

async function* fromRoot(walk: Walk, found: Found): AsyncGenerator<FoundMatch, void, undefined> {
  if (found.kind === 'folder') yield* below(walk, found.place)
  else yield* fileAtRoot(walk, found)
}

/** A file that a pattern names as it is, or that is all that lies where a search begins. */
async function* fileAtRoot(walk: Walk, found: Found): AsyncGenerator<FoundMatch, void, undefined> {
  const match = judge(walk.patterns, found)
  if (match === undefined) return
  const name = basename(match.path)
  const folder = await folderIdentity(dirname(match.path))
  const earlier = walk.visits.takenAs(folder, { name, raw: undefined }, found.kind)
  if (earlier === undefined) walk.visits.took(folder, name, match.path)
  yield { ...match, path: earlier ?? match.path, again: earlier !== undefined }
}

/** Everything below a folder, except what links in it lead to: that waits. */
async function* below(walk: Walk, folder: Place): AsyncGenerator<FoundMatch, void, undefined> {
  const stack = [folder]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for await (const found of children(walk, next)) {
      if ('again' in found) yield found
      else stack.push(found)
    }
  }
}

/** The matches that lie directly in a folder, and the folders in it. */
async function* children(walk: Walk, folder: Place): AsyncGenerator<FoundMatch | Place, void, undefined> {
  const covered = coveredBelow(walk.patterns, folder)
  if (!mayHoldMatches(walk.patterns, folder, covered)) return
  try {
    const identity = await folderIdentity(folder.raw ?? folder.path)
    const visit = walk.visits.begin(identity, folder, covered)
    if (visit === undefined) {
      walk.onAgain?.(folder.path)
      return
    }
    for await (const entry of entriesOf(folder.raw ?? folder.path)) {
      walk.signal?.throwIfAborted()
      const decodable = folder.raw === undefined && isUtf8(entry.name)
      const raw = decodable ? undefined : joinRaw(folder.raw ?? Buffer.from(folder.path), entry.name)
      const named = { name: entry.name.toString(), raw }
      const place = placeIn(walk.patterns, folder, covered, named)
      const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : await kindOf(place)
      if (kind === 'folder') yield* subfolder(walk, place, entry.isSymbolicLink())
      else if (kind !== undefined) yield* asMatch(walk, { place, kind }, { identity, visit, ...named })
    }
  } catch (cause) {
    walk.signal?.throwIfAborted()
    // Gone meanwhile; but where something else in it is, what comes behind that is not passed over.
    if (systemCodeOf(cause) !== 'ENOENT' || (await kindOf(folder)) !== undefined) throw unlistable(folder.path, cause)
  }
}

interface Entry {
  readonly identity: string
  readonly visit: Visit
  readonly name: string
  readonly raw: Buffer | undefined
}

function* asMatch(walk: Walk, found: Found, entry: Entry): Generator<FoundMatch, void, undefined> {
  const match = judge(walk.patterns, found)
  if (match === undefined) return
  const earlier = walk.visits.takenAs(entry.identity, entry, found.kind, entry.visit)
  yield { ...match, path: earlier ?? match.path, again: earlier !== undefined }
}

/** A folder in a folder, as far as it is to be searched. What a link leads to is kept for later. */
async function* subfolder(walk: Walk, place: Place, isLink: boolean): AsyncGenerator<Place, void, undefined> {
  if (walk.takesHidden !== true) {
    if (STAGING_NAME.test(basename(place.path))) return
    if (await (isLink ? leadsToHidden(walk, place) : isVersionControl(place.path))) {
      yield* inVersionControl(walk, place)
      return
    }
  }
  if (isLink) insertSorted(walk.later, place)
  else yield place
}

async function leadsToHidden({ hidden, workspace }: Walk, place: Place): Promise<boolean> {
  const identity = await folderIdentity(place.raw ?? place.path)
  const known = hidden.get(identity) ?? (await belowVersionControl(place.path, workspace)) !== undefined
  hidden.set(identity, known)
  return known
}

/** What a pattern names there is taken by that pattern alone. */
function* inVersionControl(walk: Walk, place: Place): Generator<Place, void, undefined> {
  const { all, index } = walk.patterns
  const name = basename(place.path)
  const isNaming = (candidate: number): boolean => all[candidate]?.names(name) === true
  const stays = (candidate: number): boolean => all[candidate]?.exclude === true || isNaming(candidate)
  if (index.below(place.spelt, place.candidates).some((one) => isNaming(one) && all[one]?.exclude === false))
    yield {
      ...place,
      candidates: place.candidates.filter(stays),
      covered: new Set([...place.covered].filter(stays)),
    }
  else if (mayHoldMatches(walk.patterns, place, coveredBelow(walk.patterns, place))) walk.onVersionControl?.(place.path)
}

function insertSorted(later: Place[], place: Place): void {
  const at = later.findLastIndex((other) => other.path > place.path)
  later.splice(at + 1, 0, place)
}

async function folderIdentity(path: string | Buffer): Promise<string> {
  const { dev, ino } = await stat(path, { bigint: true })
  return `${dev}:${ino}`
}
