import type { Format } from '../formats/facts.ts'
import type { ErrorCode } from '../base/errors.ts'
import type { Oddity } from '../files/oddities.ts'
import type { RunFacts } from './run-facts.ts'

/** Something that keeps a file from being verified. */
export interface Problem {
  readonly code: ErrorCode
  /** Absolute path of what is wrong: the release file or one that should prove it. */
  readonly path: string
  /** What is wrong, as the end of a sentence that begins with the path; printable. */
  readonly reason: string
}

/** What can prove a release file. */
type ProofKind = Format | 'checksums' | 'provenance' | 'attestations'

/** What proves a release file. */
export interface Proof {
  readonly by: ProofKind
  /** Absolute path of the signature file, the checksum file or the statement. */
  readonly source: string
  /** Fingerprint of the trusted key that signed it. */
  readonly keyFingerprint: string
  /** The file has the text that was signed, and other blanks or line ends, which the signature does not cover. */
  readonly textOnly?: boolean
  /** Of a statement. */
  readonly predicateType?: string
  /** What the statement says of the run that it is about, as far as it does. */
  readonly run?: RunFacts
}

/** One of the two, or none where the evidence itself is wrong, which is told once. */
export interface Judged {
  readonly proof?: Proof
  readonly problem?: Problem
}

/** What became of one release file. */
export interface FileVerdict {
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly proofs: readonly Proof[]
  readonly problems: readonly Problem[]
  /** Of one that was read: whether there is hardly a file in it. */
  readonly oddity?: Oddity | undefined
}

/** A match that is not a release file. */
export interface LeftOut {
  /** Absolute. */
  readonly path: string
  /** For the log, the summary and `results`; printable. */
  readonly why: string
  /** Whether this run read it and found it right. */
  readonly proven: boolean
}

/** A match that is the signature file of another: whether it is right shows when that one is read. */
export interface LeftOutSignature {
  /** Absolute. */
  readonly path: string
  readonly why: string
  /** Under which path it is read as that, absolute: {@link Proof.source}. */
  readonly source: string
}

/** Proven by something, and nothing speaks against it. */
export function isVerified({ proofs, problems }: Pick<FileVerdict, 'proofs' | 'problems'>): boolean {
  return proofs.length > 0 && problems.length === 0
}
