/** Files that change under a run's hands, each in this process. */
import { appendFile, link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startRunScene, type RunScene } from './run-scene.ts'

let scene: RunScene
beforeAll(async () => {
  scene = await startRunScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reset({ 'a.txt': 'text of a\n', 'b.txt': 'text of b\n' }))

const FILES = { files: '*.txt' }

/** Signs, and does something once the first SignHash has come: all files are hashed by then. */
async function signWhile(change: () => Promise<void>, given: Readonly<Record<string, string>> = {}): Promise<unknown> {
  scene.emulator.setLatency('kms.SignHash', 150)
  const run = scene.sign({ ...FILES, ...given })
  const settled = run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  while (scene.count('SignHash') < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  await change()
  return settled
}

describe('a file that changes while it is signed', () => {
  it.each<readonly [string, () => Promise<void>]>([
    ['grows', () => appendFile(scene.workspace.at('b.txt'), 'more')],
    ['is written anew, with its old size and time', () => rewriteSilently('b.txt')],
    ['is another file', () => rename(scene.workspace.at('a.txt'), scene.workspace.at('b.txt'))],
    ['is gone', () => rm(scene.workspace.at('b.txt'))],
  ])('ends the run, and nothing is written: %s', async (_, change) => {
    const thrown = await signWhile(change)
    expect(thrown).toMatchObject({ code: 'FILE_CHANGED', message: expect.stringContaining('b.txt') })
    expect(Object.keys(await scene.workspace.snapshot()).filter((name) => !name.endsWith('.txt'))).toEqual([])
    expect(scene.front().outputs).toEqual({})
  })

  it.each<readonly [string, string, () => Promise<void>]>([
    ['FILE_CHANGED', 'b.txt changed while it was being signed: it ', () => writeFile(scene.workspace.at('b.txt'), 'x')],
    ['FILE_UNREADABLE', 'b.txt', () => rm(scene.workspace.at('b.txt'))],
  ])('ends it with %s where a format takes its text into the signature', async (code, message, change) => {
    const thrown = await signWhile(change, { formats: 'openpgp-clear' })
    expect(thrown).toMatchObject({ code, message: expect.stringContaining(message) })
    expect(Object.keys(await scene.workspace.snapshot()).filter((name) => !name.endsWith('.txt'))).toEqual([])
  })

  it('does no harm where only its change time is another, as a new link to it makes it', async () => {
    const thrown = await signWhile(() => link(scene.workspace.at('b.txt'), scene.workspace.at('c')))
    expect(thrown).toBeUndefined()
    expect(scene.front().outputs['signed-count']).toBe('2')
  })
})

async function rewriteSilently(name: string): Promise<void> {
  const path = scene.workspace.at(name)
  const { atime, mtime } = await stat(path)
  await writeFile(path, (await readFile(path, 'utf8')).toUpperCase())
  await utimes(path, atime, mtime)
}
