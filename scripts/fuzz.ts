/**
 * `npm run fuzz [-- MINUTES [PART OF A PATH]]`: the property tests, with one random seed after the other. Prints the seed
 * that finds something; `FUZZ_SEED=… npm test -- …` repeats it.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const [minutes = '5', part = ''] = process.argv.slice(2)
const end = Date.now() + Number(minutes) * 60_000
const tests = globSync('__tests__/**/*.test.ts', { cwd: root }).filter(
  (path) => path.includes(part) && readFileSync(join(root, path), 'utf8').includes('support/properties.ts'),
)
if (tests.length === 0 || Number.isNaN(end)) throw new Error('usage: npm run fuzz [-- MINUTES [PART OF A PATH]]')

let passed = 0
let failed = 0
do {
  const seed = randomInt(2 ** 31)
  const { status, stderr } = spawnSync('npm', ['test', '--silent', '--', ...tests], {
    cwd: root,
    env: { ...process.env, FUZZ_SEED: String(seed) },
    encoding: 'utf8',
  })
  if (status === 0) passed += 1
  else {
    failed += 1
    console.log(stderr)
    console.log(`FUZZ_SEED=${seed} found something.`)
  }
} while (Date.now() < end)
console.log(`${tests.length} files of property tests, a random seed each time\n${passed} passed, ${failed} failed`)
if (failed > 0) process.exitCode = 1
