import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import type { HttpRequest } from '../../src/http/types.ts'
import { RunEnd } from '../../src/http/run-end.ts'

const NOW = Date.parse('2026-01-02T03:04:05Z')
const request: HttpRequest = { service: 's', method: 'GET', url: 'https://kms.example/' }
const afterwards: HttpRequest = { ...request, afterAbort: true }

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})
afterEach(() => {
  jest.useRealTimers()
})

function runEnd(left = 60_000) {
  const run = new AbortController()
  const end = new RunEnd(run.signal, performance.now() + left)
  const reasons: ActionError[] = []
  const listen = (of = request) => end.onEnd(of, (reason) => reasons.push(reason))
  return { run, end, reasons, listen }
}

describe('the end of a run', () => {
  it.each([
    ['its deadline, where no signal comes first', 1000, 1100],
    ['a deadline that is over already', -5000, 100],
  ])('comes with %s', (_, left, after) => {
    const { reasons, listen, end } = runEnd(left)
    listen()
    jest.advanceTimersByTime(after - 1)
    expect(reasons).toEqual([])
    end.check(request)
    jest.advanceTimersByTime(1)
    expect(reasons).toMatchObject([{ code: 'TIMED_OUT', message: 'The time of timeout-minutes is over.' }])
    expect(() => {
      end.check(request)
    }).toThrow(reasons[0])
  })

  it('is not here already where it is further away than timers reach', () => {
    const { reasons, listen } = runEnd(2 ** 40)
    listen()
    jest.advanceTimersByTime(2 ** 30)
    expect(reasons).toEqual([])
  })

  it('comes once, with the reason of the signal', () => {
    const { run, reasons, listen, end } = runEnd()
    listen()
    const reason = new ActionError('CANCELLED', 'SIGTERM')
    run.abort(reason)
    end.close()
    jest.advanceTimersByTime(100_000)
    expect(reasons).toEqual([reason])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('has come where the signal was given before', () => {
    const signal = AbortSignal.abort(new Error('not one of ours'))
    expect(() => {
      new RunEnd(signal, performance.now() + 1000).check(request)
    }).toThrow(expect.objectContaining({ code: 'CANCELLED', message: 'The run was cancelled.' }))
  })

  it('comes when the client is closed', () => {
    const { reasons, listen, end } = runEnd()
    listen()
    end.close()
    expect(reasons).toMatchObject([{ code: 'CANCELLED', message: 'The run is over.' }])
  })

  it('is nothing to those that took it back, nor to what goes out afterwards', () => {
    const { run, reasons, listen, end } = runEnd()
    listen()()
    listen(afterwards)
    run.abort()
    expect(reasons).toEqual([])
    end.check(afterwards)
  })
})

describe('the end of one request', () => {
  it('comes with its own signal, and leaves the others alone', () => {
    const { reasons, listen, end } = runEnd()
    const own = new AbortController()
    const of = { ...afterwards, signal: own.signal }
    listen(of)
    listen({ ...request, signal: own.signal })()
    end.check(of)
    const reason = new ActionError('SIGNATURE_INVALID', 'another one failed')
    own.abort(reason)
    expect(reasons).toEqual([reason])
    end.check(request)
    expect(() => {
      end.check(of)
    }).toThrow(reason)
  })
})

describe('a wait', () => {
  it('is as long as it is to be', async () => {
    const { end } = runEnd()
    let over = false
    const wait = end.sleep(500, request).then(() => (over = true))
    await jest.advanceTimersByTimeAsync(499)
    expect(over).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    await wait
  })

  it('ends with the run, and leaves no timer', async () => {
    const { run, end } = runEnd()
    const wait = end.sleep(500, request)
    const reason = new ActionError('CANCELLED', 'SIGINT')
    run.abort(reason)
    await expect(wait).rejects.toBe(reason)
    expect(jest.getTimerCount()).toBe(0)
    await expect(end.sleep(500, request)).rejects.toBe(reason)
  })
})
