/** Manifests, indexes and referrers of a registry. */
import { type EmulatedRequest, type EmulatedResponse, jsonObject } from '../server/wire.ts'
import { registryError } from './registry-errors.ts'
import { digestOf, type RegistryState, type StoredRepository } from './registry-state.ts'

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const DIGEST = /^sha256:[0-9a-f]{64}$/
const LARGEST = 4 * 1024 * 1024
const INDEX = 'application/vnd.oci.image.index.v1+json'
const TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  INDEX,
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]

interface WireDescriptor {
  readonly digest?: unknown
  readonly mediaType?: unknown
}

export function getManifest(
  state: RegistryState,
  name: string,
  reference: string,
  request: EmulatedRequest,
): EmulatedResponse {
  const found = state.find(name, reference)
  if (found === undefined) {
    return state.repositories.has(name)
      ? registryError('MANIFEST_UNKNOWN', 'manifest unknown')
      : registryError('NAME_UNKNOWN', 'repository name not known to registry')
  }
  // As docker's registry does it: what the client does not name in Accept is not there for it.
  if (!(request.headers.accept ?? '').split(/,\s*/).includes(found.mediaType))
    return registryError('MANIFEST_UNKNOWN', 'manifest found, but accept header does not support it')
  const headers = { 'content-type': found.mediaType, 'docker-content-digest': found.digest }
  return { status: 200, headers, body: found.bytes }
}

/** What is wrong with a manifest, or `undefined`. */
function faultOf(stored: StoredRepository, mediaType: string, fields: Record<string, unknown>): string | undefined {
  if (!TYPES.includes(mediaType)) return `media type ${mediaType} is not supported`
  if (fields['schemaVersion'] !== 2) return 'schemaVersion is not 2'
  if (fields['mediaType'] !== mediaType) return 'mediaType is not that of Content-Type'
  const isList = mediaType.includes('index') || mediaType.includes('list')
  const parts = isList
    ? fields['manifests']
    : [fields['config'], ...((fields['layers'] as unknown[] | undefined) ?? [])]
  if (!Array.isArray(parts)) return 'no list of contents'
  for (const part of parts as (WireDescriptor | undefined)[]) {
    const { digest, mediaType: type } = part ?? {}
    if (typeof digest !== 'string' || typeof type !== 'string') return 'a descriptor lacks digest or mediaType'
    if (!isList && !stored.blobs.has(digest)) return `blob unknown: ${digest}`
    if (isList && !stored.manifests.has(digest)) return `manifest unknown: ${digest}`
  }
  return undefined
}

export function putManifest(
  state: RegistryState,
  name: string,
  reference: string,
  request: EmulatedRequest,
): EmulatedResponse {
  const digest = digestOf(request.body)
  if (request.body.length > LARGEST) return registryError('SIZE_INVALID', 'manifest is larger than 4 MiB')
  if (!TAG.test(reference) && !DIGEST.test(reference)) return registryError('MANIFEST_INVALID', 'invalid tag')
  if (reference.includes(':') && reference !== digest)
    return registryError('DIGEST_INVALID', 'provided digest did not match uploaded content')
  const fields = jsonObject(request.body)
  const mediaType = request.headers['content-type'] ?? ''
  const stored = state.repository(name)
  const fault = fields === undefined ? 'not JSON' : faultOf(stored, mediaType, fields)
  if (fault !== undefined)
    return registryError(fault.startsWith('blob') ? 'MANIFEST_BLOB_UNKNOWN' : 'MANIFEST_INVALID', fault)
  stored.manifests.set(digest, { mediaType, bytes: request.body })
  if (!reference.includes(':')) stored.tags.set(reference, digest)
  state.afterPush?.(name, reference)
  const subject = (fields?.['subject'] as WireDescriptor | undefined)?.digest
  const confirmed = state.hasReferrers && state.confirmsSubject && typeof subject === 'string'
  const headers = { location: `/v2/${name}/manifests/${digest}`, 'docker-content-digest': digest }
  return { status: 201, headers: confirmed ? { ...headers, 'oci-subject': subject } : headers }
}

/** The specification's descriptor of a manifest that refers to `subject`, or nothing. */
function referrer(digest: string, mediaType: string, bytes: Buffer, subject: string): object | undefined {
  const fields = jsonObject(bytes)
  if ((fields?.['subject'] as WireDescriptor | undefined)?.digest !== subject) return undefined
  const artifactType = fields?.['artifactType'] ?? (fields?.['config'] as WireDescriptor | undefined)?.mediaType
  return { mediaType, digest, size: bytes.length, artifactType, annotations: fields?.['annotations'] }
}

export function listReferrers(
  state: RegistryState,
  name: string,
  subject: string,
  request: EmulatedRequest,
): EmulatedResponse {
  if (!state.hasReferrers) return { status: 404, body: '404 page not found\n' }
  if (!DIGEST.test(subject)) return registryError('DIGEST_INVALID', 'not a digest')
  const all = [...(state.repositories.get(name)?.manifests ?? [])].flatMap(([digest, { mediaType, bytes }]) => {
    const found = referrer(digest, mediaType, bytes, subject)
    return found === undefined ? [] : [found]
  })
  const start = Number(request.query.get('from') ?? 0)
  const size = state.pageSize === 0 ? all.length : state.pageSize
  const manifests = all.slice(start, start + size)
  const rest: Record<string, string> =
    start + size < all.length ? { link: `</v2/${name}/referrers/${subject}?from=${start + size}>; rel="next"` } : {}
  const body = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests })
  return { status: 200, headers: { 'content-type': INDEX, ...rest }, body }
}
