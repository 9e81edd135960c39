import { describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { outcomeOf, withMeaning, withShortPaths } from '../../src/report/outcome.ts'
import type { RunAccount } from '../../src/report/run-account.ts'
import type { SigningResult } from '../../src/report/signing-result.ts'

const signed = { result: {} as SigningResult, notes: '' }
const artifact = { where: 'Workflow artifact', name: 'signatures', url: 'https://github.com', files: 2 }
const release = { where: 'Release', name: 'v1', url: 'https://github.com', files: 2 }

describe('what a failure means', () => {
  it.each<[string, Partial<RunAccount>, string]>([
    ['before any request', {}, 'Nothing was requested, signed or written.'],
    ['before the first signature', { kmsCalls: { signHash: 0 } }, 'Nothing was signed, written or uploaded.'],
    [
      'while files are signed',
      { kmsCalls: { signHash: 3 } },
      'Nothing was written or uploaded; signatures that were made by then are dropped.',
    ],
    ['with the files in place', { signed }, 'The files are signed and in place; nothing was uploaded.'],
    [
      'after the artifact',
      { signed, uploads: [artifact], publishing: 'release' },
      'The files are signed and in place, and the workflow artifact signatures has them. The log names the assets that are attached to the release, and those that are not.',
    ],
    [
      'after the release',
      { signed, uploads: [artifact, release], publishing: 'images' },
      'The files are signed and in place, and the workflow artifact signatures and the release v1 have them. Some images may have their signatures, and others not.',
    ],
  ])('%s', (_, account, sentence) => {
    expect(outcomeOf({ uploads: [], ...account }, 'CANCELLED')).toBe(sentence)
  })

  it.each(['artifact', 'release', 'images'] as const)(
    'says of %s what may be there in part, when time is up',
    (publishing) => {
      const account: RunAccount = { signed, uploads: [], publishing }
      const part = {
        artifact: 'The workflow artifact is not complete.',
        release: 'The log names the assets that are attached to the release, and those that are not.',
        images: 'Some images may have their signatures, and others not.',
      }[publishing]
      for (const code of ['TIMED_OUT', 'CANCELLED'] as const)
        expect(outcomeOf(account, code)).toBe(`The files are signed and in place. ${part}`)
      expect(outcomeOf(account, 'ARTIFACT_UPLOAD_FAILED')).toBe('The files are signed and in place.')
      expect(outcomeOf({ ...account, publishing: undefined }, 'TIMED_OUT')).toBe(
        'The files are signed and in place; nothing was uploaded.',
      )
    },
  )

  it('leaves to an upload’s own failure what it has done', () => {
    const account: RunAccount = { signed, uploads: [], publishing: 'release' }
    expect(outcomeOf(account, 'RELEASE_UPLOAD_FAILED')).toBe('The files are signed and in place.')
  })

  it.each([
    ['a sentence.', 'a sentence. It means this.'],
    ['a text', 'a text. It means this.'],
    ['a call!', 'a call! It means this.'],
    ['a question?', 'a question? It means this.'],
    ['a.b', 'a.b. It means this.'],
    ['a list:\n  one\n  two', 'a list:\n  one\n  two\nIt means this.'],
  ])('stands behind %j', (message, whole) => {
    const failure = new ActionError('NO_FILES', message, { hint: 'Do that.' })
    const told = withMeaning(failure, 'It means this.')
    expect(told).toMatchObject({ code: 'NO_FILES', message: whole, hint: 'Do that.', stack: failure.stack })
  })
})

it('takes the workspace out of the paths of a message, and nothing else', () => {
  const cause = new Error('below')
  const failure = new ActionError('WRITE_FAILED', "/ws/a/b: ENOENT, open '/ws/a/b'; /wsx/c", {
    hint: 'Do that.',
    cause,
  })
  const told = withShortPaths(failure, '/ws')
  expect(told.message).toBe("a/b: ENOENT, open 'a/b'; /wsx/c")
  expect(told).toMatchObject({ code: 'WRITE_FAILED', hint: 'Do that.', cause, stack: failure.stack })
  expect(withShortPaths(failure, '/')).toBe(failure)
  expect(withShortPaths(failure, '/elsewhere')).toBe(failure)
  const escaped = new ActionError('WRITE_FAILED', 'No: /w\\u{202e}s/a')
  expect(withShortPaths(escaped, '/w\u202es').message).toBe('No: a')
})
