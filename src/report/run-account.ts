import type { PushedImage, SigningResult } from './signing-result.ts'

/** What a dry run found out. */
export interface DryRunAccount {
  /** Hex digests, in the order of the files. */
  readonly files: readonly { readonly name: string; readonly digest: string }[]
  /** As the outputs write paths. */
  readonly displayPaths: readonly string[]
  readonly kmsCalls: number
  /** Images that would be signed, as they were given. */
  readonly images: readonly string[]
}

/** A place that took the files. */
interface Upload {
  /** `Workflow artifact`, `Release`. */
  readonly where: string
  readonly name: string
  readonly url: string
  readonly files: number
}

/** What a run publishes at one time. */
type Publishing = 'artifact' | 'release' | 'images'

/** How far a run has come. The stages fill it in their order; the summary is made from it, whatever the run ends in. */
export interface RunAccount {
  dryRun?: DryRunAccount
  /** The calls of KMS so far, as they are counted; there as soon as the run asks anybody for anything. */
  kmsCalls?: { readonly signHash: number }
  /** There as soon as the files are in place. */
  signed?: { readonly result: SigningResult; readonly notes: string }
  /** There once all of their signatures are pushed. */
  images?: readonly PushedImage[]
  /** In the order in which they were made. */
  readonly uploads: Upload[]
  /** What is being published now, and may be there in part. */
  publishing?: Publishing | undefined
}
