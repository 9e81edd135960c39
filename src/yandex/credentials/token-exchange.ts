import { ActionError } from '../../base/errors.ts'
import { parseObject } from '../../http/retry.ts'
import { printable } from '../../base/log.ts'
import type { CredentialContext, IssuedToken } from './types.ts'
import { askYandex, type YandexAnswer } from '../request.ts'
import { subjectAdvice, type Claims } from './subject-advice.ts'
import { expiryIn, objectOf, reasonIn, tokenIn, unexpected } from './issued.ts'

const SERVICE = "Yandex Cloud's token exchange"

/**
 * Exchanges an OIDC token for an IAM token (RFC 8693). Source: "Workload identity federations" of Yandex IAM.
 * @param jwt three parts of base64url
 * @throws ActionError TOKEN_EXCHANGE_REFUSED, INVALID_INPUT, INVALID_RESPONSE, those of the client
 */
export async function exchangeToken(
  jwt: string,
  serviceAccountId: string,
  { http, endpoints, mask }: CredentialContext,
): Promise<IssuedToken> {
  const { tokenExchange } = await endpoints
  if (tokenExchange === undefined)
    throw new ActionError('INVALID_INPUT', 'With another api-endpoint, the OIDC token goes nowhere by default.', {
      hint: 'Set token-endpoint to the full URL of the token exchange of that installation.',
    })
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    audience: serviceAccountId,
    subject_token: jwt,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
  })
  const response = await askYandex(http, {
    service: SERVICE,
    method: 'POST',
    url: tokenExchange,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
  })
  if (response.status >= 400) throw refused(response, jwt, serviceAccountId)
  const fields = objectOf(response, SERVICE)
  const token = tokenIn(fields, 'access_token', { response, service: SERVICE, mask })
  const type = fields['token_type']
  if (type !== undefined && (typeof type !== 'string' || type.toLowerCase() !== 'bearer'))
    throw unexpected(response, SERVICE, 'answered with a token_type that is not Bearer')
  return { token, expiresAt: expiryIn(fields, response, SERVICE) }
}

function refused(response: YandexAnswer, jwt: string, serviceAccountId: string): ActionError {
  const claims = claimsOf(jwt)
  const told = `issuer ${printable(claims.iss)}, audience ${printable(claims.aud)}, subject ${printable(claims.sub)}`
  return new ActionError(
    'TOKEN_EXCHANGE_REFUSED',
    `${SERVICE} refused the job's OIDC token: ${reasonIn(response)}. The token has ${told}.`,
    {
      hint: isPage(response)
        ? `${inBetween(response)}\n${subjectAdvice(claims, serviceAccountId)}`
        : subjectAdvice(claims, serviceAccountId),
    },
  )
}

/** The service answers in JSON or in a few words; a page is somebody else's. */
function isPage({ headers }: YandexAnswer): boolean {
  return /\bhtml\b/iu.test(headers['content-type'] ?? '')
}

function inBetween({ host }: YandexAnswer): string {
  return `A page is not the answer of Yandex Cloud: something between the runner and ${printable(host)}, such as a proxy or an egress filter, has probably refused. Allow HTTPS to that host, and run the job again. If nothing stands in between:`
}

/** What the token says of itself. It was not verified here: for messages only. */
function claimsOf(jwt: string): Claims {
  const payload = parseObject(Buffer.from(jwt.split('.')[1] ?? '', 'base64url')) ?? {}
  const text = (name: string): string => {
    const value = payload[name]
    if (Array.isArray(value)) return value.map(String).join(', ')
    return typeof value === 'string' && value !== '' ? value : '(none)'
  }
  return { iss: text('iss'), aud: text('aud'), sub: text('sub') }
}
