import config from './jest.config.js'

const only = process.env['MUTATION_TESTS']

/**
 * What mutants are judged by: tests of the sources, since the bundles in dist/ hold no mutants. MUTATION_TESTS, a part of
 * tests' paths, narrows them to those of the module at hand, which is many times faster.
 * @type {import('jest').Config}
 */
export default {
  ...config,
  ...(only === undefined ? {} : { testMatch: [`<rootDir>/__tests__/**/*${only}*.test.ts`] }),
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/e2e/', '/__tests__/emulator/'],
  maxWorkers: 1,
}
