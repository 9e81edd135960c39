import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { groupsOf, INPUT_GROUPS } from '../../scripts/input-groups.ts'
import { translationProblems } from '../../scripts/pages/readme-translation.ts'

const root = join(import.meta.dirname, '../..')
const [english, russian] = ['README.md', 'README.ru.md'].map((name) => readFileSync(join(root, name), 'utf8'))

it('README.ru.md has the sections, commands, tables and links of README.md', () => {
  expect(translationProblems(english ?? '', russian ?? '')).toEqual([])
})

it.each<[string, (text: string) => string, RegExp]>([
  ['a section is lost', (text) => text.replace(/^## .*$/mu, ''), /headings/u],
  ['a command differs', (text) => text.replace('openssl dgst', 'openssl sha1'), /code blocks/u],
  ['a row is lost', (text) => text.replace(/^\| `openpgp`.*\n/mu, ''), /rows/u],
  ['a link leads elsewhere', (text) => text.replace('(docs/setup.md)', '(docs/set-up.md)'), /links/u],
  ['a cell is lost', (text) => text.replace(/^(\| `openpgp`[^|]*)\|[^|]*\|/mu, '$1|'), /rows/u],
  ['a code block has lost its marks', (text) => text.replace(/^```\w*$/mu, ''), /code blocks/u],
  ['the page is empty', () => '', /empty/u],
])('the check fails when %s', (_name, change, what) => {
  const changed = change(russian ?? '')
  expect(changed).not.toBe(russian)
  expect(translationProblems(english ?? '', changed).join('\n')).toMatch(what)
})

it('the check fails where the original is empty, or has lost the marks of a generated table', () => {
  expect(translationProblems('', russian ?? '').join('\n')).toMatch(/empty/u)
  for (const mark of ['<!-- inputs:sign -->', '<!-- outputs:verify -->'])
    expect(translationProblems((english ?? '').replace(mark, ''), russian ?? '').join('\n')).toMatch(/rows/u)
})

it('an input that no group has, or two have, is named', () => {
  expect(() => groupsOf(['key-id', 'new-input'])).toThrow(/new-input/u)
  const names = INPUT_GROUPS.flatMap(({ inputs }) => inputs)
  expect(new Set(names).size).toBe(names.length)
  expect(groupsOf(['key-id', 'dry-run']).map(({ inputs }) => inputs)).toEqual([['key-id'], ['dry-run']])
})
