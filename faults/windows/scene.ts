/** Runs of the bundles as they are on Windows, and what each is judged by. */
import { startEmulator, type Emulator } from '../../emulator/emulator.ts'
import { runAction, type RunResult } from '../../emulator/runner/runner.ts'
import { workspaceWith, type Workspace } from '../../__tests__/support/workspace.ts'
import { check, type Check } from '../../interop/check.ts'
import { outcomeOf } from '../judge.ts'
import type { Windows } from './wine.ts'

export interface Scene {
  readonly windows: Windows
  readonly emulator: Emulator
  readonly workspace: Workspace
}

/** Where runs are, before they have files. */
export type Place = Omit<Scene, 'workspace'>

type Inputs = Readonly<Record<string, string>>

/** Does `work` with a folder of its own, which holds `files`. */
export async function inFolder<T>(
  { windows, emulator }: Place,
  files: Readonly<Record<string, string>>,
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  const workspace = await workspaceWith(files)
  try {
    return await work({ windows, emulator, workspace })
  } finally {
    await workspace.remove()
  }
}

export async function withEmulator<T>(work: (emulator: Emulator) => Promise<T>): Promise<T> {
  const emulator = await startEmulator()
  try {
    return await work(emulator)
  } finally {
    await emulator.close()
  }
}

export function sign({ windows, emulator, workspace }: Scene, inputs: Inputs): Promise<RunResult> {
  emulator.requests.length = 0
  return runAction({
    action: 'sign',
    inputs: { ...emulator.inputs, 'upload-artifact': 'false', ...inputs },
    env: emulator.env,
    contexts: emulator.contexts,
    workspace: workspace.path,
    machine: windows,
  })
}

export function verify({ windows, workspace }: Scene, inputs: Inputs): Promise<RunResult> {
  return runAction({ action: 'verify', inputs, workspace: workspace.path, machine: windows })
}

/** A run's end is `code`, and each of `facts` holds; what does not is named. */
export function judged(name: string, run: RunResult, code: string, facts: Readonly<Record<string, boolean>>): Check {
  const outcome = outcomeOf(run)
  const wrong = Object.keys(facts).filter((fact) => facts[fact] !== true)
  if (outcome !== code) wrong.unshift(`${outcome} in place of ${code}`)
  return check(name, wrong.length === 0, `not so: ${wrong.join('; ')}\n${run.shown.slice(0, 4000)}`)
}

/** What the errors and warnings of a run say. */
export const saidBy = (run: RunResult): string => run.annotations.map(({ message }) => message).join('\n')
