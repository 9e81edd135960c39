/** Disks of other kinds than the machine's own, on loop devices: root on Linux can have them, as far as its kernel does. */
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk that is there until it is closed. */
interface RealDisk {
  /** Absolute; an empty folder on it. */
  readonly path: string
  readonly close: () => Promise<void>
}

/** How a disk is had. */
export interface DiskKind {
  readonly name: string
  /** Programs, beside `mount` and `losetup`. */
  readonly programs: readonly string[]
  /** What has to hold of its kind. */
  readonly is: 'without case' | 'of large inodes'
  /** Makes and mounts it below `folder`, and undoes that. @throws Error with what a program said */
  readonly open: (folder: string, undo: (() => void)[]) => Promise<string>
}

const MIB = 1024 * 1024

function command(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program}: ${stderr.trim() || stdout.trim() || `exit code ${String(status)}`}`)
  return stdout.trim()
}

async function image(folder: string, name: string, mebibytes: number): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, '')
  await truncate(path, mebibytes * MIB)
  return path
}

async function mountPoint(folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(path)
  return path
}

function mounted(at: string, undo: (() => void)[], ...args: readonly string[]): string {
  const [program = '', ...rest] = args
  command(program, ...rest, at)
  undo.push(() => void spawnSync('umount', [at]))
  return at
}

/** Folders with the flag, and those made in them, ignore case. */
async function casefolded(disk: string): Promise<string> {
  const path = await mountPoint(disk, 'Folded')
  command('chattr', '+F', path)
  return path
}

export const DISK_KINDS: readonly DiskKind[] = [
  {
    name: 'ext4 with casefold',
    programs: ['mkfs.ext4', 'chattr'],
    is: 'without case',
    open: async (folder, undo) => {
      const file = await image(folder, 'ext4', 32)
      command('mkfs.ext4', '-q', '-O', 'casefold', file)
      return await casefolded(mounted(await mountPoint(folder, 'disk'), undo, 'mount', '-o', 'loop', file))
    },
  },
  {
    name: 'tmpfs with casefold',
    programs: ['chattr'],
    is: 'without case',
    open: async (folder, undo) => {
      const disk = await mountPoint(folder, 'disk')
      return await casefolded(mounted(disk, undo, 'mount', '-t', 'tmpfs', '-o', 'casefold', 'tmpfs'))
    },
  },
  {
    name: 'exFAT by FUSE',
    programs: ['mkfs.exfat', 'mount.exfat-fuse'],
    is: 'without case',
    open: async (folder, undo) => {
      const file = await image(folder, 'exfat', 32)
      command('mkfs.exfat', file)
      const device = command('losetup', '--find', '--show', file)
      undo.push(() => void spawnSync('losetup', ['--detach', device]))
      return await mountPoint(mounted(await mountPoint(folder, 'disk'), undo, 'mount.exfat-fuse', device), 'Folder')
    },
  },
  {
    name: 'NTFS by FUSE, ignoring case',
    programs: ['mkfs.ntfs', 'lowntfs-3g'],
    is: 'without case',
    open: async (folder, undo) => {
      const file = await image(folder, 'ntfs', 32)
      command('mkfs.ntfs', '--quick', '--force', '--quiet', file)
      const disk = await mountPoint(folder, 'disk')
      return await mountPoint(mounted(disk, undo, 'lowntfs-3g', '-o', 'ignore_case', file), 'folder')
    },
  },
  {
    name: 'XFS under an overlay with xino=on',
    programs: ['mkfs.xfs'],
    is: 'of large inodes',
    open: async (folder, undo) => {
      const file = await image(folder, 'xfs', 320)
      command('mkfs.xfs', '-q', file)
      const lower = mounted(await mountPoint(folder, 'lower'), undo, 'mount', '-o', 'loop', file)
      for (const name of ['a', 'b', 'c', 'd']) {
        await mkdir(join(lower, name))
        await writeFile(join(lower, name, `${name}.bin`), name)
      }
      const upper = mounted(await mountPoint(folder, 'upper'), undo, 'mount', '-t', 'tmpfs', 'tmpfs')
      await mkdir(join(upper, 'files'))
      await mkdir(join(upper, 'work'))
      const layers = `lowerdir=${lower},upperdir=${join(upper, 'files')},workdir=${join(upper, 'work')},xino=on`
      return mounted(await mountPoint(folder, 'disk'), undo, 'mount', '-t', 'overlay', '-o', layers, 'overlay')
    },
  },
]

/** Programs of a kind that this machine lacks. */
export function lacking({ programs }: DiskKind): readonly string[] {
  return ['mount', 'losetup', ...programs].filter(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined,
  )
}

/** Opens a disk. @returns why it cannot be had, as the program at fault says */
export async function openDisk(kind: DiskKind): Promise<RealDisk | string> {
  const folder = await mkdtemp(join(tmpdir(), 'real-disk-'))
  const undo: (() => void)[] = []
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) step()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    return { path: await kind.open(folder, undo), close }
  } catch (cause) {
    await close()
    return Error.isError(cause) ? cause.message : String(cause)
  }
}
