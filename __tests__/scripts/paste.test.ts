import { expect, it } from '@jest/globals'
import { pasteProblems } from '../../scripts/pages/paste.ts'

const page = (...lines: readonly string[]): string => ['# Page', '', '```sh', ...lines, '```', ''].join('\n')

it.each([
  ['a comment', '# first this', 'a comment'],
  ['a comment behind a command', 'npm run demo # signs', 'a comment'],
  ['an ellipsis', 'yc iam key list --id …', 'an ellipsis'],
  ['a positional parameter', 'openssl dgst "$1"', 'a positional parameter'],
  ['a positional parameter with a default', 'openssl dgst "${2:-sha256}"', 'a positional parameter'],
])('finds %s in a block, with its line', (_, line, what) => {
  expect(pasteProblems(page('true', line))).toEqual([expect.stringMatching(new RegExp(`^5: ${what}`, 'u'))])
})

it('takes what can be pasted, and looks at no other text', () => {
  expect(pasteProblems(page('FILE=a#b', 'lines() { awk 1 < "$1"; }', 'echo "${#FILE}"'))).toEqual([])
  expect(pasteProblems('# $1 …\n\n```yaml\non: push # comment\n```\n')).toEqual([])
})
