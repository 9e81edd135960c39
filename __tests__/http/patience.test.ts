import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { HttpRequest } from '../../src/http/types.ts'
import { Patience, type Miss, type Tally } from '../../src/http/patience.ts'
import { TIMING } from '../../src/http/retry.ts'

const NOW = Date.parse('2026-01-02T03:04:05Z')
const URL_OF_KMS = new URL('https://kms.example/path')
const request: HttpRequest = { service: 'Yandex KMS', method: 'GET', url: URL_OF_KMS.href }
const gate = { enter: () => Promise.resolve(() => undefined) }

const failed = (more: Partial<Miss> = {}): Miss => ({
  limited: false,
  why: 'it answered 503',
  answered: true,
  askedMs: undefined,
  requestId: undefined,
  proxy: undefined,
  ...more,
})
const refused = (more: Partial<Miss> = {}) => failed({ limited: true, why: 'it answered 429', ...more })
const tally = (failures: number, refusals = 0): Tally => ({ failures, refusals, started: NOW - 2000 })

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})
afterEach(() => {
  jest.useRealTimers()
})

function patience(left = 60_000) {
  const one = new Patience({ ...TIMING, random: () => 0.5 }, NOW + left)
  const wait = (miss: Miss, tried: Tally, of = request, url = URL_OF_KMS) => one.waitAfter(miss, tried, of, url)
  return { one, wait }
}

describe('the wait', () => {
  it.each([
    ['after a failure', failed(), tally(1), 250],
    ['after a third one', failed(), tally(3), 2250],
    ['that was asked for', failed({ askedMs: 7000 }), tally(1), 7000],
    ['where none was asked for in so many words', failed({ askedMs: 0 }), tally(1), 250],
    ['after a refusal, by the refusals alone', refused(), tally(3, 2), 750],
    ['that a refusal asked for', refused({ askedMs: 7000 }), tally(0, 1), 7000],
    ['until the time is over exactly', failed({ askedMs: 60_000 }), tally(1), 60_000],
  ])('%s', (_, miss, tried, expected) => {
    expect(patience().wait(miss, tried)).toBe(expected)
  })

  it('is left to the gate for all that pass through it, but not after failures', () => {
    expect(patience().wait(refused({ askedMs: 7000 }), tally(0, 1), { ...request, gate })).toBe(0)
    expect(patience().wait(failed(), tally(1), { ...request, gate })).toBe(250)
  })

  it('after a refusal is no longer than the time that is left', () => {
    expect(patience(300).wait(refused(), tally(0, 3))).toBe(300)
    expect(patience(300).wait(failed(), tally(3))).toBe(2250) // the end of the run ends the wait
  })
})

describe('patience ends', () => {
  it.each([
    [failed({ requestId: 'r-1' }), tally(5), 'UNAVAILABLE', 'it answered 503 (5 attempts in 2.0 s; request id r-1).'],
    [failed(), tally(5, 2), 'UNAVAILABLE', 'it answered 503 (7 attempts in 2.0 s).'],
    [
      failed({ askedMs: 60_001 }),
      tally(1),
      'UNAVAILABLE',
      'it answered 503 (1 attempt in 2.0 s); it asks to wait 60 s, which goes past the 60 s left.',
    ],
    [
      refused({ askedMs: 3_600_000 }),
      tally(0, 1),
      'RATE_LIMITED',
      'it answered 429 (1 attempt in 2.0 s); it asks to wait 3600 s, which goes past the 60 s left.',
    ],
  ])('after %j, %j with %s', (miss, tried, code, text) => {
    expect(() => patience().wait(miss, tried)).toThrow(
      expect.objectContaining({ code, message: `Yandex KMS (kms.example): ${text}` }),
    )
  })

  it('with a hint that says what to do', () => {
    expect(() => patience().wait(failed({ answered: false }), tally(5))).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('reach kms.example') }),
    )
    expect(() => patience().wait(refused({ askedMs: 99_000 }), tally(0, 1))).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/lower max-concurrency.*higher quota/u) }),
    )
  })

  it('when the run is out of time, without a time below nothing', () => {
    expect(() => patience(-5000).wait(refused(), tally(0, 1))).toThrow(/429 \(1 attempt in 2\.0 s\)\.$/u)
    expect(() => patience(-5000).wait(failed({ askedMs: 1 }), tally(1))).toThrow(/past the 0\.0 s left/u)
  })

  it('with times to a tenth of a second below ten seconds', () => {
    const asked = (left: number, askedMs: number) => () => patience(left).wait(failed({ askedMs }), tally(1))
    expect(asked(9900, 10_000)).toThrow(/wait 10 s, which goes past the 9\.9 s left/u)
  })

  it('after sixty seconds of refusals, whichever requests they met', () => {
    const { wait } = patience(900_000)
    expect(wait(refused(), tally(0, 1), { ...request, gate })).toBe(0)
    jest.setSystemTime(NOW + 59_900)
    expect(wait(refused(), tally(0, 9))).toBe(100)
    jest.setSystemTime(NOW + 60_000)
    expect(() => wait(refused(), tally(0, 1))).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }))
    expect(wait(failed(), tally(1))).toBe(250)
  })

  it('later where the service has answered in between, and by itself for each service', () => {
    const { one, wait } = patience(900_000)
    const other = new URL('https://iam.example/')
    wait(refused(), tally(0, 1))
    jest.setSystemTime(NOW + 30_000)
    wait(refused(), tally(0, 1), request, other)
    one.answered(URL_OF_KMS.origin)
    jest.setSystemTime(NOW + 89_000)
    expect(wait(refused(), tally(0, 1))).toBe(250)
    jest.setSystemTime(NOW + 90_000)
    expect(() => wait(refused(), tally(0, 1), request, other)).toThrow(/429/u)
  })
})
