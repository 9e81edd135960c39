import { describe, expect, it } from '@jest/globals'
import { Pace } from '../../src/http/pace.ts'
import { collectLog } from './server.ts'
import { simulate, type Behaviour, type Outcome } from './simulated-service.ts'
import { inVirtualTime } from './virtual-time.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

interface Scene {
  readonly requests: number
  readonly max?: number
  readonly runs?: number
}

function run(behaviour: Behaviour, { requests, max = 16, runs = 1 }: Scene, seed = 1): Promise<Outcome> {
  return inVirtualTime(() => {
    const signal = new AbortController().signal
    const gates = Array.from({ length: runs }, () => new Pace({ max, signal, log: collectLog() }))
    return simulate(gates, requests, behaviour, seed)
  })
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
const last = ({ ends }: Outcome): number => ends.at(-1) ?? NaN

/** In the middle of many seeds: the seconds until all is done, and the share of attempts that were refused. */
async function typical(behaviour: Behaviour, scene: Scene) {
  const outcomes: Outcome[] = []
  for (const seed of SEEDS) outcomes.push(await run(behaviour, scene, seed))
  return {
    seconds: median(outcomes.map(last)),
    slowest: Math.max(...outcomes.map(last)),
    refused: median(outcomes.map(({ refused }) => refused)),
    first: median(outcomes.map(({ ends }) => ends[0] ?? NaN)),
  }
}

const FILES = 600
const ALONE = Math.ceil(FILES / 16) * 0.05
const falling = (ms: number): number => (ms >= 1000 && ms < 4000 ? 20 : 200)

describe('a gate in front of a service', () => {
  it.each<[string, Behaviour, number]>([
    ['429 for 5 % of requests', { latency: 50, refused: 0.05 }, 1.2],
    ['429 for 20 % of requests', { latency: 50, refused: 0.2 }, 1.7],
    ['429 for 40 % of requests', { latency: 50, refused: 0.4 }, 6],
    ['503 for 5 % of requests', { latency: 50, failed: 0.05 }, 1.35],
  ])('that answers %s, whatever the rate, is done in time', async (_, behaviour, most) => {
    const { seconds, slowest } = await typical(behaviour, { requests: FILES })
    expect(seconds / ALONE).toBeLessThan(most)
    expect(slowest / ALONE).toBeLessThan(4 * most) // never at a crawl, by no seed
  })

  it.each<[string, Behaviour, Scene, number, number, number]>([
    ['100 a second', { latency: 50, quota: { rate: 100, burst: 100 } }, { requests: 600 }, 5, 1.05, 0.05],
    ['100 a second, for longer', { latency: 50, quota: { rate: 100, burst: 100 } }, { requests: 1000 }, 9, 1.05, 0.05],
    ['100 a second, nearer', { latency: 20, quota: { rate: 100, burst: 100 } }, { requests: 1000 }, 9, 1.1, 0.05],
    ['200 a second', { latency: 10, quota: { rate: 200, burst: 50 } }, { requests: 1000 }, 4.75, 1.1, 0.05],
    [
      '500 a second, few at once',
      { latency: 5, quota: { rate: 500, burst: 10 } },
      { requests: 5000 },
      9.98,
      1.12,
      0.03,
    ],
    ['10 a second', { latency: 50, quota: { rate: 10, burst: 10 } }, { requests: 200 }, 19, 1.1, 0.25],
    ['2 a second, far away', { latency: 500, quota: { rate: 2, burst: 2 } }, { requests: 40 }, 19, 1.7, 0.55],
    [
      '100 a second, asking for a second',
      { latency: 20, quota: { rate: 100, burst: 100, asks: 1000 } },
      { requests: 1000 },
      9,
      1.15,
      0.06,
    ],
  ])('of %s keeps to its quota', async (_, behaviour, scene, floor, most, mostRefused) => {
    const { seconds, refused } = await typical(behaviour, scene)
    expect(seconds / floor).toBeLessThan(most)
    expect(refused).toBeLessThanOrEqual(mostRefused)
  })

  it.each([
    ['as its answers go out', true, 0.15],
    ['as requests come in', false, 0.15],
  ])('that four runs share, and that counts %s, serves each of them', async (_, late, mostRefused) => {
    const behaviour = { latency: 50, late, quota: { rate: 100, burst: 100 } }
    const { seconds, first, refused } = await typical(behaviour, { requests: 200, runs: 4 })
    expect(seconds / 7).toBeLessThan(1.15)
    expect(first / 7).toBeGreaterThan(0.4)
    expect(refused).toBeLessThanOrEqual(mostRefused)
  })

  it.each([20, 200])(
    'whose quota falls to a tenth for three seconds is full speed soon after (burst %i)',
    async (burst) => {
      const least = burst === 20 ? 5.6 : 4.7
      const { seconds } = await typical({ latency: 50, quota: { rate: falling, burst } }, { requests: FILES })
      expect(seconds / least).toBeLessThanOrEqual(1.4)
    },
  )

  it.each([
    [1, 200, 0.15],
    [2, 400, 0.1],
    [4, 800, 0.05],
    [10, 2000, 0.03],
  ])('that takes no more than %i at once gets no more', async (atOnce, requests, mostRefused) => {
    const { seconds, refused } = await typical({ latency: 50, atOnce }, { requests })
    expect(seconds / ((requests * 0.05) / atOnce)).toBeLessThan(1.4)
    expect(refused).toBeLessThan(mostRefused)
  })

  it.each<[string, Behaviour, Scene, number]>([
    ['1 %', { latency: 20, refused: 0.01 }, { requests: 5000 }, 1.25],
    ['2 %', { latency: 20, refused: 0.02 }, { requests: 5000 }, 1.3],
    ['2 %, of 64 at once', { latency: 50, refused: 0.02 }, { requests: 5000, max: 64 }, 1.5],
  ])('that refuses %s by chance is hardly slowed down', async (_, behaviour, scene, most) => {
    const { seconds } = await typical(behaviour, scene)
    expect(seconds).toBeLessThan(((scene.requests * behaviour.latency) / (scene.max ?? 16) / 1000) * most)
  })

  it('is held up by requests that hang no more than they take, where others are refused by chance', async () => {
    const behaviour = { latency: 10, refused: 0.01, asked: 0.01, hang: 0.02 }
    const { ends } = await run(behaviour, { requests: 5000, max: 64 })
    const hanging = (5000 * 0.02 * 15) / 64
    const asked = 5000 * 0.01
    expect(ends[0]).toBeLessThan(2 * (hanging + asked))
  })
})
