/** auth.yandex.cloud: an OIDC token for an IAM token (RFC 8693), with federations as `yc` sets them up. */
import type { KeyObject } from 'node:crypto'
import type { IamState } from './iam-state.ts'
import { parseJwt, verifiesRs256 } from './jwt.ts'
import { type EmulatedRequest, type EmulatedResponse, hasContentType, type Service } from '../server/wire.ts'

interface FederatedCredential {
  readonly serviceAccountId: string
  /** Compared exactly with the token's `sub`. */
  externalSubjectId: string
}

/** How a refusal is worded: the service does not document it, so a client has to take any. */
type ExchangeErrorShape = 'oauth' | 'status' | 'text' | 'nested'
/** How `expires_in`, which RFC 6749 only recommends, is written. */
type ExpiryShape = 'number' | 'text' | 'missing'

export interface ExchangeState {
  issuer: string
  /** The audiences of the federation. */
  audiences: string[]
  readonly credentials: FederatedCredential[]
  errorShape: ExchangeErrorShape
  expiryShape: ExpiryShape
}

const FIELDS: Readonly<Record<string, string | undefined>> = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
  audience: undefined,
  subject_token: undefined,
}

function refuse(state: ExchangeState, error: string, description: string): EmulatedResponse {
  const status = error === 'invalid_client' ? 401 : 400
  switch (state.errorShape) {
    case 'oauth':
      return { status, json: { error, error_description: description } }
    case 'status':
      return { status, json: { code: status === 401 ? 16 : 3, message: description, details: [] } }
    case 'nested':
      return { status, json: { error: { code: status, message: description } } }
    case 'text':
      return { status, headers: { 'content-type': 'text/plain' }, body: `${description}\n` }
  }
}

/** What is wrong with the form, or `undefined`. */
function faultOfForm(form: URLSearchParams): string | undefined {
  for (const name of form.keys()) {
    if (!(name in FIELDS)) return `Unknown parameter ${JSON.stringify(name)}`
    if (form.getAll(name).length !== 1) return `Parameter ${name} is repeated`
  }
  for (const [name, value] of Object.entries(FIELDS)) {
    const given = form.get(name)
    if (given === null || given === '') return `Parameter ${name} is missing`
    if (value !== undefined && given !== value) return `Parameter ${name} must be ${value}`
  }
  return undefined
}

/** What is wrong with the token to be exchanged, or its subject. */
function subjectOf(state: ExchangeState, token: string, key: KeyObject): { subject: string } | { fault: string } {
  const jwt = parseJwt(token)
  if (jwt?.header['alg'] !== 'RS256') return { fault: 'subject_token is not a JWT signed with RS256' }
  if (!verifiesRs256(jwt, key)) return { fault: 'the signature of subject_token does not verify' }
  const { iss, aud, sub, exp, nbf } = jwt.claims
  const now = Date.now() / 1000
  if (iss !== state.issuer) return { fault: 'the issuer is not that of the federation' }
  if (typeof aud !== 'string' || !state.audiences.includes(aud))
    return { fault: 'the audience is not one of the federation' }
  if (typeof exp !== 'number' || exp <= now) return { fault: 'subject_token has expired' }
  if (typeof nbf === 'number' && nbf > now + 60) return { fault: 'subject_token is not valid yet' }
  if (typeof sub !== 'string') return { fault: 'subject_token has no subject' }
  return { subject: sub }
}

function exchange(iam: IamState, state: ExchangeState, issuerKey: KeyObject, request: EmulatedRequest) {
  if (request.headers.authorization !== undefined)
    return refuse(state, 'invalid_request', 'This call takes no Authorization header')
  if (!hasContentType(request, 'application/x-www-form-urlencoded'))
    return refuse(state, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded')
  const form = new URLSearchParams(request.body.toString('utf8'))
  const fault = faultOfForm(form)
  if (fault !== undefined) return refuse(state, 'invalid_request', fault)
  const serviceAccountId = form.get('audience') ?? ''
  if (!iam.serviceAccounts.has(serviceAccountId))
    return refuse(state, 'invalid_target', 'audience is not a known service account')
  const subject = subjectOf(state, form.get('subject_token') ?? '', issuerKey)
  if ('fault' in subject) return refuse(state, 'invalid_grant', subject.fault)
  const linked = state.credentials.some(
    (credential) =>
      credential.serviceAccountId === serviceAccountId && credential.externalSubjectId === subject.subject,
  )
  if (!linked) return refuse(state, 'invalid_grant', 'no federated credential of the service account has this subject')
  const token = iam.issueToken(serviceAccountId)
  const expires = Math.floor((token.expiresAt - Date.now()) / 1000)
  const expiry = { number: { expires_in: expires }, text: { expires_in: String(expires) }, missing: {} }[
    state.expiryShape
  ]
  return { status: 200, json: { access_token: token.value, token_type: 'Bearer', ...expiry } }
}

export function exchangeService(iam: IamState, state: ExchangeState, issuerKey: KeyObject): Service {
  return {
    name: 'exchange',
    routes: [
      {
        call: 'ExchangeToken',
        method: 'POST',
        path: /^\/oauth\/token$/,
        handle: (request) => exchange(iam, state, issuerKey, request),
      },
    ],
    otherwise: () => ({ status: 404, body: 'Not Found\n' }),
  }
}
