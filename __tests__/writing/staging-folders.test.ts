/** Hidden folders: how they are made, whose are removed, and by what they are known. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { nodeDisk, type Disk } from '../../src/writing/disk.ts'
import { isOver, newRunMark } from '../../src/writing/run-mark.ts'
import { makeStagingFolder, otherRuns, removeHidden, removeMade } from '../../src/writing/staging-folders.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hidden-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const failure = (code: string) => Object.assign(new Error(code), { code })
const MARK = '.kms-sign-1-1-0123456789ab-0123456789ab'
const OTHER = '.kms-sign-2-1-0123456789ab-0123456789ab'
const every = (isOver: boolean): Disk => ({ ...nodeDisk, isOver: () => Promise.resolve(isOver) })

describe('making one', () => {
  it('makes the folders above it, and tells of each that is new', async () => {
    mkdirSync(at('there'))
    const made: string[] = []
    expect(await makeStagingFolder(nodeDisk, at('there/new/deep'), MARK, made)).toBe(at(`there/new/deep/${MARK}`))
    expect(made).toEqual(['there/new', 'there/new/deep', `there/new/deep/${MARK}`].map(at))
  })

  it('removes what dead runs left in a folder that was there, with all that it holds', async () => {
    mkdirSync(at(`${OTHER}/odd`), { recursive: true })
    writeFileSync(at(`${OTHER}/0`), '')
    await makeStagingFolder(every(true), folder, MARK, [])
    expect(readdirSync(folder)).toEqual([MARK])
  })

  it('goes on where what a dead run left cannot be removed', async () => {
    mkdirSync(at(OTHER))
    const disk: Disk = {
      ...every(true),
      rmdir: () => Promise.reject(failure('EBUSY')),
      removeTree: () => Promise.reject(failure('EBUSY')),
    }
    await makeStagingFolder(disk, folder, MARK, [])
    expect(readdirSync(folder)).toEqual([MARK, OTHER])
  })

  it('says that a file is in place of the folder, or above it', async () => {
    writeFileSync(at('file'), '')
    await expect(makeStagingFolder(nodeDisk, at('file'), MARK, [])).rejects.toMatchObject({
      code: 'ENOTDIR',
      message: 'there is a file in place of the folder',
    })
    await expect(makeStagingFolder(nodeDisk, at('file/deep'), MARK, [])).rejects.toMatchObject({ code: 'ENOTDIR' })
  })

  it('takes a link to a folder for the folder', async () => {
    mkdirSync(at('real'))
    symlinkSync('real', at('link'))
    const made: string[] = []
    await makeStagingFolder(nodeDisk, at('link'), MARK, made)
    expect([made, readdirSync(at('real'))]).toEqual([[at(`link/${MARK}`)], [MARK]])
  })

  /** A disk on which the folder that was made is gone again before the hidden one is. */
  const vanishing = (times: number): Disk & { readonly tries: () => number } => {
    let tries = 0
    return {
      ...nodeDisk,
      tries: () => tries,
      mkdir: async (path, mode) => {
        if (path.endsWith(MARK) && ++tries <= times) rmSync(at('new'), { recursive: true, force: true })
        await nodeDisk.mkdir(path, mode)
      },
    }
  }

  it.each([1, 10])('goes on where another run removes the folder again, %i times', async (times) => {
    await makeStagingFolder(vanishing(times), at('new'), MARK, [])
    expect(readdirSync(at('new'))).toEqual([MARK])
  })

  it('ends where the folder is never there', async () => {
    const disk = vanishing(1e9)
    await expect(makeStagingFolder(disk, at('new'), MARK, [])).rejects.toMatchObject({ code: 'ENOENT' })
    expect(disk.tries()).toBe(11)
  })

  it('tries no other refusal again', async () => {
    let tries = 0
    const disk: Disk = {
      ...nodeDisk,
      mkdir: () => {
        tries += 1
        return Promise.reject(failure('EACCES'))
      },
    }
    await expect(makeStagingFolder(disk, at('new'), MARK, [])).rejects.toMatchObject({ code: 'EACCES' })
    expect(tries).toBe(1)
  })

  it('ends where the root itself is said to be missing', async () => {
    const disk: Disk = { ...nodeDisk, mkdir: () => Promise.reject(failure('ENOENT')) }
    await expect(makeStagingFolder(disk, '/', MARK, [])).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('those of other runs', () => {
  it('are folders of such a name, other than its own', async () => {
    for (const name of [MARK, OTHER, '.kms-sign-mine', 'dist']) mkdirSync(at(name))
    writeFileSync(at('.kms-sign-3-1-0123456789ab-0123456789ab'), '')
    symlinkSync(OTHER, at('.kms-sign-4-1-0123456789ab-0123456789ab'))
    expect(await otherRuns(nodeDisk, folder, at(MARK))).toEqual([{ path: at(OTHER), isOver: false }])
  })

  it('are judged by their age on the clock of the disk', async () => {
    for (const name of [MARK, OTHER]) mkdirSync(at(name))
    const ages: [string, bigint][] = []
    const disk: Disk = {
      ...nodeDisk,
      lstat: async (path) => Object.assign(await nodeDisk.lstat(path), { mtimeNs: path === at(MARK) ? 1000n : 300n }),
      isOver: (name, age) => {
        ages.push([name, age])
        return Promise.resolve(true)
      },
    }
    expect(await otherRuns(disk, folder, at(MARK))).toEqual([{ path: at(OTHER), isOver: true }])
    expect(ages).toEqual([[OTHER, 700n]])
    const gone: Disk = {
      ...disk,
      lstat: (path) => (path === at(OTHER) ? Promise.reject(failure('ENOENT')) : disk.lstat(path)),
    }
    await otherRuns(gone, folder, at(MARK))
    expect(ages.slice(1)).toEqual([[OTHER, 0n]])
  })
})

describe('removing', () => {
  it('after a commit takes the hidden ones alone, and what is in them', async () => {
    for (const name of ['new', `new/${MARK}`]) mkdirSync(at(name))
    writeFileSync(at(`new/${MARK}/0.old`), '')
    const made = [at('new'), at(`new/${MARK}`)]
    await removeHidden(nodeDisk, made)
    expect([readdirSync(at('new')), made]).toEqual([[], []])
  })

  it('before a commit takes the folders around them too, where they are empty', async () => {
    for (const name of ['new', `new/${MARK}`, 'theirs', `theirs/${MARK}`]) mkdirSync(at(name))
    writeFileSync(at('theirs/file'), '')
    const made = ['new', `new/${MARK}`, 'theirs', `theirs/${MARK}`].map(at)
    await removeMade(nodeDisk, made)
    expect([existsSync(at('new')), readdirSync(at('theirs')), made]).toEqual([false, ['file'], []])
  })
})

describe('the mark of a run', () => {
  const parts = async () => (await newRunMark()).replace('.kms-sign-', '').split('-')
  const nameOf = (...of: readonly (string | number | undefined)[]) => `.kms-sign-${of.join('-')}`
  const DAY_NS = 24n * 3600n * 1_000_000_000n

  it('is of this process, and another one each time', async () => {
    const [one, two] = [await parts(), await parts()]
    expect(one[0]).toBe(`${process.pid}`)
    // proc(5): the 22nd field of a line whose second one is the name in parentheses.
    const stat = process.platform === 'linux' ? readFileSync('/proc/self/stat', 'latin1') : ''
    expect(one[1]).toBe(stat.replace(/^.*\) /su, '').split(' ')[19] ?? '0')
    expect([one[2], one[3]]).toEqual([
      expect.stringMatching(/^[0-9a-f]{12}$/u) as unknown,
      expect.stringMatching(/^[0-9a-f]{12}$/u) as unknown,
    ])
    expect(one.slice(0, 3)).toEqual(two.slice(0, 3))
    expect(one[3]).not.toBe(two[3])
    expect(await isOver(nameOf(...one), 0n)).toBe(false)
  })

  it('says that the run is over once the process is gone, or another one has its number', async () => {
    const [pid, start, place, random] = await parts()
    expect(await isOver(nameOf(2 ** 22 + 1, start, place, random), 0n)).toBe(true)
    expect(await isOver(nameOf(pid, '1', place, random), 0n)).toBe(true)
  })

  it('says so where nothing tells when processes start, by the number alone', async () => {
    const [pid, , place, random] = await parts()
    expect(await isOver(nameOf(pid, '0', place, random), 0n)).toBe(false)
    expect(await isOver(nameOf(2 ** 22 + 1, '0', place, random), 0n)).toBe(true)
  })

  it('takes a process of another user for one that lives', async () => {
    const [, , place, random] = await parts()
    // The first process, which is root's.
    if (process.platform !== 'win32') expect(await isOver(nameOf(1, '0', place, random), 0n)).toBe(false)
  })

  it('says of a run elsewhere, or of an earlier version, only that no run is as old', async () => {
    const [, , place, random] = await parts()
    for (const name of [nameOf(2 ** 22 + 1, '1', '0123456789ab', random), nameOf(2 ** 22 + 1, '1', random)]) {
      expect(await isOver(name, 0n)).toBe(false)
      expect(await isOver(name, 35n * DAY_NS)).toBe(false)
      expect(await isOver(name, 35n * DAY_NS + 1n)).toBe(true)
    }
    expect(place).not.toBe('0123456789ab')
  })

  it('says nothing where it is no mark', async () => {
    expect(await isOver('dist', 0n)).toBe(false)
  })
})
