import { expect, it } from '@jest/globals'
import { limitIn } from '../../src/http/limit.ts'

const answer = (headers: Record<string, string>, body: unknown = {}) => ({
  status: 429,
  headers,
  body: Buffer.from(JSON.stringify(body)),
})
const quota = (violations: unknown) => ({
  code: 8,
  message: 'Quota exceeded',
  details: [{ '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations }],
})

it.each<[string, Parameters<typeof limitIn>[0], string | undefined]>([
  [
    'QuotaFailure',
    answer({}, quota([{ subject: 'cloud:b1g', description: 'signRequests: 200 a second' }])),
    'signRequests: 200 a second, of cloud:b1g',
  ],
  [
    'QuotaFailure with a metric',
    answer({}, quota([{ quotaMetric: 'kms/sign', quotaValue: '200', description: 'Too fast' }])),
    'kms/sign: Too fast (at most 200)',
  ],
  ['a violation that says nothing', answer({}, quota([{}])), 'a quota without a name'],
  [
    'GitHub’s headers',
    answer({
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-resource': 'core',
      'x-ratelimit-reset': '1767323045',
    }),
    '1000 requests an hour (core), which ends at 2026-01-02T03:04:05.000Z',
  ],
  [
    'GitHub’s headers with requests left',
    answer({ 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '7' }),
    undefined,
  ],
  [
    'GitHub’s words',
    answer({}, { message: 'You have exceeded a secondary rate limit.' }),
    "GitHub's secondary limit, on requests in a short time and on uploads a minute and an hour",
  ],
  ['a registry’s header', answer({ 'ratelimit-limit': '100;w=21600' }), '100 requests in 21600 s'],
  ['commands and secrets apart, nothing', answer({ 'ratelimit-limit': '::error::x' }), undefined],
  [
    'violations of another kind',
    answer({}, { ...quota('none'), details: [{ violations: [{ description: 'x' }] }] }),
    undefined,
  ],
])('the limit that %s names', (_, response, limit) => {
  expect(limitIn(response)).toBe(limit)
})
