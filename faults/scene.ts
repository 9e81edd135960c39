/** A run under load: bounded in memory and time. */
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import { runAction, type RunResult } from '../emulator/runner/runner.ts'
import { workspaceWith, type Workspace } from '../__tests__/support/workspace.ts'
import { check, type Check } from '../interop/check.ts'
import { outcomeOf } from './judge.ts'

/** Megabytes of JavaScript objects that a run gets along with, whatever it meets. */
const HEAP = 160

/** Services and files of one run. */
interface Scene {
  readonly emulator: Emulator
  readonly workspace: Workspace
}

/** Does `work` with services of its own and a folder that holds `files`. */
export async function inScene<T>(
  files: Readonly<Record<string, string>>,
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  const emulator = await startEmulator()
  const workspace = await workspaceWith(files)
  try {
    return await work({ emulator, workspace })
  } finally {
    await emulator.close()
    await workspace.remove()
  }
}

/** Signs `*.bin`, with a bound to memory. */
export function sign(
  { emulator, workspace }: Scene,
  inputs: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  return runAction({
    action: 'sign',
    inputs: { ...emulator.inputs, files: '*.bin', 'upload-artifact': 'false', ...inputs },
    env: emulator.env,
    contexts: emulator.contexts,
    workspace: workspace.path,
    nodeOptions: [`--max-old-space-size=${HEAP}`],
    deadlineMilliseconds: 600_000,
  })
}

/** Whether a run ended as it should, in time, and without `problems`. */
export function judged(
  name: string,
  code: string,
  run: RunResult,
  limitSeconds: number,
  problems: readonly string[],
): Check {
  const seconds = run.milliseconds / 1000
  console.log(`  ${name}: ${outcomeOf(run)} after ${seconds.toFixed(1)} s`)
  const all = [
    ...(outcomeOf(run) === code ? [] : [`${outcomeOf(run)} in place of ${code}`]),
    ...(seconds < limitSeconds ? [] : [`${seconds.toFixed(1)} s, more than ${limitSeconds}`]),
    ...problems,
  ]
  const said = run.annotations.map(({ message }) => message).join('\n') || run.stderr.slice(0, 1000)
  return check(`${name}: ${code}`, all.length === 0, `${all.slice(0, 10).join('; ')}\n${said}`)
}
