import { afterEach, describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/errors.ts'
import { createHttpClient } from '../../src/http.ts'
import type { Leave } from '../../src/http/gate.ts'
import { LearnedRate } from '../../src/http/learned-rate.ts'
import { Pace } from '../../src/http/pace.ts'
import { collectLog, json, serveHttp, type Answer } from './server.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function pace(max: number) {
  const run = new AbortController()
  const log = collectLog()
  return { gate: new Pace({ max, signal: run.signal, log }), run, log }
}

/** Which of these have been let in, so far. */
async function inside(entries: readonly Promise<Leave>[]): Promise<boolean[]> {
  await pause(5)
  return Promise.all(entries.map((entry) => Promise.race([entry.then(() => true), pause(1).then(() => false)])))
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

  it('lets in fewer at once after a refusal, and again more after successes', async () => {
    const { gate, log } = pace(4)
    const first = await Promise.all(Array.from({ length: 4 }, () => gate.enter(false)))
    for (const leave of first) leave('limited') // one decrease: the others started before it
    expect(log.lines).toHaveLength(1)
    const entries = Array.from({ length: 4 }, () => gate.enter(true))
    await pause(30)
    expect((await inside(entries)).filter(Boolean)).toHaveLength(2)
  })

  it('holds everybody up for as long as a refusal asks', async () => {
    const { gate } = pace(4)
    ;(await gate.enter(false))('limited', 80)
    const started = performance.now()
    await gate.enter(true)
    expect(performance.now() - started).toBeGreaterThan(70)
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
    expect(rate.nextAt(100)).toBe(100)
    expect(rate.refused(99, 100)).toBe(true)
    expect(rate.perSecond(100)).toBeCloseTo(500, -2)
    expect(rate.refused(99, 120)).toBe(false)
    for (let i = 0; i < 50; i += 1) rate.succeeded()
    expect(rate.refused(1000, 1100)).toBe(true)
    expect(rate.perSecond(1100)).toBeCloseTo(45)
    expect(rate.perSecond(2100)).toBeCloseTo(54)
  })

  it('never falls below one a second, and comes back from there', () => {
    const rate = new LearnedRate()
    for (let now = 0; now < 10_000; now += 500) rate.refused(now, now)
    expect(rate.perSecond(9500)).toBe(1)
    expect(rate.perSecond(19_500)).toBeGreaterThan(5)
  })
})

it('gets through a token bucket near its rate, with few refusals', async () => {
  const [perSecond, burst, files] = [200, 50, 250]
  let tokens = burst
  let at = performance.now()
  let refused = 0
  const bucket: Answer = (request, response) => {
    const now = performance.now()
    tokens = Math.min(burst, tokens + ((now - at) * perSecond) / 1000)
    at = now
    const granted = tokens >= 1
    if (granted) tokens -= 1
    else refused += 1
    setTimeout(() => {
      json(granted ? 200 : 429, granted ? {} : { code: 8 })(request, response)
    }, 10)
  }
  const server = await serveHttp(bucket)
  closing.push(() => server.close())
  const { gate, run, log } = pace(16)
  const http = createHttpClient({ env: {}, log, signal: run.signal, deadline: Date.now() + 20_000 })
  closing.push(() => http.close())
  const started = performance.now()
  await Promise.all(
    Array.from({ length: files }, () => http.request({ service: 's', method: 'GET', url: server.url, gate })),
  )
  const ideal = ((files - burst) / perSecond) * 1000
  expect(performance.now() - started).toBeLessThan(ideal * 3) // a busy machine; alone it takes 1.05
  expect(refused).toBeLessThan(files * 0.3)
})
