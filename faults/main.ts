/**
 * `npm run faults [-- part…]`: what becomes of runs when something goes wrong. Ends with `N passed, N failed`.
 * `--write` brings docs/reliability.md up to date; `--calls` and `--faults` narrow the matrix, by parts of headings;
 * with `--short` the load is a tenth.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Check } from '../interop/check.ts'
import { randomMixes } from './random-mixes.ts'
import { signals } from './signals.ts'
import { disk } from './disk/disk.ts'
import { interleavings } from './interleavings/interleavings.ts'
import { otherDisks } from './disk/other-disks.ts'
import { proxies } from './proxies.ts'
import { load } from './load.ts'
import { windows } from './windows/windows.ts'
import { runMatrix } from './matrix.ts'
import { pageIsRight } from './reliability-page.ts'

const ROOT = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  options: {
    write: { type: 'boolean' },
    short: { type: 'boolean' },
    calls: { type: 'string' },
    faults: { type: 'string' },
  },
  allowPositionals: true,
})

async function matrix(): Promise<Check[]> {
  const selection = { calls: values.calls?.split(','), faults: values.faults?.split(',') }
  const { entries, checks } = await runMatrix(selection)
  const isWhole = values.calls === undefined && values.faults === undefined
  return isWhole ? [...checks, await pageIsRight(ROOT, entries, values.write === true)] : checks
}

/** In this order; each is bounded in time. */
const PARTS: Readonly<Record<string, () => Promise<readonly Check[]>>> = {
  disk,
  disks: otherDisks,
  interleavings,
  windows,
  proxies,
  signals,
  load: () => load(values.short === true ? 1000 : 10_000),
  mixes: randomMixes,
  matrix,
}

if (!existsSync(join(ROOT, 'dist/sign/index.js'))) throw new Error('dist/ is missing: npm run build')
const unknown = positionals.filter((name) => !(name in PARTS))
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}`)

let passed = 0
let failed = 0
for (const [name, part] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const start = performance.now()
  const checks = await part()
  if (checks.length === 0) {
    failed += 1
    console.log(`FAILED ${name}: nothing was tried`)
  }
  for (const { name: what, problem } of checks) {
    if (problem === undefined) passed += 1
    else {
      failed += 1
      console.log(`FAILED ${name}: ${what}: ${problem}`)
    }
  }
  console.log(`${name}: ${checks.length} checks in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
