/** Why GitHub took no upload, and what helps against just that. */
import { expect, it } from '@jest/globals'
import { meanwhile, refused, runAgain, UploadFailure } from '../../../src/github/releases/upload-failure.ts'
import { WRITE_PERMISSION } from '../../../src/github/releases/refusals.ts'
import { contentTypeOf } from '../../../src/github/releases/asset-names.ts'
import type { Release } from '../../../src/github/releases/types.ts'

const release = (draft: boolean): Release => ({
  ...{ id: 1, tag: "v1'x", title: '', draft, immutable: false },
  ...{ uploadUrl: 'https://uploads.github.com/', htmlUrl: '', createdAt: '' },
})
const DRAFT = 'Run the job again: what is attached already stays or is replaced.'
const PUBLISHED = 'Run the job again with overwrite: true, which replaces what is attached already.'
const TOO_LARGE = 'GitHub takes assets below 2 GiB: publish this file in another place.'
const FULL =
  /^A release holds at most 1000 assets: delete some that nobody needs \(gh release delete-asset 'v1'\\''x' NAME\)/u
const IMMUTABLE = /^The release was published meanwhile and is immutable: .*running the job again does not help/u
const NAME = 'GitHub does not take that name for an asset: rename the file.'

it.each<[number, unknown, string | RegExp, boolean]>([
  [401, {}, `The token is not valid any more: it ends with its job, and others expire. ${DRAFT}`, false],
  [403, {}, `${WRITE_PERMISSION} Then run the job again: what is attached already stays or is replaced.`, false],
  [404, {}, `The release was deleted meanwhile, or the token may not write to it. ${WRITE_PERMISSION}`, false],
  [413, {}, TOO_LARGE, true],
  [418, {}, `Look at https://www.githubstatus.com. ${DRAFT}`, false],
  [422, {}, `GitHub's words say what it does not take; this action knows no more of it. ${DRAFT}`, false],
  [422, { message: 'It is immutables' }, /^GitHub's words say/u, false],
  [422, { message: 'Cannot upload to an Immutable release.' }, IMMUTABLE, true],
  [422, { errors: [{ field: 'file_count' }] }, FULL, false],
  [422, { message: 'file_count limited' }, FULL, false],
  [422, { message: 'Too many assets' }, FULL, false],
  [422, { message: 'too many files' }, FULL, false],
  [422, { message: 'too many cooks' }, /^GitHub's words say/u, false],
  [422, { errors: [{ field: 'size' }] }, TOO_LARGE, true],
  [422, { message: 'File is too large' }, TOO_LARGE, true],
  [422, { message: 'Too big' }, TOO_LARGE, true],
  [422, { message: 'above 2 GiB' }, TOO_LARGE, true],
  [422, { message: 'above 2GB' }, TOO_LARGE, true],
  [422, { errors: [{ field: 'name' }] }, NAME, true],
])('%i %j', (status, body, hint, lasting) => {
  const answer = {
    status,
    headers: {},
    requestId: undefined,
    clientRequestId: 'c',
    body: Buffer.from(JSON.stringify(body)),
  }
  const failure = refused(answer, release(true), 'the upload of a.sig')
  expect(failure).toBeInstanceOf(UploadFailure)
  expect(failure).toMatchObject({
    code: 'RELEASE_UPLOAD_FAILED',
    message: expect.stringMatching(new RegExp(`^GitHub refused the upload of a\\.sig: ${status}`, 'u')) as unknown,
    hint: (typeof hint === 'string' ? hint : expect.stringMatching(hint)) as unknown,
    lasting,
  })
})

it('another run helps in another way where the release is published', () => {
  expect([runAgain(release(true)), runAgain(release(false))]).toEqual([DRAFT, PUBLISHED])
  const answer = { status: 403, headers: {}, requestId: undefined, clientRequestId: 'c', body: Buffer.from('') }
  expect(refused(answer, release(false), 'x').hint).toBe(
    `${WRITE_PERMISSION} Then run the job again with overwrite: true, which replaces what is attached already.`,
  )
})

it('an asset that another job attached meanwhile is named, with what keeps jobs apart', () => {
  expect(meanwhile('a\u202e.sig')).toMatchObject({
    code: 'RELEASE_UPLOAD_FAILED',
    message: 'An asset a\\u{202e}.sig was attached while this run was at work',
    hint: expect.stringContaining('let one job sign for the release') as unknown,
    lasting: false,
  })
})

it.each([
  ['app.clear.asc', 'text/plain; charset=utf-8'],
  ['app.unknown', 'application/octet-stream'],
])('%s is of the type %s', (name, type) => {
  expect(contentTypeOf(name)).toBe(type)
})
