import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { messageOf, ActionError } from '../base/errors.ts'
import { comparedStates, type FileState } from '../base/file-state.ts'
import { shownPath } from '../base/display-path.ts'
import { listed, printable } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { openFile } from '../base/open-file.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'

/** What tells that a file is still the one that was read. */
export interface FileStamp extends FileState {
  /** Absolute. */
  readonly path: string
  readonly hash: HashAlgorithm
  /** Raw digest of what was read. */
  readonly digest: Buffer
}

const PARALLEL_STATS = 32

/** What to do about a file that changes under the action's hands. */
export const FILE_CHANGED_HINT =
  'Something still writes to it: wait for the build to end before this step, and let no other step or background process touch the files.'

/**
 * To be asked before signatures are put beside their files. Where the change time alone differs, the file is hashed
 * again, and only another digest counts.
 * @returns the stamps by what the files are now
 * @throws ActionError FILE_CHANGED, naming each such file
 */
export async function refuseChangedFiles(
  stamps: readonly FileStamp[],
  signal?: AbortSignal,
): Promise<readonly FileStamp[]> {
  const settled = await mapBounded(stamps, PARALLEL_STATS, async (stamp): Promise<FileStamp | string> => {
    signal?.throwIfAborted()
    try {
      const state = await settledState(stamp, signal)
      if (state === stamp) return stamp
      return state === undefined ? shownPath(stamp.path) : { ...stamp, ctimeNs: state.ctimeNs }
    } catch (cause) {
      signal?.throwIfAborted()
      return `${shownPath(stamp.path)}: ${printable(messageOf(cause))}`
    }
  })
  const changed = settled.filter((file) => typeof file === 'string')
  if (changed.length > 0) throw changedFiles(changed)
  return settled.filter((file) => typeof file !== 'string')
}

/**
 * To be asked once signatures are in place, while other runs wait: all that is not as it was is looked at as
 * {@link refuseChangedFiles} does. Synchronous calls take a sixth of the time of the others.
 * @throws ActionError FILE_CHANGED
 */
export async function refuseFilesChangedSince(stamps: readonly FileStamp[], signal?: AbortSignal): Promise<void> {
  const doubtful = stamps.filter((stamp) => !isSame(stamp))
  if (doubtful.length > 0) await refuseChangedFiles(doubtful, signal)
}

function isSame(stamp: FileStamp): boolean {
  try {
    return comparedStates(stamp, statSync(stamp.path, { bigint: true })) === 'same'
  } catch {
    return false // and the reason is told by whoever looks again
  }
}

function changedFiles(lines: readonly string[]): ActionError {
  return new ActionError(
    'FILE_CHANGED',
    `Changed after it was read, so that its signature would be wrong:\n${listed(lines)}`,
    { hint: FILE_CHANGED_HINT },
  )
}

/** The state of a file that is what it was: the stamp itself, or with another change time; `undefined` of a changed one. */
async function settledState(stamp: FileStamp, signal: AbortSignal | undefined): Promise<FileState | undefined> {
  const compared = comparedStates(stamp, await stat(stamp.path, { bigint: true }))
  if (compared !== 'touched') return compared === 'same' ? stamp : undefined
  await using file = await openFile(stamp.path)
  const before = await file.stat({ bigint: true })
  if (comparedStates(stamp, before) === 'changed') return undefined
  const hash = createHash(stamp.hash)
  // Not given to the stream: one that is aborted by then makes it emit an error that nobody can catch.
  for await (const chunk of file.createReadStream({ autoClose: false })) {
    signal?.throwIfAborted()
    hash.update(chunk as Buffer)
  }
  const isAsRead = comparedStates(before, await file.stat({ bigint: true })) === 'same'
  return isAsRead && hash.digest().equals(stamp.digest) ? before : undefined
}
