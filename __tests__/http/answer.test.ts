import { describe, expect, it } from '@jest/globals'
import { accepted, requestIdOf } from '../../src/http/answer.ts'

const raw = (status: number, headers: Record<string, string> = {}, body = '{}') => ({
  status,
  headers,
  body: Buffer.from(body),
})
const take = (status: number, headers: Record<string, string> = {}, redirects = false) =>
  accepted(raw(status, headers), 'Yandex KMS (kms.example)', redirects)

describe('the id of a request', () => {
  const status = (requestId: string) => JSON.stringify({ code: 7, details: [{ requestId }] })
  it.each([
    ['none', raw(200), undefined],
    ['x-request-id', raw(200, { 'x-request-id': 'a', 'x-github-request-id': 'b' }), 'a'],
    ['x-github-request-id', raw(200, { 'x-github-request-id': 'b', 'x-ms-request-id': 'd' }), 'b'],
    ['x-server-trace-id', raw(200, { 'x-server-trace-id': 'c' }), 'c'],
    ['x-ms-request-id', raw(200, { 'x-ms-request-id': 'd' }), 'd'],
    ['the next one, where a header is empty', raw(200, { 'x-request-id': '', 'x-ms-request-id': 'd' }), 'd'],
    ['google.rpc.RequestInfo', raw(403, {}, status('r-1')), 'r-1'],
    ['the header rather than the body', raw(403, { 'x-request-id': 'a' }, status('r-1')), 'a'],
    ['what may be printed', raw(200, { 'x-request-id': 'a\n::b' }), String.raw`a\u{a}::b`],
    ['no more than 200 characters', raw(200, { 'x-request-id': 'a'.repeat(300) }), `${'a'.repeat(200)}…`],
  ])('is taken from %s', (_, answer, id) => {
    expect(requestIdOf(answer)).toBe(id)
  })
})

describe('an answer', () => {
  it.each([[200], [299], [400], [503]])('of status %i is handed on', (status) => {
    expect(take(status, { 'x-request-id': 'a' })).toEqual({
      status,
      headers: { 'x-request-id': 'a' },
      body: Buffer.from('{}'),
      requestId: 'a',
    })
  })

  it.each([
    [300, { location: 'https://login.example/x?secret' }, 'login.example'],
    [399, { location: '/relative' }, 'the same host'],
    [307, {}, 'the same host'],
  ])('of status %i is not followed', (status, headers, target) => {
    expect(() => take(status, headers)).toThrow(
      expect.objectContaining({
        code: 'INVALID_RESPONSE',
        message: `Yandex KMS (kms.example) answered with a redirect (${status}) to ${target}, which is not followed.`,
        hint: expect.stringMatching(/endpoint is right.*login page/u),
      }),
    )
  })

  it('of a redirect is handed on to who judges it', () => {
    expect(take(302, { location: 'https://store.example/' }, true)).toMatchObject({ status: 302 })
  })

  it.each([['identity'], [' Identity '], ['']])('in the coding %j is read', (coding) => {
    expect(take(200, { 'content-encoding': coding }).body.toString()).toBe('{}')
  })

  it('in another coding is refused where it is a success', () => {
    expect(() => take(200, { 'content-encoding': 'GZIP\n' })).toThrow(
      expect.objectContaining({
        code: 'INVALID_RESPONSE',
        message: 'Yandex KMS (kms.example) answered in the coding gzip, which nobody asked for.',
        hint: expect.stringContaining('proxy'),
      }),
    )
    expect(() => take(399, { 'content-encoding': 'br' }, true)).toThrow(/coding br/u)
  })

  it('in another coding counts by its status where it is a failure', () => {
    expect(take(400, { 'content-encoding': 'gzip' })).toMatchObject({ status: 400, body: Buffer.alloc(0) })
  })
})
