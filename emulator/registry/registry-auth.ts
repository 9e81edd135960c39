/** Logins of a registry: Basic, and the token server of distribution's token specification. */
import type { IamState } from '../yandex/iam-state.ts'
import { type EmulatedRequest, type EmulatedResponse, hasContentType, type Service } from '../server/wire.ts'
import { registryError } from './registry-errors.ts'
import type { RegistryState } from './registry-state.ts'

const PUSHER = 'container-registry.images.pusher'

function basicOf(request: EmulatedRequest): { username: string; password: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(request.headers.authorization ?? '')?.[1]
  const decoded = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  return colon < 0 ? undefined : { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) }
}

/** What the caller may do, or `undefined` where nobody knows him. */
function actionsOf(state: RegistryState, iam: IamState, request: EmulatedRequest): readonly string[] | undefined {
  const { login } = state
  if (login.kind === 'none') return ['pull', 'push']
  const given = basicOf(request)
  if (login.kind !== 'yandex')
    return given?.username === login.username && given.password === login.password ? ['pull', 'push'] : undefined
  const token = given?.username === 'iam' ? iam.tokens.get(given.password) : undefined
  if (token === undefined || !iam.isGood(token)) return undefined
  return iam.hasRole(token.serviceAccountId, PUSHER, '*') ? ['pull', 'push'] : ['pull']
}

/** The refusal of a request that may not do `action` in `repository`; `undefined` where it may. */
export function refusalOf(
  state: RegistryState,
  iam: IamState,
  request: EmulatedRequest,
  { repository, action, realm }: { readonly repository: string; readonly action: string; readonly realm: string },
): EmulatedResponse | undefined {
  const { login } = state
  if (login.kind === 'none') return undefined
  const refuse = (challenge: string) => ({
    ...registryError('UNAUTHORIZED', 'authentication required'),
    headers: { 'www-authenticate': challenge },
  })
  if (login.kind === 'basic')
    return actionsOf(state, iam, request) === undefined ? refuse('Basic realm="a registry"') : undefined
  const scope = `repository:${repository}:${action === 'push' ? 'pull,push' : action}`
  const challenge = `Bearer realm="${state.realm ?? realm}",service="registry.test",scope="${scope}"`
  const token = request.bearer === undefined ? undefined : state.tokens.get(request.bearer)
  if (token === undefined || token.expiresAt <= Date.now()) return refuse(challenge)
  if (token.repository === repository && token.actions.includes(action)) return undefined
  return refuse(`${challenge},error="insufficient_scope"`)
}

function scopeIn(parameters: URLSearchParams): { repository: string; actions: readonly string[] } | undefined {
  const [, repository, actions] = /^repository:([^:]+):([a-z,]+)$/.exec(parameters.get('scope') ?? '') ?? []
  return repository === undefined ? undefined : { repository, actions: (actions ?? '').split(',') }
}

function answerWith(
  state: RegistryState,
  scope: { readonly repository: string; readonly actions: readonly string[] },
  allowed: readonly string[],
): EmulatedResponse {
  const actions = scope.actions.filter((action) => allowed.includes(action) && state.grants.includes(action))
  const token = state.issueToken(scope.repository, actions)
  const issued = {
    expires_in: state.toldLifetimeSeconds ?? state.tokenLifetimeSeconds,
    issued_at: new Date().toISOString(),
  }
  return { status: 200, json: { token, access_token: token, ...issued } }
}

function getToken(state: RegistryState, iam: IamState, request: EmulatedRequest): EmulatedResponse {
  const scope = scopeIn(request.query)
  if (scope === undefined || request.query.get('service') !== 'registry.test')
    return registryError('DENIED', 'scope or service is not known')
  const allowed = actionsOf(state, iam, request)
  return allowed === undefined
    ? registryError('UNAUTHORIZED', 'incorrect username or password')
    : answerWith(state, scope, allowed)
}

/** OAuth 2 with a refresh token, as docker sends an identity token. */
function postToken(state: RegistryState, request: EmulatedRequest): EmulatedResponse {
  if (!hasContentType(request, 'application/x-www-form-urlencoded'))
    return registryError('DENIED', 'Content-Type must be application/x-www-form-urlencoded')
  const form = new URLSearchParams(request.body.toString('utf8'))
  const scope = scopeIn(form)
  const isKnown = form.get('grant_type') === 'refresh_token' && state.refreshTokens.has(form.get('refresh_token') ?? '')
  if (!isKnown || form.get('client_id') === null) return registryError('UNAUTHORIZED', 'unknown refresh token')
  return scope === undefined ? registryError('DENIED', 'no scope') : answerWith(state, scope, ['pull', 'push'])
}

export function registryAuthService(state: RegistryState, iam: IamState): Service {
  const path = /^\/token$/
  return {
    name: 'registry-auth',
    routes: [
      { call: 'RegistryToken', method: 'GET', path, handle: (request) => getToken(state, iam, request) },
      { call: 'RegistryToken', method: 'POST', path, handle: (request) => postToken(state, request) },
    ],
    otherwise: () => ({ status: 404, body: 'Not Found\n' }),
  }
}
