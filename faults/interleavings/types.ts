import type { Disk } from '../../src/writing/disk.ts'

/** What a run writes, and how. */
export interface Writes {
  /** Path below the folder → content, in this order; one that begins with `+` is joined to what is there. */
  readonly files: Readonly<Record<string, string>>
  readonly overwrite: boolean
  /** One of the paths, into which the disk lets nothing come for this run. */
  readonly refused?: string
}

export interface Scenario {
  readonly before: Tree
  readonly runs: readonly [Writes, Writes]
  /** What stands in for the disk. */
  readonly disk?: (disk: Disk) => Disk
}

/** Path → content, `/` for a folder, `→ target` for a link. */
export type Tree = Readonly<Record<string, string>>

/** The run whose call is next, or the one that is killed. */
export type Choice = 0 | 1 | 'kill 0' | 'kill 1'
