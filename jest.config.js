import { availableParallelism } from 'node:os'

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/scripts/jest-transform.js' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Worktrees and built copies below the folder are not this project's modules.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/tmp/', '<rootDir>/build/'],
  // Many tests wait for a process or a service: one more than two cores have keeps both at work.
  maxWorkers: Math.max(3, availableParallelism()),
  // The bundle is started many times, on machines that may be busy with something else.
  testTimeout: 60_000,
}
