import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { LONGEST_TIMER_MS, wait } from '../../src/base/wait.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('a wait', () => {
  it.each([500, LONGEST_TIMER_MS, LONGEST_TIMER_MS + 1])('of %i ms does not end before its time', async (ms) => {
    let over = false
    const waiting = wait(ms, new AbortController().signal).then(() => (over = true))
    await jest.advanceTimersByTimeAsync(499)
    expect(over).toBe(false)
    await jest.advanceTimersByTimeAsync(LONGEST_TIMER_MS)
    await waiting
  })

  it('ends with the reason of its signal, and leaves no timer', async () => {
    const end = new AbortController()
    const waiting = wait(500, end.signal)
    const reason = new Error('over')
    end.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    expect(jest.getTimerCount()).toBe(0)
    await expect(wait(500, end.signal)).rejects.toBe(reason)
  })
})
