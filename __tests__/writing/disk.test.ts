/** What a run asks of the disk, and how long it asks again. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { nodeDisk, patient, type Disk } from '../../src/writing/disk.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'disk-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const failure = (code: string) => Object.assign(new Error(code), { code })

describe('patience', () => {
  type Call = Exclude<keyof Disk, 'wait' | 'isOver' | 'newMark' | 'removeTree'>

  /** How often a call is made that is refused twice. */
  async function calls(name: Call, code: string, platform: NodeJS.Platform): Promise<number> {
    let count = 0
    const refusing = {
      ...nodeDisk,
      [name]: (...args: unknown[]) => {
        expect(args).toEqual([at('a')])
        count += 1
        return count <= 2 ? Promise.reject(failure(code)) : Promise.resolve('done')
      },
    }
    const disk = patient(refusing, { platform, wait: () => Promise.resolve() })
    const asked = disk[name] as (path: string) => Promise<unknown>
    const outcome = await asked(at('a')).catch((cause: unknown) => (cause as NodeJS.ErrnoException).code)
    expect(outcome).toBe(count === 3 ? 'done' : code)
    return count
  }

  const MOST: readonly Call[] = [
    'copyFile',
    'lstat',
    'readdir',
    'readFile',
    'readlink',
    'rename',
    'rmdir',
    'stat',
    'symlink',
    'unlink',
  ]
  it.each([...MOST, 'link', 'mkdir'] as const)(
    'has %s repeated on NFS, and while too many files are open',
    async (name) => {
      for (const code of ['ESTALE', 'EMFILE', 'ENFILE']) expect(await calls(name, code, 'linux')).toBe(3)
      for (const code of ['EBUSY', 'EPERM', 'EACCES', 'EIO']) expect(await calls(name, code, 'linux')).toBe(1)
    },
  )

  it.each([...MOST, 'link'] as const)('has %s repeated while a scanner on Windows holds the file', async (name) => {
    for (const code of ['EBUSY', 'EACCES']) expect(await calls(name, code, 'win32')).toBe(3)
    expect(await calls(name, 'EIO', 'win32')).toBe(1)
  })

  it('takes a refused hard link for a disk without them, and a refused folder for refused', async () => {
    expect(await calls('link', 'EPERM', 'win32')).toBe(1)
    for (const code of ['EBUSY', 'EPERM', 'EACCES']) expect(await calls('mkdir', code, 'win32')).toBe(1)
  })

  it.each(['writeNew', 'writePieces'] as const)(
    'has a file written again only where it was not opened: %s',
    async (name) => {
      for (const code of ['EMFILE', 'ENFILE']) expect(await calls(name, code, 'linux')).toBe(3)
      for (const code of ['ESTALE', 'EBUSY', 'EACCES']) expect(await calls(name, code, 'win32')).toBe(1)
    },
  )

  it('is not for what the system did not say', async () => {
    const strange = { ...nodeDisk, writeNew: () => Promise.reject(new Error('without a code')) }
    const disk = patient(strange, { wait: () => Promise.reject(new Error('waits')) })
    await expect(disk.writeNew(at('b'), Buffer.from('x'))).rejects.toThrow('without a code')
  })

  it('waits longer each time, up to half a second', async () => {
    const waits: number[] = []
    const refusing = { ...nodeDisk, unlink: () => Promise.reject(failure('ESTALE')) }
    const wait = (ms: number) => Promise.resolve(waits.push(ms))
    await expect(patient(refusing, { wait }).unlink(at('a'))).rejects.toMatchObject({ code: 'ESTALE' })
    expect(waits.slice(0, 8)).toEqual([10, 20, 40, 80, 160, 320, 500, 500])
    expect(waits.slice(8).every((ms) => ms === 500)).toBe(true)
  })

  it('waits by the clock unless told otherwise', async () => {
    writeFileSync(at('a'), '')
    let left = 3
    const refusing = {
      ...nodeDisk,
      unlink: (path: string) => (left-- > 0 ? Promise.reject(failure('ESTALE')) : nodeDisk.unlink(path)),
    }
    const started = performance.now()
    await patient(refusing as Disk).unlink(at('a'))
    expect(performance.now() - started).toBeGreaterThan(60)
  })
})

describe('the disk of the machine', () => {
  it('writes a new file, and replaces none', async () => {
    await nodeDisk.writeNew(at('a'), Buffer.from('one'))
    await expect(nodeDisk.writeNew(at('a'), Buffer.from('two'))).rejects.toMatchObject({ code: 'EEXIST' })
    expect(readFileSync(at('a'), 'utf8')).toBe('one')
  })

  it('writes a new file piece by piece, and replaces none', async () => {
    const pieces = async function* () {
      for (const text of ['one ', 'two ', 'three']) yield await Promise.resolve(Buffer.from(text))
    }
    await nodeDisk.writePieces(at('a'), pieces())
    expect(readFileSync(at('a'), 'utf8')).toBe('one two three')
    await expect(nodeDisk.writePieces(at('a'), pieces())).rejects.toMatchObject({ code: 'EEXIST' })
    expect(readFileSync(at('a'), 'utf8')).toBe('one two three')
  })

  it('makes folders of the mode that is asked for', async () => {
    await nodeDisk.mkdir(at('private'), 0o700)
    await nodeDisk.mkdir(at('shared'))
    if (process.platform !== 'win32') {
      expect(statSync(at('private')).mode & 0o777).toBe(0o700)
      expect(statSync(at('shared')).mode & 0o700).toBe(0o700)
    }
    await expect(nodeDisk.mkdir(at('a/b'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('removes a whole tree, or nothing where nothing is', async () => {
    mkdirSync(at('tree/deep'), { recursive: true })
    writeFileSync(at('tree/deep/a'), '')
    await nodeDisk.removeTree(at('tree'))
    await nodeDisk.removeTree(at('tree'))
    expect(existsSync(at('tree'))).toBe(false)
  })
})
