/** Errors as the distribution specification has them ("Error codes"). */
import type { EmulatedResponse } from '../server/wire.ts'

const STATUS = {
  BLOB_UNKNOWN: 404,
  BLOB_UPLOAD_INVALID: 400,
  BLOB_UPLOAD_UNKNOWN: 404,
  DENIED: 403,
  DIGEST_INVALID: 400,
  MANIFEST_BLOB_UNKNOWN: 400,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
  NAME_INVALID: 400,
  NAME_UNKNOWN: 404,
  SIZE_INVALID: 413,
  UNAUTHORIZED: 401,
  UNSUPPORTED: 405,
} as const

export function registryError(code: keyof typeof STATUS, message: string): EmulatedResponse {
  return { status: STATUS[code], json: { errors: [{ code, message }] } }
}
