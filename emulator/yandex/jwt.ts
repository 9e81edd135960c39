/** JSON Web Tokens (RFC 7519, RFC 7515 compact form): making and taking apart, without judging claims. */
import { constants, type KeyObject, sign, verify } from 'node:crypto'

export interface ParsedJwt {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  readonly signed: Buffer
  readonly signature: Buffer
}

function segment(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decodeSegment(text: string): Record<string, unknown> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** The parts of `token`, or `undefined` where it is no JWT. */
export function parseJwt(token: unknown): ParsedJwt | undefined {
  if (typeof token !== 'string') return undefined
  const [head, body, tail, ...more] = token.split('.')
  if (head === undefined || body === undefined || tail === undefined || more.length > 0) return undefined
  const header = decodeSegment(head)
  const claims = decodeSegment(body)
  if (header === undefined || claims === undefined || !/^[A-Za-z0-9_-]+$/.test(tail)) return undefined
  return { header, claims, signed: Buffer.from(`${head}.${body}`), signature: Buffer.from(tail, 'base64url') }
}

/** Whether the signature is PS256 (salt of 32 bytes) by `key`. */
export function verifiesPs256(jwt: ParsedJwt, key: KeyObject): boolean {
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  return verify('sha256', jwt.signed, options, jwt.signature)
}

/** Whether the signature is RS256 by `key`. */
export function verifiesRs256(jwt: ParsedJwt, key: KeyObject): boolean {
  return verify('sha256', jwt.signed, key, jwt.signature)
}

/** A token of `claims`, signed with RS256 under `kid`. */
export function signRs256(claims: Readonly<Record<string, unknown>>, key: KeyObject, kid: string): string {
  const head = `${segment({ typ: 'JWT', alg: 'RS256', kid })}.${segment(claims)}`
  return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`
}
