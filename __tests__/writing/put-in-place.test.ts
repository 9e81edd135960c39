/** One file that comes into its place, and out of it again. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { nodeDisk, type Disk } from '../../src/writing/disk.ts'
import { putInPlace, takeBack, type OnExisting, type StagedFile } from '../../src/writing/put-in-place.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'place-')))
  mkdirSync(at('hidden'))
  writeFileSync(at('hidden/0'), 'new')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const text = (name: string) => readFileSync(at(name), 'utf8')
const failure = (code: string) => Object.assign(new Error(code), { code })
const file = (onExisting?: OnExisting): StagedFile => ({
  staged: at('hidden/0'),
  final: at('a'),
  backup: at('hidden/0.old'),
  joined: at('hidden/0.new'),
  onExisting,
})
const inode = (name: string) => lstatSync(at(name), { bigint: true }).ino
const NO_LINKS = ['EPERM', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV', 'UNKNOWN']
/** A disk on which a file that is renamed is another one to the system, as on some that are shared by a network. */
const renamingByCopies: Disk = {
  ...nodeDisk,
  link: () => Promise.reject(failure('EPERM')),
  rename: async (from, to) => {
    await nodeDisk.removeTree(String(to))
    if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to)
    else {
      writeFileSync(`${String(to)}.held`, '') // so that the number of what was removed is not given again
      await nodeDisk.copyFile(from, to)
      rmSync(`${String(to)}.held`)
    }
    rmSync(from)
  },
}
const withoutLinks = (code = 'EPERM'): Disk => ({ ...nodeDisk, link: () => Promise.reject(failure(code)) })

describe('where nothing is', () => {
  it.each([true, false])('the file comes and goes (overwrite: %p)', async (overwrite) => {
    const placed = await putInPlace(nodeDisk, file(), overwrite)
    expect([placed.how, text('a'), existsSync(at('hidden/0'))]).toEqual(['new', 'new', false])
    await takeBack(nodeDisk, file(), placed)
    expect(existsSync(at('a'))).toBe(false)
  })

  it.each(NO_LINKS)('it comes and goes on a disk without hard links (%s)', async (code) => {
    const placed = await putInPlace(withoutLinks(code), file(), false)
    expect([placed.how, text('a'), existsSync(at('hidden/0'))]).toEqual(['new', 'new', false])
    await takeBack(nodeDisk, file(), placed)
    expect(existsSync(at('a'))).toBe(false)
  })

  it('a link that is refused otherwise is not replaced by a rename', async () => {
    await expect(putInPlace(withoutLinks('EIO'), file(), false)).rejects.toMatchObject({ code: 'EIO' })
    expect([existsSync(at('a')), text('hidden/0')]).toEqual([false, 'new'])
  })

  it('its second name in the hidden folder may stay, which goes as a whole', async () => {
    const disk: Disk = { ...nodeDisk, unlink: () => Promise.reject(failure('EBUSY')) }
    expect(await putInPlace(disk, file(), false)).toMatchObject({ how: 'new' })
    expect(text('a')).toBe('new')
  })

  it('what is asked about what is there is not asked', async () => {
    const placed = await putInPlace(
      nodeDisk,
      file(() => Promise.reject(new Error('asked'))),
      false,
    )
    expect(placed.how).toBe('new')
  })
})

describe('where a file is', () => {
  beforeEach(() => {
    writeFileSync(at('a'), 'old')
  })

  it.each<[string, Disk]>([
    ['with hard links', nodeDisk],
    ['that renames by copies', renamingByCopies],
    ...NO_LINKS.map((code): [string, Disk] => [`without hard links (${code})`, withoutLinks(code)]),
  ])('it is replaced and put back on a disk %s', async (_, disk) => {
    const placed = await putInPlace(disk, file(), true)
    expect([placed.how, text('a'), text('hidden/0.old')]).toEqual(['replaced', 'new', 'old'])
    await takeBack(disk, file(), placed)
    expect([text('a'), existsSync(at('hidden/0.old'))]).toEqual(['old', false])
  })

  it('it stays when it cannot be kept', async () => {
    await expect(putInPlace(withoutLinks('EIO'), file(), true)).rejects.toMatchObject({ code: 'EIO' })
    expect([text('a'), text('hidden/0')]).toEqual(['old', 'new'])
  })

  it('it is not replaced without overwrite, with hard links or without', async () => {
    for (const disk of [nodeDisk, withoutLinks()])
      await expect(putInPlace(disk, file(), false)).rejects.toMatchObject({
        code: 'OUTPUT_EXISTS',
        message: expect.stringMatching(/^Exists already, and would have to be replaced:\n {2}\S*a$/u) as unknown,
      })
    expect([text('a'), text('hidden/0')]).toEqual(['old', 'new'])
  })

  it('it is replaced with overwrite also where it came at the last moment', async () => {
    rmSync(at('a'))
    let isFirst = true
    const disk: Disk = {
      ...nodeDisk,
      link: async (from, to) => {
        if (isFirst) writeFileSync(at('a'), 'theirs')
        isFirst = false
        await nodeDisk.link(from, to)
      },
    }
    const placed = await putInPlace(disk, file(), true)
    expect([placed.how, text('a')]).toEqual(['replaced', 'new'])
    await takeBack(disk, file(), placed)
    expect(text('a')).toBe('theirs')
  })

  it('it stays as it is with the very bytes that are to be there, and is not taken away', async () => {
    writeFileSync(at('hidden/0'), 'old')
    const before = inode('a')
    const placed = await putInPlace(nodeDisk, file(), false)
    expect(placed.how).toBe('kept')
    await takeBack(nodeDisk, file(), placed)
    expect([text('a'), inode('a')]).toEqual(['old', before])
  })

  it('with a longer beginning that is the same, it is another file', async () => {
    writeFileSync(at('hidden/0'), 'ol')
    await expect(putInPlace(nodeDisk, file(), false)).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
  })

  it('it becomes what it is joined to, and is put back', async () => {
    const seen: string[] = []
    const joining = file((existing) => {
      seen.push(existing.toString())
      return Promise.resolve(Buffer.from('old and new'))
    })
    const placed = await putInPlace(nodeDisk, joining, false)
    expect([placed.how, text('a'), seen]).toEqual(['replaced', 'old and new', ['old']])
    await takeBack(nodeDisk, joining, placed)
    expect(text('a')).toBe('old')
  })

  it.each<[string, () => void]>([
    ['a FIFO', () => execFileSync('mkfifo', [at('a')])],
    [
      'a link that leads nowhere',
      () => {
        symlinkSync('nowhere', at('a'))
      },
    ],
    [
      'a link to itself',
      () => {
        symlinkSync('a', at('a'))
      },
    ],
  ])('it is not joined where it is %s, but replaced, and put back', async (_, make) => {
    rmSync(at('a'))
    make()
    const asked = (): Promise<undefined> => Promise.reject(new Error('asked'))
    const placed = await putInPlace(nodeDisk, file(asked), true)
    expect(text('a')).toBe('new')
    await takeBack(nodeDisk, file(asked), placed)
    expect([lstatSync(at('a')).isFile(), existsSync(at('hidden/0.old'))]).toEqual([false, false])
  })

  it('it stays where joining it changes nothing, and is not taken away', async () => {
    const before = inode('a')
    const joining = file((existing) => Promise.resolve(existing))
    const placed = await putInPlace(nodeDisk, joining, false)
    expect(placed.how).toBe('kept')
    await takeBack(nodeDisk, joining, placed)
    expect([text('a'), inode('a')]).toEqual(['old', before])
  })

  it.each([true, false])(
    'that is none of this run’s business is judged as any other (overwrite: %p)',
    async (overwrite) => {
      const joining = file(() => Promise.resolve(undefined))
      const outcome = await putInPlace(nodeDisk, joining, overwrite).then(
        ({ how }) => how,
        (cause: unknown) => (cause as { code: string }).code,
      )
      expect([outcome, text('a')]).toEqual(overwrite ? ['replaced', 'new'] : ['OUTPUT_EXISTS', 'old'])
    },
  )
})

it.each([nodeDisk, renamingByCopies])('a link is replaced by a file, and put back as a link (%#)', async (disk) => {
  writeFileSync(at('target'), 'theirs')
  symlinkSync('target', at('a'))
  const placed = await putInPlace(disk, file(), true)
  expect([placed.how, text('a'), text('target')]).toEqual(['replaced', 'new', 'theirs'])
  await takeBack(disk, file(), placed)
  expect(readlinkSync(at('a'))).toBe('target')
})

it('a link to the very bytes, as long as its target’s name, is not the file', async () => {
  writeFileSync(at('new'), 'new')
  symlinkSync('new', at('a'))
  await expect(putInPlace(nodeDisk, file(), false)).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
})

it.each([true, false])('a folder is not replaced, and said to be one (overwrite: %p)', async (overwrite) => {
  mkdirSync(at('a'))
  const outcome = overwrite ? { code: 'EISDIR', message: 'there is a folder' } : { code: 'OUTPUT_EXISTS' }
  await expect(putInPlace(nodeDisk, file(), overwrite)).rejects.toMatchObject(outcome)
  await expect(putInPlace(withoutLinks(), file(), overwrite)).rejects.toMatchObject({
    code: 'EISDIR',
    message: 'there is a folder',
  })
  await expect(
    putInPlace(
      nodeDisk,
      file(() => Promise.reject(new Error('asked'))),
      false,
    ),
  ).rejects.toMatchObject({
    code: 'EISDIR',
  })
})

it.each([true, false])(
  'what does not say whether something is there is not taken for a free place (%p)',
  async (overwrite) => {
    const disk: Disk = {
      ...withoutLinks(),
      lstat: (path) => (path === at('a') ? Promise.reject(failure('EIO')) : nodeDisk.lstat(path)),
    }
    await expect(putInPlace(disk, file(), overwrite)).rejects.toMatchObject({ code: 'EIO' })
    expect(existsSync(at('a'))).toBe(false)
  },
)

describe('taking a file back', () => {
  it.each([true, false])('leaves alone what somebody removed or replaced since (overwrite: %p)', async (overwrite) => {
    writeFileSync(at('theirs'), 'theirs')
    if (overwrite) writeFileSync(at('a'), 'old')
    const placed = await putInPlace(nodeDisk, file(), overwrite)
    rmSync(at('a'))
    await takeBack(nodeDisk, file(), placed)
    expect(existsSync(at('a'))).toBe(false)
    linkSync(at('theirs'), at('a'))
    await takeBack(nodeDisk, file(), placed)
    expect(text('a')).toBe('theirs')
  })

  it('fails where the disk does not say what is there', async () => {
    const placed = await putInPlace(nodeDisk, file(), false)
    const disk: Disk = { ...nodeDisk, lstat: () => Promise.reject(failure('EIO')) }
    await expect(takeBack(disk, file(), placed)).rejects.toMatchObject({ code: 'EIO' })
    expect(text('a')).toBe('new')
  })
})
