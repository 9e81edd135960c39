/**
 * Jest's environment for mutation testing: of a test file, nothing is run any more once a test has caught the mutant.
 * `@stryker-mutator/jest-runner` wraps it, and cannot make Jest do so itself (stryker-js, JEST_OVERRIDE_OPTIONS).
 */
const { TestEnvironment } = require('jest-environment-node')

module.exports = class BailEnvironment extends TestEnvironment {
  #isCaught = false

  handleTestEvent(event) {
    if (process.env.__STRYKER_ACTIVE_MUTANT__ === undefined) return
    if (event.name === 'test_done' && event.test.errors.length > 0) this.#isCaught = true
    if (event.name === 'test_start' && this.#isCaught) event.test.mode = 'skip'
  }
}
