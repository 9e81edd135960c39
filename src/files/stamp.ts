import { stat } from 'node:fs/promises'
import { ActionError, messageOf } from '../base/errors.ts'
import { listed, printable } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'

/** What tells that a file is still the one that was read. */
export interface FileStamp {
  /** Absolute. */
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
  readonly ino: number
}

const PARALLEL_STATS = 32

/** What to do about a file that changes under the action's hands. */
export const FILE_CHANGED_HINT =
  'Something still writes to it: wait for the build to end before this step, and let no other step or background process touch the files.'

/** To be asked before signatures are put beside their files. @throws ActionError FILE_CHANGED, naming each such file */
export async function refuseChangedFiles(stamps: readonly FileStamp[], signal?: AbortSignal): Promise<void> {
  const changes = await mapBounded(stamps, PARALLEL_STATS, async (stamp) => {
    signal?.throwIfAborted()
    try {
      const now = await stat(stamp.path)
      const same = now.size === stamp.size && now.mtimeMs === stamp.mtimeMs && now.ino === stamp.ino
      return same ? [] : [printable(stamp.path)]
    } catch (cause) {
      return [`${printable(stamp.path)}: ${printable(messageOf(cause))}`]
    }
  })
  const changed = changes.flat()
  if (changed.length === 0) return
  throw new ActionError(
    'FILE_CHANGED',
    `Changed after it was read, so that its signature would be wrong:\n${listed(changed)}`,
    {
      hint: FILE_CHANGED_HINT,
    },
  )
}
