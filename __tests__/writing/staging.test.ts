import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { checkOutputPaths } from '../../src/writing/output-paths.ts'
import { nodeDisk, type Disk } from '../../src/writing/disk.ts'
import { removeMade } from '../../src/writing/staging-folders.ts'
import { openStaging } from '../../src/writing/staging.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'staging-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
function make(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), content)
  }
}

/** Everything below the folder: path → content, `→ target` for a link, `/` for a folder. */
function tree(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return Object.fromEntries(names.map((name) => [name, contentOf(at(name))]))
}
function contentOf(path: string): string {
  const stats = lstatSync(path)
  if (stats.isSymbolicLink()) return `→ ${readlinkSync(path)}`
  return stats.isDirectory() ? '/' : readFileSync(path, 'utf8')
}

async function staged(files: Readonly<Record<string, string>>, overwrite = false, disk = nodeDisk) {
  const staging = openStaging({ overwrite, disk })
  await Promise.all(Object.entries(files).map(([name, content]) => staging.stage(at(name), Buffer.from(content))))
  return staging
}

const isRoot = process.getuid?.() === 0

it('puts everything in place at once, in new folders too, and leaves no hidden folder', async () => {
  make({ 'dist/app': 'app' })
  const staging = await staged({ 'dist/app.sig': '1', 'dist/app.asc': '2', 'new/deep/x/app.sig': '3' })
  expect(Object.keys(tree()).filter((name) => !name.includes('.kms-sign-'))).toEqual([
    'dist',
    'dist/app',
    'new',
    'new/deep',
    'new/deep/x',
  ])
  expect(await staging.commit()).toEqual(['dist/app.sig', 'dist/app.asc', 'new/deep/x/app.sig'].map(at))
  await staging.discard()
  expect(tree()).toEqual({
    dist: '/',
    'dist/app': 'app',
    'dist/app.sig': '1',
    'dist/app.asc': '2',
    new: '/',
    'new/deep': '/',
    'new/deep/x': '/',
    'new/deep/x/app.sig': '3',
  })
})

it('leaves nothing behind when it is discarded, but what was there', async () => {
  make({ 'dist/app': 'app' })
  mkdirSync(at('empty'))
  const before = tree()
  const staging = await staged({
    'dist/app.sig': '1',
    'empty/app.sig': '2',
    'new/deep/x/app.sig': '3',
    'new/y/app.sig': '3',
  })
  await staging.discard()
  await staging.discard()
  expect(tree()).toEqual(before)
  await expect(staging.stage(at('late'), Buffer.from('x'))).rejects.toMatchObject({ code: 'INTERNAL_ERROR' })
  expect(tree()).toEqual(before)
})

it('removes an inner folder before the outer one, whichever was reported first', async () => {
  mkdirSync(at('new/y'), { recursive: true })
  await removeMade(nodeDisk, [at('new/y'), at('new')])
  expect(tree()).toEqual({})
})

it('leaves nothing behind when it is discarded while files are being staged', async () => {
  const staging = openStaging({ overwrite: false })
  const writes = Array.from({ length: 50 }, (_, index) =>
    staging.stage(at(`new/${index % 7}/${index}`), Buffer.alloc(10_000)),
  )
  await staging.discard()
  await Promise.all(writes)
  expect(tree()).toEqual({})
})

it('takes everything back where what was signed turns out to be another by then', async () => {
  make({ 'dist/app': 'app', 'dist/app.sig': 'old' })
  const before = tree()
  const staging = await staged({ 'dist/app.sig': 'new', 'new/app.sig': 'new' }, true)
  const seen: Record<string, string>[] = []
  const confirm = () => {
    seen.push(tree())
    return Promise.reject(new Error('changed'))
  }
  await expect(staging.commit(undefined, confirm)).rejects.toThrow('changed')
  expect(seen).toMatchObject([{ 'dist/app.sig': 'new', 'new/app.sig': 'new' }])
  expect(tree()).toEqual(before)
})

describe('what is there already', () => {
  it('is not replaced without overwrite, not even when it comes at the last moment', async () => {
    const staging = await staged({ a: 'new', b: 'new', c: 'new' })
    make({ b: 'theirs' })
    await expect(staging.commit()).rejects.toMatchObject({
      code: 'OUTPUT_EXISTS',
      message: expect.stringContaining(at('b')) as unknown,
    })
    expect(tree()).toEqual({ b: 'theirs' })
  })

  it('is replaced with overwrite, links by files', async () => {
    make({ a: 'old', target: 'kept' })
    symlinkSync('target', at('link'))
    symlinkSync('nowhere', at('broken'))
    const staging = await staged({ a: 'new', link: 'new', broken: 'new', fresh: 'new' }, true)
    await staging.commit()
    expect(tree()).toEqual({ a: 'new', link: 'new', broken: 'new', fresh: 'new', target: 'kept' })
  })

  it('is restored when a later file cannot be put in place', async () => {
    make({ a: 'old', target: 'kept' })
    symlinkSync('target', at('link'))
    const staging = await staged({ a: 'new', link: 'new', fresh: 'new', 'deep/fresh': 'new', folder: 'new' }, true)
    mkdirSync(at('folder'))
    await expect(staging.commit()).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: expect.stringContaining(at('folder')) as unknown,
    })
    expect(tree()).toEqual({ a: 'old', link: '→ target', target: 'kept', folder: '/' })
  })

  it('is restored when the run is cancelled', async () => {
    make({ a: 'old' })
    const staging = await staged({ a: 'new', b: 'new' }, true)
    const reason = new Error('cancelled')
    await expect(staging.commit(AbortSignal.abort(reason))).rejects.toBe(reason)
    expect(tree()).toEqual({ a: 'old' })
  })
})

it('keeps the originals and says where they are when they cannot be restored', async () => {
  make({ a: 'old' })
  const refused = Object.assign(new Error('EIO'), { code: 'EIO' })
  const disk: Disk = {
    ...nodeDisk,
    rename: (from, to) => (String(from).endsWith('.old') ? Promise.reject(refused) : nodeDisk.rename(from, to)),
  }
  // More than are moved at once, so that the first is replaced when the last fails.
  const names = ['a', ...Array.from({ length: 40 }, (_, index) => `b${index}`)]
  const staging = await staged(Object.fromEntries(names.map((name) => [name, 'new'])), true, disk)
  const [hidden = ''] = readdirSync(folder).filter((name) => name.startsWith('.kms-sign-'))
  rmSync(join(at(hidden), '40'))
  await expect(staging.commit()).rejects.toMatchObject({
    code: 'WRITE_FAILED',
    hint: expect.stringContaining(hidden) as unknown,
  })
  expect(readFileSync(join(at(hidden), '0.old'), 'utf8')).toBe('old')
})

it.each([
  ['a file where a folder has to be', { file: 'x' }, 'file/a.sig'],
  ['a name that is too long', {}, `${'n'.repeat(250)}.sigstore.json`],
])('fails for %s, and leaves nothing behind', async (_, before, name) => {
  make(before)
  await expect(
    checkOutputPaths({ workspace: folder, paths: [at(name)], inputs: [], overwrite: false }),
  ).rejects.toMatchObject({
    code: 'WRITE_FAILED',
  })
  const staging = openStaging({ overwrite: false })
  const stage = staging.stage(at(name), Buffer.from('x'))
  await stage
    .then(() => staging.commit())
    .catch((cause: unknown) => {
      expect(cause).toMatchObject({ code: 'WRITE_FAILED' })
    })
  await staging.discard()
  expect(tree()).toEqual(before)
})

// Linux alone has a folder that refuses new ones as if it were not there itself.
if (process.platform === 'linux')
  it('ends with WRITE_FAILED below /proc, which says ENOENT to every new folder', async () => {
    await expect(openStaging({ overwrite: false }).stage('/proc/nowhere/a', Buffer.from('x'))).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    })
  })

// Root may write to any folder.
if (!isRoot)
  it('fails for a folder that may not be written to (needs a user that is not root)', async () => {
    mkdirSync(at('closed'))
    chmodSync(at('closed'), 0o500)
    await expect(
      checkOutputPaths({ workspace: folder, paths: [at('closed/a')], inputs: [], overwrite: false }),
    ).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    })
    await expect(openStaging({ overwrite: false }).stage(at('closed/a'), Buffer.from('x'))).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    })
  })

/** A file system of 256 KiB, or `undefined` where this user may not mount one. */
function smallDisk(): string | undefined {
  try {
    mkdirSync(at('disk'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', at('disk')], { stdio: 'ignore' })
    return at('disk')
  } catch {
    return undefined
  }
}

it('fails with WRITE_FAILED on a full disk, and leaves nothing behind (needs the right to mount)', async () => {
  const disk = smallDisk()
  if (disk === undefined) {
    // Whom CI runs as root has to be able to.
    expect([process.env['CI'], isRoot]).not.toEqual(['true', true])
    process.stderr.write('NOT RUN: a full disk, which this user may not mount\n')
    return
  }
  try {
    const staging = openStaging({ overwrite: false })
    const failing = staging
      .stage(at('disk/a/b'), Buffer.alloc(100_000))
      .then(() => staging.stage(at('disk/a/c'), Buffer.alloc(300_000)))
    await expect(failing).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      hint: expect.stringContaining('space') as unknown,
    })
    await expect(staging.commit()).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    await staging.discard()
    expect(tree()).toEqual({ disk: '/' })
    const other = await staged({ 'disk/new/a': 'x', b: 'y' })
    await other.commit()
    expect(tree()).toMatchObject({ 'disk/new/a': 'x', b: 'y' })
  } finally {
    execFileSync('umount', [disk])
  }
})

it('does not take a link for the hidden folder of a run that was killed', async () => {
  make({ 'dist/app': 'app', 'src/main': 'theirs' })
  symlinkSync('../src', at('dist/.kms-sign-1-1-0123456789ab'))
  const before = tree()
  await (await staged({ 'dist/app.sig': '1' })).discard()
  expect(tree()).toEqual(before)
})

describe('paths of outputs', () => {
  const check = (paths: readonly string[], more: { inputs?: readonly string[]; overwrite?: boolean } = {}) =>
    checkOutputPaths({
      workspace: folder,
      paths: paths.map(at),
      inputs: (more.inputs ?? []).map(at),
      overwrite: more.overwrite ?? false,
    })

  it('are free', async () => {
    make({ 'dist/app': 'app' })
    await check(['dist/app.sig', 'new/deep/app.sig'], { inputs: ['dist/app'] })
    expect(existsSync(at('new'))).toBe(false)
  })

  it('that are taken are refused without overwrite, by name', async () => {
    make({ 'dist/app.sig': 'old' })
    symlinkSync('nowhere', at('dist/app.asc'))
    await expect(check(['dist/app.sig', 'dist/app.asc', 'dist/app.p7s'])).rejects.toMatchObject({
      code: 'OUTPUT_EXISTS',
      message: expect.stringMatching(/app\.sig\n.*app\.asc$/u) as unknown,
    })
    await check(['dist/app.sig', 'dist/app.asc'], { overwrite: true })
  })

  it.each([true, false])('are refused where a folder is (overwrite: %p)', async (overwrite) => {
    mkdirSync(at('dist/app.sig'), { recursive: true })
    await expect(check(['dist/app.sig'], { overwrite })).rejects.toMatchObject({ code: 'WRITE_FAILED' })
  })

  it('are refused where two are the same, or one is read', async () => {
    await expect(check(['a', 'b', 'x/../a'])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(check(['a'], { inputs: ['a'], overwrite: true })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('staging', () => {
  const pieces = async function* (...texts: readonly string[]) {
    for (const text of texts) yield await Promise.resolve(Buffer.from(text))
  }

  it('takes a file piece by piece', async () => {
    const staging = openStaging({ overwrite: false })
    await staging.stage(at('a'), pieces('one ', 'two'))
    await staging.commit()
    expect(tree()).toEqual({ a: 'one two' })
  })

  it('passes on why the pieces ended, and ends the run with it', async () => {
    const changed = new ActionError('FILE_CHANGED', 'it changed')
    const broken = async function* (reason: Error) {
      yield await Promise.resolve(Buffer.from('one'))
      throw reason
    }
    const staging = openStaging({ overwrite: false })
    await staging.stage(at('a'), Buffer.from('x'))
    await expect(staging.stage(at('b'), broken(changed))).rejects.toBe(changed)
    await expect(staging.stage(at('c'), broken(new Error('later')))).rejects.toBe(changed)
    await expect(staging.commit()).rejects.toBe(changed)
    await staging.discard()
    expect(tree()).toEqual({})
  })

  it('names the file that a disk refuses', async () => {
    const disk: Disk = { ...nodeDisk, writeNew: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) }
    await expect(staged({ 'dist/a': 'x' }, false, disk)).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: `${at('dist/a')} cannot be written: EIO`,
    })
  })

  it('refuses a file after the commit, and says so', async () => {
    const staging = await staged({ a: 'x' })
    await staging.commit()
    await expect(staging.stage(at('b'), Buffer.from('x'))).rejects.toMatchObject({
      code: 'INTERNAL_ERROR',
      message: 'A file is staged after the end of the run.',
    })
    expect(tree()).toEqual({ a: 'x' })
  })

  it('waits for what is being written before it commits', async () => {
    const staging = openStaging({ overwrite: false })
    const { promise, resolve } = Promise.withResolvers<Buffer>()
    const late = async function* () {
      yield await promise
    }
    const writing = staging.stage(at('a'), late())
    const committing = staging.commit()
    setTimeout(resolve, 20, Buffer.from('late'))
    expect(await committing).toEqual([at('a')])
    await writing
    expect(tree()).toEqual({ a: 'late' })
  })

  it('makes nothing before the first file, and one hidden folder in each that is written to', async () => {
    const staging = openStaging({ overwrite: false })
    expect(tree()).toEqual({})
    for (const name of ['a', 'b', 'deep/c']) await staging.stage(at(name), Buffer.from(name))
    const hidden = Object.keys(tree()).filter((name) => name.includes('.kms-sign-'))
    const [mark = ''] = hidden
    expect(mark).toMatch(/^\.kms-sign-[^/]+$/u)
    expect(hidden.toSorted()).toEqual([mark, `${mark}/0`, `${mark}/1`, `deep/${mark}`, `deep/${mark}/2`].toSorted())
    await staging.discard()
    expect(tree()).toEqual({})
  })
})

describe('a commit that breaks off', () => {
  const refusing = (final: string, more: Partial<Disk> = {}): Disk => ({
    ...nodeDisk,
    link: (from, to) =>
      to === at(final) ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : nodeDisk.link(from, to),
    ...more,
  })

  it('names the file, and leaves neither files nor new folders', async () => {
    const staging = await staged({ a: '1', 'new/deep/b': '2', z: '3' }, false, refusing('z'))
    await expect(staging.commit()).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: `${at('z')} cannot be written: EIO`,
    })
    expect(tree()).toEqual({})
  })

  it('names what could not be taken back, where that is kept, and until when', async () => {
    make({ a: 'old' })
    const disk = refusing('z', {
      rename: (from, to) =>
        String(from).endsWith('.old') ? Promise.reject(new Error('not again')) : nodeDisk.rename(from, to),
    })
    const names = ['a', ...Array.from({ length: 20 }, (_, index) => `new/b${index}`), 'z']
    const staging = await staged(Object.fromEntries(names.map((name) => [name, 'new'])), true, disk)
    await expect(staging.commit()).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: `${at('z')} cannot be written: EIO\nThese could not be put back as they were:\n  ${at('a')}: not again`,
      hint: expect.stringMatching(
        /^What was replaced is kept, numbered, in:\n(?: {2}\S*\.kms-sign-\S+\n){2}The next run/u,
      ) as unknown,
    })
    await staging.discard()
    const [hidden = ''] = readdirSync(folder).filter((name) => name.startsWith('.'))
    expect(readFileSync(join(at(hidden), '0.old'), 'utf8')).toBe('old')
  })

  it('by a signal puts nothing more in place', async () => {
    const reason = new Error('cancelled')
    const run = new AbortController()
    const disk: Disk = {
      ...nodeDisk,
      link: async (from, to) => {
        await nodeDisk.link(from, to)
        run.abort(reason)
      },
    }
    const names = Array.from({ length: 40 }, (_, index) => `${index}`)
    const staging = await staged(Object.fromEntries(names.map((name) => [name, 'x'])), false, disk)
    await expect(staging.commit(run.signal)).rejects.toBe(reason)
    expect(tree()).toEqual({})
  })
})
