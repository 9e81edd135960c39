import { describe, expect, it } from '@jest/globals'
import { adviceOnPatterns } from '../../src/files/pattern-advice.ts'
import { describeOnLinux } from '../support/where-there.ts'
import { find, make } from './search-folder.ts'

describe('a pattern without a match that is written as for another tool', () => {
  it.each([
    ['dist/a.zip, dist/b.zip', 'commas'],
    ['dist/*.zip,dist/*.gz', 'commas'],
    ['dist/*.zip dist/*.gz', 'folded'],
    ['"dist/*.zip"', 'quotes'],
    ["'dist/*.zip'", 'quotes'],
    ['- dist/*.zip', 'YAML list'],
    ['$GITHUB_WORKSPACE/dist/*', 'shell variable'],
    ['${DIST}/*', 'shell variable'],
    ['%GITHUB_WORKSPACE%/dist', 'cmd.exe'],
    ['~/dist/*', 'home folder'],
    ['dist/* # all of it', 'comment'],
    ['dist/*.{zip,gz}', 'braces'],
    ['/elsewhere/dist/*', 'outside the workspace'],
  ])('is told what it looks like: %s', (text, what) => {
    const [advice, ...more] = adviceOnPatterns([text], '/somewhere/repo')
    expect(advice).toContain(`\`${text}\` `)
    expect(advice).toContain(what)
    expect(more).toEqual([])
  })

  it.each(['dist/*.zip', 'my app/*.zip', 'a b.txt', '/somewhere/repo/dist/*', 'a#b', 'c++', '[$]x', '50%', '!!dist'])(
    'is told nothing where it has no such shape: %s',
    (text) => {
      expect(adviceOnPatterns([text], '/somewhere/repo')).toEqual([])
    },
  )

  it('is told once for each kind, with the others', () => {
    expect(adviceOnPatterns(['a, b', 'c, d', '"e"', 'f'], '/w')).toEqual([
      expect.stringMatching(/^`a, b` looks like a list .*; so it is with c, d\.$/u),
      expect.stringMatching(/^`"e"` has quotes/u),
    ])
  })

  it('is told so by NO_FILES', async () => {
    make('dist/a.zip')
    await expect(find('dist/*.zip, dist/*.gz')).rejects.toMatchObject({
      code: 'NO_FILES',
      hint: expect.stringMatching(/in the same job\.\n.*commas.*\n?.*`if-no-files-found: warn`/su),
    })
  })
})

describeOnLinux('a backslash', () => {
  it('is told to be no separator', () => {
    expect(adviceOnPatterns(['dist\\*.zip'], '/w')).toEqual([expect.stringContaining('backslash')])
  })
})
