/** What every case of a disk starts from, and how its end is judged. */
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { runAction, type RunResult } from '../../emulator/runner/runner.ts'
import { workspaceWith, type Workspace } from '../../__tests__/support/workspace.ts'
import { check, type Check } from '../../interop/check.ts'
import { outcomeOf } from '../judge.ts'

export const NAMES = ['one.bin', 'three.bin', 'two.bin']

export interface Scene {
  readonly emulator: Emulator
  readonly workspace: Workspace
}

export async function inScene<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  const emulator = await startEmulator()
  const workspace = await workspaceWith(Object.fromEntries(NAMES.map((name) => [name, `content of ${name}`])))
  try {
    return await work({ emulator, workspace })
  } finally {
    await emulator.close()
    await workspace.remove()
  }
}

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
  })
}

/** A check that the run ended with `code` and that nothing else is wrong. */
export function expected(name: string, code: string, run: RunResult, problems: readonly string[]): Check {
  const said = run.annotations.map(({ message }) => message).join('\n')
  const all = [...(outcomeOf(run) === code ? [] : [`${outcomeOf(run)} in place of ${code}`]), ...problems]
  return check(`${name}: ${code}`, all.length === 0, `${all.join('; ')}\n${said}`)
}
