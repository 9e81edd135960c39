import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import type { Leave } from '../../src/http/gate.ts'
import { Pace } from '../../src/http/pace.ts'
import { collectLog } from './server.ts'

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
})
afterEach(() => {
  jest.useRealTimers()
})

function pace(max: number) {
  const run = new AbortController()
  const log = collectLog()
  return { gate: new Pace({ max, signal: run.signal, log }), run, log }
}

/** Which of these have been let in after `ms`. */
async function inside(entries: readonly Promise<Leave>[], ms = 0): Promise<boolean[]> {
  const states = entries.map(() => false)
  entries.forEach((entry, at) => {
    void entry.then(() => (states[at] = true))
  })
  await jest.advanceTimersByTimeAsync(ms)
  return states
}

describe('a gate', () => {
  it('lets in as many as may be at once, in order, those that were refused first', async () => {
    const { gate } = pace(2)
    const entries = [gate.enter(false), gate.enter(false), gate.enter(false), gate.enter(true)]
    expect(await inside(entries)).toEqual([true, true, false, false])
    ;(await entries[0])?.('done')
    expect(await inside(entries)).toEqual([true, true, false, true])
    ;(await entries[3])?.('failed')
    expect(await inside(entries)).toEqual([true, true, true, true])
  })

  it('holds everybody up for as long as a refusal asks', async () => {
    const { gate } = pace(4)
    ;(await gate.enter(false))('limited', 80)
    const entries = [gate.enter(true)]
    expect(await inside(entries, 79)).toEqual([false])
    expect(await inside(entries, 1)).toEqual([true])
  })

  it('is not shortened by a later one that asks for less', async () => {
    const { gate } = pace(2)
    const [one, other] = await Promise.all([gate.enter(false), gate.enter(false)])
    one('limited', 80)
    other('limited', 20)
    const entries = [gate.enter(true)]
    expect(await inside(entries, 79)).toEqual([false])
    expect(await inside(entries, 1)).toEqual([true])
  })

  it('never lets in more than may be, however much succeeds', async () => {
    const { gate } = pace(2)
    for (let i = 0; i < 100; i += 1) (await gate.enter(false))('done')
    const entries = Array.from({ length: 5 }, () => gate.enter(false))
    expect((await inside(entries, 1000)).filter(Boolean)).toHaveLength(2)
  })

  it('lets nobody in where the run is over from the start', async () => {
    const gate = new Pace({ max: 1, signal: AbortSignal.abort(), log: collectLog() })
    await expect(gate.enter(false)).rejects.toMatchObject({ code: 'CANCELLED', message: 'The run was cancelled.' })
  })

  it('goes faster again after a wait that a refusal asked for', async () => {
    const { gate } = pace(4)
    for (let i = 0; i < 12; i += 1) {
      const entry = gate.enter(true)
      await jest.advanceTimersByTimeAsync(2500)
      ;(await entry)('limited', i === 11 ? 1000 : undefined)
    }
    let done = 0
    const goOn = async (): Promise<void> => {
      for (;;) {
        ;(await gate.enter(false))('done')
        done += 1
      }
    }
    void goOn()
    await jest.advanceTimersByTimeAsync(1000)
    expect(done).toBeLessThan(2)
    await jest.advanceTimersByTimeAsync(10_000)
    expect(done).toBeGreaterThan(30)
  })

  it('tells of a lower rate every five seconds at most', async () => {
    const { gate, log } = pace(1)
    for (let i = 0; i < 4; i += 1) {
      const entry = gate.enter(true)
      await jest.advanceTimersByTimeAsync(2500)
      ;(await entry)('limited')
    }
    expect(log.lines).toHaveLength(2)
    expect(log.lines[1]).toBe(
      'info: The service refuses requests because too many come (429): they go on at about 1.0 a second, and faster as soon as it takes more.',
    )
  })

  it('tells of whole requests a second where there are ten or more', async () => {
    const { gate, log } = pace(1)
    const leave = await gate.enter(false)
    void gate.enter(false)
    leave('limited')
    expect(log.lines[0]).toMatch(/: they go on at about \d\d+ a second, and faster as soon as it takes more\.$/u)
  })

  it('ends all waiting with the run', async () => {
    const { gate, run } = pace(1)
    await gate.enter(false)
    const waiting = [gate.enter(false), gate.enter(true)]
    const reason = new ActionError('TIMED_OUT', 'over')
    run.abort(reason)
    for (const one of [...waiting, gate.enter(false)]) await expect(one).rejects.toBe(reason)
  })

  it('lets in thousands in order', async () => {
    const { gate } = pace(3)
    const order: number[] = []
    await Promise.all(
      Array.from({ length: 3000 }, async (_, i) => {
        const leave = await gate.enter(false)
        order.push(i)
        leave('done')
      }),
    )
    expect(order).toEqual(Array.from({ length: 3000 }, (_, i) => i))
  })
})
