import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { create } from '@actions/glob'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { findReleaseFiles } from '../../src/files/release-files.ts'
import { parseFilePatterns } from '../../src/files/patterns.ts'
import { collectingLog } from '../support/collecting-log.ts'
import { fc } from '../support/properties.ts'
import { describeOnLinux } from '../support/where-there.ts'

const temporary = realpathSync(tmpdir())

/** A folder that holds `paths`, for as long as `use` lasts. */
async function withFiles<T>(paths: readonly string[], use: (workspace: string) => Promise<T>): Promise<T> {
  const workspace = mkdtempSync(join(temporary, 'patterns-'))
  try {
    for (const path of paths) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true })
      writeFileSync(join(workspace, path), '')
    }
    return await use(workspace)
  } finally {
    rmSync(workspace, { recursive: true })
  }
}

/** Paths that the patterns take, relative to the workspace. */
async function find(patterns: string, workspace: string, ifNoFilesFound: 'error' | 'ignore' = 'ignore') {
  const search = { patterns, workspace, maxFiles: 0, ifNoFilesFound, signsChecksums: true, log: collectingLog() }
  const { files } = await findReleaseFiles(search)
  return files.map(({ source }) => (source.kind === 'file' ? relative(workspace, source.path) : '')).sort()
}

const WILD = ['*', '**', '?', '[', ']', '[^a]', '[a-', '[\\]', '{a,b}', '!', '#', '~', '\\', '..', '.', '/', ' ', '\t']
const text = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...WILD, 'a', 'b', '\n', '\u0007', '\u202e'), fc.string({ maxLength: 3 })))
      .map((parts) => parts.join('')),
  },
)
const PROMISED: readonly string[] = ['INVALID_INPUT', 'NO_FILES', 'FILE_UNREADABLE']

function expectClean(thrown: unknown): void {
  if (!(thrown instanceof ActionError)) throw thrown
  expect(PROMISED).toContain(thrown.code)
  expect(thrown.hint).toBeDefined()
  const said = `${thrown.message}\n${thrown.hint ?? ''}`
  expect(said).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
  expect(said.length).toBeLessThan(8000)
}

describe('any text', () => {
  it('is taken as patterns that judge any path, or refused in a message that can be shown', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.string({ unit: 'binary' }), async (lines, path) => {
        try {
          for (const pattern of await parseFilePatterns(lines, '/work space', 'files')) {
            expect(typeof pattern.matches(`/work space/${path}`).file).toBe('boolean')
            expect(typeof pattern.mayMatchBelow(`/work space/${path}`)).toBe('boolean')
          }
        } catch (thrown) {
          expectClean(thrown)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('that does not begin outside the workspace finds nothing there', async () => {
    await withFiles(['in/a', 'in/b/a', 'in/b/[a]', 'out'], async (workspace) => {
      // What is absolute would search this machine.
      const relativeOnly = (lines: string) => lines.replace(/^[!\s]*[/~]/gmu, 'in/')
      await fc.assert(
        fc.asyncProperty(text.map(relativeOnly), async (lines) => {
          try {
            const found = await find(lines, join(workspace, 'in'), 'error')
            expect(['a', 'b/[a]', 'b/a']).toEqual(expect.arrayContaining(found))
          } catch (thrown) {
            expectClean(thrown)
          }
        }),
        { numRuns: 300 },
      )
    })
  })

  it.each([
    ['!'],
    ['!!'],
    ['a\n!'],
    ['a/../\u0007'],
    [`a/../${'b'.repeat(10_000)}`],
    ['x'.repeat(100_000)],
    ['*'.repeat(70_000)],
  ])('is refused where it is no pattern (%#)', async (lines) => {
    await withFiles(['a'], async (workspace) => {
      const refusal: unknown = await find(lines, workspace).catch((thrown: unknown) => thrown)
      expectClean(refusal)
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT' })
    })
  })
})

/** Names that Linux takes, with all that means something in patterns. */
const name = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '**',
        '?',
        '[',
        ']',
        '[a]',
        '[!a]',
        '[[:alpha:]]',
        '\\',
        '{a,b}',
        '!',
        '#',
        '~',
        ' ',
        '-',
        '.',
        '+(a)',
      ),
      fc.constantFrom('a', 'b', 'é', 'e\u0301', '😀', '\u00a0', '\u202e', '\ufeff', '\t', '"', "'", '$', '%0A', '::'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '.' && text !== '..')
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
/** Files alone: no path is a folder of another. */
const files = fc
  .uniqueArray(path, { minLength: 1, maxLength: 8 })
  .map((paths) => paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`))))
type Escape = (text: string) => string
const ESCAPES: readonly (readonly [string, Escape])[] = [
  ['brackets', (text) => text.replaceAll('\\', '\\\\').replace(/[*?[]/gu, '[$&]')],
  ['backslashes', (text) => text.replace(/[*?[\]\\]/gu, '\\$&')],
]
/** A line of the input is trimmed; a name that begins or ends with a space is given with it in brackets. */
const asLine = (text: string) => `./${text}`.replace(/\s$/u, '[$&]')

// Other systems refuse some of these names, or take two of them for one.
describeOnLinux('a path whose special characters are escaped', () => {
  it.each(ESCAPES)('by %s takes this file alone, and excludes it alone', async (_, escape) => {
    await fc.assert(
      fc.asyncProperty(files, async (paths) => {
        await withFiles(paths, async (workspace) => {
          const sorted = paths.toSorted()
          for (const one of paths) {
            const line = asLine(escape(one))
            expect(await find(line, workspace, 'error')).toEqual([one])
            expect(await find(`**\n!${line}`, workspace)).toEqual(sorted.filter((other) => other !== one))
          }
          expect(await find(paths.map(escape).map(asLine).join('\n'), workspace, 'error')).toEqual(sorted)
        })
      }),
      { numRuns: 30 },
    )
  })

  it('takes what lies in a folder of that name alone', async () => {
    await fc.assert(
      fc.asyncProperty(name, name, async (folder, other) => {
        fc.pre(folder !== other)
        await withFiles([`${folder}/x`, `${folder}/y/z`, `${other}/x`], async (workspace) => {
          for (const [, escape] of ESCAPES) {
            expect(await find(`./${escape(folder)}/`, workspace)).toEqual([`${folder}/x`, `${folder}/y/z`])
            expect(await find(`**/x\n!./${escape(folder)}/*`, workspace)).toEqual([`${other}/x`])
          }
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('any list of patterns and excludes', () => {
  const part = fc.constantFrom('a', 'b', '-c', '.d', '*', '**', '?', '[ab]', '[!a]', '*a', '-*', '.*', '\\a', 'a*b')
  const line = fc
    .tuple(
      fc.constantFrom('', '', '!', '!', '!!', '! '),
      fc.constantFrom('', './'),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '', '/'),
    )
    .map(([mark, start, parts, end]) => `${mark}${start}${parts.join('/')}${end}`)
  const FOLDERS = ['', 'a/', 'b/', '-c/', '.d/', 'a/b/', 'a/-c/', '.d/a/', 'b/ab/']
  const ALL = FOLDERS.flatMap((folder) => ['aa', 'ab', '-x', '.y'].map((file) => `${folder}${file}`)).filter(
    (one) => one !== 'b/ab',
  )
  let workspace: string
  beforeAll(() => {
    workspace = mkdtempSync(join(temporary, 'patterns-'))
    for (const one of ALL) {
      mkdirSync(dirname(join(workspace, one)), { recursive: true })
      writeFileSync(join(workspace, one), '')
    }
  })
  afterAll(() => {
    rmSync(workspace, { recursive: true })
  })

  it('takes what @actions/glob finds: the last line that is for a file decides', async () => {
    const stdout = jest.spyOn(process.stdout, 'write').mockReturnValue(true) // it tells of each search
    await fc
      .assert(
        fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (lines) => {
          fc.pre(lines.some((one) => !/^!(?!!)/u.test(one)))
          const absolute = lines.map((one) => one.replace(/^([! ]*)(?:\.\/)?/u, `$1${workspace}/`))
          const globber = await create(absolute.join('\n'), { matchDirectories: false })
          const expected = (await globber.glob()).map((found) => relative(workspace, found)).sort()
          expect(await find(lines.join('\n'), workspace)).toEqual(expected)
        }),
        { numRuns: 200 },
      )
      .finally(() => {
        stdout.mockRestore()
      })
  })
})
