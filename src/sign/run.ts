import type { GivenCertificate } from '../formats/format.ts'
import type { Lanes } from '../digest/lanes.ts'
import type { Environment } from '../base/environment.ts'
import type { Log } from '../base/log.ts'
import type { TaskGroup } from '../base/task-group.ts'
import type { FoundFiles } from '../files/release-files.ts'
import type { SignInputs } from './inputs.ts'
import type { RunLimits } from './run-limits.ts'

/** What the stages of one run share. */
export interface Run {
  readonly inputs: SignInputs & { readonly credentialChoice: NonNullable<SignInputs['credentialChoice']> }
  readonly found: FoundFiles
  /** The readers of `found.files`, started. */
  readonly lanes: Lanes
  /** The input `certificate`, parsed. */
  readonly certificate: GivenCertificate | undefined
  readonly env: Environment
  readonly limits: RunLimits
  /** Everything that runs at once; holds the first failure. */
  readonly tasks: TaskGroup
  readonly log: Log
}
