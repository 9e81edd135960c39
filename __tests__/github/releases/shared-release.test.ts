import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { makeBuilds, type Build } from './simulation/builds.ts'
import { runMix } from './simulation/mix.ts'

let folder = ''
let builds: readonly Build[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shared-release-'))
  builds = await makeBuilds(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const MIXES = 1000

it('keeps what green jobs attached to a shared release, and logs all that goes, in a thousand mixes', async () => {
  const violations: string[] = []
  const counts = new Map<string, number>()
  let deletions = 0
  for (let seed = 1; seed <= MIXES; seed++) {
    const result = await runMix(seed, builds)
    violations.push(...result.violations.map((violation) => `seed ${seed}: ${violation}`))
    for (const outcome of result.outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    deletions += result.deletions
  }
  expect(violations).toEqual([])
  // A simulation in which nothing meets would prove nothing.
  expect([...counts.keys()].toSorted()).toEqual(['ASSET_EXISTS', 'RELEASE_UPLOAD_FAILED', 'green', 'killed'])
  for (const count of counts.values()) expect(count).toBeGreaterThan(MIXES / 20)
  expect(deletions).toBeGreaterThan(MIXES / 10)
}, 120_000)

it('gives the same end for the same seed', async () => {
  for (const seed of [3, 77]) expect(await runMix(seed, builds)).toEqual(await runMix(seed, builds))
})
