import { isLoopback } from '../base/loopback.ts'
import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { parseObject } from '../http/retry.ts'
import type { HttpClient, HttpResponse } from '../http/types.ts'
import { basic, IAM_USER, isYandexRegistry } from './login.ts'
import { invalid, refused, saidBy } from './refusals.ts'
import type { Challenge } from './challenge.ts'
import type { Login } from './types.ts'

/** A token of a registry's token server, and until when it is worth using. */
export interface RegistryToken {
  readonly value: string
  /** As `performance.now()` counts. */
  readonly expiresAt: number
}
/** What a token is asked for with. */
interface TokenRequest {
  readonly http: HttpClient
  readonly challenge: Challenge
  readonly login: Login
  /** `HOST/REPO` */
  readonly name: string
  readonly repository: string
  readonly serviceAccountId: string | undefined
  readonly mask: (secret: string) => void
}

const SERVICE = "The container registry's token server"
/** Of a token that names no time (distribution's token specification). */
const DEFAULT_SECONDS = 60
/** What is kept in hand of a token's time, at most. */
const MARGIN_MS = 10_000

/**
 * Gets a token for pulling and pushing in one repository.
 * Source: distribution documentation, "Token Authentication Specification" and "Oauth2 Token Authentication".
 * @throws ActionError REGISTRY_REFUSED, INVALID_RESPONSE, and what the client throws
 */
export async function fetchToken(request: TokenRequest): Promise<RegistryToken> {
  const started = performance.now()
  const realm = realmOf(request)
  const response = await answered(request, realm)
  const { status } = response
  if (status === 401 || status === 403)
    throw refused(response, { ...request, what: `the login (its token server ${realm.host} said so)` })
  const fields = status === 200 ? parseObject(response.body) : undefined
  const value = [fields?.['token'], fields?.['access_token']].find((text) => typeof text === 'string' && text !== '')
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/u.test(value)) {
    throw invalid(request.name, `has a token server, ${realm.host}, that answered ${wordsFor(response, fields)}`)
  }
  request.mask(value)
  const seconds = Number(fields?.['expires_in'] ?? DEFAULT_SECONDS) || DEFAULT_SECONDS
  return { value, expiresAt: started + seconds * 1000 - Math.min(MARGIN_MS, seconds * 100) }
}

/** What an answer without a token is. The body of one that says that all is well may hold a token all the same. */
function wordsFor(response: HttpResponse, fields: object | undefined): string {
  if (fields !== undefined) return 'without a token'
  return response.status < 300 ? `${response.status} with something that is not a JSON object` : saidBy(response)
}

/**
 * The token server's URL. An IAM token goes to Yandex Container Registry alone, whatever a challenge says.
 * @throws ActionError INVALID_RESPONSE, REGISTRY_REFUSED
 */
function realmOf({ challenge, login, name }: TokenRequest): URL {
  const [host = ''] = name.split('/')
  const text = challenge.parameters.get('realm') ?? ''
  const url = URL.parse(text)
  const shown = printable(text, 200)
  if (url === null || url.username !== '' || url.password !== '')
    throw invalid(name, `names a token server that is not a URL: "${shown}"`)
  const local = url.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(hostnameOf(host))
  if (url.protocol !== 'https:' && !local) throw invalid(name, `names a token server without TLS: ${shown}`)
  if (login.kind === 'iam' && !(isYandexRegistry(url.hostname) && url.port === ''))
    throw new ActionError(
      'REGISTRY_REFUSED',
      `The container registry ${host} wants the login at ${printable(url.host, 200)}. The IAM token goes to cr.yandex and the hosts below it alone, so it was not sent there.`,
      {
        hint: 'Check that nothing stands between the runner and the registry, or set registry-username and registry-password.',
      },
    )
  return url
}

function hostnameOf(host: string): string {
  return URL.parse(`http://${host}`)?.hostname ?? ''
}

async function answered(request: TokenRequest, realm: URL): Promise<HttpResponse> {
  const { login } = request
  if (login.kind === 'identity-token') return exchanged(request, realm, login.token)
  if (login.kind === 'password') return asked(request, realm, basic(login.username, login.password))
  if (login.kind !== 'iam') return asked(request, realm, undefined)
  const token = await login.token.token()
  const first = await asked(request, realm, iamCredentials(token, request.mask))
  if (first.status !== 401) return first
  const other = await login.token.refresh(token)
  return other === token ? first : asked(request, realm, iamCredentials(other, request.mask))
}

/** @returns masked: base64 hides a token from a runner that knows the token alone */
export function iamCredentials(token: string, mask: (secret: string) => void): string {
  const credentials = basic(IAM_USER, token)
  mask(credentials)
  return credentials
}

function scopeOf({ repository }: TokenRequest): string {
  return `repository:${repository}:pull,push`
}

function asked(request: TokenRequest, realm: URL, credentials: string | undefined): Promise<HttpResponse> {
  const url = new URL(realm)
  const service = request.challenge.parameters.get('service')
  if (service !== undefined) url.searchParams.set('service', service)
  url.searchParams.set('scope', scopeOf(request))
  const headers: Record<string, string> = credentials === undefined ? {} : { authorization: `Basic ${credentials}` }
  return request.http.request({ service: SERVICE, method: 'GET', url: url.href, headers })
}

function exchanged(request: TokenRequest, realm: URL, refreshToken: string): Promise<HttpResponse> {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    service: request.challenge.parameters.get('service') ?? '',
    scope: scopeOf(request),
    client_id: 'yandex-kms-sign-action',
    refresh_token: refreshToken,
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return request.http.request({ service: SERVICE, method: 'POST', url: realm.href, headers, body: form.toString() })
}
