import { closeSync, fstatSync, openSync, read, readSync, type BigIntStats } from 'node:fs'
import { promisify } from 'node:util'
import { ActionError, messageOf } from '../base/errors.ts'
import { comparedStates } from '../base/file-state.ts'
import { printable } from '../base/log.ts'
import { OPEN_FLAGS, patiently } from '../base/open-file.ts'
import { MOST_HELD } from '../crypto/covered.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import { HashedContent, type DigestedContent } from '../formats/hashed-content.ts'

const CHUNK_BYTES = 512 * 1024

/**
 * Reads a file once and hashes it by each of `hashes`, and its text by each of `texts`.
 * @throws ActionError FILE_UNREADABLE, FILE_CHANGED, whose messages say why and not of which file
 */
export async function digestFile(
  path: string,
  hashes: ReadonlySet<HashAlgorithm>,
  texts: ReadonlySet<HashAlgorithm> = new Set(),
): Promise<DigestedContent> {
  const start = () => new HashedContent(hashes, texts)
  let fd: number | undefined
  try {
    // Synchronous calls: for thousands of small files they take a fraction of the time of the others.
    fd = await patiently(() => openSync(path, OPEN_FLAGS))
    const read = await digestOpened(fd, start())
    if (!read.touched) return read.content
    // A new link to the file changes its change time, and so does a writer who sets the old time again.
    const again = await digestOpened(fd, start())
    if (again.touched || !again.content.equals(read.content)) throw changed()
    return again.content
  } catch (cause) {
    throw cause instanceof ActionError
      ? cause
      : new ActionError('FILE_UNREADABLE', printable(messageOf(cause)), { cause })
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}

async function digestOpened(
  fd: number,
  content: HashedContent,
): Promise<{ readonly content: HashedContent; readonly touched: boolean }> {
  const before = fstatSync(fd, { bigint: true })
  if (!before.isFile()) throw new ActionError('FILE_UNREADABLE', 'it is no longer a regular file')
  const size = Number(before.size)
  if (size < MOST_HELD) readSmall(fd, size, content)
  else await readLarge(fd, size, content)
  content.end()
  const after: BigIntStats = fstatSync(fd, { bigint: true })
  const compared = comparedStates(before, after)
  if (compared === 'changed' || content.ends.size !== Number(after.size)) throw changed()
  return { content, touched: compared === 'touched' }
}

/** Never more than a byte past the size that it had: a file that grows ends too. */
function readSmall(fd: number, size: number, content: HashedContent): void {
  const chunk = Buffer.allocUnsafe(size + 1)
  let length = 0
  for (;;) {
    const got = readSync(fd, chunk, length, chunk.length - length, length)
    length += got
    // What has come behind it meanwhile shows in its size afterwards.
    if (got === 0 || length >= size) break
  }
  content.update(chunk.subarray(0, length))
}

const readInto = promisify(read)

/** The same of a large one, with the next piece on its way while one is hashed. */
async function readLarge(fd: number, size: number, content: HashedContent): Promise<void> {
  let [chunk, other] = [Buffer.allocUnsafeSlow(CHUNK_BYTES), Buffer.allocUnsafeSlow(CHUNK_BYTES)]
  let at = 0
  let reading = readInto(fd, chunk, 0, chunk.length, at)
  try {
    for (let isLast = false; !isLast; [chunk, other] = [other, chunk]) {
      const { bytesRead } = await reading
      at += bytesRead
      isLast = bytesRead === 0 || at > size
      if (!isLast) reading = readInto(fd, other, 0, other.length, at)
      content.update(chunk.subarray(0, bytesRead))
    }
  } finally {
    await Promise.allSettled([reading]) // nothing reads from a file that is closed
  }
}

function changed(): ActionError {
  return new ActionError('FILE_CHANGED', 'it changed while it was read')
}
