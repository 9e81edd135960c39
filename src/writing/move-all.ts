import { ActionError, messageOf } from '../base/errors.ts'
import { shownPath } from '../base/display-path.ts'
import { listed, printable } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import type { Disk } from './disk.ts'
import { putInPlace, takeBack, type Placed, type StagedFile } from './put-in-place.ts'
import { isHidden, removeMade } from './staging-folders.ts'
import { takeTurn } from './turn.ts'
import { writeFailed } from './write-failed.ts'

const MOVES_AT_ONCE = 16

/** What was staged. */
interface Moves {
  readonly disk: Disk
  /** Absolute paths. */
  readonly finals: readonly string[]
  /** Where each of them waits. */
  readonly fileAt: (number: number, final: string) => Promise<StagedFile>
  /** Folders that were created; taken out as they are removed. */
  readonly made: string[]
  readonly overwrite: boolean
  /** Asked once everything is in place. */
  readonly confirm?: (() => Promise<void>) | undefined
}

/**
 * Moves everything, or nothing: then what was moved is taken back, and the folders that were made are removed.
 * @throws ActionError WRITE_FAILED, OUTPUT_EXISTS; the signal's reason; what `confirm` throws
 */
export async function moveAll(moves: Moves, signal: AbortSignal | undefined): Promise<void> {
  const { disk, made } = moves
  const placed: (Placed | undefined)[] = []
  try {
    await takeTurn(disk, made.filter(isHidden), signal)
    await placeAll(moves, placed, signal)
    await moves.confirm?.()
  } catch (cause) {
    const stuck = await takeAllBack(moves, placed)
    if (stuck.length > 0) throw notRestored(stuck, made, cause)
    await removeMade(disk, made)
    throw cause
  }
}

/** What depends on what is there comes last: it tells of all the others. */
async function placeAll(
  { disk, finals, fileAt, overwrite }: Moves,
  placed: (Placed | undefined)[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const last: { readonly number: number; readonly file: StagedFile }[] = []
  const place = async (number: number, file: StagedFile): Promise<void> => {
    signal?.throwIfAborted()
    try {
      placed[number] = await putInPlace(disk, file, overwrite)
    } catch (cause) {
      throw writeFailed(file.final, cause)
    }
  }
  await mapBounded(finals, MOVES_AT_ONCE, async (final, number) => {
    const file = await fileAt(number, final)
    if (file.onExisting === undefined) await place(number, file)
    else last.push({ number, file })
  })
  for (const { number, file } of last) await place(number, file)
}

async function takeAllBack(
  { disk, finals, fileAt }: Moves,
  placed: readonly (Placed | undefined)[],
): Promise<readonly string[]> {
  const stuck = await mapBounded(finals, MOVES_AT_ONCE, async (final, number) => {
    const how = placed[number] // it may have holes
    if (how === undefined) return []
    try {
      await takeBack(disk, await fileAt(number, final), how)
      return []
    } catch (cause) {
      return [`${printable(final)}: ${printable(messageOf(cause))}`]
    }
  })
  return stuck.flat()
}

/** Keeps the hidden folders, with the originals in them. */
function notRestored(stuck: readonly string[], made: string[], cause: unknown): ActionError {
  const hidden = made.splice(0).filter(isHidden)
  const what = `${printable(messageOf(cause))}\nThese could not be put back as they were:\n${listed(stuck)}`
  return new ActionError('WRITE_FAILED', what, {
    hint: `What was replaced is kept, numbered, in:\n${listed(hidden.map((path) => shownPath(path)))}\nThe next run removes these folders: copy what you need before.`,
    cause,
  })
}
