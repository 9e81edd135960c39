import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findReleaseFiles, type ReleaseFileSearch } from '../src/release-files.ts'
import { collectingLog } from './support/collecting-log.ts'

let workspace: string
beforeEach(() => {
  workspace = mkdtempSync(join(realpathSync(tmpdir()), 'release files-'))
})
afterEach(() => {
  rmSync(workspace, { recursive: true, force: true })
})

function make(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), path)
  }
}

async function find(patterns: string, more: Partial<ReleaseFileSearch> = {}) {
  const log = collectingLog()
  const found = await findReleaseFiles({
    patterns,
    workspace,
    maxFiles: 1000,
    ifNoFilesFound: 'error',
    signsChecksums: true,
    log,
    ...more,
  })
  const paths = found.files.map((file) => join(relative(workspace, file.folder), file.name))
  return { ...found, log: log.lines, warnings: log.warnings, names: found.files.map(({ name }) => name), paths }
}

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
    workspace = join(workspace, 'we[ir]d *? {x}\\d')
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
    expect(found).toMatchObject({ names: ['a.txt'], patternsWithoutMatch: ['dist/*.gz'] })
    expect(found.warnings.length === 1).toBe(ifNoFilesFound === 'warn')
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
    it('is a name, or a folder’s name, that is no UTF-8', async () => {
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
  expect((await find('dist')).paths).toEqual(
    ['dist/folder/a.txt', 'dist/folder/deep/b.txt', 'dist/link.txt'].map((p) => p),
  )
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

describe('a second run takes the same files as the first', () => {
  const runFiles = [
    'kms-public-key.pem',
    'kms-public-key.pss.pem',
    'kms-allowed-signers',
    'kms-public-key.asc',
    'kms-public-key.gpg',
    'kms-certificate.pem',
    'SHA256SUMS',
    'SHA256SUMS.sig',
    'SHA512SUMS.asc',
    'provenance.sigstore.json',
    'provenance-12.sigstore.json',
    'signatures.json',
  ]
  const extensions = ['.sig', '.sig.b64', '.sigstore.json', '.sshsig', '.asc', '.p7s']

  it.each([
    ['beside the files', undefined],
    ['in a folder of its own', 'signatures'],
    ['in a folder that the patterns take', 'dist/signed'],
    ['in the files’ own folder', 'dist'],
    ['in a folder that is a link', 'link'],
  ])('with the outputs %s', async (_, outputDir) => {
    make('dist/a.txt', 'dist/x/b.txt', 'dist/x/SHA256SUMS', 'dist/alone.sig')
    mkdirSync(join(workspace, 'dist/target'))
    symlinkSync('dist/target', join(workspace, 'link'))
    const search = outputDir === undefined ? {} : { outputDir }
    const first = await find('dist', search)
    expect(first.paths).toEqual(['dist/a.txt', 'dist/alone.sig', 'dist/x/SHA256SUMS', 'dist/x/b.txt'])
    const runFolder = outputDir ?? 'dist'
    make(...runFiles.map((name) => join(runFolder, name)), join(runFolder, '.kms-sign-1-0-x/0'))
    const besides = first.files.map(({ name, folder }) => join(outputDir ?? relative(workspace, folder), name))
    make(...besides.flatMap((path) => extensions.map((extension) => path + extension)))
    const second = await find('dist', search)
    expect(second.paths).toEqual(first.paths)
    expect(second.commonFolder).toBe(first.commonFolder)
    if (outputDir !== 'signatures')
      expect(second.log).toContain(
        `Left out: ${join(realFolder(runFolder), 'signatures.json')} (written by the action itself)`,
      )
  })
  const realFolder = (folder: string) => join(workspace, folder === 'link' ? 'dist/target' : folder)

  it('with names that are paths', async () => {
    make('dist/x/a', 'dist/y/a')
    make('dist/out/x/a.sig', 'dist/out/y/a.asc')
    expect((await find('dist', { outputDir: 'dist/out' })).names).toEqual(['x/a', 'y/a'])
  })

  it('and takes checksum files where the run writes none', async () => {
    make('dist/a', 'dist/SHA256SUMS', 'dist/SHA256SUMS.sig', 'dist/SHA512SUMS.sig')
    expect((await find('dist', { signsChecksums: false })).names).toEqual(['SHA256SUMS', 'SHA512SUMS.sig', 'a'])
    expect((await find('dist', { signsChecksums: true })).names).toEqual(['a'])
  })

  it('and finds a deeper folder for run files when one is left out', async () => {
    make('dist/deep/a', 'dist/signatures.json')
    const first = await find('dist')
    expect(first).toMatchObject({ names: ['a'], commonFolder: join(workspace, 'dist/deep') })
    make('dist/deep/signatures.json')
    expect(await find('dist')).toMatchObject({ names: ['a'], commonFolder: first.commonFolder })
  })
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
