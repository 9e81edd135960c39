import { expect, it } from '@jest/globals'
import { parseCommands, parseFileCommands } from '../../emulator/runner/workflow-commands.ts'

it('reads annotations and masks as the runner does', () => {
  const { annotations, masks, commands } = parseCommands(
    [
      '::add-mask::a%25b',
      '  ::error title=NO_FILES%3A%2C,line=3::one%0Atwo: 3%25',
      'x ::notice::no',
      'a ##[warning]old',
      'x\r::debug::a lone CR',
    ].join('\n'),
  )
  expect(masks).toEqual(['a%b'])
  expect(annotations).toEqual([
    { level: 'error', title: 'NO_FILES:,', message: 'one\ntwo: 3%', properties: { title: 'NO_FILES:,', line: '3' } },
    { level: 'warning', title: undefined, message: 'old', properties: {} },
  ])
  expect(commands).toHaveLength(4)
})

it('reads outputs, and refuses what the runner refuses', () => {
  expect(parseFileCommands('a=1\nb<<EOF_1\nx=y\nz<<q\nEOF_1\nc=\n')).toEqual({ a: '1', b: 'x=y\nz<<q', c: '' })
  expect(() => parseFileCommands('b<<EOF\nx\n')).toThrow('delimiter not found')
  expect(() => parseFileCommands('nothing\n')).toThrow('Invalid format')
})
