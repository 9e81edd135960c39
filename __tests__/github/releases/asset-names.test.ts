import { describe, expect, it } from '@jest/globals'
import { assetName } from '../../../emulator/github/github-state.ts'
import { mayBeStoredAs } from '../../../src/github/releases/asset-names.ts'

describe('mayBeStoredAs', () => {
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
})
