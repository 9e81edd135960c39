/** IAM: tokens for an authorized key's JWT, and their revocation. */
import { googleStatus, UNKNOWN_ROUTE } from './google-status.ts'
import type { IamState } from './iam-state.ts'
import { type ParsedJwt, parseJwt, verifiesPs256 } from './jwt.ts'
import {
  type EmulatedRequest,
  type EmulatedResponse,
  hasContentType,
  jsonObject,
  type Service,
} from '../server/wire.ts'

const LONGEST_LIFETIME = 3600
const CLOCK_SKEW = 60
const LONGEST_JWT = 8000

/** Why the service does not take the claims of a JWT by `serviceAccountId`, or `undefined`. */
function faultOfClaims(claims: ParsedJwt['claims'], serviceAccountId: string, audience: string): string | undefined {
  const now = Date.now() / 1000
  const { iss, aud, iat, exp } = claims
  if (iss !== serviceAccountId) return 'iss is not the service account that the key belongs to'
  // RFC 7519, 4.1.3: a string, or an array; Yandex's Go SDKs send an array of one.
  if (aud !== audience && !(Array.isArray(aud) && aud.includes(audience))) return `aud must be ${audience}`
  if (typeof iat !== 'number' || !Number.isInteger(iat)) return 'iat must be a whole number of seconds'
  if (typeof exp !== 'number' || !Number.isInteger(exp)) return 'exp must be a whole number of seconds'
  if (iat > now + CLOCK_SKEW) return 'iat lies in the future'
  if (exp <= now) return 'the JWT has expired'
  if (exp <= iat || exp - iat > LONGEST_LIFETIME) return 'exp must lie within an hour after iat'
  return undefined
}

function audienceOf(iam: IamState, request: EmulatedRequest): string {
  if (iam.jwtAudience !== undefined) return iam.jwtAudience
  const origin = request.origin.startsWith('https:') ? request.origin : 'https://iam.api.cloud.yandex.net'
  return `${origin}/iam/v1/tokens`
}

function createToken(iam: IamState, request: EmulatedRequest): EmulatedResponse {
  if (request.headers.authorization !== undefined)
    return googleStatus('INVALID_ARGUMENT', 'This call takes no Authorization header')
  if (!hasContentType(request, 'application/json'))
    return googleStatus('INVALID_ARGUMENT', 'Content-Type must be application/json')
  const body = jsonObject(request.body)
  if (body === undefined) return googleStatus('INVALID_ARGUMENT', 'The body is not a JSON object')
  const other = Object.keys(body).find((field) => field !== 'jwt')
  if (other !== undefined) return googleStatus('INVALID_ARGUMENT', `Unknown field ${JSON.stringify(other)}`)
  if (typeof body['jwt'] === 'string' && body['jwt'].length > LONGEST_JWT)
    return googleStatus('INVALID_ARGUMENT', `jwt: Length must be not greater than ${LONGEST_JWT}`)
  const jwt = parseJwt(body['jwt'])
  if (jwt === undefined) return googleStatus('INVALID_ARGUMENT', 'jwt is not a JSON Web Token')
  if (jwt.header['typ'] !== 'JWT') return googleStatus('INVALID_ARGUMENT', 'typ must be JWT')
  if (jwt.header['alg'] !== 'PS256') return googleStatus('INVALID_ARGUMENT', 'alg must be PS256')
  const { kid } = jwt.header
  const key = typeof kid === 'string' ? iam.authorizedKeys.get(kid) : undefined
  if (key === undefined) return googleStatus('UNAUTHENTICATED', 'The key of the JWT is unknown')
  if (!verifiesPs256(jwt, key.publicKey))
    return googleStatus('UNAUTHENTICATED', 'The signature of the JWT does not verify')
  const fault = faultOfClaims(jwt.claims, key.serviceAccountId, audienceOf(iam, request))
  if (fault !== undefined) return googleStatus('UNAUTHENTICATED', `The JWT is not taken: ${fault}`)
  const token = iam.issueToken(key.serviceAccountId)
  return { status: 200, json: { iamToken: token.value, expiresAt: new Date(token.expiresAt).toISOString() } }
}

function revokeToken(iam: IamState, request: EmulatedRequest): EmulatedResponse {
  const caller = iam.authenticate(request)
  if ('status' in caller) return caller
  if (!hasContentType(request, 'application/json'))
    return googleStatus('INVALID_ARGUMENT', 'Content-Type must be application/json')
  const body = jsonObject(request.body)
  const value = body?.['iamToken']
  if (body === undefined || typeof value !== 'string' || Object.keys(body).length !== 1)
    return googleStatus('INVALID_ARGUMENT', 'The body must be {"iamToken": "…"}')
  const token = iam.tokens.get(value)
  if (token === undefined) return googleStatus('INVALID_ARGUMENT', 'The token to revoke is invalid')
  token.revoked = true
  return { status: 200, json: { subjectId: token.serviceAccountId } }
}

export function iamService(iam: IamState): Service {
  return {
    name: 'iam',
    routes: [
      { call: 'CreateToken', method: 'POST', path: /^\/iam\/v1\/tokens$/, handle: (r) => createToken(iam, r) },
      { call: 'RevokeToken', method: 'POST', path: /^\/iam\/v1\/tokens:revoke$/, handle: (r) => revokeToken(iam, r) },
    ],
    otherwise: () => UNKNOWN_ROUTE,
  }
}
