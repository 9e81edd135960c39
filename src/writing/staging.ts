import { dirname, join } from 'node:path'
import { ActionError } from '../base/errors.ts'
import { nodeDisk, patient, type Disk } from './disk.ts'
import { moveAll } from './move-all.ts'
import type { OnExisting, StagedFile } from './put-in-place.ts'
import { Spellings } from './spellings.ts'
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
   * @param bytes all, or piece by piece; an ActionError that these throw goes on to the caller
   * @param onExisting asked when the file is put in place and something is there; without, only the very bytes may be
   * @throws ActionError WRITE_FAILED; INVALID_INPUT where this disk takes two names for one
   */
  stage(final: string, bytes: Uint8Array | AsyncIterable<Uint8Array>, onExisting?: OnExisting): Promise<void>
  /**
   * Moves all that was staged into place and removes the hidden folders; when that breaks off, what was moved is
   * undone, what was replaced is restored, and nothing of the run is left.
   * @param confirm asked once everything is in place: what it throws breaks it off, too
   * @returns absolute paths, in the order of staging
   * @throws ActionError WRITE_FAILED, OUTPUT_EXISTS; the signal's reason; what `confirm` throws
   */
  commit(signal?: AbortSignal, confirm?: () => Promise<void>): Promise<readonly string[]>
  /** Leaves nothing behind, no empty folder either; without effect after a commit. Never throws. */
  discard(): Promise<void>
}

/** How to stage. */
interface StagingOptions {
  readonly overwrite: boolean
  /** Node's own unless told, with patience. */
  readonly disk?: Disk | undefined
}

/** Nothing is created before the first file is staged. */
export function openStaging({ overwrite, disk = patient(nodeDisk) }: StagingOptions): Staging {
  /** In the order of staging. With many files this is all that is held of them. */
  const finals: string[] = []
  /** Folders that were created. */
  const made: string[] = []
  const hiddenIn = hiddenFolders(disk, made)
  const asking = new Map<number, OnExisting>()
  const spellings = new Spellings(disk)
  const writing = new Set<Promise<void>>()
  let isOpen = true
  let failure: ActionError | undefined

  const close = async (): Promise<void> => {
    isOpen = false
    await Promise.allSettled(writing)
  }
  const fileAt = async (number: number, final: string): Promise<StagedFile> => {
    const staged = join(await hiddenIn(dirname(final)), `${number}`)
    return { final, staged, backup: `${staged}.old`, joined: `${staged}.new`, onExisting: asking.get(number) }
  }
  const write = async (number: number, final: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> => {
    try {
      const { staged } = await fileAt(number, final)
      await spellings.refuseClash(final, dirname(staged))
      if (bytes instanceof Uint8Array) await disk.writeNew(staged, bytes)
      else await disk.writePieces(staged, bytes)
    } catch (cause) {
      failure ??= cause instanceof ActionError ? cause : writeFailed(final, cause)
      throw failure
    }
  }
  return {
    async stage(final, bytes, onExisting) {
      if (!isOpen) throw new ActionError('INTERNAL_ERROR', 'A file is staged after the end of the run.')
      const number = finals.push(final) - 1
      if (onExisting !== undefined) asking.set(number, onExisting)
      const written = write(number, final, bytes)
      writing.add(written)
      try {
        await written
      } finally {
        writing.delete(written)
      }
    },
    async commit(signal, confirm) {
      await close()
      if (failure !== undefined) throw failure
      await moveAll({ disk, finals, fileAt, made, overwrite, confirm }, signal)
      await removeHidden(disk, made)
      return finals
    },
    async discard() {
      await close()
      await removeMade(disk, made)
    },
  }
}

/** The hidden folder of each folder that is written to, all of one name; made when they are first asked for. */
function hiddenFolders(disk: Disk, made: string[]): (target: string) => Promise<string> {
  const hidden = new Map<string, Promise<string>>()
  let mark: Promise<string> | undefined
  return (target) => {
    mark ??= disk.newMark()
    const folder = hidden.get(target) ?? mark.then((name) => makeStagingFolder(disk, target, name, made))
    hidden.set(target, folder)
    return folder
  }
}
