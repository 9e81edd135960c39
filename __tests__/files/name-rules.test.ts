import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { FolderNames, widestKey, type Lookup } from '../../src/files/name-rules.ts'
import { lookupWithout, type Ignored } from '../support/caseless-lookup.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'rules-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (path: string) => join(folder, path)
function make(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), '')
  }
}
const CAFE = 'caf\u{e9}'
const CAFE_APART = 'cafe\u{301}'

/** A disk of these listings alone, in this order, on which everything that is listed is there, and `more`. */
function listing(folders: Readonly<Record<string, readonly string[]>>, more: readonly string[] = []): Lookup {
  const all = Object.entries(folders).flatMap(([path, names]) => names.map((name) => join(path, name)))
  return {
    isThere: (path) => Promise.resolve([...all, ...more].includes(path)),
    entries: async (path) => {
      const names = folders[path]
      if (names === undefined) throw new Error('ENOENT')
      return await Promise.resolve(
        (async function* () {
          for (const name of names) yield await Promise.resolve({ name })
        })(),
      )
    },
  }
}

describe('a folder', () => {
  it.each<[readonly Ignored[], { ignoresCase: boolean; ignoresForm: boolean }]>([
    [[], { ignoresCase: false, ignoresForm: false }],
    [['case'], { ignoresCase: true, ignoresForm: false }],
    [['form'], { ignoresCase: false, ignoresForm: true }],
    [['case', 'form'], { ignoresCase: true, ignoresForm: true }],
  ])('of a disk without %j is known by what lies in it', async (ignored, rules) => {
    const names = new FolderNames(lookupWithout(folder, ...ignored))
    make(`dist/${CAFE}`, 'apart/1', `apart/${CAFE_APART}`)
    expect(await names.rulesOf(at('dist'))).toEqual(rules)
    expect(await names.rulesOf(at('apart'))).toEqual(rules)
    expect(await new FolderNames().rulesOf(at('dist'))).toEqual({ ignoresCase: false, ignoresForm: false })
  })

  it('is as the folder around it where nothing in it tells, or it is yet to be made', async () => {
    make(`dist/${CAFE}`, 'dist/one/1', 'dist/two/App')
    const names = new FolderNames(lookupWithout(folder, 'case', 'form'))
    const rules = { ignoresCase: true, ignoresForm: true }
    expect(await names.rulesOf(at('dist/one'))).toEqual(rules)
    expect(await names.rulesOf(at('dist/two'))).toEqual(rules)
    expect(await names.rulesOf(at('dist/new/deep'))).toEqual(rules)
  })

  it('has each rule of its own, where only one of them can be tried in it', async () => {
    const disk = listing({ '/': [CAFE], '/in': ['App'] }, ['/in/aPP', `/${CAFE_APART}`])
    expect(await new FolderNames(disk).rulesOf('/in')).toEqual({ ignoresCase: true, ignoresForm: true })
    const reversed = listing({ '/': [CAFE], '/in': ['App'] }, [`/${CAFE.toUpperCase()}`])
    expect(await new FolderNames(reversed).rulesOf('/in')).toEqual({ ignoresCase: false, ignoresForm: false })
  })

  it('tells names apart where nothing can be tried up to the root', async () => {
    expect(await new FolderNames(listing({ '/': ['1'] })).rulesOf('/in')).toEqual({
      ignoresCase: false,
      ignoresForm: false,
    })
  })

  it('tells names apart where it lists both spellings', async () => {
    make('app', 'APP', CAFE, CAFE_APART)
    expect(await new FolderNames().rulesOf(folder)).toEqual({ ignoresCase: false, ignoresForm: false })
  })

  it('is not judged by an entry that has gone since it was listed', async () => {
    const lists = listing({ '/': ['gone', 'There'] }, ['/GONE', '/tHERE'])
    const disk = { ...lists, isThere: async (path: string) => path !== '/gone' && (await lists.isThere(path)) }
    expect(await new FolderNames(disk).rulesOf('/')).toMatchObject({ ignoresCase: true })
    const without = { ...disk, isThere: (path: string) => Promise.resolve(['/GONE', '/There'].includes(path)) }
    expect(await new FolderNames(without).rulesOf('/')).toMatchObject({ ignoresCase: false })
  })

  it.each([
    [255, true],
    [256, false],
  ])(
    'is not judged by all its entries, where there are many: by the one after %i others, %p',
    async (before, found) => {
      const numbers = Array.from({ length: before }, (_, index) => `${index}`)
      const disk = listing({ '/': [...numbers, 'App'] }, ['/aPP'])
      expect(await new FolderNames(disk).rulesOf('/')).toMatchObject({ ignoresCase: found })
    },
  )

  it('is looked at once', async () => {
    const disk = listing({ '/': [CAFE] })
    let looks = 0
    const counting = {
      ...disk,
      entries: (path: string) => {
        looks += 1
        return disk.entries(path)
      },
    }
    const names = new FolderNames(counting)
    await Promise.all([names.rulesOf('/'), names.rulesOf('/'), names.areOne('/', 'a', 'A')])
    expect(looks).toBe(1)
  })
})

describe('two names', () => {
  it.each<[string, string, readonly Ignored[], boolean]>([
    ['app', 'app', [], true],
    ['app', 'APP', [], false],
    ['app', 'APP', ['form'], false],
    ['app', 'APP', ['case'], true],
    ['app', 'apps', ['case', 'form'], false],
    ['stra\u{df}e', 'STRASSE', ['case'], true],
    [CAFE, CAFE_APART, ['case'], false],
    [CAFE, CAFE_APART, ['form'], true],
    ['a\u{ad}b', 'ab', ['form'], true],
    [CAFE, CAFE_APART.toUpperCase(), ['form'], false],
    [CAFE, CAFE_APART.toUpperCase(), ['case', 'form'], true],
  ])('%j and %j are one on a disk without %j: %p', async (a, b, ignored, areOne) => {
    make(CAFE)
    expect(await new FolderNames(lookupWithout(folder, ...ignored)).areOne(folder, a, b)).toBe(areOne)
  })

  it.each([
    ['app', 'APP', true],
    ['app', 'apps', false],
    [CAFE, CAFE_APART, true],
    [CAFE, CAFE_APART.toUpperCase(), true],
    [CAFE, 'cafe', false],
    ['a\u{ad}b', 'ab', true],
    ['\u{212a}.zip', 'k.zip', true],
  ])('%j and %j may be one somewhere: %p', (a, b, mayBe) => {
    expect(widestKey(a) === widestKey(b)).toBe(mayBe)
  })
})

describe('the entry of a name', () => {
  it('is the one that is found by it', async () => {
    make('dist/App.zip', `dist/${CAFE}`)
    const names = new FolderNames(lookupWithout(folder, 'case'))
    expect(await names.entryName(at('dist'), 'app.ZIP')).toBe('App.zip')
    expect(await names.entryName(at('dist'), 'App.zip')).toBe('App.zip')
    expect(await names.entryName(at('dist'), CAFE_APART)).toBe(CAFE_APART)
    expect(await names.entryName(at('dist'), 'other')).toBe('other')
    expect(await new FolderNames(lookupWithout(folder, 'form')).entryName(at('dist'), CAFE_APART)).toBe(CAFE)
  })

  it('is the name itself in a folder that is not there, and on a disk that tells names apart', async () => {
    make('App')
    expect(await new FolderNames(lookupWithout(folder, 'case')).entryName(at('new'), 'app')).toBe('app')
    expect(await new FolderNames().entryName(folder, 'app')).toBe('app')
  })

  it('is the one of its very spelling, where there are more', async () => {
    const disk = listing({ '/': ['App', 'app'] }, ['/aPP'])
    expect(await new FolderNames(disk).entryName('/', 'app')).toBe('app')
  })
})
