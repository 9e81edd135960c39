/**
 * `test-counts LOG EXIT-CODE [LOG EXIT-CODE]`: the summary that jest ends its log with, as the line `N passed, N failed`.
 * A test that was skipped counts as failed, and so does a test file that did not come to its tests. The second log is
 * that of a second try of the files that failed in the first; what failed only once is named.
 */
import { readFileSync } from 'node:fs'

const [path = '', exitCode = '1', secondPath, secondExitCode = '1'] = process.argv.slice(2)

interface Summary {
  readonly tests: Readonly<Record<string, number>>
  readonly suites: Readonly<Record<string, number>>
  readonly failedFiles: readonly string[]
}

function summaryOf(log: string): Summary {
  const lines = log.split('\n')
  /** The numbers of the last line `<title>: 1 failed, 2 skipped, 3 passed, 6 total`. */
  const numbers = (title: string) =>
    Object.fromEntries(
      [...(lines.findLast((line) => line.startsWith(`${title}: `)) ?? '').matchAll(/(\d+) (\w+)/gu)].map(
        ([, count = '', what = '']) => [what, Number(count)],
      ),
    )
  const failedFiles = lines.flatMap((line) => /^FAIL (\S+)/u.exec(line)?.[1] ?? [])
  return { tests: numbers('Tests'), suites: numbers('Test Suites'), failedFiles: [...new Set(failedFiles)] }
}

/** What did not pass: tests, or, where none says why, files. */
function failuresOf({ tests, suites }: Summary, code: string): number {
  const failed = (tests['total'] ?? 0) - (tests['passed'] ?? 0)
  // A file that cannot be loaded has no tests to fail.
  return code !== '0' && failed === 0 ? (suites['failed'] ?? 1) : failed
}

const first = summaryOf(readFileSync(path, 'utf8'))
const skipped = (first.tests['total'] ?? 0) - (first.tests['passed'] ?? 0) - (first.tests['failed'] ?? 0)
if (skipped > 0) console.log(`${skipped} tests did not run: here every test has to`)
if (first.tests['total'] === undefined)
  console.log('jest printed no summary: the installation or jest itself failed, see above')
let passed = first.tests['passed'] ?? 0
let failed = failuresOf(first, exitCode)
if (secondPath !== undefined && first.tests['total'] !== undefined) {
  const second = summaryOf(readFileSync(secondPath, 'utf8'))
  const again = failuresOf(second, secondExitCode)
  const mended = first.failedFiles.filter((file) => !second.failedFiles.includes(file))
  console.log(`Failed once and passed at a second try, so look into it: ${mended.join(', ') || 'nothing'}`)
  // Where a whole file failed to load, its tests are counted in neither summary of the first try.
  passed += Math.max(0, failed - again - skipped)
  failed = again + skipped
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
