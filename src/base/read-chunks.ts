import { openFile } from './open-file.ts'
import { NOT_REGULAR } from './read-bounded.ts'

const CHUNK_BYTES = 256 * 1024

/**
 * The bytes of a regular file, piece by piece, each in a buffer of its own; links are followed.
 * @throws RangeError when it is none; Node's own errors (ENOENT, …)
 */
export async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  await using file = await openFile(path)
  if (!(await file.stat()).isFile()) throw new RangeError(NOT_REGULAR)
  for (;;) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}
