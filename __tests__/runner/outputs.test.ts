import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { MAX_OUTPUT_BYTES, setBoundedOutput } from '../../src/runner/outputs.ts'
import { maskSecret } from '../../src/runner/secrets.ts'

let folder: string
const warnings: string[] = []
const log = { debug() {}, info() {}, notice() {}, warning: (message: string) => warnings.push(message) }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outputs-'))
  warnings.length = 0
  process.env['GITHUB_OUTPUT'] = join(folder, 'output')
  writeFileSync(join(folder, 'output'), '')
})
afterEach(() => {
  delete process.env['GITHUB_OUTPUT']
  rmSync(folder, { recursive: true })
})

it.each([
  [MAX_OUTPUT_BYTES, 0],
  [MAX_OUTPUT_BYTES + 1, 1],
])('of %i bytes gives %i warnings', (bytes, count) => {
  setBoundedOutput('files', 'ä'.repeat(40_000) + 'x'.repeat(bytes - 80_000), 'See manifest-path.', log)
  expect(warnings).toHaveLength(count)
  expect(readFileSync(join(folder, 'output'), 'utf8').includes('ä')).toBe(count === 0)
})

it('holds no secret that a service repeats in a URL', () => {
  const secret = `ghs_${'x'.repeat(36)}`
  maskSecret(secret)
  setBoundedOutput('release-asset-urls', `https://example/${secret}/a`, 'See the release.', log)
  expect(readFileSync(join(folder, 'output'), 'utf8')).toContain('https://example/***/a')
})
