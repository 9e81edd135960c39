import { ActionError } from '../base/errors.ts'
import type { HttpClient } from '../http/types.ts'
import { parseObject } from '../http/retry.ts'
import { isLoopback } from '../base/loopback.ts'
import { printable, type Log } from '../base/log.ts'
import { askYandex } from './request.ts'
import { idsOf, saidBy } from './said.ts'

/** `api-endpoint` where nothing else is set. */
const DEFAULT_API_ENDPOINT = 'api.cloud.yandex.net'

/** The address that Yandex's SDKs use for SignHash and GetPublicKey, where the default one does not know the methods. */
const OTHER_KMS = 'https://kms.yandex'
const DEFAULT_TOKEN_ENDPOINT = 'https://auth.yandex.cloud/oauth/token'

/** Where the requests of a run go. */
export interface Endpoints {
  /** Origin for SignHash and GetPublicKey. */
  readonly kms: string
  /** Origin for Key.Get. */
  readonly kmsControl: string
  /** Origin to ask where `kms` does not know a method; only with the default installation. */
  readonly kmsFallback: string | undefined
  /** Origin for tokens from authorized keys, and for revoking; `undefined` where no request needs it. */
  readonly iam: string | undefined
  /** URL of the token exchange; `undefined` for another installation where it was not given. */
  readonly tokenExchange: string | undefined
  /** `aud` of a JWT signed with an authorized key. */
  readonly jwtAudience: string
}

/** The inputs that decide, checked before: hosts or origins, `tokenEndpoint` a URL. */
export interface EndpointInputs {
  readonly apiEndpoint: string
  readonly kmsEndpoint: string | undefined
  readonly iamEndpoint: string | undefined
  readonly tokenEndpoint: string | undefined
  /** Whether a request to IAM may come: an authorized key, or a token to be revoked. */
  readonly needsIam: boolean
}

/**
 * The endpoints of a run. `/endpoints` is asked only of another installation, and only when a needed service is not set.
 * Source: "Endpoint list" of the Yandex Cloud API reference.
 * @throws ActionError INVALID_RESPONSE, and those of the client
 */
export async function resolveEndpoints(inputs: EndpointInputs, http: HttpClient, log: Log): Promise<Endpoints> {
  const api = originOf(inputs.apiEndpoint)
  const isDefault = api === originOf(DEFAULT_API_ENDPOINT)
  const discovers =
    !isDefault && (inputs.kmsEndpoint === undefined || (inputs.needsIam && inputs.iamEndpoint === undefined))
  const found = discovers ? await discover(api, http) : undefined
  const given = inputs.kmsEndpoint === undefined ? undefined : originOf(inputs.kmsEndpoint)
  if (discovers && given === undefined && found?.kmsCrypto === undefined)
    log.info(`${new URL(api).host} lists no endpoint kms-crypto: SignHash and GetPublicKey go to its endpoint kms.`)
  const control = given ?? (isDefault ? defaultOrigin('kms') : (found?.kms ?? missing(api, 'kms', 'kms-endpoint')))
  const iam = inputs.iamEndpoint === undefined ? undefined : originOf(inputs.iamEndpoint)
  return {
    kms: given ?? found?.kmsCrypto ?? control,
    kmsControl: control,
    kmsFallback: isDefault && given === undefined ? OTHER_KMS : undefined,
    iam:
      iam ??
      (isDefault
        ? defaultOrigin('iam')
        : inputs.needsIam
          ? (found?.iam ?? missing(api, 'iam', 'iam-endpoint'))
          : undefined),
    tokenExchange: inputs.tokenEndpoint ?? (isDefault ? DEFAULT_TOKEN_ENDPOINT : undefined),
    jwtAudience: `https://iam.${new URL(api).hostname}/iam/v1/tokens`,
  }
}

/** Origin of a host or an origin. */
function originOf(text: string): string {
  return new URL(text.includes('://') ? text : `https://${text}`).origin
}

function defaultOrigin(service: 'kms' | 'iam'): string {
  return `https://${service}.${DEFAULT_API_ENDPOINT}`
}

function missing(api: string, id: string, input: string): never {
  throw new ActionError('INVALID_RESPONSE', `${new URL(api).host} lists no usable endpoint ${id} in /endpoints.`, {
    hint: `Set ${input} to the origin of that service.`,
  })
}

interface Found {
  readonly kmsCrypto: string | undefined
  readonly kms: string | undefined
  readonly iam: string | undefined
}

async function discover(api: string, http: HttpClient): Promise<Found> {
  const service = 'the list of endpoints'
  const url = `${api}/endpoints`
  const answer = await askYandex(http, { service, method: 'GET', url })
  const { status, body } = answer
  const list = status === 200 ? parseObject(body)?.['endpoints'] : undefined
  if (!Array.isArray(list))
    throw new ActionError(
      'INVALID_RESPONSE',
      `${printable(url)} answered without a list of endpoints${status === 200 ? '' : `: ${saidBy(answer)}`} ${idsOf(answer)}.`,
      { hint: 'Check that api-endpoint is right, or set kms-endpoint and iam-endpoint.' },
    )
  const entries: readonly unknown[] = list
  const at = (id: string): string | undefined => {
    for (const entry of entries) {
      if (typeof entry === 'object' && entry !== null && 'id' in entry && 'address' in entry && entry.id === id)
        return typeof entry.address === 'string' ? originOfAddress(entry.address, api) : undefined
    }
    return undefined
  }
  return { kmsCrypto: at('kms-crypto'), kms: at('kms'), iam: at('iam') }
}

/** Addresses come as `host:port`: https, except for a stand-in on loopback that is asked over http itself. */
function originOfAddress(address: string, api: string): string | undefined {
  if (!/^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/u.test(address) || !URL.canParse(`https://${address}`))
    return undefined
  const { hostname } = new URL(`https://${address}`)
  const scheme = api.startsWith('http://') && isLoopback(hostname) ? 'http' : 'https'
  return new URL(`${scheme}://${address}`).origin
}
