/** One run of the benchmark: its services, its folder, and how the action and its peers are run and timed. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunResult, runAction } from '../emulator/runner/runner.ts'
import type { Conditions, Counts, Ready } from './services.ts'

/** What one group of measurements works with. */
export interface Bench {
  /** The form for CI: fewer repetitions, smaller peers. */
  readonly short: boolean
  /** A folder of the benchmark's own; each group makes one below it. */
  readonly folder: string
  readonly origin: string
  readonly conditions: (conditions: Conditions) => Promise<void>
  readonly counts: () => Promise<Counts>
  readonly close: () => Promise<void>
}

/** Asks the services' process and waits for what it says. */
async function ask(services: ChildProcess, message: Conditions | 'counts'): Promise<unknown> {
  const answered = once(services, 'message')
  services.send(message)
  return ((await answered) as unknown[])[0]
}

/** Starts the services and makes the folder, below BENCH_DIR or the system's folder for temporary files. */
export async function startBench(short: boolean): Promise<Bench> {
  const folder = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'bench-'))
  const services = fork(join(import.meta.dirname, 'services.ts'))
  const [ready] = (await once(services, 'message')) as [Ready]
  return {
    short,
    folder,
    origin: ready.origin,
    conditions: async (conditions) => {
      await ask(services, conditions)
    },
    counts: async () => (await ask(services, 'counts')) as Counts,
    close: async () => {
      services.disconnect()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What a run of the action is started with; OIDC and P-256 unless it says otherwise. */
interface SignOptions {
  readonly workspace: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly nodeOptions?: readonly string[]
  /** 0 by default. */
  readonly exitCode?: number
}

/** Signs as a workflow would, each time into a fresh folder `out`. Throws when the run does not end as it should. */
export async function sign(bench: Bench, options: SignOptions): Promise<RunResult> {
  await rm(join(options.workspace, 'out'), { recursive: true, force: true })
  const result = await runAction({
    action: 'sign',
    workspace: options.workspace,
    inputs: {
      'key-id': 'p256',
      'yc-sa-id': 'ajebenchmark',
      'kms-endpoint': bench.origin,
      'iam-endpoint': bench.origin,
      'token-endpoint': `${bench.origin}/oauth/token`,
      'upload-artifact': 'false',
      'output-dir': 'out',
      'max-files': '0',
      ...options.inputs,
    },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${bench.origin}/oidc?v=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'benchmark-request-token',
      ...options.env,
    },
    nodeOptions: options.nodeOptions ?? [],
    deadlineMilliseconds: 600_000,
  })
  if (result.exitCode === (options.exitCode ?? 0)) return result
  throw new Error(
    `the action ended with ${String(result.exitCode ?? result.signal)}:\n${result.stdout}${result.stderr}`,
  )
}

/** Verifies as a workflow would. Throws when the run is not green. */
export async function verify(workspace: string, inputs: Readonly<Record<string, string>>): Promise<RunResult> {
  const result = await runAction({ action: 'verify', workspace, inputs, deadlineMilliseconds: 600_000 })
  if (result.exitCode === 0) return result
  throw new Error(
    `the verify action ended with ${String(result.exitCode ?? result.signal)}:\n${result.stdout}${result.stderr}`,
  )
}

/** Runs a program to its end and returns the milliseconds it took. Throws when it fails. */
export async function time(program: string, args: readonly string[], cwd: string): Promise<number> {
  const started = performance.now()
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  const errors: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  const milliseconds = performance.now() - started
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${Buffer.concat(errors).toString()}`)
  return milliseconds
}

/** Calls `measure` so many times, one after the other. */
export async function repeat<T>(times: number, measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let count = 0; count < times; count++) results.push(await measure())
  return results
}
