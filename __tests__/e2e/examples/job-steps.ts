/** The steps of a job that are this project's: scripts in bash, and its own two actions as bundles. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Emulator } from '../../../emulator/emulator.ts'
import { jobVariables } from '../../../emulator/runner/job.ts'
import { runAction } from '../../../emulator/runner/runner.ts'
import { parseFileCommands } from '../../../emulator/runner/workflow-commands.ts'
import { evaluate, evaluateAll, type Contexts, type Step } from './workflow.ts'

export interface JobState {
  readonly workspace: string
  readonly contexts: Contexts
  /** Of the workflow. */
  readonly env: Readonly<Record<string, string>>
  readonly idToken: boolean
  /** Of the run, for what is outside of the workspace; programs of `bin` come first on PATH. */
  readonly folder: string
  readonly emulator: Emulator
}

/** Runs a script as a runner does where no shell is named. @returns the outputs that it set @throws with what it said */
export async function runScript(step: Step, { workspace, contexts, env, folder, emulator }: JobState) {
  const outputs = join(mkdtempSync(join(folder, 'step-')), 'output')
  writeFileSync(outputs, '')
  const variables = {
    ...jobVariables(workspace, folder),
    ...emulator.env,
    RUNNER_OS: contexts['runner.os'],
    RUNNER_TEMP: folder,
    GITHUB_SHA: contexts['github.sha'],
    GITHUB_OUTPUT: outputs,
    HOME: process.env['HOME'],
    PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    ...evaluateAll({ ...env, ...step.env }, contexts),
  }
  const cwd = join(workspace, step['working-directory'] ?? '.')
  const script = evaluate(step.run ?? '', contexts)
  const bash = promisify(execFile)('bash', ['-e', '-c', script], { cwd, env: variables, maxBuffer: 2 ** 26 })
  bash.child.stdin?.end()
  const { stdout, stderr } = await bash.catch((thrown: unknown) => {
    const { message, stdout: printed } = thrown as Error & { stdout: string }
    throw new Error(message + printed, { cause: thrown })
  })
  return { outputs: parseFileCommands(readFileSync(outputs, 'utf8')), said: stdout + stderr }
}

/** Runs a bundle. @param root the action's folder; this project's own where it is not given */
export async function runOwnAction(
  action: 'sign' | 'verify',
  step: Step,
  { workspace, contexts, idToken, emulator }: JobState,
  root?: string,
): Promise<Readonly<Record<string, string>>> {
  const { 'kms-endpoint': kms = '', 'iam-endpoint': iam = '', 'token-endpoint': token = '' } = emulator.inputs
  const endpoints = { 'kms-endpoint': kms, 'iam-endpoint': iam, 'token-endpoint': token }
  const noToken = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
  const result = await runAction({
    action,
    workspace,
    contexts,
    ...(root === undefined ? {} : { root }),
    inputs: { ...(action === 'sign' ? endpoints : {}), ...evaluateAll(step.with, contexts) },
    env: { ...emulator.env, GITHUB_JOB: contexts['github.job'], ...(idToken ? {} : noToken) },
  })
  if (result.exitCode === 0) return result.outputs
  throw new Error(`${action} ended with ${result.exitCode ?? 'a signal'}: ${JSON.stringify(result.annotations)}`)
}
