/** The endpoint list of an installation. */
import type { EmulatedResponse, Service } from '../server/wire.ts'

export interface Endpoint {
  readonly id: string
  /** Host and port, without a scheme. */
  readonly address: string
}

/** Serves what `list` returns at the time of the request; the host asked is passed on. */
export function discoveryService(list: (origin: string) => readonly Endpoint[]): Service {
  return {
    name: 'discovery',
    routes: [
      {
        call: 'Endpoints',
        method: 'GET',
        path: /^\/endpoints$/,
        handle: (request): EmulatedResponse => ({ status: 200, json: { endpoints: list(request.origin) } }),
      },
    ],
    otherwise: () => ({ status: 404, json: { code: 5, message: 'Not Found', details: [] } }),
  }
}
