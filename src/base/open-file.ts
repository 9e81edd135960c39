import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCodeOf } from './errors.ts'

/** Nothing waits for a FIFO that has taken the file's place; the stats tell then. */
export const OPEN_FLAGS = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK)

const TOO_MANY_OPEN: readonly (string | undefined)[] = ['EMFILE', 'ENFILE']
const FIRST_WAIT_MS = 10
const PATIENCE_MS = 5000

/** What to do where files could not be opened although it was waited for. */
export const TOO_MANY_OPEN_HINT =
  'The limit of open files is reached, which is not the fault of the disk. Raise it (`ulimit -n`, or `LimitNOFILE` of the runner’s service), or see what on this machine holds so many open.'

/** Whether something failed because too many files, or connections, are open: that is nobody's fault, and passes. */
export function isTooManyOpen(thrown: unknown): boolean {
  return TOO_MANY_OPEN.includes(systemCodeOf(thrown))
}

/** Time to wait before the next attempt to open a file, in ms; `undefined` where none helps. @param waitedMs in all */
export function waitToOpen(thrown: unknown, waitedMs: number): number | undefined {
  return isTooManyOpen(thrown) && waitedMs < PATIENCE_MS ? Math.max(FIRST_WAIT_MS, waitedMs) : undefined
}

/** What `attempt` returns that opens a file; while too many are open it is repeated for some seconds. */
export async function patiently<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (let waitedMs = 0; ;) {
    try {
      return await attempt()
    } catch (thrown) {
      const waitMs = waitToOpen(thrown, waitedMs)
      if (waitMs === undefined) throw thrown
      await sleep(waitMs)
      waitedMs += waitMs
    }
  }
}

/** Opens a file for reading; links are followed. @throws Node's own errors (ENOENT, …) */
export async function openFile(path: string): Promise<FileHandle> {
  return await patiently(() => open(path, OPEN_FLAGS))
}
