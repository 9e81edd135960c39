/** Running the bundles in tests: a workspace for each run, and what must hold for every run whatever it tests. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, jest } from '@jest/globals'
import type { Emulator } from '../../emulator/emulator.ts'
import { runAction, type RunOptions, type RunResult } from '../../emulator/runner/runner.ts'
import type { Workspace } from '../support/workspace.ts'

export { type Workspace, workspaceWith } from '../support/workspace.ts'

const ROOT = join(import.meta.dirname, '..', '..')

// Every test starts processes, and the machine may have other things to do: only what hangs is to fail by its time.
jest.setTimeout(60_000)

export interface SignOptions extends Partial<Omit<RunOptions, 'action' | 'workspace'>> {
  /** Secrets beside those that the emulator knows of. */
  readonly secrets?: readonly string[]
}

/** Fails when `run` shows a secret anywhere but in the lines that mask it. */
export function expectNoSecrets(run: RunResult, secrets: readonly string[]): void {
  // Not `toContain`: its message would print what must not be printed.
  const shown = secrets.filter((secret) => secret.length > 0 && run.shown.includes(secret))
  expect(shown.map((secret) => `${secret.slice(0, 6)}… of ${secret.length} characters shows`)).toEqual([])
}

/** Runs the sign bundle against `emulator`, and searches all that it wrote for every secret in play. */
export async function sign(emulator: Emulator, workspace: Workspace, options: SignOptions = {}): Promise<RunResult> {
  return await runBundle('sign', emulator, workspace, { ...options, inputs: { ...emulator.inputs, ...options.inputs } })
}

/** Runs a bundle with exactly the inputs given. */
export async function runBundle(
  action: 'sign' | 'verify',
  emulator: Emulator,
  workspace: Workspace,
  options: SignOptions = {},
): Promise<RunResult> {
  if (!existsSync(join(ROOT, 'dist', action, 'index.js'))) throw new Error('dist/ is missing: npm run build')
  const { secrets = [], env, contexts, ...rest } = options
  const run = await runAction({
    action,
    workspace: workspace.path,
    env: { ...emulator.env, ...env },
    contexts: { ...emulator.contexts, ...contexts },
    ...rest,
  })
  expectNoSecrets(run, [...emulator.secrets(), ...secrets])
  return run
}

/** The errors of a run, `title: message`, with the log where there are none: what a failing test should show. */
export function errorsOf(run: RunResult): string {
  const errors = run.annotations.filter(({ level }) => level === 'error')
  if (errors.length === 0) return run.exitCode === 0 ? '' : `no annotation\n${run.stdout}\n${run.stderr}`
  return errors.map(({ title, message }) => `${title ?? 'untitled'}: ${message}`).join('\n')
}

/** Asserts a green run. */
export function expectSuccess(run: RunResult): void {
  expect(errorsOf(run)).toBe('')
  expect(run.exitCode).toBe(0)
}

/** Asserts a run that failed with `code` alone, as the contract has it. */
export function expectFailure(run: RunResult, code: string): void {
  const errors = run.annotations.filter(({ level }) => level === 'error')
  expect([errors.map(({ title }) => title), errorsOf(run)]).toEqual([[code], expect.any(String)])
  expect(errors[0]?.message.length).toBeGreaterThan(20)
  expect(errors[0]?.message.length).toBeLessThanOrEqual(4096)
  expect(run.exitCode).toBe(1)
  expect(run.stdout + run.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
}

/** The paths of the output `files`, absolute. */
export function writtenFiles(run: RunResult, workspace: Workspace): readonly string[] {
  return (run.outputs['files'] ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => join(workspace.path, relative(workspace.path, join(workspace.path, line))))
}
