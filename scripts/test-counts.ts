/** `test-counts FILE EXIT-CODE`: jest's JSON report as the line `N passed, N failed`. A test that did not run has failed. */
import { readFileSync } from 'node:fs'

const [file = '', exitCode = '1'] = process.argv.slice(2)

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numRuntimeErrorTestSuites: number
}

/** Jest's report, or one of nothing where jest did not come to write it. */
function read(): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    console.log('jest wrote no report: the installation or jest itself failed, see above')
    return {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 1,
    }
  }
}

const report = read()
const skipped = report.numPendingTests + report.numTodoTests
if (skipped > 0) console.log(`${skipped} tests were skipped: here every test has to run`)
let failed = report.numFailedTests + report.numRuntimeErrorTestSuites + skipped
if (exitCode !== '0' && failed === 0) failed = 1
console.log(`${report.numPassedTests} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
