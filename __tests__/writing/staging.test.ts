import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
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

describe('after a SIGKILL', () => {
  const script = `
    import { openStaging } from ${JSON.stringify(join(import.meta.dirname, '../../src/writing/staging.ts'))}
    const folder = process.argv[1]
    const staging = openStaging({ overwrite: true })
    for (let i = 0; i < 300; i += 1) await staging.stage(folder + '/' + i, Buffer.from('new new new'))
    process.stdout.write('staged')
    if (process.argv[2] === 'commit') await staging.commit()
    else setInterval(() => {}, 1000)`
  /** A run that has staged its files. */
  const start = async (mode: string) => {
    const run = spawn(process.execPath, ['--input-type=module', '-e', script, folder, mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const told = await Promise.race([once(run.stdout, 'data'), once(run, 'close')])
    if (String(told[0]) !== 'staged') throw new Error('The run ended before it had staged its files.')
    return run
  }

  it('each file is old or new, and the next run removes what is left', async () => {
    make(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}`, 'old'])))
    const run = await start('commit')
    while (run.exitCode === null && readFileSync(at('40'), 'utf8') === 'old') await new Promise(setImmediate)
    run.kill('SIGKILL')
    await once(run, 'close')
    const { ...left } = tree()
    const visible = Object.entries(left).filter(([name]) => !name.startsWith('.'))
    expect(visible).toHaveLength(300)
    for (const [, content] of visible) expect(['old', 'new new new']).toContain(content)
    const next = await staged({ next: 'x' })
    await next.commit()
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('a hidden folder of a run that still lives is left alone', async () => {
    const run = await start('wait')
    const hidden = readdirSync(folder)
    await (await staged({ mine: 'x' })).commit()
    expect(readdirSync(folder)).toEqual([...hidden, 'mine'])
    run.kill('SIGKILL')
    await once(run, 'close')
    await (await staged({ second: 'x' })).commit()
    expect(readdirSync(folder)).toEqual(['mine', 'second'])
  })
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

it('stages and moves 3,000 files within seconds', async () => {
  const started = performance.now()
  await (await staged(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${index}.sig`, 'x'])))).commit()
  expect(performance.now() - started).toBeLessThan(5000)
  expect(readdirSync(folder)).toHaveLength(3000)
})
