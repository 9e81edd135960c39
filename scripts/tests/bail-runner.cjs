/** Jest's runner for mutation testing: no test file is run any more once one has caught the mutant. */
const { default: TestRunner } = require('jest-runner')

module.exports = class BailRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    let isCaught = false
    const stop = this.on('test-file-success', ([, result]) => {
      isCaught ||= result.numFailingTests > 0
    })
    try {
      for (const test of tests) {
        if (isCaught && process.env.__STRYKER_ACTIVE_MUTANT__ !== undefined) return
        await super.runTests([test], watcher, options)
      }
    } finally {
      stop()
    }
  }
}
