import { relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { leaveOut } from '../../src/files/left-out.ts'
import { describeOnLinux } from '../support/where-there.ts'
import { find, make, workspace } from './search-folder.ts'

async function found(patterns: string): Promise<string[]> {
  const { readPaths } = await find(patterns, { ifNoFilesFound: 'ignore', maxFiles: 0 })
  return readPaths.map((path) => relative(workspace, path))
}

describe('a line for each file', () => {
  it('takes time that grows with the files, not with their square', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `dist/linux/${String(index).padStart(4, '0')}.tgz`)
    make(...names)
    const started = performance.now()
    const paths = await found(['!dist/linux/0000.tgz', ...names, '!dist/linux/0001.tgz'].join('\n'))
    expect(performance.now() - started).toBeLessThan(4000)
    expect(paths).toEqual(names.filter((name) => !name.endsWith('0001.tgz')))
  }, 60_000)
})

describe('signature files in a folder of their own, of files that share a base name', () => {
  it('are left out in time that grows with the files, not with their square', async () => {
    const folders = Array.from({ length: 10_000 }, (_, index) => `/release/dist/${index}`)
    const files = folders.map((folder) => ({ path: `${folder}/manifest.json` }))
    const signatures = files.map(({ path }) => ({ path: `${path.replace('/dist/', '/signed/')}.sig` }))
    const started = performance.now()
    const { kept } = await leaveOut([...files, ...signatures], {
      outputFolder: '/release/signed',
      extensions: ['.sig'],
      signsChecksums: false,
    })
    expect(performance.now() - started).toBeLessThan(2000)
    expect(kept).toEqual(files)
  }, 60_000)
})

// Windows takes no backslash for an escape.
describeOnLinux('a class in a pattern', () => {
  it.each([
    ['[]a]', ['ax', ']x']], // `]` stands for itself where it is first
    ['[!]a]', ['!x', 'bx']],
    ['[^]a]', ['!x', 'bx']],
    ['[\\]b]', [']x', 'bx']],
    ['[!\\]a]', ['!x', 'bx']],
    ['[!]', ['[!]x']], // nothing closes these: they are no classes
    ['[]', ['[]x']],
  ])('%s takes what it is for, of files and of folders', async (pattern, expected) => {
    make(...['ax', ']x', 'bx', '!x', '[!]x', '[]x'].flatMap((name) => [`in/${name}`, `of/${name}/file`]))
    expect(await found(`in/${pattern}x`)).toEqual(expected.map((name) => `in/${name}`).sort())
    expect(await found(`of/${pattern}x/f*`)).toEqual(expected.map((name) => `of/${name}/file`).sort())
  })
})
