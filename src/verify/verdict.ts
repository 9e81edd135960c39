import type { Format } from '../formats/facts.ts'
import type { ErrorCode } from '../base/errors.ts'

/** Something that keeps a file from being verified. */
export interface Problem {
  readonly code: ErrorCode
  /** Absolute path of what is wrong: the release file or one that should prove it. */
  readonly path: string
  /** What is wrong, as the end of a sentence that begins with the path; printable. */
  readonly reason: string
}

/** What proves a release file. */
export type Proof = Format | 'checksums' | 'provenance'

/** What became of one release file. */
export interface FileVerdict {
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly verifiedBy: readonly Proof[]
  readonly problems: readonly Problem[]
}

/** Proven by something, and nothing speaks against it. */
export function isVerified({ verifiedBy, problems }: FileVerdict): boolean {
  return verifiedBy.length > 0 && problems.length === 0
}
