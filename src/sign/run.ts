import type { Environment } from '../base/environment.ts'
import type { Front } from '../base/front.ts'
import type { TaskGroup } from '../base/task-group.ts'
import type { Lanes } from '../digest/lanes.ts'
import type { FoundFiles } from '../files/release-files.ts'
import type { GivenCertificate } from '../formats/format.ts'
import type { Predicate } from '../signing/predicate.ts'
import type { RunAccount } from '../report/run-account.ts'
import type { SignInputs } from './inputs.ts'
import type { Plan } from './plan.ts'
import type { RunLimits } from './run-limits.ts'

/** What all stages of a run share, from its first moment on. */
export interface StartedRun {
  readonly inputs: SignInputs
  readonly env: Environment
  readonly front: Front
  readonly limits: RunLimits
  /** Everything that runs at once; holds the first failure. */
  readonly tasks: TaskGroup
  /** Filled by the stages, for the summary. */
  readonly account: RunAccount
}

/** A run that has something to sign. */
export interface Run extends StartedRun {
  readonly inputs: SignInputs & { readonly credentialChoice: NonNullable<SignInputs['credentialChoice']> }
  readonly found: FoundFiles
  /** By what is known before any request. */
  readonly plan: Plan
  /** The readers of `found.files`, started. */
  readonly lanes: Lanes
  /** What is attested of all release files. */
  readonly predicates: readonly Predicate[]
  /** The input `certificate`, parsed. */
  readonly certificate: GivenCertificate | undefined
}
