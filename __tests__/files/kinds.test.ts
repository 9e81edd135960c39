/** What is found and cannot be signed, or cannot be read. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { bytesOf, kindOf } from '../../src/files/folder-entries.ts'
import { asNobody } from '../support/as-nobody.ts'
import { find, make, workspace } from './search-folder.ts'

const at = (path: string) => join(workspace, path)
const kind = (path: string) => kindOf({ path: at(path), raw: undefined })

describe('what a path is', () => {
  it('is told by what links lead to', async () => {
    make('dist/file')
    symlinkSync('dist', at('link'))
    symlinkSync('dist/file', at('to-file'))
    symlinkSync('nowhere', at('broken'))
    expect(await Promise.all(['dist', 'link', 'dist/file', 'to-file'].map(kind))).toEqual([
      'folder',
      'folder',
      'file',
      'file',
    ])
    expect(await kind('broken')).toEqual({ problem: 'it is a broken link' })
    expect(await kindOf({ path: 'unused', raw: Buffer.from(at('dist/file')) })).toBe('file')
    expect(await kindOf({ path: 'unused', raw: Buffer.from(at('broken')) })).toEqual({ problem: 'it is a broken link' })
  })

  it.each(['nothing', 'dist/file/below'])('is nothing where nothing can be: %s', async (path) => {
    make('dist/file')
    expect(await kind(path)).toBeUndefined()
  })

  it('is the reason why nobody can tell', async () => {
    expect(await kind('n'.repeat(300))).toEqual({ problem: expect.stringContaining('ENAMETOOLONG') as unknown })
  })

  if (process.platform !== 'win32')
    it('is no file for a FIFO, a socket, a device', async () => {
      execFileSync('mkfifo', [at('fifo')])
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(at('socket'), resolve))
      try {
        expect(await kind('fifo')).toEqual({ problem: 'it is a FIFO, not a regular file' })
        expect(await kind('socket')).toEqual({ problem: 'it is a socket, not a regular file' })
        expect(await kindOf({ path: '/dev/null', raw: undefined })).toEqual({
          problem: 'it is a device, not a regular file',
        })
      } finally {
        await new Promise((resolve) => server.close(resolve))
      }
    })
})

it.each([
  [[0x61, 0xff, 0x62], "$'a\\xffb'"],
  [[0x20, 0x27, 0x5c, 0x7e, 0x7f, 0x09, 0x21], "$'\\x20\\x27\\x5c~\\x7f\\x09!'"],
  [Array<number>(60).fill(0x61), `$'${'a'.repeat(60)}'`],
  [[0x62, ...Array<number>(60).fill(0x61)], `$'…${'a'.repeat(60)}'`],
])('a name that is not UTF-8 is shown as a shell takes it: %j', (bytes, shown) => {
  expect(bytesOf(Buffer.from(bytes))).toBe(shown)
})

if (process.platform !== 'win32')
  describe('for a user who may not read it', () => {
    const asked = (...args: Parameters<typeof find>) => {
      chmodSync(workspace, 0o755)
      return asNobody(() => find(...args))
    }

    it('a folder is FILE_UNREADABLE, also behind others', async () => {
      make('dist/a', 'dist/closed/b')
      await find('dist') // loads what is loaded at the first file
      chmodSync(at('dist/closed'), 0o100)
      await expect(asked('dist')).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        message: expect.stringMatching(/^The folder \S*.*dist\/closed cannot be listed: EACCES/u) as unknown,
        hint: expect.stringContaining('leave it out by a line with `!`') as unknown,
      })
      expect((await asked('dist\n!dist/closed')).names).toEqual(['a'])
    })

    it('what lies in a folder that may not be entered is unknown', async () => {
      make('closed/a')
      mkdirSync(at('dist'))
      symlinkSync(at('closed/a'), at('dist/link'))
      chmodSync(at('closed'), 0o600)
      await expect(asked('dist')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    })
  })
