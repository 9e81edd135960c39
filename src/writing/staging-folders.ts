import { basename, dirname, join } from 'node:path'
import { systemCodeOf } from '../base/errors.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { STAGING_NAME, STAGING_PREFIX } from '../files/names.ts'
import type { Disk } from './disk.ts'

const REMOVALS_AT_ONCE = 16
/** A run that fails removes the folders that it made, also those in which this one was about to begin. */
const MOST_REMOVALS = 10

/**
 * Makes the hidden folder inside `target`, and removes those of runs that were killed.
 * @param mark the run's, as its name
 * @param made what is created, for the caller to remove when it fails
 * @returns absolute path
 */
export async function makeStagingFolder(disk: Disk, target: string, mark: string, made: string[]): Promise<string> {
  const path = join(target, mark)
  const isNew = await makeInside(disk, path, made)
  made.push(path)
  if (!isNew) await removeDeadRuns(disk, target, path)
  return path
}

/** Makes a hidden folder in one that may go again meanwhile; whether that was new. */
async function makeInside(disk: Disk, path: string, made: string[]): Promise<boolean> {
  for (let left = MOST_REMOVALS; ; left -= 1) {
    try {
      const isNew = await makeFolder(disk, dirname(path), made)
      await disk.mkdir(path, 0o700)
      return isNew
    } catch (cause) {
      if (systemCodeOf(cause) !== 'ENOENT' || left === 0) throw cause
    }
  }
}

/** Makes a folder with those above it; whether it was new. */
async function makeFolder(disk: Disk, path: string, made: string[], parentIsThere = false): Promise<boolean> {
  try {
    await disk.mkdir(path)
  } catch (cause) {
    const code = systemCodeOf(cause)
    // Below /proc a folder is refused with ENOENT although the one above it is there.
    if (code === 'ENOENT' && dirname(path) !== path && !parentIsThere) {
      await makeFolder(disk, dirname(path), made)
      return await makeFolder(disk, path, made, true)
    }
    if (code === 'EEXIST' && (await disk.stat(path)).isDirectory()) return false
    throw code === 'EEXIST'
      ? Object.assign(new Error('there is a file in place of the folder'), { code: 'ENOTDIR', cause })
      : cause
  }
  made.push(path)
  return true
}

/** Removes a hidden folder, many files too without holding them all up at once. Never throws. */
async function removeStagingFolder(disk: Disk, path: string): Promise<void> {
  try {
    await mapBounded(await disk.readdir(path), REMOVALS_AT_ONCE, ({ name }) => disk.unlink(join(path, name)))
    await disk.rmdir(path)
  } catch {
    // Not made as ours are, or gone already. What cannot be removed is in nobody's way.
    await disk.removeTree(path).catch(() => undefined)
  }
}

/** Other runs' hidden folders in a folder. @param own the run's own, absolute, by whose times theirs are judged */
export async function otherRuns(
  disk: Disk,
  folder: string,
  own: string,
): Promise<readonly { readonly path: string; readonly isOver: boolean }[]> {
  const entries = await disk.readdir(folder)
  // A link of such a name is none of ours, and what it leads to even less.
  const others = entries.filter(
    (entry) => entry.isDirectory() && entry.name !== basename(own) && STAGING_NAME.test(entry.name),
  )
  if (others.length === 0) return []
  const { mtimeNs: now } = await disk.lstat(own)
  return await mapBounded(others, 1, async ({ name }) => {
    const path = join(folder, name)
    const made = await disk.lstat(path).catch(() => undefined)
    return { path, isOver: await disk.isOver(name, made === undefined ? 0n : now - made.mtimeNs) }
  })
}

async function removeDeadRuns(disk: Disk, folder: string, own: string): Promise<void> {
  for (const other of await otherRuns(disk, folder, own)) if (other.isOver) await removeStagingFolder(disk, other.path)
}

/** Whether a path is that of a hidden folder. */
export const isHidden = (path: string): boolean => basename(path).startsWith(STAGING_PREFIX)

/** After a commit; what cannot be removed then fails nobody's release. */
export async function removeHidden(disk: Disk, made: string[]): Promise<void> {
  for (const path of made.splice(0).filter(isHidden)) await removeStagingFolder(disk, path)
}

/**
 * Before a commit: the hidden folders, and the folders around them as far as they were created and are empty.
 * @param made in any order: of calls at once, that for the inner folder can be told first that it was created
 */
export async function removeMade(disk: Disk, made: string[]): Promise<void> {
  for (const path of made.splice(0).toSorted((a, b) => b.length - a.length)) {
    if (isHidden(path)) await removeStagingFolder(disk, path)
    else await disk.rmdir(path).catch(() => undefined)
  }
}
