import { afterEach, describe, expect, it } from '@jest/globals'
import { startLimits, type RunLimits } from '../../src/sign/run-limits.ts'

let limits: RunLimits | undefined
afterEach(() => limits?.dispose())

describe('startLimits', () => {
  it('aborts with TIMED_OUT when the time is up, and gives what cannot be aborted a few seconds more', async () => {
    const start = performance.now()
    limits = startLimits(20)
    const { signal } = limits
    const overdue = limits.inTime(new Promise(() => undefined))
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

  it('gives what the stages come to', async () => {
    limits = startLimits(60_000)
    await expect(limits.inTime(Promise.resolve(7))).resolves.toBe(7)
  })

  it('takes its listeners away', () => {
    const before = process.listenerCount('SIGTERM')
    startLimits(60_000).dispose()
    expect(process.listenerCount('SIGTERM')).toBe(before)
  })
})
