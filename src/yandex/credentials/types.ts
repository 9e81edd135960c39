/** What authorizes the calls to KMS. */

import type { Log } from '../../base/log.ts'
import type { HttpClient } from '../../http/types.ts'
import type { Endpoints } from '../endpoints.ts'

export interface Credential {
  /** Whose token it is, for the commands that messages suggest; `undefined` where only the service knows. */
  readonly serviceAccountId: string | undefined
  /** What to do when the service does not take the token. */
  readonly advice: string
  /** A token that has some time left: fetched once, renewed before it runs out, shared by all who ask. */
  token(): Promise<string>
  /** Another token in place of one that was refused with 401; the same where there is no other. */
  refresh(rejected: string): Promise<string>
  /** Revokes every token that was fetched here, never one that was handed in. Never throws: a failure is a warning. */
  revoke(): Promise<void>
}
/** The one credential that the inputs name. */
export type CredentialChoice =
  | {
      readonly kind: 'github-oidc'
      readonly serviceAccountId: string
      /** Of the OIDC token; GitHub's default, the owner's URL, where `undefined`. */
      readonly audience: string | undefined
    }
  | {
      readonly kind: 'given-oidc'
      readonly serviceAccountId: string
      /** A JWT of any issuer, in its compact form. */
      readonly token: string
    }
  | {
      readonly kind: 'service-account-key'
      /** The authorized key's JSON. */
      readonly json: string
    }
  | { readonly kind: 'iam-token'; readonly token: string }
  | { readonly kind: 'vm' }
/** What credentials are made with. */
export interface CredentialContext {
  readonly http: HttpClient
  readonly endpoints: Promise<Endpoints>
  /** The runner's variables: GitHub's OIDC endpoint, the metadata address. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Called with each secret the moment it is there. */
  readonly mask: (secret: string) => void
  readonly log: Log
  /** Called with the claims of each OIDC token that GitHub gave, before it is used; what it throws ends the run. */
  readonly onClaims?: ((claims: Readonly<Record<string, unknown>>) => void) | undefined
  /** Aborts where the run is cancelled or out of time, not where it fails: then a token is revoked in haste. */
  readonly signal: AbortSignal
}
/** A token as it was issued. */
export interface IssuedToken {
  readonly token: string
  /** As `Date.now()` counts; Infinity where the service did not say: until a 401. */
  readonly expiresAt: number
}
/** One way to get tokens. */
export interface TokenSource {
  readonly serviceAccountId: string | undefined
  readonly advice: string
  /** Gets a new token and masks it before it returns. */
  fetch(): Promise<IssuedToken>
}
