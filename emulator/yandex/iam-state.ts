/** Service accounts, their authorized keys, IAM tokens and roles: what the Yandex side knows of its callers. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { googleStatus } from './google-status.ts'
import { resourceId, secret } from '../crypto/random.ts'
import type { EmulatedRequest, EmulatedResponse } from '../server/wire.ts'

interface IamToken {
  readonly value: string
  readonly serviceAccountId: string
  /** Milliseconds since the epoch. */
  expiresAt: number
  revoked: boolean
}

/** What `yc iam key create -o key.json` writes. */
export interface AuthorizedKeyFile {
  readonly id: string
  readonly service_account_id: string
  readonly created_at: string
  readonly key_algorithm: string
  readonly public_key: string
  readonly private_key: string
}

export type Role =
  | 'kms.asymmetricSignatureKeys.signer'
  | 'kms.asymmetricSignatureKeys.publicKeyViewer'
  | 'kms.auditor'
  | 'kms.viewer'
  | 'container-registry.images.pusher'

export const ALL_ROLES: readonly Role[] = [
  'kms.asymmetricSignatureKeys.signer',
  'kms.asymmetricSignatureKeys.publicKeyViewer',
  'kms.auditor',
  'container-registry.images.pusher',
]

export class IamState {
  /** Authorized keys by their id (`kid`). */
  readonly authorizedKeys = new Map<string, { readonly serviceAccountId: string; readonly publicKey: KeyObject }>()
  readonly serviceAccounts = new Set<string>()
  readonly tokens = new Map<string, IamToken>()
  /** The audience that a JWT must carry; `undefined`: that of the installation asked, which in plain HTTP is the default one. */
  jwtAudience: string | undefined
  tokenLifetimeSeconds = 43_200
  /** Hands out a token that is still good again, as IAM may. */
  reuseTokens = false
  readonly #bindings = new Set<string>()

  addServiceAccount(): string {
    const id = resourceId('aje')
    this.serviceAccounts.add(id)
    return id
  }

  /** A new authorized key of RSA-2048 for the account, as the file that its owner keeps. */
  addAuthorizedKey(serviceAccountId: string): AuthorizedKeyFile {
    const id = resourceId('aje')
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    this.authorizedKeys.set(id, { serviceAccountId, publicKey })
    const warning = `PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <${id}>\n`
    return {
      id,
      service_account_id: serviceAccountId,
      created_at: new Date().toISOString(),
      key_algorithm: 'RSA_2048',
      public_key: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      private_key: warning + privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    }
  }

  issueToken(serviceAccountId: string, lifetimeSeconds = this.tokenLifetimeSeconds): IamToken {
    if (this.reuseTokens) {
      for (const token of this.tokens.values())
        if (token.serviceAccountId === serviceAccountId && this.isGood(token)) return token
    }
    const token: IamToken = {
      value: `t1.${secret(60)}.${secret(64)}`,
      serviceAccountId,
      expiresAt: Date.now() + lifetimeSeconds * 1000,
      revoked: false,
    }
    this.tokens.set(token.value, token)
    return token
  }

  isGood(token: IamToken): boolean {
    return !token.revoked && token.expiresAt > Date.now()
  }

  /** Ends every token that was issued so far, as if its time were over. */
  expireTokens(): void {
    for (const token of this.tokens.values()) token.expiresAt = 0
  }

  /** Binds `role` on one key, or on all of them (`*`). */
  grant(serviceAccountId: string, role: Role, keyId = '*'): void {
    this.#bindings.add(`${serviceAccountId} ${role} ${keyId}`)
  }

  /** Takes a binding away; `*` takes the one for all keys away, not those of single keys. */
  withdraw(serviceAccountId: string, role: Role, keyId = '*'): void {
    this.#bindings.delete(`${serviceAccountId} ${role} ${keyId}`)
  }

  hasRole(serviceAccountId: string, role: Role, keyId: string): boolean {
    return [keyId, '*'].some((on) => this.#bindings.has(`${serviceAccountId} ${role} ${on}`))
  }

  /** The good token that the request carries, or the refusal. */
  authenticate(request: EmulatedRequest): IamToken | EmulatedResponse {
    if (request.bearer === undefined) return googleStatus('UNAUTHENTICATED', 'Authentication failed: no IAM token')
    const token = this.tokens.get(request.bearer)
    if (token === undefined) return googleStatus('UNAUTHENTICATED', 'The token is invalid')
    if (token.revoked) return googleStatus('UNAUTHENTICATED', 'The token was revoked')
    if (token.expiresAt <= Date.now()) return googleStatus('UNAUTHENTICATED', 'The token has expired')
    return token
  }
}
