import { expect, it } from '@jest/globals'
import { markdownBlock, markdownCode, markdownTable, markdownText } from '../../src/base/markdown.ts'

it.each([
  ['app.tar.gz', '`app.tar.gz`'],
  ['a`b', '``a`b``'],
  ['``', '``` `` ```'],
  [' a', '`  a `'],
  ['a|b', '`a\\u{7c}b`'],
  ['a\\|b', '`a\\\\u{7c}b`'],
  ['\u202eexe.txt', '`\\u{202e}exe.txt`'],
  ['', ''],
])('shows %j as the code span %j', (text, code) => {
  expect(markdownCode(text)).toBe(code)
})

it.each([
  ['[a](javascript:b)', '\\[a\\]\\(javascript\\:b\\)'],
  ['<img src=x>', '\\<img src\\=x\\>'],
  ['a|b\nc', 'a\\|b\\\\u\\{a\\}c'],
  ['@octocat', '\\@<!-- -->octocat'],
  ['https://x.y', 'https\\:\\/\\/x\\.y'],
])('shows %j as plain text', (text, markdown) => {
  expect(markdownText(text)).toBe(markdown)
})

it('shows 100 rows of a table and counts the rest', () => {
  const table = markdownTable(
    ['a'],
    Array.from({ length: 102 }, () => ['x']),
  )
  expect(table.match(/^\| x \|$/gmu)).toHaveLength(100)
  expect(table).toMatch(/^\| a \|\n\| --- \|\n/u)
  expect(table).toMatch(/… and 2 more\.\n$/u)
  expect(markdownTable(['a'], [['x']])).toBe('| a |\n| --- |\n| x |\n')
})

it('wraps long lines of a block, with the indent of a list, and keeps words whole', () => {
  const word = 'x'.repeat(60)
  expect(markdownBlock(`${word} ${word}\n  ${word} ${word}\n${word}${word}`)).toBe(
    `\`\`\`text\n${word}\n${word}\n  ${word}\n  ${word}\n${word}${word}\n\`\`\``,
  )
})
