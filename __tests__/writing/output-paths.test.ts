import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { checkOutputPaths } from '../../src/writing/output-paths.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'paths-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  [
    'a file',
    'there is a file in place of the folder',
    () => {
      writeFileSync(join(folder, 'out'), '', { mode: 0o755 })
    },
  ],
  [
    'a link that leads nowhere',
    'there is a link that leads nowhere',
    () => {
      symlinkSync('nowhere', join(folder, 'out'))
    },
  ],
])('says that %s is where a folder has to be', async (_, message, make) => {
  make()
  for (const path of ['out/a.sig', 'out/deep/a.sig']) {
    const refusal = checkOutputPaths({ workspace: folder, paths: [join(folder, path)], inputs: [], overwrite: true })
    await expect(refusal).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      hint: expect.stringContaining('or the other way round'),
    })
    if (path === 'out/a.sig')
      await expect(refusal).rejects.toThrow(`${join(folder, 'out')} cannot be written: ${message}`)
  }
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})

const at = (name: string) => join(folder, name)
const check = (paths: readonly string[], more: Partial<Parameters<typeof checkOutputPaths>[0]> = {}) =>
  checkOutputPaths({ workspace: folder, inputs: [], overwrite: false, ...more, paths: paths.map(at) })

describe('a name', () => {
  const long = (bytes: number) => `${'n'.repeat(bytes - '.sig'.length)}.sig`

  it.each(['', 'new/', 'new/deep/'])('of 255 bytes can be written, and no longer one: below %j', async (below) => {
    await check([`${below}${long(255)}`])
    await expect(check([`${below}${long(256)}`])).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: expect.stringMatching(/n\.sig cannot be written: .*name.* too long/u) as unknown,
      hint: expect.stringContaining('255 bytes') as unknown,
    })
  })

  it('is measured as the file system does', async () => {
    const name = '\u{e9}'.repeat(128)
    if (process.platform === 'linux')
      await expect(check([`new/${name}`])).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    await check([`new/${name.slice(0, 127)}`])
  })
})

describe('what is there', () => {
  it('is named, all of it, where it may not be replaced', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(at(name), '')
    const refusal = check(['a', 'new', 'b', 'c'], { mayExist: (path) => Promise.resolve(path === at('b')) })
    await expect(refusal).rejects.toMatchObject({
      code: 'OUTPUT_EXISTS',
      message: expect.stringMatching(/^Exists already, and would have to be replaced:\n.*a\n.*c$/u) as unknown,
      hint: expect.stringContaining('`overwrite: true`') as unknown,
    })
    await check(['b', 'new'], { mayExist: () => Promise.resolve(true) })
  })

  it('is not asked about where nothing is, nor where it may be replaced', async () => {
    writeFileSync(at('a'), '')
    const mayExist = () => Promise.reject(new Error('asked'))
    await check(['b'], { mayExist })
    await check(['a'], { mayExist, overwrite: true })
    await expect(check(['a'], { mayExist })).rejects.toThrow('asked')
  })

  it('is told to be a folder, where it is one', async () => {
    mkdirSync(at('a.sig'))
    await expect(check(['a.sig'], { overwrite: true })).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: `${at('a.sig')} cannot be written: there is a folder`,
      hint: expect.stringContaining('A folder is where a file has to be') as unknown,
    })
  })

  it('is not looked at any more once the run is cancelled', async () => {
    const reason = new Error('cancelled')
    await expect(check(['a'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

it('names two files that would have one path, and what to do', async () => {
  await expect(check(['a', 'b', 'a', 'b'])).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: `Two files would have one path:\n  ${at('a')}\n  ${at('b')}`,
    hint: expect.stringContaining('Rename it, leave it out by a line with `!`') as unknown,
  })
})

it('names a folder that version control keeps, and what to do', async () => {
  mkdirSync(at('.git'))
  await expect(check(['.git/new/a.sig'])).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining(`keeps its own in ${at('.git')}`) as unknown,
    hint: expect.stringContaining('Set `output-dir` to a folder elsewhere') as unknown,
  })
})

it('looks at each folder up to the first that is there', async () => {
  writeFileSync(at('file'), '', { mode: 0o755 })
  const failing = check(['new/deep/a', 'file/new/deep/a'])
  await expect(failing).rejects.toMatchObject({ code: 'WRITE_FAILED' })
  expect(existsSync(at('new'))).toBe(false)
})

// Root may write to any folder.
if (process.getuid?.() !== 0)
  it.each([0o500, 0o600])('refuses a folder of mode %o (needs a user that is not root)', async (mode) => {
    mkdirSync(at('closed'), { mode })
    await expect(check(['closed/new/a'])).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      hint: expect.stringContaining('Let the user that the runner works as write there') as unknown,
    })
    chmodSync(at('closed'), 0o700)
  })
