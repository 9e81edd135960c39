import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { messageOf, ActionError } from '../base/errors.ts'
import { comparedStates, type FileState } from '../base/file-state.ts'
import { shownPath } from '../base/display-path.ts'
import { listed, printable } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { OPEN_FLAGS } from '../base/read-bounded.ts'
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
 * @throws ActionError FILE_CHANGED, naming each such file
 */
export async function refuseChangedFiles(stamps: readonly FileStamp[], signal?: AbortSignal): Promise<void> {
  const changes = await mapBounded(stamps, PARALLEL_STATS, async (stamp) => {
    signal?.throwIfAborted()
    try {
      return (await isUnchanged(stamp, signal)) ? [] : [shownPath(stamp.path)]
    } catch (cause) {
      signal?.throwIfAborted()
      return [`${shownPath(stamp.path)}: ${printable(messageOf(cause))}`]
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

async function isUnchanged(stamp: FileStamp, signal: AbortSignal | undefined): Promise<boolean> {
  const compared = comparedStates(stamp, await stat(stamp.path, { bigint: true }))
  if (compared !== 'touched') return compared === 'same'
  await using file = await open(stamp.path, OPEN_FLAGS)
  const before = await file.stat({ bigint: true })
  if (comparedStates(stamp, before) === 'changed') return false
  const hash = createHash(stamp.hash)
  for await (const chunk of file.createReadStream({ autoClose: false, signal })) hash.update(chunk as Buffer)
  return hash.digest().equals(stamp.digest) && comparedStates(before, await file.stat({ bigint: true })) === 'same'
}
