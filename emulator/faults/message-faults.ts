/** Faults that are a complete HTTP message. */
import { encode } from '../server/answer.ts'
import type { Fault, FaultKind } from './faults.ts'
import { googleStatus, nameOfStatus } from '../yandex/google-status.ts'
import type { EmulatedResponse } from '../server/wire.ts'
import type { ServiceName } from '../server/service-name.ts'

const PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Corporate portal</h1></body></html>\n'
const JSON_TYPE = { 'content-type': 'application/json' }

function swapTypes(value: unknown): unknown {
  if (typeof value === 'string') return value.length
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return Object.fromEntries(value.map((item, index) => [index, swapTypes(item)]))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, swapTypes(item)]))
  return 0
}

/** `answer` with the fields that it has replaced by those of `values`. */
function replaceFields(answer: EmulatedResponse, values: Readonly<Record<string, string>>): EmulatedResponse {
  if (typeof answer.json !== 'object' || answer.json === null) return answer
  const entries = Object.entries(answer.json).map(([name, value]) => [name, values[name] ?? (value as unknown)])
  return { ...answer, json: Object.fromEntries(entries) }
}

type ErrorShape = (status: number, message: string) => EmulatedResponse

const plainError: ErrorShape = (status, message) => ({ status, body: message })
const githubError: ErrorShape = (status, message) => ({
  status,
  json: { message, documentation_url: 'https://docs.github.com/rest' },
})
/** Distribution specification, "Error codes". */
const registryError: ErrorShape = (status, message) => ({
  status,
  json: { errors: [{ code: status === 401 ? 'UNAUTHORIZED' : 'UNKNOWN', message }] },
})
const googleError: ErrorShape = (status, message) => ({ ...googleStatus(nameOfStatus(status), message), status })

const ERROR_SHAPES: Readonly<Record<ServiceName, ErrorShape>> = {
  kms: googleError,
  'kms-crypto': googleError,
  iam: googleError,
  discovery: googleError,
  metadata: plainError,
  oidc: plainError,
  blobs: plainError,
  exchange: (status, message) => ({ status, json: { error: 'server_error', error_description: message } }),
  artifacts: (status, message) => ({ status, json: { code: 'internal', msg: message } }),
  github: githubError,
  uploads: githubError,
  registry: registryError,
  'registry-auth': registryError,
  'registry-store': plainError,
}

/** The error of a status as `service` words it. */
function errorOf(service: ServiceName, status: number): EmulatedResponse {
  return ERROR_SHAPES[service](status, `The emulator was told to answer ${status}`)
}

function statusFault(service: ServiceName, fault: Extract<Fault, { kind: 'status' }>): EmulatedResponse {
  const base = errorOf(service, fault.status)
  const headers: Record<string, string> = { ...base.headers, ...fault.headers }
  if (fault.retryAfter !== undefined)
    headers['retry-after'] = fault.retryAfterDate
      ? new Date(Date.now() + fault.retryAfter * 1000).toUTCString()
      : String(fault.retryAfter)
  if (fault.body === undefined) return { ...base, headers }
  if (typeof fault.body === 'string') return { status: fault.status, headers, body: fault.body }
  return { status: fault.status, headers, json: fault.body }
}

const itself = (right: EmulatedResponse): EmulatedResponse => right

/** What becomes of the right answer, for the faults that have no settings. */
const SPOILED: Partial<Readonly<Record<FaultKind, (right: EmulatedResponse) => EmulatedResponse>>> = {
  html: () => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE }),
  empty: () => ({ status: 200, headers: JSON_TYPE, body: '' }),
  'truncated-json': (right) => {
    const { body } = encode(right)
    return { status: right.status, headers: JSON_TYPE, body: body.subarray(0, body.length >> 1) }
  },
  'wrong-types': (right) => ({ ...right, json: swapTypes(right.json ?? {}) }),
  'wrong-key-id': (right) => replaceFields(right, { keyId: 'abjsomebodyelseskey0', id: 'abjsomebodyelseskey0' }),
  'bad-base64': (right) => replaceFields(right, { signature: 'AAA?not*base64=', publicKey: 'not a key' }),
  'empty-signature': (right) => replaceFields(right, { signature: '', publicKey: '' }),
  // The service itself answered wrongly: its answer goes out as it is.
  'other-digest': itself,
  'other-key': itself,
  starter: itself,
}

/** The message of a fault, or `undefined` for those of the connection. `right` is what would have been answered. */
export function faultMessage(
  service: ServiceName,
  fault: Fault,
  right: EmulatedResponse,
): EmulatedResponse | undefined {
  if (fault.kind === 'status') return statusFault(service, fault)
  if (fault.kind === 'unauthenticated') return errorOf(service, 401)
  if (fault.kind === 'redirect') return { status: 307, headers: { location: fault.to }, body: '' }
  return SPOILED[fault.kind]?.(right)
}
