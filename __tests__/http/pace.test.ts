import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import type { Leave, Passage } from '../../src/http/gate.ts'
import { LearnedRate } from '../../src/http/learned-rate.ts'
import { Pace } from '../../src/http/pace.ts'
import { collectLog } from './server.ts'
import { simulate, type Behaviour } from './simulated-service.ts'

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
  })

  it('tells of whole requests a second where there are ten or more', async () => {
    const { gate, log } = pace(1)
    ;(await gate.enter(false))('limited')
    expect(log.lines[0]).toMatch(/about \d\d+ a second\.$/u)
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

describe('a learnt rate', () => {
  it('is halved at first, and measured from then on', () => {
    const rate = new LearnedRate()
    for (let now = 0; now < 100; now += 1) rate.started(now)
    expect(rate.nextAt()).toBeLessThan(100)
    expect(rate.refused(99, 100)).toBe('lowered')
    expect(rate.perSecond(100)).toBeCloseTo(500, -2)
    expect(rate.refused(99, 120)).toBe('stale')
    for (let i = 0; i < 50; i += 1) rate.succeeded()
    expect(rate.refused(1000, 1100)).toBe('chance')
    expect(rate.refused(1001, 1100)).toBe('lowered')
    expect(rate.perSecond(1100)).toBeCloseTo(45)
    expect(rate.perSecond(2100)).toBeCloseTo(54)
  })

  it('is halved from what it was of late, however long all went well', () => {
    const rate = new LearnedRate()
    for (let i = 0; i < 100; i += 1) rate.succeeded()
    for (let now = 10_000; now < 10_100; now += 2) rate.started(now)
    for (let i = 0; i < 2; i += 1) rate.refused(10_099, 10_100)
    expect(rate.perSecond(10_100)).toBeCloseTo(250, -2)
    expect(rate.perSecond(11_100) / rate.perSecond(10_100)).toBeCloseTo(1.5)
  })

  it('never falls below one a second, and comes back from there', () => {
    const rate = new LearnedRate()
    for (let now = 0; now < 10_000; now += 500) rate.refused(now, now)
    expect(rate.perSecond(9500)).toBe(1)
    expect(rate.perSecond(19_500)).toBeGreaterThan(5)
  })

  it.each([
    ['stays after one refusal among successes', [20], false],
    ['stays while one in twenty-one is refused', [20, 20, 20, 20], false],
    ['falls after two in a row', [20, 0], true],
    ['falls after three among ten successes', [20, 5, 5], true],
    ['falls after the first where nothing has succeeded', [0], true],
    ['falls after the second where little has succeeded', [5, 1], true],
  ])('%s', (_, successes, falls) => {
    const rate = new LearnedRate()
    const refusals = successes.map((count) => {
      for (let i = 0; i < count; i += 1) rate.succeeded()
      return rate.refused(0, 0)
    })
    const last = successes.length - 1
    expect(refusals).toEqual(successes.map((_, at) => (falls && at === last ? 'lowered' : 'chance')))
  })

  it('neither grows nor is measured by the time of a wait that was asked for', () => {
    const rate = new LearnedRate()
    rate.refused(0, 0)
    for (let i = 0; i < 50; i += 1) rate.succeeded()
    rate.standsStill(4000)
    expect(rate.perSecond(4000)).toBe(rate.perSecond(0))
    expect(rate.perSecond(3000)).toBe(rate.perSecond(0))
    rate.refused(4900, 5000)
    rate.refused(4900, 5000)
    expect(rate.perSecond(5000)).toBeCloseTo(45)
  })
})

describe('a gate in front of a service', () => {
  it('lets in fewer at once after a refusal, and again more after successes', async () => {
    const { gate, log } = pace(4)
    const inside: Leave[] = []
    const enter = async () => {
      for (let i = 0; i < 8; i += 1) void gate.enter(true).then((leave) => inside.push(leave))
      await jest.advanceTimersByTimeAsync(4000)
      return inside.length
    }
    expect(await enter()).toBe(4)
    for (const leave of inside.splice(0)) leave('limited') // one decrease: the others started before it
    expect(log.lines).toEqual(['info: The service asks for fewer requests (429): on with about 1.0 a second.'])
    expect(await enter()).toBe(3)
    for (const leave of inside.splice(0)) leave('failed')
    expect(await enter()).toBe(3)
    for (const leave of inside.splice(0, 2)) leave('done')
    expect(await enter()).toBe(3)
    for (const leave of inside.splice(0)) leave('done')
    expect(await enter()).toBe(4)
  })

  it('lets in one fewer at once after a refusal among successes', async () => {
    const { gate } = pace(4)
    const through = async (count: number, passage: Passage) => {
      for (let i = 0; i < count; i += 1) (await gate.enter(false))(passage)
    }
    await through(20, 'done')
    await through(1, 'limited')
    let inside = 0
    for (let i = 0; i < 4; i += 1) void gate.enter(false).then(() => (inside += 1))
    await jest.advanceTimersByTimeAsync(0)
    expect(inside).toBe(3)
  })

  it('lets the only one in again after a refusal among successes', async () => {
    const { gate } = pace(1)
    for (let i = 0; i < 20; i += 1) (await gate.enter(false))('done')
    const leave = await gate.enter(false)
    leave('limited')
    let inside = 0
    void gate.enter(true).then(() => (inside += 1))
    await jest.advanceTimersByTimeAsync(0)
    expect(inside).toBe(1)
  })

  const alone = (latency: number, requests: number, max: number) => (requests * latency) / max / 1000

  it.each<[string, number, number, Behaviour, number]>([
    ['1 % are refused by chance', 16, 5000, { latency: 20, refused: 0.01 }, 1.25],
    ['2 % are refused by chance', 16, 5000, { latency: 20, refused: 0.02 }, 1.5],
    ['2 % are refused by chance, of 64 at once', 64, 5000, { latency: 50, refused: 0.02 }, 3.5],
  ])('is slowed down a little, and not to a crawl, where %s', async (_, max, requests, behaviour, most) => {
    const { seconds } = await simulate(pace(max).gate, requests, behaviour)
    expect(seconds).toBeLessThan(alone(behaviour.latency, requests, max) * most)
  })

  it('is held up by requests that hang no more than they take, where others are refused by chance', async () => {
    const behaviour = { latency: 10, refused: 0.01, asked: 0.01, hang: 0.02 }
    const { seconds } = await simulate(pace(64).gate, 5000, behaviour)
    const hanging = (5000 * 0.02 * 15) / 64
    const asked = 5000 * 0.01
    expect(seconds).toBeLessThan(2 * (hanging + asked))
  })

  it.each<[string, number, Behaviour, number, number]>([
    ['200 a second', 1000, { latency: 10, quota: { rate: 200, burst: 50 } }, 4.75, 0.1],
    ['100 a second', 1000, { latency: 20, quota: { rate: 100, burst: 100 } }, 9, 0.06],
    ['100 a second, asking for a second', 1000, { latency: 20, quota: { rate: 100, burst: 100, asks: 1000 } }, 9, 0.06],
    ['10 a second', 200, { latency: 50, quota: { rate: 10, burst: 10 } }, 19, 0.25],
    ['500 a second and few at once', 5000, { latency: 5, quota: { rate: 500, burst: 10 } }, 10, 0.03],
  ])('keeps to a quota of %s', async (_, requests, behaviour, ideal, mostRefused) => {
    const { seconds, refused } = await simulate(pace(16).gate, requests, behaviour)
    expect(seconds).toBeLessThan(ideal * 1.1)
    expect(refused).toBeLessThan(mostRefused)
  })

  it.each([
    [1, 200, 0.25],
    [2, 400, 0.15],
    [4, 800, 0.1],
    [10, 2000, 0.05],
  ])('gets along with a service that takes no more than %i at once', async (atOnce, requests, mostRefused) => {
    const { seconds, refused } = await simulate(pace(16).gate, requests, { latency: 50, atOnce })
    expect(seconds).toBeLessThan(alone(50, requests, atOnce) * 1.4)
    expect(refused).toBeLessThan(mostRefused)
  })
})
