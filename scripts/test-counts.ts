/**
 * `test-counts LOG EXIT-CODE`: the summary that jest ends its log with, as the line `N passed, N failed`.
 * A test that was skipped counts as failed, and so does a test file that did not come to its tests.
 */
import { readFileSync } from 'node:fs'

const [file = '', exitCode = '1'] = process.argv.slice(2)
const log = readFileSync(file, 'utf8')

/** The numbers of the last line `<title>: 1 failed, 2 skipped, 3 passed, 6 total`. */
function summary(title: string): Readonly<Record<string, number>> {
  const line = log.split('\n').findLast((text) => text.startsWith(`${title}: `)) ?? ''
  return Object.fromEntries(
    [...line.matchAll(/(\d+) (\w+)/gu)].map(([, count = '', what = '']) => [what, Number(count)]),
  )
}

const tests = summary('Tests')
const passed = tests['passed'] ?? 0
let failed = (tests['total'] ?? 0) - passed
const skipped = failed - (tests['failed'] ?? 0)
if (skipped > 0) console.log(`${skipped} tests did not run: here every test has to`)
if (tests['total'] === undefined)
  console.log('jest printed no summary: the installation or jest itself failed, see above')
// A file that cannot be loaded has no tests to fail.
if (exitCode !== '0' && failed === 0) failed = summary('Test Suites')['failed'] ?? 1
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
