import { writeFile } from 'node:fs'
import {
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  unlink,
} from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCodeOf } from '../base/errors.ts'
import { isTooManyOpen } from '../base/open-file.ts'
import { isOver, newRunMark } from './run-mark.ts'

/** What a run asks of its machine to bring outputs to the disk: all that a test has to stand between to step runs one by one. */
export const nodeDisk = {
  copyFile,
  isOver,
  link,
  lstat: (path: string) => lstat(path, { bigint: true }),
  mkdir: async (path: string, mode?: number): Promise<void> => {
    await mkdir(path, { mode })
  },
  newMark: newRunMark,
  readdir: (path: string) => readdir(path, { withFileTypes: true }),
  readFile: (path: string) => readFile(path),
  readlink: (path: string) => readlink(path),
  removeTree: (path: string) => rm(path, { recursive: true, force: true }),
  rename,
  rmdir: (path: string) => rmdir(path),
  stat: (path: string) => stat(path),
  symlink: (target: string, path: string) => symlink(target, path),
  unlink,
  wait: (ms: number): Promise<unknown> => sleep(ms),
  writeNew,
  writePieces,
}

export type Disk = typeof nodeDisk

/** By callbacks: promises make a file handle for each of what can be tens of thousands of files. */
function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    writeFile(path, bytes, { flag: 'wx' }, (error) => {
      if (error === null) resolve()
      else reject(error)
    })
  })
}

async function writePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await using file = await open(path, 'wx')
  for await (const piece of pieces) await file.writeFile(piece)
}

/** Too many open files is not a fault of the disk, and passes; a file that moved on a server is found again. */
const isPassingAnywhere = (cause: unknown): boolean => isTooManyOpen(cause) || systemCodeOf(cause) === 'ESTALE'
/** What Windows answers while a scanner or an indexer holds a file. */
const HELD: readonly (string | undefined)[] = ['EBUSY', 'EPERM', 'EACCES']
const FIRST_WAIT_MS = 10
const LONGEST_WAIT_MS = 500
const PATIENCE_MS = 5000

/** How to be patient. */
interface Patience {
  readonly platform?: NodeJS.Platform
  readonly wait?: (ms: number) => Promise<unknown>
}

/** A disk that repeats for some seconds what is refused for a moment: by scanners on Windows, by NFS everywhere. */
export function patient(disk: Disk, { platform = process.platform, wait = disk.wait }: Patience = {}): Disk {
  const isPassing = (cause: unknown): boolean =>
    isPassingAnywhere(cause) || (platform === 'win32' && HELD.includes(systemCodeOf(cause)))
  const repeated =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>, isWorthIt = isPassing) =>
    async (...args: A): Promise<R> => {
      for (let ms = FIRST_WAIT_MS, waited = 0; ; waited += ms, ms = Math.min(2 * ms, LONGEST_WAIT_MS)) {
        try {
          return await call(...args)
        } catch (cause) {
          if (!isWorthIt(cause) || waited >= PATIENCE_MS) throw cause
          await wait(ms)
        }
      }
    }
  return {
    ...disk,
    // EPERM is also what a disk without hard links says.
    link: repeated(disk.link, (cause) => isPassing(cause) && systemCodeOf(cause) !== 'EPERM'),
    copyFile: repeated(disk.copyFile),
    lstat: repeated(disk.lstat),
    mkdir: repeated(disk.mkdir, isPassingAnywhere),
    readdir: repeated(disk.readdir),
    readFile: repeated(disk.readFile),
    readlink: repeated(disk.readlink),
    rename: repeated(disk.rename),
    rmdir: repeated(disk.rmdir),
    stat: repeated(disk.stat),
    symlink: repeated(disk.symlink),
    unlink: repeated(disk.unlink),
    // Of these two it is certain that nothing was written, and no piece taken.
    writeNew: repeated(disk.writeNew, isTooManyOpen),
    writePieces: repeated(disk.writePieces, isTooManyOpen),
  }
}
