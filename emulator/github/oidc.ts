/** GitHub's OIDC issuer, as a job with `id-token: write` sees it. */
import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { signRs256 } from '../yandex/jwt.ts'
import { secret } from '../crypto/random.ts'
import type { EmulatedRequest, EmulatedResponse, Service } from '../server/wire.ts'

export class OidcState {
  issuer = 'https://token.actions.githubusercontent.com'
  owner = 'acme'
  repository = 'acme/widget'
  /** `sub` of the tokens: a job in the environment `release`. */
  subject = 'repo:acme/widget:environment:release'
  /** Claims put over the usual ones. */
  claims: Record<string, unknown> = {}
  lifetimeSeconds = 300
  readonly requestToken = secret(48)
  readonly keyId = randomUUID()
  readonly publicKey: KeyObject
  readonly #privateKey: KeyObject
  /** Every token that was handed out: secrets, that no log may show. */
  readonly issued: string[] = []

  constructor() {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
    this.publicKey = pair.publicKey
    this.#privateKey = pair.privateKey
  }

  issue(audience: string): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      jti: randomUUID(),
      sub: this.subject,
      aud: audience,
      ref: 'refs/tags/v1.2.3',
      sha: '0123456789abcdef0123456789abcdef01234567',
      repository: this.repository,
      repository_owner: this.owner,
      run_id: '4242',
      run_attempt: '1',
      event_name: 'push',
      environment: 'release',
      job_workflow_ref: `${this.repository}/.github/workflows/release.yml@refs/tags/v1.2.3`,
      iss: this.issuer,
      nbf: now - 5,
      iat: now,
      exp: now + this.lifetimeSeconds,
      ...this.claims,
    }
    const token = signRs256(claims, this.#privateKey, this.keyId)
    this.issued.push(token)
    return token
  }
}

function idToken(state: OidcState, request: EmulatedRequest): EmulatedResponse {
  if (request.bearer !== state.requestToken) return { status: 401, body: 'Unauthorized' }
  if (request.query.getAll('api-version').join() !== '2.0') return { status: 400, body: 'api-version must be 2.0' }
  const audiences = request.query.getAll('audience')
  if (audiences.length > 1 || audiences[0] === '') return { status: 400, body: 'audience must be given once' }
  const value = state.issue(audiences[0] ?? `https://github.com/${state.owner}`)
  return { status: 200, json: { count: value.length, value } }
}

export function oidcService(state: OidcState): Service {
  return {
    name: 'oidc',
    routes: [
      { call: 'IdToken', method: 'GET', path: /^\/idtoken\/run\/job$/, handle: (request) => idToken(state, request) },
      {
        call: 'Jwks',
        method: 'GET',
        path: /^\/\.well-known\/jwks$/,
        handle: () => ({
          status: 200,
          json: {
            keys: [{ ...state.publicKey.export({ format: 'jwk' }), kid: state.keyId, alg: 'RS256', use: 'sig' }],
          },
        }),
      },
    ],
    otherwise: () => ({ status: 404, body: 'Not Found' }),
  }
}
