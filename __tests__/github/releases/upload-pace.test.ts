import { describe, expect, it } from '@jest/globals'
import { paceMs, UploadPace } from '../../../src/github/releases/upload-pace.ts'
import { SteppingClock } from './release-setup.ts'

const signal = new AbortController().signal

describe('UploadPace', () => {
  it.each([
    [60_000, 60],
    [3_600_000, 500],
  ])('never begins more in %i ms than %i, however many there are', async (window, most) => {
    const clock = new SteppingClock()
    const pace = new UploadPace()
    const starts: number[] = []
    for (let upload = 0; upload < 1100; upload++) {
      await pace.turn(clock, signal, () => undefined)
      starts.push(clock.now())
    }
    const crowded = starts.filter((start, n) => (starts[n + most] ?? Infinity) - start <= window)
    expect(crowded).toEqual([])
  })

  it('lets a small release go at once', () => {
    expect([0, 1, 60].map(paceMs)).toEqual([0, 0, 0])
  })

  it('foretells the wait that it will ask for', async () => {
    const clock = new SteppingClock()
    const pace = new UploadPace()
    const begin = clock.now()
    for (let upload = 0; upload < 700; upload++) await pace.turn(clock, signal, () => undefined)
    expect(clock.now() - begin).toBe(paceMs(700))
  })
})
