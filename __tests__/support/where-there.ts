import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from '@jest/globals'
import { findCosign } from '../../interop/cosign.ts'

const { skip } = it
const { skip: skipAll } = describe

/**
 * `it`, where the program is there. Elsewhere the tests are listed as skipped, by name; in CI on Linux, which installs
 * the programs, they run and fail. @param program with arguments: it has to end well with them
 */
export function itWith(program: string | undefined): typeof it | typeof skip {
  const isInstalled = process.env['CI'] !== undefined && process.platform === 'linux'
  return program === undefined || isInstalled || isThere(program) ? it : skip
}

function isThere(program: string): boolean {
  const [name = '', ...argv] = program.split(' ')
  const { error, status } = spawnSync(name, argv.length === 0 ? ['--help'] : argv, { stdio: 'ignore' })
  return error === undefined && (argv.length === 0 || status === 0)
}

/**
 * The folder of cosign: of one on the PATH, or in CI, which fetches it as the interop suite does, of one from a later suite
 * of Debian. `undefined`: there is none.
 */
export function cosignFolder(): string | undefined {
  const scratch = join(import.meta.dirname, '../../tmp/interop')
  if (process.env['CI'] !== undefined) mkdirSync(scratch, { recursive: true })
  return process.env['CI'] === undefined && !existsSync(scratch) ? undefined : findCosign(scratch)?.folder
}

/** `describe` on Linux; on other systems the tests are listed as skipped. */
export const describeOnLinux = process.platform === 'linux' ? describe : skipAll
