/** Several steps and several runs in one folder: what each may touch. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { nodeDisk, patient, type Disk } from '../../src/writing/disk.ts'
import { checkOutputPaths } from '../../src/writing/output-paths.ts'
import { newRunMark } from '../../src/writing/run-mark.ts'
import { openStaging } from '../../src/writing/staging.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'shared-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const tree = () =>
  Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(at(name), 'utf8')]),
  )

async function staged(files: Readonly<Record<string, string>>, overwrite = false, disk?: Disk) {
  const staging = openStaging({ overwrite, disk })
  for (const [name, content] of Object.entries(files)) await staging.stage(at(name), Buffer.from(content))
  return staging
}

/** A disk on which a call fails, or something happens before it. */
function diskWhere<K extends keyof Disk>(name: K, before: (...args: Parameters<Disk[K]>) => void): Disk {
  const call = nodeDisk[name] as (...args: unknown[]) => Promise<unknown>
  return {
    ...nodeDisk,
    [name]: async (...args: Parameters<Disk[K]>) => {
      before(...args)
      return await call(...args)
    },
  }
}

const failure = (code: string) => Object.assign(new Error(code), { code })

describe('a file that is there', () => {
  it('with the very bytes to be written is no conflict, and stays', async () => {
    writeFileSync(at('key'), 'key')
    const staging = await staged({ key: 'key', b: 'new' })
    expect(await staging.commit()).toEqual([at('key'), at('b')])
    expect(tree()).toEqual({ key: 'key', b: 'new' })
    const failing = await staged({ key: 'key', c: 'new', d: 'new' })
    writeFileSync(at('d'), 'theirs')
    await expect(failing.commit()).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
    expect(tree()).toEqual({ key: 'key', b: 'new', d: 'theirs' })
  })

  it('is a conflict as a link, or with other bytes of the same length', async () => {
    writeFileSync(at('target'), 'key')
    symlinkSync('target', at('key'))
    await expect((await staged({ key: 'key' })).commit()).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
    await expect((await staged({ target: 'KEY' })).commit()).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
  })

  it.each([true, false])('becomes what it is joined to, after all others (overwrite: %p)', async (overwrite) => {
    writeFileSync(at('list'), 'old')
    const staging = openStaging({ overwrite })
    const seen: string[] = []
    await staging.stage(at('list'), Buffer.from('new'), (existing) => {
      seen.push(...readdirSync(folder).filter((name) => !name.startsWith('.')))
      return Promise.resolve(Buffer.from(`${existing.toString()} and new`))
    })
    // More than are moved at once.
    const others = Array.from({ length: 40 }, (_, index) => `other${index}`)
    for (const name of others) await staging.stage(at(name), Buffer.from('x'))
    await staging.commit()
    expect(seen.toSorted()).toEqual(['list', ...others].toSorted())
    expect(tree()).toEqual({ list: 'old and new', ...Object.fromEntries(others.map((name) => [name, 'x'])) })
  })

  it('is as it was when joining it is undone, or is not wanted', async () => {
    writeFileSync(at('list'), 'old')
    const staging = openStaging({ overwrite: false })
    await staging.stage(at('list'), Buffer.from('new'), () => Promise.resolve(undefined))
    await expect(staging.commit()).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
    const two = openStaging({ overwrite: false })
    await two.stage(at('list'), Buffer.from('new'), () => Promise.resolve(Buffer.from('joined')))
    await two.stage(at('second'), Buffer.from('new'), () => Promise.reject(new Error('no')))
    writeFileSync(at('second'), 'theirs')
    await expect(two.commit()).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(tree()).toEqual({ list: 'old', second: 'theirs' })
  })
})

describe('undoing', () => {
  it.each([true, false])('leaves alone what is not this run’s any more (overwrite: %p)', async (overwrite) => {
    if (overwrite) writeFileSync(at('a'), 'old')
    const disk = diskWhere('link', (_, final) => {
      if (String(final) !== at('z')) return
      writeFileSync(at('theirs'), 'theirs')
      rmSync(at('a'))
      linkSync(at('theirs'), at('a'))
      throw failure('EIO')
    })
    const names = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`b${index}`, 'x']))
    const staging = await staged({ a: 'new', ...names, z: 'x' }, overwrite, disk)
    await expect(staging.commit()).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(tree()).toEqual({ a: 'theirs', theirs: 'theirs' })
  })

  it.each([true, false])('leaves alone what came at once after its own (overwrite: %p)', async (overwrite) => {
    if (overwrite) writeFileSync(at('a'), 'old')
    let isReplaced = false
    const replaceA = (): void => {
      if (isReplaced) return
      isReplaced = true
      writeFileSync(at('theirs'), 'theirs')
      rmSync(at('a'))
      linkSync(at('theirs'), at('a'))
    }
    const disk: Disk = {
      ...nodeDisk,
      link: async (from, to) => {
        if (to === at('z')) throw failure('EIO')
        await nodeDisk.link(from, to)
        if (to === at('a')) replaceA()
      },
      rename: async (from, to) => {
        await nodeDisk.rename(from, to)
        if (to === at('a')) replaceA()
      },
    }
    const names = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`b${index}`, 'x']))
    const staging = await staged({ a: 'new', ...names, z: 'x' }, overwrite, disk)
    await expect(staging.commit()).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(tree()).toEqual({ a: 'theirs', theirs: 'theirs' })
  })
})

describe.each(['EISDIR', 'EPERM', 'ENOTSUP', 'ENOSYS'])('a disk without hard links, which says %s', (code) => {
  const disk = (): Disk => ({ ...nodeDisk, link: () => Promise.reject(failure(code)) })

  it('gets its files by renaming', async () => {
    await (await staged({ a: '1', b: '2' }, false, disk())).commit()
    expect(tree()).toEqual({ a: '1', b: '2' })
    await (await staged({ a: 'new' }, true, disk())).commit()
    await expect((await staged({ c: '3', a: '4' }, false, disk())).commit()).rejects.toMatchObject({
      code: 'OUTPUT_EXISTS',
    })
    expect(tree()).toEqual({ a: 'new', b: '2' })
  })
})

describe('patience', () => {
  const waits: number[] = []
  const patience = (platform: NodeJS.Platform) => ({
    platform,
    wait: (ms: number) => Promise.resolve(waits.push(ms)),
  })
  const refusing = (code: string, times: number) => {
    let left = times
    return diskWhere('rename', () => {
      if (left-- > 0) throw failure(code)
    })
  }

  it.each([
    ['win32', 'EBUSY'],
    ['win32', 'EPERM'],
    ['win32', 'EACCES'],
    ['linux', 'ESTALE'],
    ['linux', 'EMFILE'],
  ] as const)('repeats on %s what is refused for a moment with %s', async (platform, code) => {
    writeFileSync(at('a'), 'x')
    await patient(refusing(code, 5), patience(platform)).rename(at('a'), at('b'))
    expect(existsSync(at('b'))).toBe(true)
  })

  it.each([
    ['linux', 'EBUSY'],
    ['win32', 'ENOSPC'],
  ] as const)('does not repeat on %s what ends with %s', async (platform, code) => {
    await expect(patient(refusing(code, 1), patience(platform)).rename(at('a'), at('b'))).rejects.toMatchObject({
      code,
    })
  })

  it('ends after some seconds', async () => {
    waits.splice(0)
    await expect(patient(refusing('ESTALE', 1e9), patience('linux')).rename(at('a'), at('b'))).rejects.toMatchObject({
      code: 'ESTALE',
    })
    const sum = waits.reduce((a, b) => a + b, 0)
    expect([sum >= 5000, sum < 6000]).toEqual([true, true])
  })

  it('blames no disk for too many open files', async () => {
    const disk = { ...nodeDisk, writeNew: () => Promise.reject(failure('EMFILE')) }
    await expect(staged({ a: 'x' }, false, disk)).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      hint: expect.stringMatching(/limit of open files .* not the fault of the disk/u) as unknown,
    })
  })
})

describe('the hidden folder', () => {
  const left = async () => {
    await (await staged({ mine: 'x' })).commit()
    return readdirSync(folder).filter((name) => name.startsWith('.'))
  }
  const marked = async (change: (parts: string[]) => void) => {
    const parts = (await newRunMark()).replace(/^\.kms-sign-/u, '').split('-')
    change(parts)
    const name = `.kms-sign-${parts.join('-')}`
    mkdirSync(at(name))
    return name
  }

  it('of a process that is gone here is removed', async () => {
    await marked((parts) => (parts[1] = '1'))
    expect(await left()).toEqual([])
  })

  it('of a run that may live on another host, or in another container, stays', async () => {
    const elsewhere = await marked((parts) => {
      parts[1] = '1'
      parts[2] = '0123456789ab'
    })
    expect(await left()).toEqual([elsewhere])
  })

  it('of a run elsewhere is removed once no run can be as old', async () => {
    const elsewhere = await marked((parts) => (parts[2] = '0123456789ab'))
    const old = new Date(Date.now() - 36 * 24 * 3600 * 1000)
    utimesSync(at(elsewhere), old, old)
    expect(await left()).toEqual([])
  })

  it('of an earlier version says too little, and stays', async () => {
    mkdirSync(at('.kms-sign-1-1-0123456789ab'))
    expect(await left()).toEqual(['.kms-sign-1-1-0123456789ab'])
  })
})

describe('paths that lead to one file', () => {
  const check = (paths: readonly string[], inputs: readonly string[] = []) =>
    checkOutputPaths({ paths: paths.map(at), inputs: inputs.map(at), overwrite: true, workspace: folder })

  it('by links are refused before anything is written', async () => {
    mkdirSync(at('real'))
    symlinkSync('real', at('link'))
    writeFileSync(at('real/a.sig'), 'signed')
    await expect(check(['link/a.sig'], ['real/a.sig'])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(`${at('real/a.sig')} and ${at('link/a.sig')}`) as unknown,
    })
    await expect(check(['real/x/b', 'link/x/b'])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await check(['real/b', 'link/c'], ['real/a'])
  })

  it('of version control are refused, and so is what a link leads there', async () => {
    mkdirSync(at('.git/hooks'), { recursive: true })
    symlinkSync('.git/hooks', at('hooks'))
    for (const path of ['.git/HEAD.sig', 'hooks/a.sig', '.git/new/folder/a', 'sub/.svn/a'])
      await expect(check([path])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await check(['.gitignore.sig', 'git/a'])
    const inside = { paths: [at('.git/ws/a')], inputs: [], overwrite: false, workspace: at('.git/ws') }
    await checkOutputPaths(inside)
  })
})
