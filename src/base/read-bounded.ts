import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { OPEN_FLAGS, openFile } from './open-file.ts'

/** A RangeError's message, as those of the readers: the end of a sentence that begins with the file's path. */
export const NOT_REGULAR = 'is not a regular file'

/**
 * All bytes of a regular file that is not larger than `limit`; links are followed.
 * @throws RangeError what is wrong with it; Node's own errors (ENOENT, …)
 */
export async function readBounded(path: string, limit: number): Promise<Buffer> {
  // Without O_NONBLOCK a FIFO in the place of a signature would keep the run waiting for ever.
  await using file = await openFile(path)
  const stats = await file.stat()
  const buffer = bufferFor(stats, limit)
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length)
    if (bytesRead === 0) return buffer.subarray(0, length)
    length += bytesRead
  }
  throw tooLong(stats, limit)
}

/** The same by synchronous calls: for thousands of small files they take a fraction of the time. */
export function readBoundedSync(path: string, limit: number): Buffer {
  const fd = openSync(path, OPEN_FLAGS)
  try {
    const stats = fstatSync(fd)
    const buffer = bufferFor(stats, limit)
    let length = 0
    while (length < buffer.length) {
      const bytesRead = readSync(fd, buffer, { offset: length })
      if (bytesRead === 0) return buffer.subarray(0, length)
      length += bytesRead
    }
    throw tooLong(stats, limit)
  } finally {
    closeSync(fd)
  }
}

/** With room for a byte too many, which tells. */
function bufferFor(stats: Stats, limit: number): Buffer {
  if (!stats.isFile()) throw new RangeError(NOT_REGULAR)
  return Buffer.alloc(Math.min(stats.size, limit) + 1)
}

function tooLong({ size }: Stats, limit: number): RangeError {
  return new RangeError(size > limit ? `is larger than ${limit} bytes` : 'changed while it was read')
}
