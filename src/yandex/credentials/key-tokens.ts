import { constants, sign } from 'node:crypto'
import { ActionError } from '../../base/errors.ts'
import type { HttpResponse } from '../../http/types.ts'
import { askYandex, type YandexAnswer } from '../request.ts'
import { expiryAt, objectOf, reasonIn, tokenIn } from './issued.ts'
import { KEY_ADVICE, parseServiceAccountKey, type ServiceAccountKey } from './service-account-key.ts'
import type { CredentialContext, TokenSource, IssuedToken } from './types.ts'

const SERVICE = 'Yandex IAM'
/** The service takes an hour at most; the JWT is used at once. */
const JWT_SECONDS = 600

/**
 * Tokens for a JWT signed with the key (PS256, RFC 7518, 3.5). A JWT that is refused while the clocks differ is signed
 * once more, with the service's time. Source: IAM API, IamToken.Create.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID; from `fetch` UNAUTHENTICATED, INVALID_RESPONSE, those of the client
 */
export function serviceAccountKeySource(json: string, context: CredentialContext): TokenSource {
  const { http, endpoints, mask, log } = context
  const key = parseServiceAccountKey(json)
  for (const secret of key.secrets) mask(secret)
  const advice = `Check that the key ${key.id} still exists: \`yc iam key list --service-account-id ${key.serviceAccountId}\`. ${KEY_ADVICE}`
  return {
    serviceAccountId: key.serviceAccountId,
    advice,
    fetch: async (): Promise<IssuedToken> => {
      const { iam, jwtAudience } = await endpoints
      const url = `${iam ?? ''}/iam/v1/tokens`
      // The earlier one of both clocks: what was issued in the future is refused.
      const first = Date.now() - Math.max(0, http.clockAhead(url) ?? 0)
      let response = await ask(url, signedJwt(key, jwtAudience, first), context)
      const there = timeOf(response)
      // Nothing says that the time is to blame, but no service takes a JWT of another time.
      if (response.status >= 400 && there !== undefined && Math.abs(there - first) >= WORTH_A_RETRY_MS) {
        log.warning(
          `${SERVICE} refused the key's JWT (status ${response.status}), and the clocks differ: the runner's said ${new Date(first).toISOString()}, and the service's ${new Date(there).toISOString()}. The JWT is sent once more, with the time of the service. Set the runner's clock right.`,
        )
        response = await ask(url, signedJwt(key, jwtAudience, there), context)
      }
      if (response.status >= 400) throw refused(response, advice)
      const fields = objectOf(response, SERVICE)
      const token = tokenIn(fields, 'iamToken', { response, service: SERVICE, mask })
      return { token, expiresAt: expiryAt(fields, response, SERVICE) + (http.clockAhead(url) ?? 0) }
    },
  }
}

function ask(url: string, jwt: string, { http, mask }: CredentialContext): Promise<YandexAnswer> {
  mask(jwt)
  return askYandex(http, {
    service: SERVICE,
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jwt }),
  })
}

/** Dates of services are whole seconds, and answers take some: a smaller difference is none. */
const WORTH_A_RETRY_MS = 5000

/** The service's clock, in ms since 1970, where its answer tells. */
function timeOf({ headers }: HttpResponse): number | undefined {
  const there = Date.parse(headers['date'] ?? '')
  return Number.isNaN(there) ? undefined : there
}

function refused(response: YandexAnswer, advice: string): ActionError {
  const there = timeOf(response)
  // Both clocks: a JWT of another time is refused.
  const says = there === undefined ? '' : ` and the service's ${new Date(there).toISOString()}`
  return new ActionError('UNAUTHENTICATED', `${SERVICE} gives no token for the key: ${reasonIn(response)}.`, {
    hint: `${advice} The runner's clock says ${new Date().toISOString()}${says}: they have to agree.`,
  })
}

/** @param date in ms since 1970 */
function signedJwt(key: ServiceAccountKey, audience: string, date: number): string {
  const issuedAt = Math.floor(date / 1000)
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = part({ typ: 'JWT', alg: 'PS256', kid: key.id })
  const claims = part({ iss: key.serviceAccountId, aud: audience, iat: issuedAt, exp: issuedAt + JWT_SECONDS })
  const signature = sign('sha256', Buffer.from(`${header}.${claims}`), {
    key: key.privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 32,
  })
  return `${header}.${claims}.${signature.toString('base64url')}`
}
