import type { buildConnector as Connect, Dispatcher, Pool as ConnectionPool } from 'undici'
import Pool from 'undici/lib/dispatcher/pool.js'
import { ConnectionsAhead, IDLE_MS } from './connections-ahead.ts'
import { OpenSockets } from './open-sockets.ts'
import { proxyFor } from './proxy.ts'
import { tunnel } from './tunnel.ts'

/** How a request goes out: the pool, and what is put into the request line and headers of it. */
export interface Route {
  readonly dispatcher: Dispatcher
  readonly origin: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** The proxy's origin, for messages. */
  readonly proxy: string | undefined
}

interface Line {
  readonly pool: ConnectionPool
  readonly warm: (connections: number) => void
}

/** Keep-alive connections of HTTP/1.1, a pool for each origin and proxy. Certificates are always checked. */
export class Connections {
  readonly #env: Readonly<Record<string, string | undefined>>
  readonly #connectMs: number
  readonly #lines = new Map<string, Line>()
  readonly #sockets = new OpenSockets()

  constructor(env: Readonly<Record<string, string | undefined>>, connectMs: number) {
    this.#env = env
    this.#connectMs = connectMs
  }

  /** @throws ActionError INVALID_INPUT from a proxy variable */
  route(url: URL, direct: boolean): Route {
    const proxy = direct ? undefined : proxyFor(url, this.#env)
    const path = `${url.pathname}${url.search}`
    if (proxy === undefined) {
      const { pool } = this.#line(url.origin, () => this.#sockets.connector(this.#connectMs))
      return { dispatcher: pool, origin: url.origin, path, headers: {}, proxy: undefined }
    }
    if (url.protocol === 'https:') {
      const { pool } = this.#line(`${url.origin} by ${proxy.origin}`, () =>
        tunnel(proxy, url, this.#connectMs, this.#sockets),
      )
      return { dispatcher: pool, origin: url.origin, path, headers: {}, proxy: proxy.origin }
    }
    const { pool } = this.#line(proxy.origin, () => this.#sockets.connector(this.#connectMs))
    const authorization = proxy.authorization === undefined ? undefined : { 'proxy-authorization': proxy.authorization }
    const headers = { host: url.host, ...authorization }
    return { dispatcher: pool, origin: proxy.origin, path: `${url.origin}${path}`, headers, proxy: proxy.origin }
  }

  /** Opens connections to where requests to `url` go. */
  warm(url: URL, connections: number): void {
    const { dispatcher } = this.route(url, false)
    for (const line of this.#lines.values()) if (line.pool === dispatcher) line.warm(connections)
  }

  async close(): Promise<void> {
    const lines = [...this.#lines.values()]
    this.#lines.clear()
    for (const line of lines) line.warm(0)
    await Promise.all(lines.map(({ pool }) => pool.destroy()))
    this.#sockets.destroy()
  }

  #line(key: string, connect: () => Connect.connector): Line {
    const known = this.#lines.get(key)
    if (known !== undefined) return known
    const origin = key.split(' ', 1)[0] ?? key
    const ahead = new ConnectionsAhead(connect(), new URL(origin))
    const pool = new Pool(origin, {
      connect: ahead.connect,
      allowH2: false,
      pipelining: 1,
      keepAliveTimeout: IDLE_MS,
      headersTimeout: 0, // an attempt has one deadline for all of it
      bodyTimeout: 0,
    })
    const line = { pool, warm: ahead.warm }
    this.#lines.set(key, line)
    return line
  }
}
