/** What GitHub answers, read strictly, and where the token may go. */
import { describe, expect, it } from '@jest/globals'
import type { HttpResponse } from '../../../src/http/types.ts'
import { forbidden, saidBy, trimmed, unexpected, WRITE_PERMISSION } from '../../../src/github/releases/refusals.ts'
import {
  isTrustedUploadHost,
  jsonOf,
  readAsset,
  readList,
  readRelease,
  refusalOf,
} from '../../../src/github/releases/wire.ts'
import { thrownBy } from '../../support/thrown-by.ts'

const answer = (body: unknown, status = 422, requestId?: string): HttpResponse => ({
  ...{ status, requestId, clientRequestId: 'c', headers: {} },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
})
const RELEASE = { id: 7, tag_name: 'v1', upload_url: 'https://uploads.github.com/x/assets{?name,label}' }
const ASSET = { id: 8, name: 'a.sig', state: 'uploaded', size: 3 }
const HEX = 'ab'.repeat(32)

describe('a release', () => {
  it('is read with what GitHub may leave out', () => {
    const uploadUrl = 'https://uploads.github.com/x/assets'
    const least = { id: 7, tag: 'v1', title: '', draft: false, immutable: false, uploadUrl, htmlUrl: '', createdAt: '' }
    expect(readRelease(RELEASE)).toEqual(least)
    expect(readRelease({ ...RELEASE, name: null, html_url: 5, created_at: null, draft: 'true', immutable: 1 })).toEqual(
      least,
    )
    const more = { name: 'One', draft: true, immutable: true, html_url: 'https://github.com/x', created_at: '2026' }
    expect(readRelease({ ...RELEASE, ...more })).toEqual({
      ...least,
      ...{ title: 'One', draft: true, immutable: true, htmlUrl: 'https://github.com/x', createdAt: '2026' },
    })
  })

  it.each<[unknown, string]>([
    [null, 'an object was expected'],
    [[RELEASE], 'an object was expected'],
    ['text', 'an object was expected'],
    [{ ...RELEASE, id: '7' }, 'its field id is not a number'],
    [{ ...RELEASE, id: -1 }, 'its field id is not a number'],
    [{ ...RELEASE, id: 1.5 }, 'its field id is not a number'],
    [{ ...RELEASE, id: 2 ** 53 }, 'its field id is not a number'],
    [{ ...RELEASE, tag_name: '' }, 'its field tag_name is not text'],
    [{ ...RELEASE, tag_name: 5 }, 'its field tag_name is not text'],
    [{ ...RELEASE, upload_url: 'x{?name}' }, 'its field upload_url is not a URL'],
    [{ ...RELEASE, upload_url: undefined }, 'its field upload_url is not text'],
  ])('is refused where it is none: %j', (json, what) => {
    expect(thrownBy(() => readRelease(json))).toMatchObject({
      code: 'INVALID_RESPONSE',
      message: `GitHub's release API gave an answer that it does not promise: ${what}.`,
      hint: expect.stringContaining('Check that GITHUB_API_URL is the address of GitHub’s API') as unknown,
    })
  })
})

describe('an asset', () => {
  it('is read with what GitHub may leave out', () => {
    expect(readAsset(ASSET)).toEqual({
      ...{ id: 8, name: 'a.sig', complete: true, ageMs: undefined, size: 3, sha256: undefined, url: '' },
    })
    expect(readAsset({ ...ASSET, id: 0, size: 0, state: 'starter' })).toMatchObject({ id: 0, size: 0, complete: false })
  })

  it.each([
    [`sha256:${HEX}`, HEX],
    [`sha256:${HEX.toUpperCase()}`, undefined],
    [`sha256:${HEX}0`, undefined],
    [`xsha256:${HEX}`, undefined],
    [`sha512:${HEX}`, undefined],
    [null, undefined],
  ])('has the digest %j: %s', (digest, sha256) => {
    expect(readAsset({ ...ASSET, digest })).toMatchObject({ sha256 })
  })

  it.each([
    ['2026-01-01T00:00:00Z', 60_000, 60_000],
    ['2026-01-01T00:01:00Z', 30_000, 0],
    [undefined, 60_000, undefined],
    [5, 60_000, undefined],
    ['2026-01-01T00:00:00Z', NaN, undefined],
  ])('made at %s is so old %i ms later: %s', (created_at, later, ageMs) => {
    expect(readAsset({ ...ASSET, created_at }, Date.parse('2026-01-01T00:00:00Z') + later)).toMatchObject({ ageMs })
  })

  it.each([
    ['https://github.com/a b', 'https://github.com/a%20b'],
    ['http://github.example/a\nb', 'http://github.example/ab'],
    ['javascript:alert(1)', ''],
    ['xhttps://github.com/a', ''],
    ['httpsx://github.com/a', ''],
    ['nothing', ''],
    [null, ''],
  ])('is downloaded from %j as %j', (browser_download_url, url) => {
    expect(readAsset({ ...ASSET, browser_download_url })).toMatchObject({ url })
  })

  it.each([{ ...ASSET, name: '' }, { ...ASSET, size: null }, { ...ASSET, state: 1 }, []])('is refused: %j', (json) => {
    expect(thrownBy(() => readAsset(json))).toMatchObject({ code: 'INVALID_RESPONSE' })
  })
})

it('a list is read item by item, and nothing else is one', () => {
  expect(readList([1, 2], (item) => [item])).toEqual([[1], [2]])
  expect(thrownBy(() => readList({ length: 0 }, (item) => item))).toMatchObject({
    code: 'INVALID_RESPONSE',
    message: expect.stringContaining('a list was expected') as unknown,
  })
  expect(jsonOf(answer('[1]'))).toEqual([1])
  expect(thrownBy(() => jsonOf(answer('<html>')))).toMatchObject({
    code: 'INVALID_RESPONSE',
    message: expect.stringContaining('it is not JSON') as unknown,
    cause: expect.objectContaining({ name: 'SyntaxError' }) as unknown,
  })
})

describe('the token goes for uploads', () => {
  it.each([
    ['https://uploads.github.com/x', 'https://api.github.com', true],
    ['https://uploads.octo.ghe.com/x', 'https://api.octo.ghe.com', true],
    ['https://github.example/api/uploads/x', 'https://github.example/api/v3', true],
    ['https://github.example:8443/api/uploads/x', 'https://github.example:8443/api/v3', true],
    ['https://uploads.github.example/x', 'https://github.example/api/v3', true],
    ['http://127.0.0.1:1234/x', 'http://127.0.0.1:5678', true],
    ['https://api.github.com:8443/x', 'https://api.github.com', false],
    ['https://uploads.github.com:8443/x', 'https://api.github.com', false],
    ['http://uploads.github.com/x', 'https://api.github.com', false],
    ['https://uploads.github.com.evil.example/x', 'https://api.github.com', false],
    ['https://evil.example/x', 'https://api.github.com', false],
    ['https://uploads.api.github.com/x', 'https://api.github.com', false],
    ['https://me@uploads.github.com/x', 'https://api.github.com', false],
    ['https://:word@uploads.github.com/x', 'https://api.github.com', false],
  ])('to %s of %s: %p', (upload, api, isTrusted) => {
    expect(isTrustedUploadHost(new URL(upload), api)).toBe(isTrusted)
  })
})

describe('a refusal', () => {
  it.each<[unknown, { message: string; codes?: string[]; fields?: string[] }]>([
    [{ message: 'No' }, { message: 'No' }],
    [{ message: 'No', errors: ['why', { message: 'that' }, { message: '' }, 5, null] }, { message: 'No: why: that' }],
    [
      {
        message: 'Validation Failed',
        errors: [
          { code: 'invalid', field: 'name' },
          { code: 5, field: 'size' },
        ],
      },
      { message: 'Validation Failed', codes: ['invalid'], fields: ['name', 'size'] },
    ],
    [{ message: 5, errors: 'x' }, { message: '' }],
    ['<html>', { message: '' }],
    [[1], { message: '' }],
    ['null', { message: '' }],
  ])('says what GitHub says: %j', (body, { message, codes = [], fields = [] }) => {
    expect(refusalOf(answer(body))).toEqual({ message, codes, fields })
  })

  it('is told on one line, with the status and the id of the request', () => {
    expect(saidBy(answer({ message: 'No\u202e' }, 422, 'A:1'))).toBe('422 No\\u{202e}, request id A:1')
    expect(saidBy(answer('', 502))).toBe('502')
    expect(saidBy(answer({ message: 'x'.repeat(600) }))).toBe(`422 ${'x'.repeat(500)}…`)
  })

  it('of access has what helps against just that', () => {
    expect(forbidden(answer({ message: 'Bad credentials' }, 401))).toMatchObject({
      code: 'RELEASE_FORBIDDEN',
      message: 'GitHub refuses access to the release: 401 Bad credentials.',
      hint: 'The token is not valid (any more): pass `github-token: ${{ github.token }}`, or a token that has not expired.',
    })
    expect(forbidden(answer({}, 403))).toMatchObject({ code: 'RELEASE_FORBIDDEN', hint: WRITE_PERMISSION })
    expect(unexpected(answer({}, 418))).toMatchObject({
      code: 'INVALID_RESPONSE',
      message: "GitHub's release API answered 418.",
      hint: expect.stringMatching(/^Look at https:\/\/www\.githubstatus\.com/u) as unknown,
    })
  })

  it('loses its full stop where more follows', () => {
    expect(['a. ', 'a.b.\n', 'a', '..'].map(trimmed)).toEqual(['a', 'a.b', 'a', ''])
  })
})
