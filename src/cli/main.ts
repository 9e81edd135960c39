import type { Environment } from '../base/environment.ts'
import { exitWhenRead } from '../runner/exit.ts'
import { reportPlainly } from '../runner/plain-text.ts'
import { guardVerdict } from '../runner/verdict.ts'
import { ACTIONS, VERSION } from './action-inputs.ts'
import { helpOf, overview } from './help.ts'
import { readCommandLine, UsageError, type Command, type CommandLine } from './options.ts'
import { secretOf, SECRET_VARIABLES } from './secrets.ts'
import { terminalFront } from './terminal-front.ts'

const WRONG_USAGE = 2
/** For what an upload that was given up still holds open. */
const PATIENCE_MS = 500

/** The program: reads the words behind its name, runs the command, prints what came of it, and sets the exit code. */
export async function main(args: readonly string[], env: Environment): Promise<void> {
  const [word] = args
  if (word === '--help' || word === 'help') process.stdout.write(overview())
  else if (word === '--version') process.stdout.write(`${VERSION}\n`)
  else {
    try {
      await runCommand(readCommandLine(args), env)
    } catch (thrown) {
      if (!(thrown instanceof UsageError)) throw thrown
      process.exitCode = WRONG_USAGE
      process.stderr.write(`${thrown.message}\n${overview()}`)
    }
  }
}

async function runCommand(line: CommandLine, env: Environment): Promise<void> {
  if (line.help) {
    process.stdout.write(helpOf(line.command))
    return
  }
  const { stdout, stderr } = process
  // Standard output is for what came of the run: whatever else would be printed there, by a library, is log.
  const print = stdout.write.bind(stdout)
  stdout.write = stderr.write.bind(stderr)
  const front = terminalFront(stderr, Boolean(env['RUNNER_DEBUG']))
  const run = await actionOf(line.command)
  const report = (error: unknown): void => {
    front.progress.show(undefined)
    reportPlainly(error, front.log)
  }
  await guardVerdict(() => run(environmentOf(line, env), front), { log: front.log, report })
  stdout.write = print
  print(line.json ? `${JSON.stringify(front.outputs, null, 2)}\n` : pathsOf(line.command, front.outputs))
  exitWhenRead(PATIENCE_MS)
}

async function actionOf(command: Command) {
  if (command === 'sign') return (await import('../sign/main.ts')).run
  return (await import('../verify/main.ts')).run
}

/** The environment as a runner would make it of a step. */
function environmentOf({ command, inputs }: CommandLine, env: Environment): Environment {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'))
  const names = ACTIONS[command].inputs.map(({ name }) => name)
  const given = new Map<string, string | undefined>(inputs)
  for (const name of names) if (SECRET_VARIABLES.has(name)) given.set(name, secretOf(name, env))
  // Nothing is uploaded unless asked.
  if (names.includes('upload-artifact') && !given.has('upload-artifact')) given.set('upload-artifact', 'false')
  const asInputs = [...given].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return {
    ...Object.fromEntries(kept),
    ...(Object.fromEntries(asInputs) as Environment),
    GITHUB_WORKSPACE: process.cwd(),
  }
}

/** One path per line: of `sign` the files written, of `verify` those verified. */
function pathsOf(command: Command, outputs: Readonly<Record<string, string>>): string {
  if (command === 'sign') return outputs['files'] ? `${outputs['files']}\n` : ''
  const results = JSON.parse(outputs['results'] ?? '[]') as readonly {
    path: string
    verified: boolean
    leftOut?: string
  }[]
  return results
    .filter(({ verified, leftOut }) => verified && leftOut === undefined)
    .map(({ path }) => `${path}\n`)
    .join('')
}
