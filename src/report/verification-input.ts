import type { SigningKey } from '../crypto/key-algorithm.ts'
import type { Format } from '../formats/facts.ts'
import type { GivenCertificate } from '../formats/format.ts'

/** What the notes are made of. Names are those of checksum files and statements, as the recipient has the files. */
export interface VerificationNotesInput {
  readonly key: SigningKey
  readonly formats: readonly Format[]
  /** The input `sign`. */
  readonly targets: readonly ('files' | 'checksums' | 'provenance')[]
  /** Names of the release files. */
  readonly fileNames: readonly string[]
  /** `SHA256SUMS` or the like, where it was written. */
  readonly checksumsName: string | undefined
  /** The statements' bundles, where they were written. */
  readonly provenanceNames: readonly string[]
  /** The bundles of other attestations, each with its predicate type. */
  readonly attestations: readonly { readonly name: string; readonly type: string }[]
  readonly identity: string
  readonly certificate: GivenCertificate | undefined
  /** The input `verify-page`: an https URL. */
  readonly verifyPage: string | undefined
  /** Page of the run that signed, e.g. `https://github.com/o/r/actions/runs/1`, where it is known. */
  readonly runUrl: string | undefined
}
