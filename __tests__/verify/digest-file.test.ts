import { linkSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { digestFile } from '../../src/verify/digest-file.ts'

const SIZE = 64 * 1024 * 1024
const NOTHING = Buffer.alloc(0)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'))
  writeFileSync(join(folder, 'a'), Buffer.alloc(SIZE))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Reads a file, while something is done to it. */
async function readWhile(act: (path: string) => void) {
  const path = join(folder, 'a')
  const reading = digestFile(path, new Set(['sha256']))
  setTimeout(() => {
    act(path)
  }, 5)
  return await reading
}

it('reads a file again whose change time alone becomes another', async () => {
  const content = await readWhile((path) => {
    linkSync(path, join(folder, 'link'))
  })
  expect(content.ends.size).toBe(SIZE)
  expect(content.digestOf({ hash: 'sha256', suffix: NOTHING })).toHaveLength(32)
})

it('refuses a file that is rewritten with its size and its old modification time', async () => {
  const path = join(folder, 'a')
  const { atime, mtime } = statSync(path)
  utimesSync(path, atime, mtime)
  await expect(
    readWhile(() => {
      writeFileSync(path, Buffer.alloc(SIZE, 1))
      utimesSync(path, atime, mtime)
    }),
  ).rejects.toMatchObject({ code: 'FILE_CHANGED' })
})
