import { expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { namesClash, outputExists, writeFailed } from '../../src/writing/write-failed.ts'

const failure = (code: string) => Object.assign(new Error(`the disk says ${code}`), { code })
const at = (name: string) => `${process.cwd()}/${name}`
const ELSEWHERE = 'or have the outputs written elsewhere: `output-dir: ${{ runner.temp }}/signatures`'

it.each([
  ['ENOSPC', `Free some space on that disk, ${ELSEWHERE}`],
  ['EDQUOT', 'Free some space'],
  ['EROFS', `Let the user that the runner works as write there, ${ELSEWHERE}`],
  ['EISDIR', `A folder is where a file has to be, or the other way round. Remove or rename it, ${ELSEWHERE}`],
  ['ENOTDIR', 'A folder is where'],
  ['ENOTEMPTY', 'A folder is where'],
  ['EMFILE', 'The limit of open files is reached, which is not the fault of the disk.'],
  ['ENFILE', 'The limit of open files is reached, which is not the fault of the disk.'],
  ['ENAMETOOLONG', 'A name with its extension may have 255 bytes'],
  ['EIO', `Check that disk, ${ELSEWHERE}`],
  ...(process.platform === 'win32' ? [] : [['EACCES', 'Let the user'] as const, ['EPERM', 'Let the user'] as const]),
])('a refusal of the disk (%s) is WRITE_FAILED with what to do', (code, hint) => {
  const cause = failure(code)
  const error = writeFailed(at('dist/a.sig'), cause)
  expect(error).toMatchObject({
    code: 'WRITE_FAILED',
    message: `dist/a.sig cannot be written: the disk says ${code}`,
    cause,
  })
  expect(error.hint?.slice(0, hint.length)).toBe(hint)
})

it.each([new Error('odd'), 'odd', Object.assign(new Error('odd'), { code: 5 })])(
  'what is no refusal of the system is WRITE_FAILED, too: %p',
  (cause) => {
    expect(writeFailed(at('a'), cause)).toMatchObject({
      code: 'WRITE_FAILED',
      message: 'a cannot be written: odd',
      hint: `Check that disk, ${ELSEWHERE}.`,
    })
  },
)

it('an error that says what to do already stays what it is', () => {
  const error = new ActionError('FILE_CHANGED', 'changed')
  expect(writeFailed(at('a'), error)).toBe(error)
})

it('a refusal to replace names what is there, and the ways out', () => {
  expect(outputExists('  dist/a.sig')).toMatchObject({
    code: 'OUTPUT_EXISTS',
    message: 'Exists already, and would have to be replaced:\n  dist/a.sig',
    hint: expect.stringMatching(/^Remove it, set `overwrite: true`.*another `output-dir`/u) as unknown,
  })
})

it('a refusal of names that are one says which, and the ways out', () => {
  expect(
    namesClash([
      ['/w/a', '/w/A'],
      ['/w/b\n', '/w/B'],
    ]),
  ).toMatchObject({
    code: 'INVALID_INPUT',
    message:
      'These would be one file, by links or because the disk ignores case or Unicode form.\n  /w/a and /w/A\n  /w/b\\u{a} and /w/B',
    hint: expect.stringMatching(/^Rename one of each, leave it out by a line with `!`/u) as unknown,
  })
})
