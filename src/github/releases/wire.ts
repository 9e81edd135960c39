import { ActionError } from '../../base/errors.ts'
import type { ReleaseAsset, Release } from './types.ts'
import type { HttpResponse } from '../../http/types.ts'

type Fields = Readonly<Record<string, unknown>>

/** An answer's body as JSON. @throws ActionError INVALID_RESPONSE */
export function jsonOf(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.body.toString('utf8'))
  } catch (cause) {
    throw malformed('it is not JSON', cause)
  }
}

/** The items of a list. @throws ActionError INVALID_RESPONSE */
export function readList<T>(json: unknown, read: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(json)) throw malformed('a list was expected')
  return json.map(read)
}

/** A release. @throws ActionError INVALID_RESPONSE */
export function readRelease(json: unknown): Release {
  const fields = fieldsOf(json)
  return {
    id: integer(fields, 'id'),
    tag: text(fields, 'tag_name'),
    title: typeof fields['name'] === 'string' ? fields['name'] : '',
    draft: fields['draft'] === true,
    immutable: fields['immutable'] === true,
    uploadUrl: url(text(fields, 'upload_url').replace(/\{[^}]*\}$/u, ''), 'upload_url'),
    htmlUrl: typeof fields['html_url'] === 'string' ? fields['html_url'] : '',
    createdAt: typeof fields['created_at'] === 'string' ? fields['created_at'] : '',
  }
}

/** An asset. @param now GitHub's time, in ms since the epoch; NaN where it is not known @throws ActionError INVALID_RESPONSE */
export function readAsset(json: unknown, now = NaN): ReleaseAsset {
  const fields = fieldsOf(json)
  const digest = typeof fields['digest'] === 'string' ? fields['digest'] : ''
  const age = now - Date.parse(typeof fields['created_at'] === 'string' ? fields['created_at'] : '')
  return {
    id: integer(fields, 'id'),
    name: text(fields, 'name'),
    complete: text(fields, 'state') === 'uploaded',
    ageMs: Number.isNaN(age) ? undefined : Math.max(0, age),
    size: integer(fields, 'size'),
    sha256: /^sha256:([0-9a-f]{64})$/u.exec(digest)?.[1],
    url: webUrl(fields['browser_download_url']),
  }
}

/**
 * Whether the token may be sent to the upload host that an answer names: the API's own host
 * (`https://HOST/api/uploads`), or `uploads.` of its domain (`api.github.com` → `uploads.github.com`).
 */
export function isTrustedUploadHost(upload: URL, apiUrl: string): boolean {
  const api = new URL(apiUrl)
  if (upload.protocol !== api.protocol || upload.username !== '' || upload.password !== '') return false
  // On loopback, where only tests are, the two have ports of their own.
  if (upload.hostname === api.hostname) return upload.port === api.port || api.protocol === 'http:'
  return upload.port === api.port && upload.hostname === `uploads.${api.hostname.replace(/^api\./u, '')}`
}

/** What GitHub says of a refusal: its words, and of its `errors` the codes and fields. */
interface Refusal {
  readonly message: string
  readonly codes: readonly string[]
  readonly fields: readonly string[]
}

/** GitHub's own words about a refusal, and the codes of its `errors`; from outside, not printable yet. */
export function refusalOf(response: HttpResponse): Refusal {
  let parsed: unknown
  try {
    parsed = JSON.parse(response.body.toString('utf8'))
  } catch {
    return { message: '', codes: [], fields: [] }
  }
  if (!isFields(parsed)) return { message: '', codes: [], fields: [] }
  const errors: readonly unknown[] = Array.isArray(parsed['errors']) ? parsed['errors'] : []
  const all = (name: string): readonly string[] =>
    errors.flatMap((error) => (isFields(error) && typeof error[name] === 'string' ? [error[name]] : []))
  const message = typeof parsed['message'] === 'string' ? parsed['message'] : ''
  const parts = [message, ...errors.filter((error) => typeof error === 'string'), ...all('message')]
  return { message: parts.filter((part) => part !== '').join(': '), codes: all('code'), fields: all('field') }
}

function fieldsOf(json: unknown): Fields {
  if (!isFields(json)) throw malformed('an object was expected')
  return json
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '') throw malformed(`its field ${name} is not text`)
  return value
}

function integer(fields: Fields, name: string): number {
  const value = fields[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw malformed(`its field ${name} is not a number`)
  }
  return value
}

function url(value: string, name: string): string {
  if (!URL.canParse(value)) throw malformed(`its field ${name} is not a URL`)
  return value
}

/** As a browser would ask for it, which leaves no line break in it; empty where it is none. */
function webUrl(value: unknown): string {
  const parsed = typeof value === 'string' ? URL.parse(value) : null
  return parsed !== null && /^https?:$/u.test(parsed.protocol) ? parsed.href : ''
}

function malformed(what: string, cause?: unknown): ActionError {
  return new ActionError('INVALID_RESPONSE', `GitHub's release API gave an answer that it does not promise: ${what}.`, {
    hint: 'Check that GITHUB_API_URL is the address of GitHub’s API (other servers’ release APIs are not known here), and that no proxy or login page stands between the runner and GitHub.',
    cause,
  })
}
