import { writeFile } from 'node:fs'
import { dirname, join } from 'node:path'
import { ActionError } from '../base/errors.ts'
import { moveAll } from './move-all.ts'
import type { StagedFile } from './put-in-place.ts'
import { makeStagingFolder, removeHidden, removeMade } from './staging-folders.ts'
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

/** Nothing is created before the first file is staged. */
export function openStaging({ overwrite }: { readonly overwrite: boolean }): Staging {
  /** In the order of staging. With many files this is all that is held of them. */
  const finals: string[] = []
  /** Folders that were created. */
  const made: string[] = []
  const hidden = new Map<string, Promise<string>>()
  const writing = new Set<Promise<void>>()
  let isOpen = true
  let failure: ActionError | undefined

  const close = async (): Promise<void> => {
    isOpen = false
    await Promise.allSettled(writing)
  }
  const fileAt = async (number: number, final: string): Promise<StagedFile> => {
    const target = dirname(final)
    const folder = hidden.get(target) ?? makeStagingFolder(target, made)
    hidden.set(target, folder)
    const inside = await folder
    return { final, staged: join(inside, `${number}`), backup: join(inside, `${number}.old`) }
  }
  const write = async (number: number, final: string, bytes: Uint8Array): Promise<void> => {
    try {
      const { staged } = await fileAt(number, final)
      await writeNew(staged, bytes)
    } catch (cause) {
      failure ??= writeFailed(final, cause)
      throw failure
    }
  }
  return {
    async stage(final, bytes) {
      if (!isOpen) throw new ActionError('INTERNAL_ERROR', 'A file is staged after the end of the run.')
      const written = write(finals.push(final) - 1, final, bytes)
      writing.add(written)
      try {
        await written
      } finally {
        writing.delete(written)
      }
    },
    async commit(signal) {
      await close()
      if (failure !== undefined) throw failure
      await moveAll({ finals, fileAt, made, overwrite }, signal)
      await removeHidden(made)
      return finals
    },
    async discard() {
      await close()
      await removeMade(made)
    },
  }
}

/** By callbacks: promises make a file handle for each of what can be tens of thousands of files. */
function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    writeFile(path, bytes, { flag: 'wx' }, (error) => {
      if (error === null) resolve()
      else reject(error)
    })
  })
}
