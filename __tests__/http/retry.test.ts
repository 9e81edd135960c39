import { describe, expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { askedWait, grpcStatusOf, parseObject, verdictOn, waitAskedBy } from '../../src/http/retry.ts'

const NOW = Date.parse('2026-01-02T03:04:05Z')
const answer = (status: number, body: unknown = '', headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
})

describe('the wait that an answer asks for', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': ' 7 ' }, 7000],
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': '7s' }, undefined],
    [{ 'retry-after': 'x7' }, undefined],
    [{ 'x-ratelimit-remaining': '0' }, undefined],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${NOW / 1000 + 9}s` }, undefined],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `x${NOW / 1000 + 9}` }, undefined],
    [{ 'retry-after': 'Fri, 02 Jan 2026 03:04:35 GMT' }, 30_000],
    [{ 'retry-after': 'Fri, 02 Jan 2026 03:04:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 9) }, 9000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 - 9) }, 0],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'later' }, undefined],
    [{ 'x-ratelimit-remaining': '0' }, undefined],
    [{ 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': String(NOW / 1000 + 9) }, undefined],
    [{ 'retry-after': '3', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 9) }, 3000],
    [{ 'retry-after': 'Fri, 02 Jan 2026 03:04:35 GMT', date: 'Fri, 02 Jan 2026 03:04:33 GMT' }, 2000],
    [{ 'retry-after': 'Fri, 02 Jan 2026 03:04:35 GMT', date: 'today' }, 30_000],
    [
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1000 + 9),
        date: 'Fri, 02 Jan 2026 03:04:10 GMT',
      },
      4000,
    ],
  ])('by %j is %s ms', (headers, expected) => {
    expect(askedWait(headers, NOW)).toBe(expected)
  })
})

describe('what becomes of an answer', () => {
  it.each([
    [200, { code: 14 }, 'final'],
    [302, '', 'final'],
    [400, { code: 14 }, 'again'],
    [400, { code: 8 }, 'limited'],
    [400, { code: 0 }, 'final'],
    [503, { code: 0 }, 'again'],
    [503, { code: 1 }, 'final'],
    [503, { code: 16 }, 'final'],
    [399, { code: 14 }, 'final'],
    [503, { code: 17 }, 'again'],
    [503, { code: '5' }, 'again'],
    [503, { code: 4.5 }, 'again'],
    [503, [{ code: 5 }], 'again'],
    [503, null, 'again'],
    [503, { code: 5 }, 'final'],
    [501, '', 'final'],
    [505, '', 'final'],
    [429, '', 'limited'],
    [429, { code: 7 }, 'final'],
    [200, { code: 8 }, 'final'],
    [403, '', 'final'],
    [408, '', 'final'],
  ])('%i %j is %s', (status, body, verdict) => {
    expect(verdictOn(answer(status, body))).toBe(verdict)
  })

  it.each([
    [{ 'retry-after': '5' }, '', 'limited'],
    [{ 'x-ratelimit-remaining': '0' }, '', 'limited'],
    [{ 'x-ratelimit-remaining': '1' }, '', 'final'],
    [{ 'retry-after': '5' }, { code: 7 }, 'final'],
    [{}, { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' }, 'limited'],
    [{}, { message: 'Resource not accessible by integration' }, 'final'],
    [{}, { message: 5 }, 'final'],
  ])('403 with %j and %j is %s', (headers, body, verdict) => {
    expect(verdictOn(answer(403, body, headers))).toBe(verdict)
  })

  it('401 with Retry-After is final: only 403 is how GitHub limits', () => {
    expect(verdictOn(answer(401, '', { 'retry-after': '5' }))).toBe('final')
  })

  it('is never an exception', () => {
    const json = fc.json()
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.oneof(fc.string(), json), (status, body) => {
        const code = grpcStatusOf(answer(status, body))?.code
        expect(code === undefined || (status >= 400 && code >= 1 && code <= 16)).toBe(true)
        expect(['final', 'again', 'limited']).toContain(verdictOn(answer(status, body)))
        const parsed = parseObject(Buffer.from(body))
        expect(parsed === undefined || (typeof parsed === 'object' && !Array.isArray(parsed))).toBe(true)
      }),
    )
  })
})

describe('google.rpc.RetryInfo', () => {
  const retryInfo = (retryDelay: unknown) => ({
    code: 8,
    details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay }],
  })

  it.each([
    ['30s', 30_000],
    ['1.500s', 1500],
    ['0.000000001s', 1],
    ['0s', 0],
    ['-3s', undefined],
    ['30', undefined],
    [30, undefined],
    [undefined, undefined],
  ])('with a delay of %j asks for %s ms', (delay, expected) => {
    expect(waitAskedBy(answer(429, retryInfo(delay)), NOW)).toBe(expected)
  })

  it('gives way to Retry-After', () => {
    expect(waitAskedBy(answer(429, retryInfo('30s'), { 'retry-after': '7' }), NOW)).toBe(7000)
  })
})

it('finds the request id and the message of google.rpc.Status', () => {
  const details = [null, 5, { '@type': 'x' }, { requestId: 7 }, { requestId: 'r-1' }]
  expect(grpcStatusOf(answer(403, { code: 7, message: 'm', details }))).toEqual({
    code: 7,
    message: 'm',
    requestId: 'r-1',
    retryDelayMs: undefined,
  })
  expect(grpcStatusOf(answer(403, { code: 7, message: 5, details: {} }))).toEqual({
    code: 7,
    message: '',
    requestId: undefined,
    retryDelayMs: undefined,
  })
})
