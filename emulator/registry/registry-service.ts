/** A container registry: OCI's distribution specification 1.1, as far as images are signed by it. */
import type { EmulatedRequest, EmulatedResponse, Route, Service } from '../server/wire.ts'
import type { ServiceName } from '../server/service-name.ts'
import type { IamState } from '../yandex/iam-state.ts'
import { refusalOf } from './registry-auth.ts'
import { cancelUpload, finishUpload, getBlob, type Places, startUpload } from './registry-blobs.ts'
import { registryError } from './registry-errors.ts'
import { getManifest, listReferrers, putManifest } from './registry-manifests.ts'
import type { RegistryState } from './registry-state.ts'

const NAME = '([a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*)'

type Handler = (name: string, rest: string, request: EmulatedRequest, places: Places) => EmulatedResponse

export function registryService(
  state: RegistryState,
  iam: IamState,
  urlFor: (request: EmulatedRequest, service: ServiceName) => string,
): Service {
  const route = (call: string, method: string, path: string, action: string, handler: Handler): Route => ({
    call,
    method,
    path: new RegExp(`^/v2/${NAME}/${path}$`),
    handle: (request) => {
      const [repository = '', rest = ''] = request.params
      const realm = `${urlFor(request, 'registry-auth')}/token`
      const refusal = refusalOf(state, iam, request, { repository, action, realm })
      if (refusal !== undefined) return refusal
      const places = { own: request.origin, store: urlFor(request, 'registry-store') }
      return handler(repository, rest, request, places)
    },
  })
  const manifest: Handler = (name, reference, request) => getManifest(state, name, reference, request)
  const blob: Handler = (name, digest, _, places) => getBlob(state, name, digest, places)
  return {
    name: 'registry',
    routes: [
      // Its own name, so that faults can hit the image and leave the tags alone.
      route('GetImage', 'GET', 'manifests/(sha256:[0-9a-f]{64})', 'pull', manifest),
      route('GetTag', 'GET', 'manifests/([A-Za-z0-9_][A-Za-z0-9._-]*)', 'pull', manifest),
      route('PutManifest', 'PUT', 'manifests/([^/]+)', 'push', (name, reference, request) =>
        putManifest(state, name, reference, request),
      ),
      route('ListReferrers', 'GET', 'referrers/([^/]+)', 'pull', (name, subject, request) =>
        listReferrers(state, name, subject, request),
      ),
      route('StartUpload', 'POST', 'blobs/uploads/', 'push', (name, _rest, _request, places) =>
        startUpload(state, name, places),
      ),
      route('PutBlob', 'PUT', 'blobs/uploads/([^/]+)', 'push', (_, id, request) => finishUpload(state, id, request)),
      route('CancelUpload', 'DELETE', 'blobs/uploads/([^/]+)', 'push', (_, id) => cancelUpload(state, id)),
      route('HeadBlob', 'HEAD', 'blobs/(sha256:[0-9a-f]{64})', 'pull', blob),
      route('GetBlob', 'GET', 'blobs/(sha256:[0-9a-f]{64})', 'pull', blob),
    ],
    otherwise: () => registryError('UNSUPPORTED', 'The operation is unsupported'),
  }
}
