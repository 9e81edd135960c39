import {
  closeSync,
  futimesSync,
  linkSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
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

it('reads a file again whose change time alone becomes another', async () => {
  const path = join(folder, 'a')
  const reading = digestFile(path, new Set(['sha256']))
  setTimeout(() => {
    linkSync(path, join(folder, 'link'))
  }, 5)
  const content = await reading
  expect(content.ends.size).toBe(SIZE)
  expect(content.digestOf({ hash: 'sha256', suffix: NOTHING })).toHaveLength(32)
})

it('refuses a file that is written to again and again, and given its old modification time', async () => {
  const path = join(folder, 'a')
  const { atime, mtime } = statSync(path)
  utimesSync(path, atime, mtime)
  const file = openSync(path, 'r+')
  let written = 0
  const writer = setInterval(() => {
    writeSync(file, Buffer.from([(written += 1)]), 0, 1, 0)
    futimesSync(file, atime, mtime)
  }, 1)
  try {
    await expect(digestFile(path, new Set(['sha256']))).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  } finally {
    clearInterval(writer)
    closeSync(file)
  }
})
