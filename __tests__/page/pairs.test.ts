import { expect, it } from '@jest/globals'
import { isNamedAsChecksums, pairUp } from '../../src/page/pairs.ts'

const NOTHING = new Blob([])
const pairs = (...paths: string[]): Record<string, string[]> =>
  Object.fromEntries(
    pairUp(paths.map((path) => ({ path, file: NOTHING }))).map(({ dropped, signatures }) => [
      dropped.path,
      signatures.map(({ format, dropped: { path } }) => `${format} ${path}`),
    ]),
  )

it.each([
  ['a signature beside its file', ['/a', '/a.sig'], { '/a': ['sig /a.sig'] }],
  ['several of one file', ['/a', '/a.sig', '/a.sig.b64'], { '/a': ['sig /a.sig', 'base64 /a.sig.b64'] }],
  ['one of a file that is not there', ['/b', '/a.sig'], { '/b': [], '/a.sig': [] }],
  ['one in another folder', ['/dist/a', '/signatures/a.sig'], { '/dist/a': ['sig /signatures/a.sig'] }],
  ['one that could be of two files', ['/x/a', '/y/a', '/a.sig'], { '/x/a': [], '/y/a': [], '/a.sig': [] }],
  ['one beside its file before another', ['/x/a', '/y/a', '/y/a.sig'], { '/x/a': [], '/y/a': ['sig /y/a.sig'] }],
  ['a longer extension', ['/a', '/a.clear.asc'], { '/a': ['openpgp-clear /a.clear.asc'] }],
  ['a file called like an extension', ['/.sig', '/a'], { '/.sig': [], '/a': [] }],
])('pairs %s', (_, paths, expected) => {
  expect(pairs(...paths)).toEqual(expected)
})

it.each([
  ['/SHA256SUMS', true],
  ['/dist/SHA512SUMS', true],
  ['/app_1.0_checksums.txt', true],
  ['/sha256sum.txt', true],
  ['/app.tar.gz', false],
  ['/summary', false],
])('takes %s for a list of checksums: %s', (path, is) => {
  expect(isNamedAsChecksums(path)).toBe(is)
})
