/** One way to make a run fail, for docs/messages.md. */
import type { Emulator } from '../../emulator/emulator.ts'
import type { RunOptions } from '../../emulator/runner/runner.ts'
import type { Workspace } from '../../__tests__/support/workspace.ts'
import type { ErrorCode } from '../../src/base/errors.ts'

/** Services and files of one run, as they were before it. */
export interface Scene {
  readonly emulator: Emulator
  readonly workspace: Workspace
}

/** What a run is started with. */
export type Start = Partial<Omit<RunOptions, 'action' | 'workspace'>>

/** A failure, and what brings it about. What is not said is as in a run that succeeds. */
export interface Variant {
  /** The code that it has to end with. */
  readonly code: ErrorCode
  /** What has happened, as the end of a heading; the same once among the variants of a code. */
  readonly when: string
  /** `sign` unless told. */
  readonly action?: 'sign' | 'verify'
  /** In place of `dist/app.tgz`. */
  readonly files?: Readonly<Record<string, string | Buffer>>
  /** Added to those that lead to the emulator, with `files: dist/*`. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Content of the event's file. */
  readonly event?: unknown
  /** Called before the run, which it may change; what it returns has the last word. */
  readonly arrange?: (scene: Scene) => Start | Promise<Start>
  /** Called after the run. */
  readonly after?: () => void | Promise<void>
}

/** As `arrange` of most variants has it: does something to the services, and starts the run as it is. */
export function scene(change: (emulator: Emulator, workspace: Workspace) => unknown): NonNullable<Variant['arrange']> {
  return async ({ emulator, workspace }) => {
    await change(emulator, workspace)
    return {}
  }
}
