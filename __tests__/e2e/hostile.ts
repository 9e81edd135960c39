/** What hostile services say, and what must hold for a run that heard it. */
import { expect } from '@jest/globals'
import type { Fault } from '../../emulator/faults/faults.ts'
import type { RunResult } from '../../emulator/runner/runner.ts'
import { errorsOf } from './bundle.ts'

/** Text that wants to be a command, markup, invisible, or several lines. */
export const EVIL =
  '\n::error::pwned\r\n##[error]pwned\r::set-output name=pwned::x\u001b[31m\u202e\u2028<b>`x`</b>%0A::debug::pwned'
const HEADERS = { 'x-request-id': '::error::pwned ##[error]pwned', 'x-github-request-id': '##[error]pwned' }
const ALLOWED = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning']
const INVISIBLE = /(?![\n\t ])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

export const DEBUG = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' }

/** Nothing of what was said does anything; the run is red, with one error, or `green`. */
export function expectInert(run: RunResult, verdict: 'red' | 'green' = 'red'): void {
  const [code, errors] = verdict === 'red' ? [1, expect.stringMatching(/^[A-Z_]+: /u)] : [0, '']
  expect([run.exitCode, errorsOf(run)]).toEqual([code, errors])
  expect(run.commands.filter(({ name }) => !ALLOWED.includes(name))).toEqual([])
  expect(run.commands.filter(({ data }) => data.startsWith('pwned'))).toEqual([])
  expect(run.annotations.filter(({ level }) => level === 'error')).toHaveLength(verdict === 'red' ? 1 : 0)
  // The runner shows no line that masks.
  expect(INVISIBLE.exec(run.stdout.replaceAll(/^::add-mask::[^\n]*$/gmu, ''))).toBeNull()
  for (const { message } of run.annotations) expect(INVISIBLE.exec(message)).toBeNull()
  expect([run.stderr, run.state]).toEqual(['', {}])
  // A failed run's summary quotes its message in a block of text, which nothing in it can close.
  const outside = run.summary.replace(/^(`{3,})text\n[^]*?\n\1$/gmu, '')
  expect(outside).not.toMatch(/pwned|<b>/u)
  expect(Object.keys(run.outputs)).not.toContain('pwned')
}

/** An answer of any status, with hostile headers. */
export const status = (code: number, body: string | Record<string, unknown>): Fault => ({
  kind: 'status',
  status: code,
  body,
  headers: HEADERS,
})
