import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { isGivenUp } from '../../runner/library-output.ts'

/** Node's channel on which each request of `node:http` and `node:https` is announced before anything is sent. */
const CREATED = 'http.client.request.created'

let isGuarded = false

/**
 * Breaks off every request that would carry the runner's token (ACTIONS_RUNTIME_TOKEN) to another host than that of
 * ACTIONS_RESULTS_URL: the artifact client follows redirects, and adds its token to each request that it makes.
 * And every request of a call that was given up: the client goes on with it by itself, and could delete the artifact
 * that a later attempt has stored. Holds to the end of the process.
 */
export function guardRuntimeToken(): void {
  if (isGuarded) return
  isGuarded = true
  subscribe(CREATED, (message) => {
    if (!isCreated(message)) return
    const { request } = message
    if (isGivenUp()) {
      request.destroy(new Error('The call was given up'))
      return
    }
    const token = process.env['ACTIONS_RUNTIME_TOKEN'] ?? ''
    if (token === '' || !JSON.stringify(request.getHeaders()).includes(token)) return
    const home = URL.parse(process.env['ACTIONS_RESULTS_URL'] ?? '')
    if (request.protocol === home?.protocol && request.getHeader('host') === home.host) return
    request.destroy(new Error('It led to another host, which does not get the token'))
  })
}

function isCreated(message: unknown): message is { readonly request: ClientRequest } {
  return typeof message === 'object' && message !== null && 'request' in message
}
