import { printable } from './log.ts'

/** The codes of docs/troubleshooting.md: each is the title of the annotation that a failing run shows. */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'UNTRUSTED_EVENT'
  | 'NO_FILES'
  | 'TOO_MANY_FILES'
  | 'FILE_UNREADABLE'
  | 'CHECKSUMS_INVALID'
  | 'OUTPUT_EXISTS'
  | 'ASSET_NAME_CONFLICT'
  | 'UNSUPPORTED_FORMAT'
  | 'UNSAFE_FILE'
  | 'FILE_CHANGED'
  | 'ID_TOKEN_UNAVAILABLE'
  | 'TOKEN_EXCHANGE_REFUSED'
  | 'SERVICE_ACCOUNT_KEY_INVALID'
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'KEY_NOT_FOUND'
  | 'KEY_NOT_ACTIVE'
  | 'KEY_MISMATCH'
  | 'UNSUPPORTED_ALGORITHM'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INVALID_RESPONSE'
  | 'WRITE_FAILED'
  | 'SIGNATURE_INVALID'
  | 'RELEASE_NOT_FOUND'
  | 'RELEASE_FORBIDDEN'
  | 'RELEASE_IMMUTABLE'
  | 'RELEASE_FULL'
  | 'ASSET_EXISTS'
  | 'ARTIFACT_UPLOAD_FAILED'
  | 'RELEASE_UPLOAD_FAILED'
  | 'IMAGE_NOT_FOUND'
  | 'REGISTRY_REFUSED'
  | 'REGISTRY_UPLOAD_FAILED'
  | 'SIGNATURE_MISSING'
  | 'CHECKSUM_MISMATCH'
  | 'POLICY_VIOLATION'
  | 'OUTPUT_FAILED'
  | 'UNSUPPORTED_RUNTIME'
  | 'TIMED_OUT'
  | 'CANCELLED'
  | 'INTERNAL_ERROR'

/**
 * The only error that a stage throws on purpose.
 * `message` says what happened, `hint` what the reader does about it; neither ever holds a secret.
 */
export class ActionError extends Error {
  override readonly name = 'ActionError'
  readonly code: ErrorCode
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: { hint?: string | undefined; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.hint = options.hint
  }
}

/** The message of anything that was thrown; Node's own name the path as it is, so it is not printable yet. */
export function messageOf(thrown: unknown): string {
  if (Error.isError(thrown)) return thrown.message
  return String(thrown)
}

/** Node's error code (`ENOENT`, `ECONNRESET`, …) of anything that was thrown, or `undefined`. */
export function systemCodeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined
  return typeof thrown.code === 'string' ? thrown.code : undefined
}

/** `error` as an `ActionError`: itself, or wrapped as one of `code` with `what`, printable, in front of its message. */
export function asActionError(thrown: unknown, code: ErrorCode, what: string): ActionError {
  if (thrown instanceof ActionError) return thrown
  return new ActionError(code, `${what}: ${printable(messageOf(thrown))}`, { cause: thrown })
}
