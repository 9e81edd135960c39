import { basename, dirname, join } from 'node:path'
import { systemCodeOf } from '../base/errors.ts'
import { mapBounded } from '../base/map-bounded.ts'
import type { Disk } from './disk.ts'
import { otherRuns } from './staging-folders.ts'

/** In a hidden folder: its run moves files. */
const FLAG = 'moving'
const FOLDERS_AT_ONCE = 16
const WAIT_MS = 50
/** Moving takes seconds. Where nobody can tell whether a run lives, a flag as old as this is a dead run's. */
const STALE_NS = 10n * 60n * 1_000_000_000n

/**
 * Waits until no other run moves files into the same folders, and keeps others from it until the hidden folders are
 * removed: what is looked at before it is replaced or taken back would otherwise be another run's meanwhile. Each run
 * raises its flags first and looks then, so of two at least one sees the other; then the one whose mark sorts first goes.
 * @param hidden absolute paths of this run's hidden folders, all of one name
 * @throws the signal's reason
 */
export async function takeTurn(disk: Disk, hidden: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    await mapBounded(hidden, FOLDERS_AT_ONCE, (path) => raise(disk, path))
    let others = await moving(disk, hidden)
    // Theirs are down again soon: they see ours, which stay up.
    while (others.length > 0 && others.every((other) => isBehind(other, hidden))) {
      await disk.wait(WAIT_MS)
      signal?.throwIfAborted()
      others = await moving(disk, hidden)
    }
    if (others.length === 0) return
    await mapBounded(hidden, FOLDERS_AT_ONCE, (path) => disk.unlink(join(path, FLAG)))
    await disk.wait(WAIT_MS)
  }
}

function isBehind(other: string, hidden: readonly string[]): boolean {
  return basename(other) > basename(hidden[0] ?? '')
}

async function raise(disk: Disk, path: string): Promise<void> {
  await disk.writeNew(join(path, FLAG), new Uint8Array())
}

/** Hidden folders of other runs, beside ours, that move files now. */
async function moving(disk: Disk, hidden: readonly string[]): Promise<readonly string[]> {
  const found = await mapBounded(hidden, FOLDERS_AT_ONCE, async (own) => {
    const others = await otherRuns(disk, dirname(own), own)
    const flags = await mapBounded(others, 1, async ({ path, isOver }) =>
      !isOver && (await isRaised(disk, path, own)) ? [path] : [],
    )
    return flags.flat()
  })
  return found.flat()
}

async function isRaised(disk: Disk, path: string, own: string): Promise<boolean> {
  try {
    const [theirs, ours] = [await disk.lstat(join(path, FLAG)), await disk.lstat(join(own, FLAG))]
    return ours.mtimeNs - theirs.mtimeNs < STALE_NS
  } catch (cause) {
    if (systemCodeOf(cause) === 'ENOENT') return false
    throw cause
  }
}
