/** The property tests, with one random seed after the other: `FUZZ_SEED=… npm test -- …` repeats one. */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/**
 * Prints each seed that finds something. @param part of the paths of the tests
 * @returns whether none did
 */
export function fuzzProperties(minutes: number, part: string): boolean {
  const end = Date.now() + minutes * 60_000
  const tests = globSync('__tests__/**/*.test.ts', { cwd: root }).filter(
    (path) => path.includes(part) && readFileSync(join(root, path), 'utf8').includes('support/properties.ts'),
  )
  if (tests.length === 0) throw new Error(`no property tests with ${part} in their path`)
  let [seeds, found] = [0, 0]
  do {
    const seed = randomInt(2 ** 31)
    const { status, stderr } = spawnSync('npm', ['test', '--silent', '--', ...tests], {
      cwd: root,
      env: { ...process.env, FUZZ_SEED: String(seed) },
      encoding: 'utf8',
    })
    seeds += 1
    if (status === 0) continue
    found += 1
    console.log(`${stderr}\nFUZZ_SEED=${seed} found something.`)
  } while (Date.now() < end)
  console.log(`${tests.length} files of property tests, ${seeds} seeds: ${found} found something`)
  return found === 0
}
