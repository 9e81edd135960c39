import { describe, expect, it } from '@jest/globals'
import { assetName } from '../../emulator/github/github-state.ts'
import { possibleStoredNames, StoredNames } from '../../src/files/stored-names.ts'

const mayBeStoredAs = (name: string, stored: string): boolean =>
  new StoredNames([stored], (one) => one).metBy(name).length > 0

describe('StoredNames', () => {
  it.each([
    'app.sig',
    'my app.sig',
    'a  (1) b.sig',
    '.hidden.sig',
    'trailing.',
    'ünï.sig',
    'a/b',
    '日本.sig',
    'a..b c',
    'café.zip',
    'cafe\u0301.zip',
    'Ægir łódź.deb',
    'app_1.0~rc1.deb',
    '文档',
    'app@1.0 (x).tgz',
  ])('knows the asset again that GitHub makes of %s', (name) => {
    expect(mayBeStoredAs(name, assetName(name))).toBe(true)
  })

  it.each([
    ['app.sig', 'app.asc'],
    ['app.sig', 'App.sig'],
    ['a..b', 'a.b'],
    ['a-b', 'a.b'],
    ['my app.sig', 'my.app.asc'],
  ])('takes no asset for another: %s is not %s', (name, stored) => {
    expect(mayBeStoredAs(name, stored)).toBe(false)
  })

  it('knows a name again in which @ stayed', () => {
    expect(mayBeStoredAs('app@1.0 (x).tgz', 'app@1.0.x.tgz')).toBe(true)
  })
})

describe('possibleStoredNames', () => {
  it('is the name alone where GitHub keeps it', () => {
    expect(possibleStoredNames('app-1.0+x_y.tar.gz')).toEqual(['app-1.0+x_y.tar.gz'])
  })

  it.each([
    ['café.zip', 'cafe.zip'],
    ['café.zip', 'caf.zip'],
    ['文档.zip', 'default.zip'],
    ['文档', 'default'],
  ])('holds what GitHub may make: %s, %s', (name, stored) => {
    expect(possibleStoredNames(name)).toContain(stored)
  })
})
