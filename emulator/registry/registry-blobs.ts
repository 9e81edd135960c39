/** Blobs of a registry: uploads as a whole, by one request or two, and downloads. */
import { secret } from '../crypto/random.ts'
import type { EmulatedRequest, EmulatedResponse } from '../server/wire.ts'
import { registryError } from './registry-errors.ts'
import { digestOf, type RegistryState } from './registry-state.ts'

/** Where a registry's own URLs and those of its store begin. */
export interface Places {
  readonly own: string
  readonly store: string
}

/** Takes the bytes of an upload that was begun; each is good for one blob. */
export function takeBlob(
  state: RegistryState,
  { request, id, digest }: { readonly request: EmulatedRequest; readonly id: string; readonly digest: string },
): EmulatedResponse {
  const repository = state.uploads.get(id)
  if (repository === undefined) return registryError('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry')
  state.uploads.delete(id)
  return storeBlob(state, repository, digest, request)
}

function storeBlob(state: RegistryState, name: string, digest: string, request: EmulatedRequest): EmulatedResponse {
  if ((request.headers['content-type'] ?? '') !== 'application/octet-stream')
    return registryError('BLOB_UPLOAD_INVALID', 'Content-Type must be application/octet-stream')
  if (digestOf(request.body) !== digest)
    return registryError('DIGEST_INVALID', 'provided digest did not match uploaded content')
  state.repository(name).blobs.set(digest, request.body)
  return { status: 201, headers: { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest } }
}

export function startUpload(state: RegistryState, name: string, places: Places): EmulatedResponse {
  const id = secret(16)
  state.uploads.set(id, name)
  // The state of an upload is in the query of real registries, and has to be sent back as it is.
  const location = state.uploadsToStore
    ? `${places.store}/uploads/${id}?sig=${state.storeSignature}`
    : `/v2/${name}/blobs/uploads/${id}?_state=${encodeURIComponent(`${id}==`)}`
  return { status: 202, headers: { location, range: '0-0', 'docker-upload-uuid': id } }
}

export function finishUpload(state: RegistryState, id: string, request: EmulatedRequest): EmulatedResponse {
  if (request.query.get('_state') !== `${id}==`)
    return registryError('BLOB_UPLOAD_INVALID', '_state is not that of the upload')
  return takeBlob(state, { request, id, digest: request.query.get('digest') ?? '' })
}

export function cancelUpload(state: RegistryState, id: string): EmulatedResponse {
  return state.uploads.delete(id)
    ? { status: 204 }
    : registryError('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry')
}

export function getBlob(state: RegistryState, name: string, digest: string, places: Places): EmulatedResponse {
  const bytes = state.repositories.get(name)?.blobs.get(digest)
  if (bytes === undefined) return registryError('BLOB_UNKNOWN', 'blob unknown to registry')
  if (!state.downloadsFromStore)
    return {
      status: 200,
      headers: { 'docker-content-digest': digest, 'content-type': 'application/octet-stream' },
      body: bytes,
    }
  return { status: 307, headers: { location: `${places.store}/blobs/${name}/${digest}?sig=${state.storeSignature}` } }
}
