import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { checkListedHash, readListedFiles, type ListedFileSearch } from '../../src/files/subject-checksums.ts'
import type { ActionError } from '../../src/base/errors.ts'
import { collectingLog } from '../support/collecting-log.ts'
import { thrownBy } from '../support/thrown-by.ts'
import { describeOnLinux } from '../support/where-there.ts'

let workspace: string
beforeEach(() => {
  workspace = mkdtempSync(join(realpathSync(tmpdir()), 'subjects-'))
})
afterEach(() => {
  rmSync(workspace, { recursive: true, force: true })
})

const digest = (text: string, hash = 'sha256') => createHash(hash).update(text).digest()
function sums(path: string, ...names: readonly string[]): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true })
  writeFileSync(join(workspace, path), names.map((name) => `${digest(name).toString('hex')}  ${name}\n`).join(''))
}

async function read(patterns: string, more: Partial<ListedFileSearch> = {}) {
  const found = await readListedFiles({
    patterns,
    workspace,
    maxFiles: 1000,
    ifNoFilesFound: 'error',
    log: collectingLog(),
    ...more,
  })
  return { ...found, paths: found.files.map(({ name, folder }) => [name, relative(workspace, join(folder, name))]) }
}

it('takes base names beside the checksum file', async () => {
  sums('out/checksums.txt', 'dist/b.gz', './a.gz')
  sums('other/SHA256SUMS', 'c.gz')
  sums('other/SHA256SUMS.sig', 'no signature')
  const found = await read('out/*.txt\nother/*')
  expect(found.paths).toEqual([
    ['c.gz', 'other/c.gz'],
    ['a.gz', 'out/a.gz'],
    ['b.gz', 'out/b.gz'],
  ])
  expect(found).toMatchObject({
    commonFolder: workspace,
    readPaths: [join(workspace, 'other/SHA256SUMS'), join(workspace, 'out/checksums.txt')],
  })
  expect(found.files[2]?.source).toEqual({
    kind: 'digest',
    digest: digest('dist/b.gz'),
    hash: 'sha256',
    origin: `${join(workspace, 'out/checksums.txt')}, line 1`,
  })
})

it('takes the same in a second run, and logs what it leaves out', async () => {
  sums('dist/SHA256SUMS', 'a')
  const search = { outputDir: join(workspace, 'out'), signsChecksums: true }
  const first = await read('**/SHA256SUMS*', search)
  sums('out/SHA256SUMS', 'a')
  sums('out/SHA256SUMS.sig')
  const log = collectingLog()
  expect((await read('**/SHA256SUMS*', { ...search, log })).readPaths).toEqual(first.readPaths)
  for (const name of ['SHA256SUMS', 'SHA256SUMS.sig'])
    expect(log.lines).toContainEqual(expect.stringContaining(`Left out: ${join(workspace, 'out', name)} (`))
})

it('takes a checksum file in the output folder where there is no other', async () => {
  sums('out/SHA256SUMS', 'a')
  const search = { outputDir: join(workspace, 'out'), signsChecksums: true }
  expect((await read('out/SHA256SUMS', search)).files).toHaveLength(1)
})

it('takes paths where two files share a name, of one checksum file or of two', async () => {
  sums('SUMS', 'x/a', 'y/a')
  expect((await read('SUMS')).paths).toEqual([
    ['x/a', 'x/a'],
    ['y/a', 'y/a'],
  ])
  sums('linux/SUMS', 'a', 'b')
  sums('mac/SUMS', 'a')
  expect((await read('*/SUMS')).paths).toEqual([
    ['linux/a', 'linux/a'],
    ['linux/b', 'linux/b'],
    ['mac/a', 'mac/a'],
  ])
})

it('takes paths from where they are, also where one of them is but a name', async () => {
  sums('SUMS', 'a')
  sums('linux/SUMS', 'a')
  expect((await read('**/SUMS')).paths).toEqual([
    ['a', 'a'],
    ['linux/a', 'linux/a'],
  ])
})

it('reads checksum files in the order of their paths, called as the action calls its own or not', async () => {
  for (const name of ['b', 'c', 'a', 'SHA256SUMS']) sums(`out/${name}`, `of ${name}`)
  expect(await read('out/b\nout/c\nout/a\nout/SHA256SUMS')).toMatchObject({
    readPaths: ['SHA256SUMS', 'a', 'b', 'c'].map((name) => join(workspace, 'out', name)),
    commonFolder: join(workspace, 'out'),
  })
})

describeOnLinux('a checksum file that grows while it is read', () => {
  it('is refused: what is read of it would leave the rest unsigned', async () => {
    // What the kernel writes on reading has no size before.
    symlinkSync('/proc/self/mounts', join(workspace, 'growing.txt'))
    await expect(read('growing.txt')).rejects.toMatchObject({
      code: 'FILE_CHANGED',
      message: `${join(workspace, 'growing.txt')} changed while it was read.`,
    })
  })
})

it('takes a checksum file of 32 MiB, and says what is wrong with one that is gone', async () => {
  sums('a.txt', 'x')
  appendFileSync(join(workspace, 'a.txt'), '#')
  truncateSync(join(workspace, 'a.txt'), 32 * 1024 * 1024)
  expect((await read('a.txt')).paths).toEqual([['x', 'x']])
  sums('\u202e.txt', 'x')
  const warning = () => {
    rmSync(join(workspace, '\u202e.txt'))
  }
  const log = { ...collectingLog(), warning }
  await expect(read('\u202e.txt\nnone', { log, ifNoFilesFound: 'warn' })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: expect.stringMatching(/\\u\{202e\}\.txt: ENOENT[^\u202e]*$/u) as unknown,
  })
})

it.each([
  [
    'a file in two checksum files',
    () => {
      sums('a.txt', 'x')
      sums('b.txt', './x')
    },
    /x is listed twice: .*a\.txt, line 1, and .*b\.txt, line 1/u,
  ],
  [
    'an empty checksum file',
    () => {
      sums('a.txt')
    },
    /a\.txt lists no files/u,
  ],
  [
    'a way out of the folder',
    () => {
      sums('a.txt', 'x', '../../x')
    },
    /line 2/u,
  ],
  [
    'a checksum file of 33 MiB',
    () => {
      sums('a.txt', 'x')
      truncateSync(join(workspace, 'a.txt'), 33 * 1024 * 1024)
    },
    /32 MiB/u,
  ],
])('refuses %s', async (_, create, message) => {
  create()
  await expect(read('*.txt')).rejects.toMatchObject({
    code: 'CHECKSUMS_INVALID',
    message: expect.stringMatching(message) as unknown,
  })
})

it('keeps to max-files, and to what to do without matches', async () => {
  sums('a.txt', 'x', 'y', 'z')
  await expect(read('a.txt', { maxFiles: 2 })).rejects.toMatchObject({ code: 'TOO_MANY_FILES' })
  for (const maxFiles of [0, 3]) expect((await read('a.txt', { maxFiles })).files).toHaveLength(3)
  await expect(read('b.txt')).rejects.toMatchObject({ code: 'NO_FILES' })
  expect((await read('b.txt', { ifNoFilesFound: 'ignore' })).files).toEqual([])
  await expect(read('!a.txt')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('subject-checksums') as unknown,
  })
})

it('refuses digests of another hash than the key’s, by their lines', async () => {
  sums('a.txt', 'x')
  writeFileSync(join(workspace, 'b.txt'), `# comment\n${digest('y', 'sha512').toString('hex')}  y\n`)
  const files = [...(await read('a.txt')).files, ...(await read('b.txt')).files]
  expect(() => {
    checkListedHash(files, 'sha256')
  }).toThrow(/b\.txt, line 2: sha512$/u)
  expect(
    thrownBy(() => {
      checkListedHash(files, 'sha384')
    }),
  ).toMatchObject({ code: 'CHECKSUMS_INVALID' })
  checkListedHash((await read('a.txt')).files, 'sha256')
  const source = { kind: 'file', path: '/x', size: 1 } as const
  checkListedHash([{ name: 'x', folder: '/', source }], 'sha256')
})

it('refuses digests of several hashes: no key signs them all', async () => {
  sums('SHA256SUMS', 'a')
  writeFileSync(join(workspace, 'SHA512SUMS'), `${digest('b', 'sha512').toString('hex')}  b\n`)
  await expect(read('SHA*SUMS')).rejects.toMatchObject({
    code: 'CHECKSUMS_INVALID',
    message: expect.stringMatching(/SHA256SUMS, line 1: sha256\n.*SHA512SUMS, line 1: sha512/u),
  })
})

it.each([
  ['itself', `${digest('x').toString('hex')}  ./SUMS\n`, 'line 1: SUMS: the checksum file lists itself'],
  ['`-`', `${digest('x').toString('hex')}  -\n`, 'line 1: -: a digest of what a program read'],
  ['`stdin`', `SHA256(stdin)= ${digest('x').toString('hex')}\n`, 'line 1: stdin: a digest of what a program read'],
  ['an unescaped backslash', `${digest('x').toString('hex')}  dist\\app.exe\n`, 'line 1: dist\\app.exe: a backslash'],
])('refuses a checksum file that lists %s', async (_, text, message) => {
  writeFileSync(join(workspace, 'SUMS'), `${text}${digest('y').toString('hex')}  good\n`)
  await expect(read('SUMS')).rejects.toMatchObject({
    code: 'CHECKSUMS_INVALID',
    message: expect.stringContaining(message) as unknown,
  })
})

describeOnLinux('a backslash that is escaped', () => {
  it('is part of a name', async () => {
    writeFileSync(join(workspace, 'SUMS'), `\\${digest('x').toString('hex')}  a\\\\b\n`)
    expect((await read('SUMS')).paths).toEqual([['a\\b', 'a\\b']])
  })
})

it('makes its checksum file by the advice that it gives, over and over', async () => {
  mkdirSync(join(workspace, 'dist'))
  writeFileSync(join(workspace, 'SUMS'), 'nonsense')
  const refusal: unknown = await read('SUMS').catch((thrown: unknown) => thrown)
  const advice = /`(rm [^`]*)`/u.exec((refusal as ActionError).hint ?? '')?.[1] ?? ''
  writeFileSync(join(workspace, 'dist/app'), 'app')
  for (const again of ['once', 'twice']) {
    execFileSync('sh', ['-c', advice], { cwd: join(workspace, 'dist') })
    expect([again, (await read('dist/SHA256SUMS')).paths]).toEqual([again, [['app', 'dist/app']]])
  }
})

it.each(['sha256', 'sha384', 'sha512'])('warns of a file of nothing: %s', async (hash) => {
  writeFileSync(
    join(workspace, 'SUMS'),
    `${digest('', hash).toString('hex')}  none\n${digest('x', hash).toString('hex')}  some\n`,
  )
  const log = collectingLog()
  await read('SUMS', { log })
  expect(log.warnings).toEqual([expect.stringMatching(/^Empty; .*\n {2}none$/u)])
})
