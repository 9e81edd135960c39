import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { ownLists } from '../../scripts/toy-format/own-lists.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'own-lists-'))
  mkdirSync(join(root, 'src', 'sign'), { recursive: true })
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

const found = (code: string): readonly string[] => {
  writeFileSync(join(root, 'src/sign/plan.ts'), `\n${code}\n`)
  return ownLists(root, 'src/sign/plan.ts')
}

it.each([
  ['an array of formats', "const all = ['sig', 'base64', 'cms']", 'lists formats'],
  ['a type of formats', "type Format = 'sig' | 'base64' | 'cms'", 'lists formats'],
  ['a text of formats', "const all = 'sig, base64, cms'", 'lists formats'],
  ['a switch over formats', "switch (a) { case 'sig': case 'base64': case 'cms': break }", 'lists formats'],
  ['comparisons with formats', "const is = a === 'sig' || a === 'base64' || a === 'cms'", 'lists formats'],
  ['an array of extensions', "const all = ['.sig', '.asc', '.p7s']", 'lists extensions'],
  ['a table of some formats', 'const all = { sig: 1, base64: 2, cms: 3 }', 'a table of some formats'],
  ['an array of hashes', "const all = ['sha256', 'sha384', 'sha512']", 'lists hashes'],
  ['two checksum files', "const all = ['SHA256SUMS', 'SHA512SUMS']", 'lists checksum files'],
  ['key files', "const all = ['kms-public-key.pem', 'kms-public-key.asc', 'kms-certificate.pem']", 'lists key files'],
  ['one format by its name', "const is = formats.includes('openpgp')", 'knows the format openpgp by its name'],
])('finds %s', (_, code, what) => {
  expect(found(code)[0]).toEqual(expect.stringMatching(`^src/sign/plan\\.ts:2 .*${what}`))
})

it.each([
  ['two formats', "const all = ['sig', 'base64']"],
  ['words of other things', "const all = ['sig', 'other', 'words']"],
  ['an encoding', "const text = bytes.toString('base64')"],
])('takes %s', (_, code) => {
  expect(found(code)).toEqual([])
})
