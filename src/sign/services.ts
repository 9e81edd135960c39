import { createHttpClient } from '../http/client.ts'
import { Pace } from '../http/pace.ts'
import { type HttpClient } from '../http/types.ts'
import { type Kms } from '../signing/kms-port.ts'
import { withClaims, type TokenClaims } from '../signing/token-claims.ts'
import { createCredential } from '../yandex/credentials/credentials.ts'
import { type CredentialChoice, type Credential } from '../yandex/credentials/types.ts'
import { resolveEndpoints, type Endpoints } from '../yandex/endpoints.ts'
import { createKms } from '../yandex/kms/client.ts'
import type { Run } from './run.ts'

/** The way to the services, for one run. Disposing of it revokes the token, where the inputs say so, and closes all connections. */
export interface Services extends AsyncDisposable {
  readonly http: HttpClient
  readonly kms: Kms
  readonly credential: Credential
  /** How far this machine's clock is ahead of KMS's, in ms; `undefined` while nothing has told. */
  readonly clockAhead: () => Promise<number | undefined>
  /** Of the job's OIDC token, which is asked for if need be; none with any other credential. */
  claims(): Promise<TokenClaims>
}

/** What of a run its services hang on. */
type ConnectedRun = Pick<Run, 'inputs' | 'env' | 'front' | 'limits' | 'tasks'>

/**
 * Connects a run to its services. Nothing is asked for yet but, of another installation, its endpoints.
 * The end of the run's tasks ends all requests, except the revocation of a token.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID; nothing stays open then
 */
export async function connect({ inputs, env, front, limits, tasks }: ConnectedRun): Promise<Services> {
  const { log, mask } = front
  await using opened = new AsyncDisposableStack()
  const http = opened.adopt(
    createHttpClient({ env, log, signal: tasks.signal, deadline: limits.deadline }),
    async (client) => client.close(),
  )
  const { kind } = inputs.credentialChoice
  const needsIam = kind === 'service-account-key' || (inputs.revokeToken && kind !== 'iam-token')
  const endpoints = tasks.start(() => resolveEndpoints({ ...inputs.endpoints, needsIam }, http, log))
  let found: TokenClaims = {}
  const onClaims = (claims: TokenClaims): void => {
    // Before the first signature, so that none is made for a run that is not what it says.
    if (inputs.targets.includes('provenance')) withClaims(env, claims)
    found = claims
  }
  const context = { http, endpoints, env, mask, log, onClaims, signal: limits.signal }
  const credential = createCredential(inputs.credentialChoice, context)
  void tasks.start(async () => {
    openAhead(http, await endpoints, kind)
  })
  const gate = new Pace({ max: inputs.maxConcurrency, signal: tasks.signal, log })
  if (inputs.revokeToken) opened.defer(() => credential.revoke())
  const kept = opened.move()
  const kms = createKms({ http, endpoints, credential, gate, log })
  const clockAhead = async (): Promise<number | undefined> => {
    const { kms: crypto, kmsControl, iam, tokenExchange } = await endpoints
    const known = [crypto, kmsControl, iam, tokenExchange].map((url) => http.clockAhead(url ?? ''))
    return known.find((ms) => ms !== undefined)
  }
  const claims = async (): Promise<TokenClaims> => {
    if (kind === 'github-oidc') await credential.token()
    return found
  }
  return { http, credential, kms, claims, clockAhead, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

/** Key.Get, GetPublicKey and the first SignHash go out together. */
const FIRST_KMS_CALLS = 3

/** Opens connections while the token is fetched, so that no TLS handshake stands between it and the calls to KMS. */
function openAhead(http: HttpClient, endpoints: Endpoints, kind: CredentialChoice['kind']): void {
  const issuers: Partial<Record<CredentialChoice['kind'], string | undefined>> = {
    'github-oidc': endpoints.tokenExchange,
    'given-oidc': endpoints.tokenExchange,
    'service-account-key': endpoints.iam,
  }
  const issuer = issuers[kind]
  if (issuer !== undefined) http.warm(issuer)
  const { kms, kmsControl } = endpoints
  http.warm(kms, kms === kmsControl ? FIRST_KMS_CALLS : FIRST_KMS_CALLS - 1)
  if (kms !== kmsControl) http.warm(kmsControl)
}
