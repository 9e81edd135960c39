/** The last look at files before their signatures are put beside them. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  linkSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { refuseChangedFiles, refuseFilesChangedSince, type FileStamp } from '../../src/files/stamp.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'stamp-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const CONTENT = 'x'.repeat(200_000)

function stampOf(name: string, content = CONTENT): FileStamp {
  const { size, mtimeNs, ctimeNs, ino, dev } = statSync(at(name), { bigint: true })
  const digest = createHash('sha512').update(content).digest()
  return { path: at(name), hash: 'sha512', digest, size, mtimeNs, ctimeNs, ino, dev }
}
function make(name: string): FileStamp {
  writeFileSync(at(name), CONTENT)
  return stampOf(name)
}
/** Other bytes of the same size, with the old modification time. */
function rewrite(name: string, content: string): void {
  const { mtime, atime } = statSync(at(name))
  utimesSync(at(name), atime, mtime) // to what a double holds, before the stamp is taken too
  writeFileSync(at(name), content)
  utimesSync(at(name), atime, mtime)
}

it('takes files that nobody touched, and none', async () => {
  const stamps = [make('a'), make('b')]
  expect(await refuseChangedFiles(stamps)).toEqual(stamps)
  expect(await refuseChangedFiles([])).toEqual([])
  await refuseFilesChangedSince(stamps)
})

it.each<[string, () => void]>([
  [
    'a new link',
    () => {
      linkSync(at('a'), at('b'))
    },
  ],
  [
    'other rights',
    () => {
      chmodSync(at('a'), 0o600)
    },
  ],
])('takes a file whose change time alone is another: %s', async (_, touch) => {
  const stamp = make('a')
  touch()
  const { ctimeNs } = statSync(at('a'), { bigint: true })
  expect(ctimeNs).not.toBe(stamp.ctimeNs)
  expect(await refuseChangedFiles([stamp])).toEqual([{ ...stamp, ctimeNs }])
  await refuseFilesChangedSince([stamp])
})

it.each<[string, () => void, RegExp]>([
  [
    'another size',
    () => {
      writeFileSync(at('a'), 'x')
    },
    /a$/u,
  ],
  [
    'the same bytes, written again',
    () => {
      writeFileSync(at('a'), CONTENT)
    },
    /a$/u,
  ],
  [
    'another file in its place',
    () => {
      writeFileSync(at('other'), CONTENT)
      renameSync(at('other'), at('a'))
    },
    /a$/u,
  ],
  [
    'no file',
    () => {
      rmSync(at('a'))
    },
    /a: ENOENT.*$/u,
  ],
])('refuses %s', async (_, change, named) => {
  const stamps = [make('kept'), make('a')]
  change()
  for (const refusal of [refuseChangedFiles(stamps), refuseFilesChangedSince(stamps)])
    await expect(refusal).rejects.toMatchObject({
      code: 'FILE_CHANGED',
      message: expect.stringMatching(
        new RegExp(`^Changed after it was read, so that its signature would be wrong:\\n {2}\\S*${named.source}`, 'u'),
      ) as unknown,
      hint: expect.stringContaining('Something still writes to it') as unknown,
    })
})

it('refuses other bytes of the same size with the old modification time', async () => {
  make('a')
  rewrite('a', CONTENT)
  const stamp = stampOf('a')
  rewrite('a', CONTENT)
  await refuseChangedFiles([stamp])
  rewrite('a', CONTENT.replace(/x$/u, 'y'))
  await expect(refuseChangedFiles([stamp])).rejects.toMatchObject({ code: 'FILE_CHANGED' })
  await expect(refuseFilesChangedSince([stamp])).rejects.toMatchObject({ code: 'FILE_CHANGED' })
})

it('names each file that changed, and no other', async () => {
  const stamps = [make('a'), make('b'), make('c')]
  for (const name of ['a', 'c']) writeFileSync(at(name), '')
  await expect(refuseChangedFiles(stamps)).rejects.toThrow(/\n {2}\S*a\n {2}\S*c$/u)
})

it('ends with the reason when the run is cancelled, whenever that comes', async () => {
  const reason = new Error('cancelled')
  await expect(refuseChangedFiles([make('a')], AbortSignal.abort(reason))).rejects.toBe(reason)
  const stamp = make('b')
  chmodSync(at('b'), 0o600)
  const outcomes: unknown[] = []
  for (let ticks = 0; ticks < 30; ticks += 1) {
    const run = new AbortController()
    const asked = refuseChangedFiles([stamp], run.signal).catch((cause: unknown) => cause)
    for (let tick = 0; tick < ticks; tick += 1) await new Promise(setImmediate)
    run.abort(reason)
    outcomes.push(await asked)
  }
  expect(outcomes[0]).toBe(reason)
  for (const outcome of outcomes) expect(outcome === reason || Array.isArray(outcome)).toBe(true)
})
