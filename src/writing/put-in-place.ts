import { constants, copyFile, link, lstat, readlink, rename, symlink, unlink } from 'node:fs/promises'
import { systemCodeOf } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { outputExists } from './write-failed.ts'

/** How a file came into its place: nothing was there, or something that has its second name still. */
export type Placed = 'new' | 'replaced'

/** A file that waits in a hidden folder. */
export interface StagedFile {
  /** Absolute, in the hidden folder. */
  readonly staged: string
  /** Absolute path that it is for, in the folder around. */
  readonly final: string
  /** Free name in the hidden folder, for what is replaced. */
  readonly backup: string
}

/** What file systems without hard links answer (FAT, some network and FUSE ones), and Linux for files of others. */
const NO_LINKS: readonly (string | undefined)[] = [
  'EPERM',
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
 * What is replaced keeps a second name in the hidden folder until then.
 * @throws ActionError OUTPUT_EXISTS when something of that name has come meanwhile, without `overwrite`
 */
export async function putInPlace(file: StagedFile, overwrite: boolean): Promise<Placed> {
  const { staged, final, backup } = file
  if (overwrite && (await keepOriginal(final, backup))) {
    await rename(staged, final)
    return 'replaced'
  }
  try {
    await moveAsNew(staged, final)
    return 'new'
  } catch (cause) {
    if (systemCodeOf(cause) !== 'EEXIST') throw cause
    if (overwrite) return await putInPlace(file, overwrite)
    throw outputExists(`  ${printable(final)}`)
  }
}

/** Takes a file out of its place again, and puts back what was there. */
export async function takeBack({ final, backup }: StagedFile, placed: Placed): Promise<void> {
  if (placed === 'new') await unlink(final)
  else await rename(backup, final)
}

/** A hard link fails where the name is taken, which a rename does not. */
async function moveAsNew(staged: string, final: string): Promise<void> {
  try {
    await link(staged, final)
    await unlink(staged).catch(() => undefined) // it goes with its folder
  } catch (cause) {
    if (!NO_LINKS.includes(systemCodeOf(cause))) throw cause
    const isTaken = await lstat(final).then(
      () => true,
      () => false,
    )
    if (isTaken) throw Object.assign(new Error('there is a file', { cause }), { code: 'EEXIST' })
    await rename(staged, final)
  }
}

/** Gives what `final` is a second name; whether there is anything. Links are kept as links. */
async function keepOriginal(final: string, backup: string): Promise<boolean> {
  try {
    const stats = await lstat(final)
    if (stats.isDirectory()) throw Object.assign(new Error('there is a folder'), { code: 'EISDIR' })
    if (stats.isSymbolicLink()) await symlink(await readlink(final), backup)
    else await linkOrCopy(final, backup)
    return true
  } catch (cause) {
    if (systemCodeOf(cause) === 'ENOENT') return false
    throw cause
  }
}

async function linkOrCopy(final: string, backup: string): Promise<void> {
  try {
    await link(final, backup)
  } catch (cause) {
    if (!NO_LINKS.includes(systemCodeOf(cause))) throw cause
    await copyFile(final, backup, constants.COPYFILE_EXCL)
  }
}
