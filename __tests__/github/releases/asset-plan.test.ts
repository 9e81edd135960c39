import { expect, it } from '@jest/globals'
import { assetsInAll } from '../../../src/github/releases/asset-plan.ts'
import type { ReleaseAsset } from '../../../src/github/releases/types.ts'

it('counts many more files than a release takes without comparing each with each asset', () => {
  const asset = (id: number): ReleaseAsset => ({
    ...{ id, name: `app-${id}.tar.gz`, complete: true, size: 1 },
    ...{ sha256: undefined, url: '', ageMs: undefined },
  })
  const existing = Array.from({ length: 1000 }, (_, id) => asset(id))
  const names = Array.from({ length: 20_000 }, (_, index) => `file ${index}.sig`)
  const started = performance.now()
  expect(assetsInAll(names, existing)).toBeGreaterThan(1000)
  expect(performance.now() - started).toBeLessThan(500)
}, 60_000)

it('compares a thousand names that GitHub changes with a thousand assets in no time', () => {
  const existing = Array.from({ length: 1000 }, (_, id) => ({
    ...{ id, name: `app.${id}.sig`, complete: true, size: 1 },
    ...{ sha256: undefined, url: '', ageMs: undefined },
  }))
  const names = Array.from({ length: 1000 }, (_, index) => `äpp ${index}.sig`)
  const started = performance.now()
  expect(assetsInAll(names, existing)).toBe(1000)
  expect(performance.now() - started).toBeLessThan(500)
})
