import { describe, expect, it } from '@jest/globals'
import {
  backoff,
  Miss,
  persist,
  RefusedSince,
  WAITS,
  type Patience,
  type Stop,
  type Tally,
} from '../../src/base/retry.ts'

const USUAL: Patience = { attempts: 5, refusedMs: 60_000 }
const failure = (askedMs?: number): Miss => new Miss('it answered 503', { askedMs })
const refusal = (askedMs?: number): Miss => new Miss('it answered 429', { limited: true, askedMs })

interface Outcome {
  readonly result: string | undefined
  readonly stop: Stop | undefined
  readonly tally: Tally | undefined
  readonly waits: readonly number[]
  /** From the start to the end, in ms. */
  readonly ms: number
}

/** Plays `outcomes` one after the other, the last for ever, each attempt taking 10 ms. */
async function play(
  outcomes: readonly (Miss | string)[],
  options: { leftMs?: number; patience?: Patience; heldBack?: boolean; since?: RefusedSince } = {},
): Promise<Outcome> {
  const start = 1_000_000
  let now = start
  const waits: number[] = []
  let stop: Stop | undefined
  let tally: Tally | undefined
  let number = 0
  const loop = persist<string, Miss>(
    {
      patience: options.patience ?? USUAL,
      waits: { ...WAITS, random: () => 0.5 },
      refusedSince: options.since ?? new RefusedSince(),
      now: () => now,
      deadline: start + (options.leftMs ?? 3_600_000),
      heldBack: options.heldBack ?? false,
      sleep: (ms) => {
        now += ms
        return Promise.resolve()
      },
      onWait: (_miss, _tally, ms) => waits.push(ms),
      givenUp: (_miss, tried, why) => {
        stop = why
        tally = { ...tried }
        return new Error('given up')
      },
    },
    () => {
      now += 10
      number += 1
      return Promise.resolve(outcomes[Math.min(number, outcomes.length) - 1] ?? 'no outcome')
    },
  )
  const result = await loop.catch(() => undefined)
  return { result, stop, tally, waits, ms: now - start }
}

it.each([
  [1, 500],
  [2, 1500],
  [3, 4500],
  [4, 13_500],
  [5, 20_000],
  [9, 20_000],
])('the wait after %i failures is anything below %i ms', (failures, most) => {
  expect(backoff(failures, { ...WAITS, random: () => 0 })).toBe(0)
  expect(backoff(failures, { ...WAITS, random: () => 0.5 })).toBe(most / 2)
})

describe('attempts that fail', () => {
  it('are repeated with growing waits until one succeeds', async () => {
    const { result, waits } = await play([failure(), failure(), failure(), 'done'])
    expect([result, waits]).toEqual(['done', [250, 750, 2250]])
  })

  it('are five in all', async () => {
    const { stop, tally } = await play([failure()])
    expect([stop, tally?.failures]).toEqual([{ because: 'failures' }, 5])
  })

  it('wait for as long as the service asks', async () => {
    expect((await play([failure(90_000), 'done'])).waits).toEqual([90_000])
  })

  it('end at once where that goes past the end of the run', async () => {
    const { stop, ms } = await play([failure(90_000)], { leftMs: 60_010 })
    expect([stop, ms]).toEqual([{ because: 'end', leftMs: 60_000 }, 10])
  })

  it('may use the time to its last millisecond', async () => {
    expect((await play([failure(60_000), 'done'], { leftMs: 60_010 })).result).toBe('done')
  })

  it('are not counted with refusals, nor do they use up the time for those', async () => {
    const outcomes = [failure(), refusal(), failure(), refusal(), failure(), refusal(), failure(), 'done']
    expect((await play(outcomes)).result).toBe('done')
  })
})

describe('refusals', () => {
  it('are sat out for sixty seconds, and for no longer', async () => {
    const { stop, ms } = await play([refusal()])
    expect(stop).toEqual({ because: 'refusals' })
    expect(ms).toBeGreaterThanOrEqual(60_000)
    expect(ms).toBeLessThan(60_100)
  })

  it.each([
    ['90 s after a failure', [failure(), refusal(90_000)], 90_280],
    ['90 s, and then none', [refusal(90_000), refusal()], 90_780],
    ['5 s, twenty times', Array.from({ length: 20 }, () => refusal(5000)), 100_210],
  ])('that ask for a wait of %s are believed while the run has the time', async (_, outcomes, ms) => {
    const played = await play([...outcomes, 'done'])
    expect(played).toMatchObject({ result: 'done', ms })
  })

  it('end at once where the wait goes past the end of the run', async () => {
    const { stop, ms } = await play([refusal(7_200_000)])
    expect([stop?.because, ms]).toEqual(['end', 10])
  })

  it('are given sixty seconds anew after a wait that was asked for', async () => {
    const { stop, ms } = await play([refusal(90_000), refusal()])
    expect(stop).toEqual({ because: 'refusals' })
    expect(ms).toBeGreaterThanOrEqual(150_000)
    expect(ms).toBeLessThan(150_200)
  })

  it('that name no time, or one that is over, do not let anybody hammer', async () => {
    expect((await play([refusal(0), 'done'])).waits).toEqual([250])
  })

  it('are counted from the first one that any request met, until any is served', async () => {
    const since = new RefusedSince()
    since.refused(1_000_000 - 59_000, undefined)
    expect((await play([refusal()], { since })).ms).toBeLessThan(2000)
    since.served()
    expect((await play([refusal()], { since })).ms).toBeGreaterThan(60_000)
  })

  it('are left to whoever holds back all attempts, but not failures', async () => {
    expect((await play([refusal(7000), failure(), 'done'], { heldBack: true })).waits).toEqual([0, 250])
  })

  it('are not sat out without patience for them', async () => {
    expect((await play([refusal()], { patience: { attempts: 5, refusedMs: 0 } })).stop).toEqual({ because: 'refusals' })
  })
})
