/** The files that are signed in a benchmark. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const MEBIBYTE = 1024 * 1024

/** A folder with `count` different files of `bytes` each: `f/00000.bin` and so on. Returns the workspace. */
export async function smallFiles(folder: string, count: number, bytes = 1024): Promise<string> {
  await mkdir(join(folder, 'f'), { recursive: true })
  for (let start = 0; start < count; start += 500) {
    const numbers = Array.from({ length: Math.min(500, count - start) }, (_, index) => start + index)
    await Promise.all(
      numbers.map((number) => {
        const text = createHash('sha256').update(`${folder} ${number}`).digest('hex')
        return writeFile(join(folder, 'f', `${String(number).padStart(5, '0')}.bin`), text.repeat(bytes / 64))
      }),
    )
  }
  return folder
}

/** A file of random bytes, left in the page cache. Blocks repeat with a counter in front, so that no two files are alike. */
export async function largeFile(path: string, mebibytes: number): Promise<void> {
  const file = await open(path, 'w')
  const block = randomBytes(MEBIBYTE)
  try {
    for (let index = 0; index < mebibytes; index++) {
      block.writeUInt32BE(index)
      await file.write(block)
    }
    // Written back now, so that the disk is quiet while we measure.
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** A file of zeros that takes no room on the disk. */
export async function sparseFile(path: string, mebibytes: number): Promise<void> {
  const file = await open(path, 'w')
  await file.truncate(mebibytes * MEBIBYTE)
  await file.close()
}
