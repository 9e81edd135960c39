import { constants } from 'node:fs'
import { systemCodeOf } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import type { Disk } from './disk.ts'
import { outputExists } from './write-failed.ts'

/** How a file came into its place. */
export interface Placed {
  /** Nothing was there, or something that has its second name still; or what was there stays. */
  readonly how: 'new' | 'replaced' | 'kept'
  /** Of what stands there since: only that may be taken away again. */
  readonly identity: string
}

/** A file that waits in a hidden folder. */
export interface StagedFile {
  /** Absolute, in the hidden folder. */
  readonly staged: string
  /** Absolute path that it is for, in the folder around. */
  readonly final: string
  /** Free name in the hidden folder, for what is replaced. */
  readonly backup: string
  /** Another, for what the file becomes by what is there. */
  readonly joined: string
  readonly onExisting: OnExisting | undefined
}

/**
 * What is to be at a path where something is: the same bytes to let it be, others to replace it by, `undefined` for what
 * is not this run's business.
 */
export type OnExisting = (existing: Buffer) => Promise<Buffer | undefined>

/** What file systems without hard links answer (FAT, some network and FUSE ones, Windows), and Linux for files of others. */
const NO_LINKS: readonly (string | undefined)[] = [
  'EPERM',
  'EISDIR',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
  'EXDEV',
  'UNKNOWN',
]

/**
 * Puts a staged file where it belongs, in one step: at every moment the name stands for the old file or the new one.
 * What is replaced keeps a second name in the hidden folder until then. To be called by one run at a time.
 * @throws ActionError OUTPUT_EXISTS when something else of that name has come meanwhile, without `overwrite`
 */
export async function putInPlace(disk: Disk, file: StagedFile, overwrite: boolean): Promise<Placed> {
  const { staged, final } = file
  const joined = await joinedBytes(disk, file)
  if (joined === 'same') return { how: 'kept', identity: await identityAt(disk, final) }
  if (joined === 'other') return await replace(disk, file, file.joined)
  if (overwrite && (await isThere(disk, final))) return await replace(disk, file, staged)
  try {
    return { how: 'new', identity: await moveAsNew(disk, staged, final) }
  } catch (cause) {
    if (systemCodeOf(cause) !== 'EEXIST') throw cause
    if (overwrite) return await putInPlace(disk, file, overwrite)
    if (await areSame(disk, staged, final)) return { how: 'kept', identity: await identityAt(disk, final) }
    throw outputExists(`  ${printable(final)}`)
  }
}

/** Takes a file out of its place again, and puts back what was there. What is not this run's any more is let be. */
export async function takeBack(disk: Disk, { final, backup }: StagedFile, { how, identity }: Placed): Promise<void> {
  if (how === 'kept') return
  const now = await identityAt(disk, final).catch((cause: unknown) => {
    if (systemCodeOf(cause) === 'ENOENT') return undefined
    throw cause
  })
  if (now !== identity) return
  if (how === 'new') await disk.unlink(final)
  else await disk.rename(backup, final)
}

/** Exactly: 64-bit inodes are more than a double holds. */
async function identityAt(disk: Disk, path: string): Promise<string> {
  const { dev, ino } = await disk.lstat(path)
  return `${dev}:${ino}`
}

/** Writes what the file becomes by what is there; tells whether that is what is there, or nothing that may be joined. */
async function joinedBytes(disk: Disk, file: StagedFile): Promise<'same' | 'other' | undefined> {
  if (file.onExisting === undefined || !(await isRegular(disk, file.final))) return undefined
  const existing = await disk.readFile(file.final)
  const wanted = await file.onExisting(existing)
  if (wanted === undefined || wanted.equals(existing)) return wanted && 'same'
  await disk.writeNew(file.joined, wanted)
  return 'other'
}

/** Links followed. Who reads a FIFO waits for a writer for ever; a link that leads nowhere is nothing to join. */
async function isRegular(disk: Disk, path: string): Promise<boolean> {
  if (!(await isThere(disk, path))) return false
  try {
    return (await disk.stat(path)).isFile()
  } catch (cause) {
    if (['ENOENT', 'ELOOP'].includes(systemCodeOf(cause) ?? '')) return false
    throw cause
  }
}

async function areSame(disk: Disk, staged: string, final: string): Promise<boolean> {
  const stats = await disk.lstat(final)
  if (!stats.isFile() || stats.size !== (await disk.lstat(staged)).size) return false
  return (await disk.readFile(final)).equals(await disk.readFile(staged))
}

/** Whether there is anything of a name. @throws what says EISDIR, for a folder */
async function isThere(disk: Disk, path: string): Promise<boolean> {
  try {
    const stats = await disk.lstat(path)
    if (stats.isDirectory()) throw Object.assign(new Error('there is a folder'), { code: 'EISDIR' })
    return true
  } catch (cause) {
    if (systemCodeOf(cause) === 'ENOENT') return false
    throw cause
  }
}

async function replace(disk: Disk, { final, backup }: StagedFile, by: string): Promise<Placed> {
  const hasLinks = await keepOriginal(disk, final, backup)
  // Read afterwards it could be that of a file which somebody put there meanwhile; but without links a rename may change it.
  const before = hasLinks ? await identityAt(disk, by) : undefined
  await disk.rename(by, final)
  return { how: 'replaced', identity: before ?? (await identityAt(disk, final)) }
}

/**
 * A hard link fails where the name is taken, which a rename does not: there no other run is at it.
 * @returns the identity of what this put there
 */
async function moveAsNew(disk: Disk, staged: string, final: string): Promise<string> {
  try {
    const identity = await identityAt(disk, staged)
    await disk.link(staged, final)
    await disk.unlink(staged).catch(() => undefined) // it goes with its folder
    return identity
  } catch (cause) {
    if (!NO_LINKS.includes(systemCodeOf(cause))) throw cause
    if (await isThere(disk, final)) throw Object.assign(new Error('there is a file', { cause }), { code: 'EEXIST' })
    await disk.rename(staged, final)
    return await identityAt(disk, final)
  }
}

/** Gives what `final` is a second name; links are kept as links. @returns whether the disk showed that it has hard links */
async function keepOriginal(disk: Disk, final: string, backup: string): Promise<boolean> {
  const stats = await disk.lstat(final)
  if (!stats.isSymbolicLink()) return await linkOrCopy(disk, final, backup)
  await disk.symlink(await disk.readlink(final), backup)
  return false
}

/** On Windows a second name of a file that another program holds could not be removed again, where a copy can. */
const COPIES = process.platform === 'win32'

async function linkOrCopy(disk: Disk, final: string, backup: string): Promise<boolean> {
  try {
    if (!COPIES) {
      await disk.link(final, backup)
      return true
    }
  } catch (cause) {
    if (!NO_LINKS.includes(systemCodeOf(cause))) throw cause
  }
  await disk.copyFile(final, backup, constants.COPYFILE_EXCL)
  return false
}
