import type { Proof } from '../verify/verdict.ts'

/** What became of one file, for a reader: sentences begin with the file. */
export interface Outcome {
  /** Absolute path below what was dropped. */
  readonly path: string
  /** `aside`: a file that proves others or belongs to other programs, and is not a file of the download itself. */
  readonly state: 'verified' | 'refused' | 'unproven' | 'aside'
  /** What proves it. */
  readonly proofs: readonly Proof[]
  /** What else there is to say, a sentence each. */
  readonly remarks: readonly string[]
}

/** How far the reading of a file has come, in bytes. */
export interface Reading {
  readonly path: string
  readonly done: number
  readonly total: number
}

/** What the page shows while files are verified. */
export interface Watcher {
  reading(reading: Reading): void
  outcome(outcome: Outcome): void
}
