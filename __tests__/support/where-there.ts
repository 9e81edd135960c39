import { spawnSync } from 'node:child_process'
import { describe, it } from '@jest/globals'

const { skip } = it
const { skip: skipAll } = describe

/**
 * `it`, where the program is there. Elsewhere the tests are listed as skipped, by name; in CI, which installs the
 * programs, they run and fail.
 */
export function itWith(program: string | undefined): typeof it | typeof skip {
  const there = program === undefined || spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined
  return there || process.env['CI'] !== undefined ? it : skip
}

/** `describe` on Linux; on other systems the tests are listed as skipped. */
export const describeOnLinux = process.platform === 'linux' ? describe : skipAll
