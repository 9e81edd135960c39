import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { mapBounded } from '../../src/base/map-bounded.ts'

it('gives the results in order', async () => {
  const doubled = await mapBounded([30, 1, 10], 2, async (ms) => {
    await wait(ms)
    return ms * 2
  })
  expect(doubled).toEqual([60, 2, 20])
})

it('throws the failure that came first, after all that runs, and begins nothing more', async () => {
  const begun: number[] = []
  const work = async (ms: number) => {
    begun.push(ms)
    await wait(ms)
    throw new Error(`after ${ms} ms`)
  }
  await expect(mapBounded([100, 5, 6, 7], 2, work)).rejects.toThrow('after 5 ms')
  expect(begun).toEqual([100, 5])
})
