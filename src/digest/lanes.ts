import { availableParallelism } from 'node:os'
import type { FileOnDisk, ReleaseFile } from '../files/release-files.ts'
import { readerOnThisThread, readerOnWorker, type DigestReader } from './readers.ts'

/** A file with its place in the list. */
type OnDisk = readonly [index: number, file: ReleaseFile, source: FileOnDisk]

/** A reader with the files that it shares with others of its kind. */
export interface Lane {
  readonly reader: DigestReader
  readonly queue: Iterable<OnDisk>
}

/** Who reads which files. Disposing of it ends the threads, and reading that is under way. */
export interface Lanes extends Disposable {
  readonly all: readonly Lane[]
}

/** Below this a file is not worth a message to another thread. */
const LARGE_FILE = 128 * 1024
/** Below this, all together are not worth starting one: about 40 ms. */
const WORTH_A_WORKER = 64 * 1024 * 1024
const MOST_WORKERS = 8
const READS_AT_ONCE = 8

/**
 * Shares out the files among readers: large ones go to threads, which start at once, where there is enough to do and
 * more than one core. Entries of checksum files are not read.
 * @param cores to use; all unless told
 */
export function startLanes(files: readonly ReleaseFile[], cores = availableParallelism()): Lanes {
  const onDisk = files.flatMap((file, index): OnDisk[] =>
    file.source.kind === 'file' ? [[index, file, file.source]] : [],
  )
  const large = onDisk.filter(([, , { size }]) => size >= LARGE_FILE).toSorted((a, b) => b[2].size - a[2].size)
  const bytes = large.reduce((sum, [, , { size }]) => sum + size, 0)
  const workers = cores < 2 || bytes < WORTH_A_WORKER ? 0 : Math.min(cores, large.length, MOST_WORKERS)
  const here = workers === 0 ? onDisk : onDisk.filter(([, , { size }]) => size < LARGE_FILE)
  const hereQueue = here.values()
  const workerQueue = large.values()
  const all = [
    ...Array.from({ length: workers }, () => ({ reader: readerOnWorker(), queue: workerQueue })),
    ...Array.from({ length: Math.min(READS_AT_ONCE, here.length) }, () => ({
      reader: readerOnThisThread(),
      queue: hereQueue,
    })),
  ]
  return {
    all,
    [Symbol.dispose]() {
      for (const { reader } of all) reader.stop()
    },
  }
}
