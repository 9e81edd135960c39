import type { BigIntStats } from 'node:fs'

/** What tells that a file is still the one that was read. Exactly: 64-bit inodes and nanoseconds are more than a double holds. */
export type FileState = Pick<BigIntStats, 'size' | 'mtimeNs' | 'ctimeNs' | 'ino' | 'dev'>

/**
 * Whether a file is what it was: `touched` where its change time alone is another. That comes of a new link, of rights,
 * and of a writer who set the old modification time again: only reading tells which.
 */
export function comparedStates(before: FileState, after: FileState): 'same' | 'touched' | 'changed' {
  const same =
    before.size === after.size &&
    before.mtimeNs === after.mtimeNs &&
    before.ino === after.ino &&
    before.dev === after.dev
  if (!same) return 'changed'
  return before.ctimeNs === after.ctimeNs ? 'same' : 'touched'
}
