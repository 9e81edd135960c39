import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type Socket } from 'node:net'
import type { buildConnector as Connect } from 'undici'
import type { OpenSockets } from './open-sockets.ts'
import type { Proxy } from './proxy.ts'

/** The proxy answered CONNECT with another status than 2xx. */
export class ProxyRefusal extends Error {
  readonly status: number
  /** The schemes of Proxy-Authenticate, such as `Basic` or `Negotiate`. */
  readonly schemes: readonly string[]

  constructor(status: number, authenticate: string | readonly string[] = []) {
    super(`the proxy answered ${status}`)
    this.status = status
    this.schemes = [authenticate].flat().flatMap((line) => schemesIn(line))
  }
}

/** No connection to the proxy itself; `cause` says why. */
export class ProxyUnreachable extends Error {}

/** The schemes of challenges (RFC 9110, 11.6.1): words that stand alone or before their parameters. */
function schemesIn(challenges: string): string[] {
  return [...challenges.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s|,|$)(?!\s*=)/gu)].map(([, scheme = '']) => scheme)
}

/** Connections to `target` (https) through `proxy` by CONNECT (RFC 9110, 9.3.6): TLS inside, its certificate checked. */
export function tunnel(proxy: Proxy, target: URL, timeout: number, sockets: OpenSockets): Connect.connector {
  const secure = sockets.connector(timeout)
  const authority = `${target.hostname}:${target.port === '' ? '443' : target.port}`
  return (options, callback) => {
    open(proxy, authority, timeout, sockets).then(
      (httpSocket) => {
        secure({ ...options, httpSocket }, callback)
      },
      (error: unknown) => {
        callback(Error.isError(error) ? error : new Error(String(error)), null)
      },
    )
  }
}

function open(proxy: Proxy, authority: string, timeout: number, sockets: OpenSockets): Promise<Socket> {
  const { protocol, hostname, port } = new URL(proxy.origin)
  const host = hostname.replace(/^\[(.+)\]$/u, '$1')
  const options = {
    method: 'CONNECT',
    host,
    port,
    path: authority,
    headers: { host: authority },
    agent: false,
    timeout,
  }
  return new Promise((resolve, reject) => {
    const request =
      protocol === 'https:'
        ? // Else Node would take the name out of the Host header, which is that of the service.
          httpsRequest({ ...options, servername: isIP(host) === 0 ? host : '', rejectUnauthorized: true })
        : httpRequest(options)
    // Not among the options: NODE_DEBUG=net prints those.
    if (proxy.authorization !== undefined) request.setHeader('proxy-authorization', proxy.authorization)
    request.once('socket', sockets.add)
    request.once('connect', ({ statusCode = 0, headers }, socket, head) => {
      socket.setTimeout(0)
      if (statusCode >= 200 && statusCode < 300 && head.length === 0) {
        resolve(socket)
        return
      }
      socket.on('error', () => undefined).destroy()
      reject(new ProxyRefusal(statusCode, headers['proxy-authenticate']))
    })
    request.once('timeout', () => request.destroy(new Error('the proxy did not answer in time')))
    request.once('error', (error) => {
      reject(new ProxyUnreachable(error.message, { cause: error }))
    })
    request.end()
  })
}
