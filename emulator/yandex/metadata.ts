/** The metadata service of a Yandex Cloud VM: a token of the service account that is linked to it. */
import type { IamState } from './iam-state.ts'
import type { EmulatedRequest, EmulatedResponse, Service } from '../server/wire.ts'

export interface MetadataState {
  /** The VM's service account; without one the service says 404. */
  serviceAccountId: string | undefined
}

function token(iam: IamState, state: MetadataState, request: EmulatedRequest): EmulatedResponse {
  if (request.headers['metadata-flavor'] !== 'Google')
    return { status: 403, body: 'Missing Metadata-Flavor:Google header.\n' }
  if (request.headers['x-forwarded-for'] !== undefined)
    return { status: 403, body: 'Requests that went through a proxy are refused.\n' }
  if (state.serviceAccountId === undefined) return { status: 404, body: 'Not Found\n' }
  const issued = iam.issueToken(state.serviceAccountId)
  const seconds = Math.floor((issued.expiresAt - Date.now()) / 1000)
  return { status: 200, json: { access_token: issued.value, expires_in: seconds, token_type: 'Bearer' } }
}

export function metadataService(iam: IamState, state: MetadataState): Service {
  return {
    name: 'metadata',
    routes: [
      {
        call: 'Token',
        method: 'GET',
        path: /^\/computeMetadata\/v1\/instance\/service-accounts\/default\/token$/,
        handle: (request) => token(iam, state, request),
      },
    ],
    otherwise: () => ({ status: 404, body: 'Not Found\n' }),
  }
}
