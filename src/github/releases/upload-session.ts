import type { Clock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { AssetRules } from './asset-plan.ts'
import type { ReleaseAsset, Signatory } from './types.ts'
import type { UploadPace } from './upload-pace.ts'

/** What all uploads of a run share. */
export interface UploadSession extends AssetRules {
  readonly signatory: Signatory
  readonly pace: UploadPace
  readonly clock: Clock
  readonly signal: AbortSignal
  /** When the run is over, as the clock's `now` counts. */
  readonly deadline: number
  readonly log: Log
  /** The release's assets when this run began to attach. */
  readonly before: readonly ReleaseAsset[]
}
