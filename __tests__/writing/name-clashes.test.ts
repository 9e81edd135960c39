/** Paths that a disk takes for one, by its rules or by links. */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { FolderNames } from '../../src/files/name-rules.ts'
import { nodeDisk, type Disk } from '../../src/writing/disk.ts'
import { NameClashes } from '../../src/writing/name-clashes.ts'
import { Spellings } from '../../src/writing/spellings.ts'
import { lookupWithout, type Ignored } from '../support/caseless-lookup.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'clashes-')))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/App-\u{e9}'), '')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (path: string) => join(folder, path)
const rulesWithout = (...ignored: readonly Ignored[]) => new FolderNames(lookupWithout(folder, ...ignored))
const NFC = 'dist/\u{e9}.sig'
const NFD = 'dist/e\u{301}.sig'

describe('among outputs and what is read', () => {
  it.each<[string, readonly Ignored[], readonly string[], readonly string[], readonly [string, string][]]>([
    ['one path twice', [], ['dist/a', 'dist/a'], [], [['dist/a', 'dist/a']]],
    ['what is read', [], ['dist/a', 'dist/b'], ['dist/b'], [['dist/b', 'dist/b']]],
    ['what is read twice', [], ['dist/a'], ['dist/b', 'dist/b'], []],
    ['another case', [], ['dist/a.sig', 'dist/A.sig'], [], []],
    ['another case, ignored', ['case'], ['dist/a.sig', 'dist/A.sig'], [], [['dist/a.sig', 'dist/A.sig']]],
    ['another case of what is read', ['case'], ['dist/A'], ['dist/a'], [['dist/a', 'dist/A']]],
    ['another form', ['case'], [NFC, NFD], [], []],
    ['another form, ignored', ['form'], [NFC, NFD], [], [[NFC, NFD]]],
    ['folders of another case', [], ['new/a', 'New/a'], [], []],
    ['folders of another case, ignored', ['case'], ['new/x/a', 'New/X/A'], [], [['new/x/a', 'New/X/A']]],
    ['two in folders of another case', ['case'], ['new/a', 'New/b'], [], []],
    [
      'the first of three',
      ['case'],
      ['dist/a', 'dist/A', 'dist/b', 'dist/B', 'dist/aA'],
      [],
      [
        ['dist/a', 'dist/A'],
        ['dist/b', 'dist/B'],
      ],
    ],
    ['the first of others that are told apart', [], ['dist/a', 'dist/A', 'dist/a'], [], [['dist/a', 'dist/a']]],
    ['what a link leads to', [], ['link/a', 'dist/a'], [], [['link/a', 'dist/a']]],
    ['what is yet to be made behind a link', [], ['dist/x/y/a', 'link/x/y/a'], [], [['dist/x/y/a', 'link/x/y/a']]],
  ])('finds %s (without %j)', async (_, ignored, paths, inputs, clashes) => {
    symlinkSync('dist', at('link'))
    const found = await new NameClashes(rulesWithout(...ignored)).among(paths.map(at), inputs.map(at))
    expect(found).toEqual(clashes.map((pair) => pair.map(at)))
  })
})

describe('the other spelling of an output', () => {
  it.each<[string, readonly Ignored[], string, string | undefined]>([
    ['app-\u{e9}', ['case'], 'dist/app-\u{e9}', 'dist/App-\u{e9}'],
    ['App-e\u{301}', ['form'], 'dist/App-e\u{301}', 'dist/App-\u{e9}'],
    ['App-e\u{301}', ['case'], 'dist/App-e\u{301}', undefined],
    ['App-\u{e9}', ['case', 'form'], 'dist/App-\u{e9}', undefined],
    ['app-\u{e9}', [], 'dist/app-\u{e9}', undefined],
    ['other', ['case'], 'dist/other', undefined],
  ])('%s, on a disk without %j', async (_, ignored, path, other) => {
    const names = new NameClashes(rulesWithout(...ignored))
    const expected = other && at(other)
    expect([await names.otherSpelling(at(path)), await names.otherSpelling(at(path))]).toEqual([expected, expected])
  })
})

describe('the last look, as the files are staged', () => {
  const HIDDEN = '.kms-sign-1-1-0123456789ab'
  /** On this disk the hidden folder is found in capitals, too. */
  const caseless: Disk = {
    ...nodeDisk,
    lstat: (path) => nodeDisk.lstat(basename(path) === HIDDEN.toUpperCase() ? at(HIDDEN) : path),
  }
  beforeEach(() => {
    mkdirSync(at(HIDDEN))
  })

  it.each<[string, Disk, readonly Ignored[], readonly string[], string | undefined]>([
    ['two cases', caseless, ['case'], ['a.sig', 'A.sig'], 'A.sig'],
    ['two cases after others', caseless, ['case'], ['b.sig', 'a.sig', 'c.sig', 'A.sig'], 'A.sig'],
    ['two cases that the folder tells apart', caseless, [], ['a.sig', 'A.sig'], undefined],
    ['two cases on another disk', nodeDisk, ['case'], ['a.sig', 'A.sig'], undefined],
    ['two forms that are told apart', caseless, ['case'], ['\u{e9}', 'e\u{301}'], undefined],
    ['one file again', caseless, ['case'], ['a.sig', 'a.sig'], undefined],
    ['others', caseless, ['case'], ['a.sig', 'b.sig'], undefined],
  ])('refuses %s', async (_, disk, ignored, names, refused) => {
    const spellings = new Spellings(disk, rulesWithout(...ignored))
    const outcomes: unknown[] = []
    for (const name of names)
      outcomes.push(
        await spellings.refuseClash(at(name), at(HIDDEN)).then(
          () => undefined,
          (cause: unknown) => cause,
        ),
      )
    expect(outcomes.map((outcome, index) => (outcome === undefined ? undefined : names[index]))).toEqual(
      names.map((name, index) => (index === names.length - 1 && refused !== undefined ? name : undefined)),
    )
    if (refused !== undefined)
      expect(outcomes.at(-1)).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining(`${at(refused.toLowerCase())} and ${at(refused)}`) as unknown,
      })
    expect(readdirSync(at(HIDDEN))).toEqual([])
  })

  it('looks at each folder for itself', async () => {
    mkdirSync(at(`dist/${HIDDEN}`))
    const spellings = new Spellings(caseless, rulesWithout('case'))
    await spellings.refuseClash(at('a'), at(HIDDEN))
    await expect(spellings.refuseClash(at('dist/A'), at(`dist/${HIDDEN}`))).resolves.toBeUndefined()
  })
})
