import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { refuseNoCommonFolder } from '../../src/files/release-files.ts'
import { thrownBy } from '../support/thrown-by.ts'
import { enter, find, make, workspace } from './search-folder.ts'

describe('patterns', () => {
  it.each([
    [
      'a folder means all below it, hidden files too',
      'dist',
      ['dist/.hidden', 'dist/a.txt', 'dist/b.gz', 'dist/sub/c.gz'],
    ],
    ['a folder with a slash', 'dist/', ['dist/.hidden', 'dist/a.txt', 'dist/b.gz', 'dist/sub/c.gz']],
    ['a star stays in its folder', 'dist/*.gz', ['dist/b.gz']],
    ['two stars do not', '**/*.gz', ['dist/b.gz', 'dist/sub/c.gz', 'other/d.gz']],
    ['an exclude', 'dist\n!dist/sub', ['dist/.hidden', 'dist/a.txt', 'dist/b.gz']],
    [
      'an exclude that is taken back',
      'dist/*\n!**/*.gz\ndist/b.gz',
      ['dist/.hidden', 'dist/a.txt', 'dist/b.gz', 'dist/sub/c.gz'].filter((p) => p !== 'dist/sub/c.gz'),
    ],
    ['comments, blank lines, CRLF', '# all of it\r\n\r\n  dist/a.txt  \r\n', ['dist/a.txt']],
    ['a leading ./', './dist/a.txt', ['dist/a.txt']],
    ['one file by two patterns', 'dist/a.txt\ndist/*.txt', ['dist/a.txt']],
    ['character classes and question marks', 'dist/[ab].??', ['dist/b.gz']],
  ])('take %s', async (_, patterns, expected) => {
    make('dist/a.txt', 'dist/b.gz', 'dist/.hidden', 'dist/sub/c.gz', 'other/d.gz')
    expect((await find(patterns)).paths).toEqual(expected)
  })

  it('are relative to the workspace even when its path holds glob characters', async () => {
    enter('we[ir]d *? {x}\\d')
    make('a/b.txt')
    expect((await find('**/*.txt')).paths).toEqual(['a/b.txt'])
    expect((await find(join('a', 'b.txt'))).paths).toEqual(['a/b.txt'])
  })

  it.each(['!dist', '# nothing', '../up/*', 'a/../b'])('refuse %j', async (patterns) => {
    await expect(find(patterns)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('each count as "no files found" by themselves, and braces are explained', async () => {
    make('dist/a.txt')
    await expect(find('dist/*.txt\ndist/*.{gz,xz}\n!x')).rejects.toMatchObject({
      code: 'NO_FILES',
      message: expect.stringMatching(/^No files found for:\n {2}dist\/\*\.\{gz,xz\}$/u) as unknown,
      hint: expect.stringContaining('Braces') as unknown,
    })
  })

  it.each(['warn', 'ignore'] as const)('that match nothing go on with %s', async (ifNoFilesFound) => {
    make('dist/a.txt')
    const found = await find('dist/*.txt\ndist/*.gz', { ifNoFilesFound })
    expect(found.names).toEqual(['a.txt'])
    expect(found.warnings).toHaveLength(ifNoFilesFound === 'warn' ? 1 : 0)
    for (const warning of found.warnings) expect(warning).toContain('\n  dist/*.gz\n')
    expect((await find('none/*', { ifNoFilesFound })).files).toEqual([])
  })

  it('count as matching nothing when an exclude or a signature leaves nothing', async () => {
    make('dist/a.txt', 'dist/a.txt.sig')
    await expect(find('dist/a.txt\n!dist')).rejects.toMatchObject({ code: 'NO_FILES' })
    await expect(find('dist/*.txt\ndist/*.sig')).rejects.toMatchObject({ code: 'NO_FILES' })
  })
})

describe('what cannot be read', () => {
  it.each([
    [
      'a broken link',
      (path: string) => {
        symlinkSync('nowhere', path)
      },
    ],
    [
      'a link to itself',
      (path: string) => {
        symlinkSync('thing', path)
      },
    ],
    ['a FIFO', (path: string) => execFileSync('mkfifo', [path])],
    [
      'a device',
      (path: string) => {
        symlinkSync('/dev/null', path)
      },
    ],
  ])('is refused: %s', async (_, create) => {
    make('dist/a.txt')
    create(join(workspace, 'dist/thing'))
    for (const patterns of ['dist', 'dist/thing', '**'])
      await expect(find(patterns)).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        message: expect.stringContaining('thing') as unknown,
      })
    expect((await find('dist\n!dist/thing')).paths).toEqual(['dist/a.txt'])
    expect((await find('**/*.txt')).paths).toEqual(['dist/a.txt'])
  })

  // Only Linux lets a file have such a name.
  if (process.platform === 'linux')
    it('is a name, or a folder’s name, that is not UTF-8', async () => {
      make('dist/a.txt', 'dist/\ufffd.ok')
      const odd = Buffer.concat([Buffer.from(join(workspace, 'dist/odd')), Buffer.from([0xff, 0x27])])
      writeFileSync(odd, 'x')
      await expect(find('dist')).rejects.toMatchObject({
        code: 'FILE_UNREADABLE',
        message: expect.stringContaining('odd\\xff\\x27') as unknown,
      })
      expect((await find('dist/*.*')).names).toEqual(['a.txt', '\ufffd.ok'])
      rmSync(odd)
      mkdirSync(odd)
      writeFileSync(Buffer.concat([odd, Buffer.from('/in.txt')]), 'x')
      await expect(find('**/*.txt')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
      expect((await find('dist/*.txt')).names).toEqual(['a.txt'])
    })

  it('is a path longer than there can be, which does not shape the message', async () => {
    await expect(find(`\u202e${'x'.repeat(300)}`)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringMatching(/ENAMETOOLONG.*\\u\{202e\}xxx[^\u202e\n]*$/u) as unknown,
    })
  })

  it('is a name with a line break', async () => {
    make('dist/two\nlines')
    await expect(find('dist')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('two\\u{a}lines') as unknown,
    })
  })
})

it('follows links to files and folders, and stops where links lead in circles', async () => {
  make('real/a.txt', 'real/deep/b.txt')
  mkdirSync(join(workspace, 'dist'))
  symlinkSync('../real/a.txt', join(workspace, 'dist/link.txt'))
  symlinkSync('../real', join(workspace, 'dist/folder'))
  symlinkSync('..', join(workspace, 'real/deep/up'))
  expect((await find('dist')).paths).toEqual(['dist/folder/a.txt', 'dist/folder/deep/b.txt', 'dist/link.txt'])
})

describe('names', () => {
  it('are base names, or all of them paths where two would be the same', async () => {
    make('out/x/a', 'out/x/b', 'out/y/c')
    expect(await find('out')).toMatchObject({ names: ['a', 'b', 'c'], commonFolder: join(workspace, 'out') })
    make('out/y/a')
    expect(await find('out')).toMatchObject({ names: ['x/a', 'x/b', 'y/a', 'y/c'] })
    expect(await find('out/x')).toMatchObject({ names: ['a', 'b'], commonFolder: join(workspace, 'out/x') })
  })

  it('have no common folder by a common beginning', async () => {
    make('out/ab/1', 'out/abc/2')
    expect((await find('out')).commonFolder).toBe(join(workspace, 'out'))
  })
})

it('warns of empty files', async () => {
  make('dist/a')
  writeFileSync(join(workspace, 'dist/none'), '')
  expect((await find('dist')).log).toEqual([expect.stringMatching(/^Empty.*\n {2}none$/su)])
})

describe('max-files', () => {
  it('counts release files, not what was written for them', async () => {
    make('dist/a', 'dist/b', 'dist/a.sig', 'dist/b.sig', 'dist/signatures.json')
    expect((await find('dist', { maxFiles: 2 })).names).toEqual(['a', 'b'])
    await expect(find('dist', { maxFiles: 1 })).rejects.toMatchObject({ code: 'TOO_MANY_FILES' })
    expect((await find('dist', { maxFiles: 0 })).names).toEqual(['a', 'b'])
  })

  it('stops the search in a folder of 20,000 entries within seconds', async () => {
    mkdirSync(join(workspace, 'many'))
    writeFileSync(join(workspace, 'many/1'), '')
    execFileSync('sh', ['-c', 'cd "$1/many" && seq 2 20000 | xargs touch', 'sh', workspace])
    const started = performance.now()
    await expect(find('many')).rejects.toMatchObject({ code: 'TOO_MANY_FILES' })
    expect((await find('many/777', { maxFiles: 1 })).names).toEqual(['777'])
    expect((await find('many/*7777', { maxFiles: 2 })).names).toEqual(['17777', '7777'])
    expect(performance.now() - started).toBeLessThan(10_000)
  }, 60_000)

  it('ends at once when the run is cancelled', async () => {
    cpSync(import.meta.dirname, join(workspace, 'copy'), { recursive: true })
    const reason = new Error('cancelled')
    await expect(find('copy', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

describe('a file that is a pointer of Git LFS', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`

  it('is warned of', async () => {
    make('dist/a')
    writeFileSync(join(workspace, 'dist/pointer'), pointer)
    writeFileSync(join(workspace, 'dist/no pointer'), `x${pointer}`)
    expect((await find('dist')).warnings).toEqual([
      expect.stringMatching(/^Pointers of Git LFS .*`lfs: true`:\n {2}pointer$/su),
    ])
  })
})

describe('files without a common folder', () => {
  const found = (folder: string) => ({ commonFolder: folder, readPaths: ['/a/x', '/b/y'] })

  it('need an output folder', () => {
    expect(
      thrownBy(() => {
        refuseNoCommonFolder(found('/'), undefined)
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(/\n {2}\/a\n {2}\/b$/u) as unknown })
    refuseNoCommonFolder(found('/'), '/out')
    refuseNoCommonFolder(found('/a'), undefined)
  })

  it('are not signed by paths from the root', async () => {
    make('x')
    const other = mkdtempSync(join('/dev/shm', 'release files-'))
    try {
      writeFileSync(join(other, 'x'), '')
      writeFileSync(join(other, 'y'), '')
      const elsewhere = (name: string) => find(`x\n${join(other, name)}`, { outputDir: 'out' })
      expect((await elsewhere('y')).names).toEqual(['y', 'x'])
      await expect(elsewhere('x')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    } finally {
      rmSync(other, { recursive: true })
    }
  })
})
