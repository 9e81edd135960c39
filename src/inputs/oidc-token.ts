import type { InputReader } from './input-reader.ts'

const EXAMPLE = '`oidc-token: ${{ tokens.YC.id_token }}`, or the variable that the CI puts its ID token into'

/**
 * Reads the input `oidc-token`: a JWT (RFC 7519) in its compact form that has not expired. Who issued it, and whether
 * its signature is right, is for the service to say. Faults go to `reader`, and never repeat any of it.
 */
export function readOidcToken(reader: InputReader): string | undefined {
  const token = reader.optional('oidc-token')
  if (token === undefined) return undefined
  const fault = faultOf(token)
  if (fault === undefined) return token
  reader.fault('oidc-token', fault, EXAMPLE)
  return undefined
}

function faultOf(token: string): string | undefined {
  const [header, payload] = partsOf(token) ?? []
  const claims = objectIn(payload)
  if (objectIn(header) === undefined || claims === undefined) return 'is not a JWT (its value is not shown)'
  const { exp } = claims
  if (exp === undefined || (typeof exp === 'number' && exp * 1000 > Date.now())) return undefined
  if (typeof exp !== 'number') return 'is a JWT whose exp is not a number'
  const at = new Date(exp * 1000)
  const when = Number.isNaN(at.valueOf()) ? 'long ago' : `at ${at.toISOString()}`
  return `expired ${when}: get it in the same job, right before this step`
}

/** Three parts of base64url (RFC 7515, 7.1). */
function partsOf(token: string): readonly string[] | undefined {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/u.test(token) ? token.split('.') : undefined
}

function objectIn(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
