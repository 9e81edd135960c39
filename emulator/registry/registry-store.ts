/** A store of another host, which signed URLs lead to: it refuses whoever brings the registry's login along. */
import type { EmulatedRequest, EmulatedResponse, Service } from '../server/wire.ts'
import { takeBlob } from './registry-blobs.ts'
import type { RegistryState } from './registry-state.ts'

const FORBIDDEN: EmulatedResponse = {
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: '<?xml version="1.0" encoding="utf-8"?><Error><Code>AccessDenied</Code></Error>',
}

function isSigned(state: RegistryState, request: EmulatedRequest): boolean {
  return request.headers.authorization === undefined && request.query.get('sig') === state.storeSignature
}

export function registryStoreService(state: RegistryState): Service {
  return {
    name: 'registry-store',
    routes: [
      {
        call: 'StoreUpload',
        method: 'PUT',
        path: /^\/uploads\/([^/]+)$/,
        handle: (request) =>
          isSigned(state, request)
            ? takeBlob(state, { request, id: request.params[0] ?? '', digest: request.query.get('digest') ?? '' })
            : FORBIDDEN,
      },
      {
        call: 'StoreDownload',
        method: 'GET',
        path: /^\/blobs\/(.+)\/(sha256:[0-9a-f]{64})$/,
        handle: (request) => {
          const [name = '', digest = ''] = request.params
          const body = state.repositories.get(name)?.blobs.get(digest)
          return isSigned(state, request) && body !== undefined ? { status: 200, body } : FORBIDDEN
        },
      },
    ],
    otherwise: () => ({ status: 404, body: 'Not Found\n' }),
  }
}
