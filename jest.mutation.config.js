import { fileURLToPath } from 'node:url'
import config from './jest.config.js'

const only = process.env['MUTATION_TESTS']

/**
 * What mutants are judged by: tests of the sources, since the bundles in dist/ hold no mutants. scripts/mutation.ts narrows
 * them by MUTATION_TESTS to those of the modules at hand.
 * @type {import('jest').Config}
 */
export default {
  ...config,
  ...(only === undefined ? {} : { testMatch: undefined, testRegex: [`/__tests__/(${only})\\.test\\.ts$`] }),
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/e2e/', '/__tests__/emulator/'],
  maxWorkers: 1,
  // A mutant is caught by the first test that fails: what the others say of it is time spent for nothing.
  runner: '<rootDir>/scripts/tests/bail-runner.cjs',
  testEnvironment: fileURLToPath(new URL('scripts/tests/bail-environment.cjs', import.meta.url)),
}
