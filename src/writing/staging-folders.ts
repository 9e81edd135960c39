import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemCodeOf } from '../base/errors.ts'
import { STAGING_NAME, STAGING_PREFIX } from '../files/names.ts'
import { mapBounded } from '../base/map-bounded.ts'

const UNKNOWN_START = '0'
const REMOVALS_AT_ONCE = 16

/**
 * Makes the hidden folder inside `target`, and removes those of runs that were killed.
 * @param made what is created, for the caller to remove when it fails
 * @returns absolute path
 */
export async function makeStagingFolder(target: string, made: string[]): Promise<string> {
  const isNew = await makeFolder(target, made)
  if (!isNew) await removeDeadRuns(target)
  const mark = `${process.pid}-${(await startOf(process.pid)) ?? UNKNOWN_START}-${randomBytes(6).toString('hex')}`
  const path = join(target, STAGING_PREFIX + mark)
  await mkdir(path, { mode: 0o700 })
  made.push(path)
  return path
}

/** Makes a folder with those above it; whether it was new. */
async function makeFolder(path: string, made: string[], parentIsThere = false): Promise<boolean> {
  try {
    await mkdir(path)
  } catch (cause) {
    const code = systemCodeOf(cause)
    // Below /proc a folder is refused with ENOENT although the one above it is there.
    if (code === 'ENOENT' && dirname(path) !== path && !parentIsThere) {
      await makeFolder(dirname(path), made)
      return await makeFolder(path, made, true)
    }
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return false
    throw code === 'EEXIST'
      ? Object.assign(new Error('there is no folder but a file'), { code: 'ENOTDIR', cause })
      : cause
  }
  made.push(path)
  return true
}

/** Removes a hidden folder, many files too without holding them all up at once. Never throws. */
async function removeStagingFolder(path: string): Promise<void> {
  try {
    await mapBounded(await readdir(path), REMOVALS_AT_ONCE, (name) => unlink(join(path, name)))
    await rmdir(path)
  } catch {
    // Not made as ours are, or gone already. What cannot be removed is in nobody's way.
    await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function removeDeadRuns(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [, pid, start] = STAGING_NAME.exec(entry.name) ?? []
    // A link of such a name is none of ours, and what it leads to even less.
    if (pid === undefined || !entry.isDirectory() || (await isAlive(Number(pid), start))) continue
    await removeStagingFolder(join(folder, entry.name))
  }
}

async function isAlive(pid: number, start: string | undefined): Promise<boolean> {
  if (start !== UNKNOWN_START) return (await startOf(pid)) === start
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return systemCodeOf(cause) === 'EPERM'
  }
}

/** When a process started, in clock ticks since boot, where Linux tells: proc(5), field 22 of `/proc/<pid>/stat`. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19]
}

/** Whether a path is that of a hidden folder. */
export const isHidden = (path: string): boolean => basename(path).startsWith(STAGING_PREFIX)

/** After a commit; what cannot be removed then fails nobody's release. */
export async function removeHidden(made: string[]): Promise<void> {
  for (const path of made.splice(0).filter(isHidden)) await removeStagingFolder(path)
}

/**
 * Before a commit: the hidden folders, and the folders around them as far as they were created and are empty.
 * @param made in any order: of calls at once, that for the inner folder can be told first that it was created
 */
export async function removeMade(made: string[]): Promise<void> {
  for (const path of made.splice(0).toSorted((a, b) => b.length - a.length)) {
    if (isHidden(path)) await removeStagingFolder(path)
    else await rmdir(path).catch(() => undefined)
  }
}
