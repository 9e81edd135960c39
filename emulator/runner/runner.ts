/** Runs a bundled action as GitHub's runner does: inputs, files of the run, workflow commands. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actionMetadata, inputVariables, jobVariables, type StepInputs } from './job.ts'
import { type Annotation, type Command, parseCommands, parseFileCommands } from './workflow-commands.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Where node runs. */
export interface Machine {
  /** Node: a program, and arguments of it that come first. */
  readonly node: readonly [string, ...(readonly string[])]
  /** A path of this machine, as that one spells it. */
  readonly pathOf: (path: string) => string
  readonly env: Readonly<Record<string, string>>
}

const THIS_MACHINE: Machine = { node: [process.execPath], pathOf: (path) => path, env: {} }

export interface RunOptions extends StepInputs {
  /** Added to the environment of a usual job; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly workspace: string
  /** Content of GITHUB_EVENT_PATH. */
  readonly event?: unknown
  /** Ends the process by SIGKILL after so long; 120 s by default. */
  readonly deadlineMilliseconds?: number
  /** Called with the child as soon as it runs, for signals. */
  readonly onStart?: (pid: number, kill: (signal: NodeJS.Signals) => void) => void
  /** Options of node itself, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[]
  /** This one by default. */
  readonly machine?: Machine
}

export interface RunResult {
  /** `null` when a signal ended the process. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly state: Readonly<Record<string, string>>
  readonly annotations: readonly Annotation[]
  /** Every workflow command that the runner would have obeyed, in order. */
  readonly commands: readonly Command[]
  /** What was given to `::add-mask::`. */
  readonly masks: readonly string[]
  /** All that the run wrote for people or files to read, but for the lines that mask: to be searched for secrets. */
  readonly shown: string
  readonly milliseconds: number
}

interface Ended {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

function runProcess(options: RunOptions, script: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const [program, ...first] = (options.machine ?? THIS_MACHINE).node
  const args = [...first, ...(options.nodeOptions ?? []), script]
  const child = spawn(program, args, { cwd: options.workspace, env })
  const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  child.stdout.on('data', (chunk: Buffer) => output.stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.stderr.push(chunk))
  child.stdin.end()
  const timer = setTimeout(() => child.kill('SIGKILL'), options.deadlineMilliseconds ?? 120_000)
  if (child.pid !== undefined) options.onStart?.(child.pid, (signal) => void child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer)
      resolve({
        exitCode,
        signal,
        stdout: Buffer.concat(output.stdout).toString('utf8'),
        stderr: Buffer.concat(output.stderr).toString('utf8'),
      })
    })
  })
}

const FILES = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_ENV: 'env', GITHUB_PATH: 'path' } as const

/** Runs dist/<action>/index.js once, in a process of its own. */
export async function runAction(options: RunOptions): Promise<RunResult> {
  const { pathOf, env: own } = options.machine ?? THIS_MACHINE
  const temporary = await mkdtemp(join(tmpdir(), 'runner-'))
  try {
    const files = join(temporary, '_runner_file_commands')
    const work = join(temporary, '_temp')
    await Promise.all([mkdir(files), mkdir(work)])
    const paths: Record<string, string> = { GITHUB_STEP_SUMMARY: join(files, 'summary') }
    for (const [variable, name] of Object.entries(FILES)) paths[variable] = join(files, name)
    for (const path of Object.values(paths)) await writeFile(path, '')
    paths['GITHUB_EVENT_PATH'] = join(files, 'event.json')
    await writeFile(paths['GITHUB_EVENT_PATH'], JSON.stringify(options.event ?? {}))
    const system = Object.fromEntries(
      ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'].map((name) => [name, process.env[name]]),
    )
    const env: NodeJS.ProcessEnv = {
      ...system,
      ...jobVariables(pathOf(options.workspace), pathOf(work)),
      ...Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, pathOf(path)])),
      ...inputVariables(options),
      ...own,
      ...options.env,
    }
    const { main } = actionMetadata(options.action, options.root).runs
    const script = join(options.root ?? ROOT, options.action === 'sign' ? '.' : options.action, main)
    const started = performance.now()
    const ended = await runProcess(options, pathOf(script), env)
    const milliseconds = performance.now() - started
    const read = (name: string): Promise<string> => readFile(paths[name] ?? '', 'utf8')
    const [output, state, exported, summary] = await Promise.all(
      ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'].map(read),
    )
    const log = `${ended.stdout}\n${ended.stderr}`
    const unmasked = log.replace(/^::add-mask::.*$/gm, '')
    return {
      ...ended,
      outputs: parseFileCommands(output ?? ''),
      state: parseFileCommands(state ?? ''),
      summary: summary ?? '',
      // The runner obeys both.
      ...parseCommands(log),
      shown: [unmasked, output, state, exported, summary].join('\n'),
      milliseconds,
    }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}
