import { createCredential } from '../yandex/credentials/credentials.ts'
import { type CredentialChoice, type Credential } from '../yandex/credentials/types.ts'
import { resolveEndpoints, type Endpoints } from '../yandex/endpoints.ts'
import type { Environment } from '../base/environment.ts'
import { createHttpClient } from '../http/client.ts'
import { type HttpClient } from '../http/types.ts'
import { Pace } from '../http/pace.ts'
import { createKms } from '../yandex/kms/client.ts'
import { type Kms } from '../signing/kms-port.ts'
import type { Log } from '../base/log.ts'
import { maskSecret } from '../runner/secrets.ts'
import type { Run } from './run.ts'

/** The way to the services, for one run. */
export interface Services {
  readonly http: HttpClient
  readonly kms: Kms
  readonly credential: Credential
}

/**
 * Connects a run to its services. Nothing is asked for yet but, of another installation, its endpoints.
 * @param end when the run is over; `signal` aborts its requests, `run` only where there is no time left
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID
 */
export function connect(
  inputs: Run['inputs'],
  env: Environment,
  end: { readonly signal: AbortSignal; readonly run: AbortSignal; readonly deadline: number },
  log: Log,
): Services {
  const http = createHttpClient({ env, log, signal: end.signal, deadline: end.deadline })
  const { kind } = inputs.credentialChoice
  const needsIam = kind === 'service-account-key' || (inputs.revokeToken && kind !== 'iam-token')
  const endpoints = resolveEndpoints({ ...inputs.endpoints, needsIam }, http, log)
  endpoints.then(
    (known) => {
      openAhead(http, known, kind)
    },
    () => undefined, // whoever needs them sees it
  )
  const credential = createCredential(inputs.credentialChoice, {
    http,
    endpoints,
    env,
    mask: maskSecret,
    log,
    signal: end.run,
  })
  const gate = new Pace({ max: inputs.maxConcurrency, signal: end.signal, log })
  return { http, credential, kms: createKms({ http, endpoints, credential, gate, log }) }
}

/** Key.Get, GetPublicKey and the first SignHash go out together. */
const FIRST_KMS_CALLS = 3

/** Opens connections while the token is fetched, so that no TLS handshake stands between it and the calls to KMS. */
function openAhead(http: HttpClient, endpoints: Endpoints, kind: CredentialChoice['kind']): void {
  const token = { 'github-oidc': endpoints.tokenExchange, 'service-account-key': endpoints.iam }
  const next = kind === 'github-oidc' || kind === 'service-account-key' ? token[kind] : undefined
  if (next !== undefined) http.warm(next)
  const { kms, kmsControl } = endpoints
  http.warm(kms, kms === kmsControl ? FIRST_KMS_CALLS : FIRST_KMS_CALLS - 1)
  if (kms !== kmsControl) http.warm(kmsControl)
}
