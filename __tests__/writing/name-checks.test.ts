import { describe, expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { checkArtifactPaths, checkListedNames, checkReleaseNames } from '../../src/writing/name-checks.ts'
import { thrownBy } from '../support/thrown-by.ts'

describe('on a release', () => {
  it.each([
    ['names that GitHub keeps', ['app-1.0+x_64.tar.gz', 'App-1.0+x_64.tar.gz', 'a..b', 'a.b'], []],
    ['names that GitHub may change, but not into another', ['my app.zip', 'other app.zip'], []],
    ['files and what is attached for them', ['a'], ['a.sig', 'kms-public-key.pem']],
  ])('goes well with %s', (_, files, assets) => {
    expect(
      thrownBy(() => {
        checkReleaseNames({ files, assets, namesAreSigned: false })
      }),
    ).toBeUndefined()
  })

  it.each([
    ['one name in two folders', ['x/a', 'y/a'], []],
    ['a space and a dot', ['my app', 'my.app'], []],
    ['a dot and a space', ['my.app', 'my app'], []],
    ['two characters that GitHub changes', ['my app', 'my@app'], []],
    ['a character that could be dropped', ['naïve', 'nave'], []],
    ['names of nothing that GitHub keeps', ['é', 'ü'], []],
    ['dots at the ends', ['.app', 'app'], []],
    ['a leading dot', ['.app', 'default.app'], []],
    ['a run of spaces', ['a  b', 'a.b'], []],
    ['a file and a signature file', ['a', 'x/a.sig'], ['a.sig']],
    ['two signature files', [], ['a b.sig', 'a.b.sig']],
  ])('does not with %s', (_, files, assets) => {
    expect(
      thrownBy(() => {
        checkReleaseNames({ files, assets, namesAreSigned: false })
      }),
    ).toMatchObject({ code: 'ASSET_NAME_CONFLICT' })
  })

  it.each(['my app', '.app', 'app.', 'ä'])('does not with %j while checksums are signed', (name) => {
    const check = (namesAreSigned: boolean) =>
      thrownBy(() => {
        checkReleaseNames({ files: [name], assets: [], namesAreSigned })
      })
    expect(check(true)).toMatchObject({
      code: 'ASSET_NAME_CONFLICT',
      message: expect.stringContaining(name) as unknown,
    })
    expect(check(false)).toBeUndefined()
  })

  it('says so where two names look the same', () => {
    const check = () => {
      checkReleaseNames({ files: ['caf\u00e9', 'cafe\u0301'], assets: [], namesAreSigned: false })
    }
    expect(thrownBy(check)).toMatchObject({
      message: expect.stringMatching(/ and [^\n]* \(in two Unicode forms\)$/u) as unknown,
    })
  })

  it('names each conflict once, and what to do', () => {
    const check = () => {
      checkReleaseNames({ files: ['x/a', 'y/a', 'my app', 'plain'], assets: ['my.app', 'z'], namesAreSigned: false })
    }
    expect(thrownBy(check)).toMatchObject({
      code: 'ASSET_NAME_CONFLICT',
      message: 'On a release these names would be, or could become, one:\n  a, twice\n  my app and my.app',
      hint: expect.stringMatching(/^Give the files names of their own.*`release-assets: false`/u) as unknown,
    })
  })

  it('names each name that may change while names are signed, and no other', () => {
    const check = () => {
      checkReleaseNames({ files: ['d/my app', 'plain', 'x\u{202e}y'], assets: [], namesAreSigned: true })
    }
    expect(thrownBy(check)).toMatchObject({
      code: 'ASSET_NAME_CONFLICT',
      message: expect.stringMatching(/would still hold the old ones.*:\n {2}my app\n {2}x\\u\{202e\}y$/u) as unknown,
    })
  })

  it('has no conflict among different names that are kept', () => {
    const kept = fc.stringMatching(/^[A-Za-z0-9_+-]([A-Za-z0-9._+-]{0,20}[A-Za-z0-9_+-])?$/u)
    fc.assert(
      fc.property(fc.uniqueArray(kept), (files) => {
        checkReleaseNames({ files, assets: [], namesAreSigned: true })
      }),
    )
  })
})

describe('in an artifact', () => {
  it.each(['a:b', 'a"', '<a', 'a>', 'a|b', 'a*', 'what?', 'x:y/a'])('does not go: %s', (name) => {
    expect(
      thrownBy(() => {
        checkArtifactPaths(['/w/dist/plain', `/w/dist/${name}`])
      }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      message: `GitHub takes none of " : < > | * ? in the paths of an artifact:\n  ${name}`,
      hint: 'Rename the files, or set `upload-artifact: false`.',
    })
  })

  it('does not go a name with a line break, which is shown on one line', () => {
    for (const name of ['a\nb', 'a\rb'])
      expect(
        thrownBy(() => {
          checkArtifactPaths([`/w/dist/${name}`])
        }),
      ).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(/\n {2}a\\u\{[ad]\}b$/u) as unknown })
  })

  it('goes everything else, and what is above the common folder does not count', () => {
    checkArtifactPaths(['/a:b/dist/ü ñ', '/a:b/dist/.x', "/a:b/dist/sub/it's"])
    checkArtifactPaths([])
  })
})

it('a checksum file lists none of its own name', () => {
  checkListedNames(['SHA512SUMS', 'd/SHA256SUMS', 'sha256sums'], 'SHA256SUMS')
  expect(
    thrownBy(() => {
      checkListedNames(['a', 'SHA256SUMS'], 'SHA256SUMS')
    }),
  ).toMatchObject({
    code: 'INVALID_INPUT',
    message: 'A release file has the name of the checksum file that lists it: SHA256SUMS',
    hint: expect.stringContaining('`!**/SHA256SUMS`') as unknown,
  })
})
