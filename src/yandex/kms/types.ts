import type { Log } from '../../base/log.ts'
import type { Gate } from '../../http/gate.ts'
import type { HttpClient } from '../../http/types.ts'
import type { Credential } from '../credentials/types.ts'
import type { Endpoints } from '../endpoints.ts'

/** What KMS is reached with. */
export interface KmsContext {
  readonly http: HttpClient
  readonly endpoints: Promise<Endpoints>
  readonly credential: Credential
  /** Bounds the rate of SignHash. */
  readonly gate?: Gate
  readonly log: Log
}
