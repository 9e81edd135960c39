import { afterEach, describe, expect, it } from '@jest/globals'
import { waitingFor } from '../../src/base/in-flight.ts'
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
    expect(signal.reason).toMatchObject({
      code: 'TIMED_OUT',
      message: expect.stringMatching(/^The step was not done after 0 minutes\.$/u) as unknown,
      hint: expect.stringMatching(/^Give the step more time with `timeout-minutes`/u) as unknown,
    })
    await expect(overdue).rejects.toMatchObject({ code: 'TIMED_OUT' })
    expect(performance.now() - start).toBeGreaterThan(3000)
  })

  it('names the call that was under way when the time was up, and how many others', async () => {
    const over = [waitingFor('Yandex KMS: POST kms.example/sign'), waitingFor('another')]
    limits = startLimits(20)
    const { signal } = limits
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve)
    })
    for (const end of over) end()
    expect(signal.reason).toMatchObject({
      message: expect.stringMatching(
        / It was waiting for Yandex KMS: POST kms\.example\/sign \(for \d+ s\), and 1 more\.$/u,
      ) as unknown,
    })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('aborts with CANCELLED on %s', (name) => {
    limits = startLimits(60_000)
    process.emit(name, name)
    expect(limits.signal.reason).toMatchObject({
      code: 'CANCELLED',
      message: `The run was cancelled (${name}).`,
      hint: expect.stringMatching(/^Somebody, a newer run of the same `concurrency` group/u) as unknown,
    })
    expect(limits.deadline - performance.now()).toBeGreaterThan(59_000)
  })

  it('gives what the stages come to', async () => {
    limits = startLimits(60_000)
    await expect(limits.inTime(Promise.resolve(7))).resolves.toBe(7)
  })

  it('takes its listeners away', () => {
    const counts = (): readonly number[] => [process.listenerCount('SIGTERM'), process.listenerCount('SIGINT')]
    const before = counts()
    startLimits(60_000).dispose()
    expect(counts()).toEqual(before)
  })
})
