import { constants, createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto'
import { ActionError } from '../../base/errors.ts'
import type { CredentialContext, TokenSource, IssuedToken } from './types.ts'
import { expiryAt, objectOf, reasonIn, tokenIn } from './issued.ts'

const SERVICE = 'Yandex IAM'
/** The service takes an hour at most; the JWT is used at once. */
const JWT_SECONDS = 600
const HINT =
  'Make a key with `yc iam key create --service-account-id SERVICE_ACCOUNT_ID -o key.json` and store the file as it is: `gh secret set YC_SA_JSON_CREDENTIALS < key.json`.'

/** An authorized key of a service account. */
interface ServiceAccountKey {
  readonly id: string
  readonly serviceAccountId: string
  /** RSA, 2048 bits at least. */
  readonly privateKey: KeyObject
  /** What must not be seen: the lines of the private key. */
  readonly secrets: readonly string[]
}

/**
 * Reads the JSON of `yc iam key create`. Nothing of the text gets into a message.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID
 */
export function parseServiceAccountKey(json: string): ServiceAccountKey {
  const fields = fieldsOf(json.trim())
  if (fields['service_account_id'] === undefined && fields['user_account_id'] !== undefined)
    throw invalid('it is the key of a user account (user_account_id), not of a service account')
  const id = textIn(fields, 'id')
  const serviceAccountId = textIn(fields, 'service_account_id')
  const pem = textIn(fields, 'private_key')
  const lines = pem.split(/\r?\n|\\n/u).map((line) => line.trim())
  const secrets = lines.filter((line) => line.length >= 8 && !line.startsWith('-----') && !line.startsWith('PLEASE '))
  return {
    id,
    serviceAccountId,
    privateKey: privateKeyFrom(pem),
    secrets: [...secrets, JSON.stringify(pem).slice(1, -1)],
  }
}

function fieldsOf(json: string): Record<string, unknown> {
  if (json === '') throw invalid('it is empty')
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    throw invalid(whatElse(json)) // the parser's own message quotes the text
  }
  if (typeof parsed === 'string') throw invalid('it is wrapped in quotes')
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
  throw invalid('it is no JSON object')
}

function whatElse(text: string): string {
  if (/^['"`]/u.test(text)) return 'it is wrapped in quotes'
  if (text.startsWith('{\\')) return 'its quotes or line breaks are escaped by backslashes'
  if (/^[A-Za-z0-9+/=\s]+$/u.test(text) && Buffer.from(text, 'base64').toString('latin1').trimStart().startsWith('{'))
    return 'it is base64, not the JSON itself'
  if (text.startsWith('-----BEGIN')) return 'it is a bare PEM, not the JSON that holds it'
  if (text.startsWith('{')) return 'its JSON is broken or cut off (line breaks inside private_key must be written \\n)'
  return 'it is no JSON'
}

function textIn(fields: Record<string, unknown>, name: string): string {
  const value = fields[name]
  if (value === undefined) throw invalid(`the field ${name} is missing`)
  if (typeof value !== 'string' || value.trim() === '') throw invalid(`the field ${name} is no text, or empty`)
  if (name !== 'private_key' && !/^[A-Za-z0-9_-]{1,64}$/u.test(value)) throw invalid(`the field ${name} is no id`)
  return value
}

function privateKeyFrom(pem: string): KeyObject {
  if (!pem.includes('-----BEGIN')) throw invalid('the field private_key holds no PEM (no BEGIN line)')
  if (!pem.includes('\n')) throw invalid('the line breaks of the field private_key are gone, or doubled to \\\\n')
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw invalid('the field private_key holds a PEM that is damaged or encrypted')
  }
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw invalid('the field private_key holds no RSA key of 2048 bits or more')
  return key
}

function invalid(what: string): ActionError {
  return new ActionError('SERVICE_ACCOUNT_KEY_INVALID', `yc-sa-json-credentials is no authorized key: ${what}.`, {
    hint: HINT,
  })
}

/**
 * Tokens for a JWT signed with the key (PS256, RFC 7518, 3.5). Source: IAM API, IamToken.Create.
 * @throws ActionError SERVICE_ACCOUNT_KEY_INVALID; from `fetch` UNAUTHENTICATED, INVALID_RESPONSE, those of the client
 */
export function serviceAccountKeySource(json: string, { http, endpoints, mask }: CredentialContext): TokenSource {
  const key = parseServiceAccountKey(json)
  for (const secret of key.secrets) mask(secret)
  const advice = `See that the key ${key.id} still exists: \`yc iam key list --service-account-id ${key.serviceAccountId}\`. ${HINT}`
  return {
    serviceAccountId: key.serviceAccountId,
    advice,
    fetch: async (): Promise<IssuedToken> => {
      const { iam, jwtAudience } = await endpoints
      const jwt = signedJwt(key, jwtAudience)
      mask(jwt)
      const response = await http.request({
        service: SERVICE,
        method: 'POST',
        url: `${iam ?? ''}/iam/v1/tokens`,
        headers: { 'content-type': 'application/json', 'x-client-request-id': randomUUID() },
        body: JSON.stringify({ jwt }),
      })
      if (response.status >= 400)
        throw new ActionError('UNAUTHENTICATED', `${SERVICE} gives no token for the key: ${reasonIn(response)}.`, {
          hint: `${advice} The clock of the runner must be right.`,
        })
      const fields = objectOf(response, SERVICE)
      const token = tokenIn(fields, 'iamToken', { response, service: SERVICE, mask })
      return { token, expiresAt: expiryAt(fields, response, SERVICE) }
    },
  }
}

function signedJwt(key: ServiceAccountKey, audience: string): string {
  const issuedAt = Math.floor(Date.now() / 1000)
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
