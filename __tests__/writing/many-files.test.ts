/** As many files as a large release has. */
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { openStaging } from '../../src/writing/staging.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'staging-')))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)

it('stages and moves 3,000 files within seconds', async () => {
  const started = performance.now()
  const staging = openStaging({ overwrite: false })
  const names = Array.from({ length: 3000 }, (_, index) => `${index}.sig`)
  await Promise.all(names.map((name) => staging.stage(at(name), Buffer.from('x'))))
  await staging.commit()
  expect(performance.now() - started).toBeLessThan(5000)
  expect(readdirSync(folder)).toHaveLength(3000)
})
