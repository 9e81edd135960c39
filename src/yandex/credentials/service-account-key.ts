import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { ActionError } from '../../base/errors.ts'

/** How a key gets into the secret. */
export const KEY_ADVICE =
  'Make a key with `yc iam key create --service-account-id SERVICE_ACCOUNT_ID -o key.json` and store the whole file, as it is, in the secret that yc-sa-json-credentials reads: `gh secret set NAME < key.json`, with `--env ENVIRONMENT` for a secret of an environment.'

/** An authorized key of a service account. */
export interface ServiceAccountKey {
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
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw invalid('it is not a JSON object')
  const other = otherKey({ ...parsed })
  if (other !== undefined) throw invalid(other)
  return { ...parsed }
}

/** Fields by which other JSON that people store as "the key" is known. */
const OTHER_KEYS: readonly (readonly [field: string, what: string])[] = [
  ['api_key', 'it is an API key (`yc iam api-key create`), which cannot get IAM tokens'],
  ['access_key', 'it is a static access key (`yc iam access-key create`), which is for object storage'],
  ['private_key_id', 'it is the service account key of Google Cloud'],
  ['AccessKeyId', 'it is an access key of AWS'],
  ['clientSecret', 'it is a credential of Azure'],
  ['iam_token', 'it is an IAM token, which goes into yc-iam-token'],
]

function otherKey(fields: Readonly<Record<string, unknown>>): string | undefined {
  if (fields['service_account_id'] !== undefined && fields['private_key'] !== undefined) return undefined
  return OTHER_KEYS.find(([field]) => fields[field] !== undefined)?.[1]
}

function whatElse(text: string): string {
  if (/^['"`]/u.test(text)) return 'it is wrapped in quotes'
  if (text.startsWith('{\\')) return 'its quotes or line breaks are escaped by backslashes'
  if (isJsonInBase64(text)) return 'it is base64, not the JSON itself'
  if (text.startsWith('-----BEGIN')) return 'it is a bare PEM, not the JSON that holds it'
  if (text.startsWith('{')) return 'its JSON is broken or cut off (line breaks inside private_key must be written \\n)'
  if (/^(?:\$\{?\w+\}?|%\w+%)$/u.test(text)) return 'it is the name of a variable, which nothing expands here'
  if (/^t1\.[\w.-]+$/u.test(text)) return 'it is an IAM token, which goes into yc-iam-token'
  if (/^AQVN[\w-]+$/u.test(text)) return 'it is the secret of an API key, which cannot get IAM tokens'
  if (/^y[0-3]_[\w-]+$/u.test(text)) return 'it is an OAuth token'
  if (/^[^\n{]{1,300}\.json$/iu.test(text)) return 'it is the path of a file; the text of the file is needed'
  return 'it is not JSON'
}

/** As UTF-8 or UTF-16, with or without a byte order mark. */
function isJsonInBase64(text: string): boolean {
  if (!/^[A-Za-z0-9+/_=\s-]+$/u.test(text)) return false
  const bytes = Buffer.from(text, 'base64')
  return bytes
    .subarray(0, 8)
    .toString('latin1')
    .replaceAll(/[\0\s\u{ef}\u{bb}\u{bf}\u{fe}\u{ff}]/gu, '')
    .startsWith('{')
}

function textIn(fields: Record<string, unknown>, name: string): string {
  const value = fields[name]
  if (value === undefined) throw invalid(`the field ${name} is missing`)
  if (typeof value !== 'string' || value.trim() === '') throw invalid(`the field ${name} is not text, or is empty`)
  if (name !== 'private_key' && !/^[A-Za-z0-9_-]{1,64}$/u.test(value)) throw invalid(`the field ${name} is not an ID`)
  return value
}

function privateKeyFrom(pem: string): KeyObject {
  if (!pem.includes('-----BEGIN')) throw invalid('the field private_key does not hold a PEM (there is no BEGIN line)')
  if (!pem.includes('\n')) throw invalid('the line breaks of the field private_key are gone, or doubled to \\\\n')
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw invalid(
      isPublic(pem)
        ? 'the field private_key holds a public key or a certificate'
        : 'the field private_key holds a PEM that is damaged or encrypted',
    )
  }
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw invalid('the field private_key does not hold an RSA key of 2048 bits or more')
  return key
}

function isPublic(pem: string): boolean {
  try {
    return createPublicKey(pem).type === 'public'
  } catch {
    return false
  }
}

function invalid(what: string): ActionError {
  return new ActionError('SERVICE_ACCOUNT_KEY_INVALID', `yc-sa-json-credentials is not an authorized key: ${what}.`, {
    hint: KEY_ADVICE,
  })
}
