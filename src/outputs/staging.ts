import { rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ActionError, messageOf } from '../errors.ts'
import { STAGING_PREFIX } from '../file-names.ts'
import { listed, printable } from '../log.ts'
import { mapBounded } from '../map-bounded.ts'
import { putInPlace, type StagedFile, type Undo } from './put-in-place.ts'
import { makeStagingFolder } from './staging-folders.ts'
import { writeFailed } from './write-failed.ts'

/**
 * All that a run writes: first into a hidden folder inside each folder that is written to, then all of it into place.
 * On disk from the start, so that memory does not grow with the number of files.
 */
export interface Staging {
  /**
   * Writes one file into the hidden folder beside `final` (absolute); folders are made as needed. May be called at once
   * for several files. After a failure, call `discard`.
   * @throws ActionError WRITE_FAILED
   */
  stage(final: string, bytes: Uint8Array): Promise<void>
  /**
   * Moves all that was staged into place and removes the hidden folders; when that breaks off, what was moved is
   * undone, what was replaced is restored, and nothing of the run is left.
   * @returns absolute paths, in the order of staging
   * @throws ActionError WRITE_FAILED, OUTPUT_EXISTS; the signal's reason
   */
  commit(signal?: AbortSignal): Promise<readonly string[]>
  /** Leaves nothing behind, no empty folder either; without effect after a commit. Never throws. */
  discard(): Promise<void>
}

const MOVES_AT_ONCE = 16

/** Nothing is created before the first file is staged. */
export function openStaging({ overwrite }: { readonly overwrite: boolean }): Staging {
  const files: StagedFile[] = []
  /** Folders that were created, each after the one that it lies in. */
  const made: string[] = []
  const hidden = new Map<string, Promise<string>>()
  const writing = new Set<Promise<void>>()
  let isOpen = true
  let failure: ActionError | undefined

  const close = async (): Promise<void> => {
    isOpen = false
    await Promise.allSettled(writing)
  }
  const write = async (final: string, number: number, bytes: Uint8Array): Promise<void> => {
    const folder = hidden.get(dirname(final)) ?? makeStagingFolder(dirname(final), made)
    hidden.set(dirname(final), folder)
    try {
      const inside = await folder
      const file = { final, staged: join(inside, `${number}`), backup: join(inside, `${number}.old`) }
      await writeFile(file.staged, bytes, { flag: 'wx' })
      files[number] = file
    } catch (cause) {
      failure ??= writeFailed(final, cause)
      throw failure
    }
  }
  let count = 0
  return {
    async stage(final, bytes) {
      if (!isOpen) throw new ActionError('INTERNAL_ERROR', 'A file is staged after the end of the run.')
      const written = write(final, count, bytes)
      count += 1
      writing.add(written)
      await written.finally(() => writing.delete(written))
    },
    async commit(signal) {
      await close()
      if (failure !== undefined) throw failure
      await moveAll(files, overwrite, made, signal)
      await removeHidden(made)
      return files.map(({ final }) => final)
    },
    async discard() {
      await close()
      await removeMade(made)
    },
  }
}

/** Moves everything, or nothing. */
async function moveAll(
  files: readonly StagedFile[],
  overwrite: boolean,
  made: string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const undos: { readonly final: string; readonly undo: Undo }[] = []
  try {
    await mapBounded(files, MOVES_AT_ONCE, async (file) => {
      signal?.throwIfAborted()
      try {
        undos.push({ final: file.final, undo: await putInPlace(file, overwrite) })
      } catch (cause) {
        throw writeFailed(file.final, cause)
      }
    })
  } catch (cause) {
    const stuck = await takeBack(undos)
    if (stuck.length > 0) throw notRestored(stuck, made, cause)
    await removeMade(made)
    throw cause
  }
}

async function takeBack(undos: readonly { readonly final: string; readonly undo: Undo }[]): Promise<string[]> {
  const stuck = await mapBounded(undos, MOVES_AT_ONCE, async ({ final, undo }) => {
    try {
      await undo()
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
    hint: `What was replaced is kept, numbered, in:\n${listed(hidden.map((path) => printable(path)))}\nThe next run removes these folders: copy what you need before.`,
    cause,
  })
}

const isHidden = (path: string): boolean => basename(path).startsWith(STAGING_PREFIX)

/** After a commit; what cannot be removed then fails nobody's release. */
async function removeHidden(made: string[]): Promise<void> {
  for (const path of made.splice(0).filter(isHidden))
    await rm(path, { recursive: true, force: true }).catch(() => undefined)
}

/** Before a commit: the hidden folders, and the folders around them as far as they were created and are empty. */
async function removeMade(made: string[]): Promise<void> {
  for (const path of made.splice(0).toReversed())
    await (isHidden(path) ? rm(path, { recursive: true, force: true }) : rmdir(path)).catch(() => undefined)
}
