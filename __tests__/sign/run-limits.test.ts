import { afterEach, describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { startLimits, type RunLimits } from '../../src/sign/run-limits.ts'

let limits: RunLimits | undefined
afterEach(() => limits?.dispose())

describe('startLimits', () => {
  it('aborts with TIMED_OUT when the time is up, and gives what cannot be aborted a few seconds more', async () => {
    const start = performance.now()
    limits = startLimits(20)
    const { signal, overdue } = limits
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve)
    })
    expect(signal.reason).toMatchObject({ code: 'TIMED_OUT' })
    await expect(overdue).rejects.toMatchObject({ code: 'TIMED_OUT' })
    expect(performance.now() - start).toBeGreaterThan(3000)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('aborts with CANCELLED on %s', (name) => {
    limits = startLimits(60_000)
    process.emit(name, name)
    expect(limits.signal.reason).toMatchObject({ code: 'CANCELLED' })
  })

  const lost = new ActionError('UNAVAILABLE', 'broke off')

  it('tells of the abort, not of what broke off because of it', () => {
    limits = startLimits(60_000)
    process.emit('SIGTERM', 'SIGTERM')
    expect(limits.failure(lost)).toBe(limits.signal.reason)
  })

  it('tells of the first failure, whatever comes while the run cleans up', () => {
    limits = startLimits(60_000)
    expect(limits.failure(lost)).toBe(lost)
    process.emit('SIGTERM', 'SIGTERM')
    expect(limits.failure(limits.signal.reason)).toBe(lost)
  })

  it('tells of what could not be put back after an abort', () => {
    limits = startLimits(60_000)
    process.emit('SIGTERM', 'SIGTERM')
    const stuck = new ActionError('WRITE_FAILED', 'not put back', { cause: limits.signal.reason })
    expect(limits.failure(stuck)).toBe(stuck)
  })

  it('takes its listeners away', () => {
    const before = process.listenerCount('SIGTERM')
    startLimits(60_000).dispose()
    expect(process.listenerCount('SIGTERM')).toBe(before)
  })
})
