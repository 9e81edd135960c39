/** A CONNECT proxy on loopback that leads every name to one port: how default hosts are tested as they are. */
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

interface ProxiedConnect {
  /** Host and port as asked for. */
  readonly target: string
  readonly authorization: string | undefined
  readonly granted: boolean
}

export class ConnectProxy {
  /** Every CONNECT, and as `http://…` every plain request, in order. */
  readonly connects: ProxiedConnect[] = []
  /** Host names that the proxy cannot reach: it answers 502. */
  readonly unreachable = new Set<string>()
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #credentials: string | undefined

  private constructor(port: number, credentials: string | undefined) {
    this.#credentials = credentials
    this.#server = createServer((request, response) => {
      this.#record(request.url ?? '', request.headers['proxy-authorization'], false)
      response.writeHead(403).end('This proxy takes CONNECT alone\n')
    })
    this.#server.on('connection', (socket) => this.#sockets.add(socket))
    this.#server.on('connect', (request, client: Socket) => {
      client.on('error', () => client.destroy())
      const target = request.url ?? ''
      const authorization = request.headers['proxy-authorization']
      if (!this.#isAuthorized(authorization)) {
        this.#record(target, authorization, false)
        client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\n\r\n')
        return
      }
      const reachable = target.endsWith(':443') && !this.unreachable.has(target.slice(0, -4))
      this.#record(target, authorization, reachable)
      if (reachable) this.#tunnel(client, port)
      else client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
  }

  /** `credentials` is `user:password`; without, the proxy takes anybody. */
  static async start(port: number, credentials?: string): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(port, credentials)
    await new Promise<void>((resolve) => {
      proxy.#server.listen(0, '127.0.0.1', resolve)
    })
    return proxy
  }

  /** With the credentials in it, percent-encoded, as HTTPS_PROXY takes it. */
  get url(): string {
    const [user = '', ...rest] = (this.#credentials ?? '').split(':')
    const login = `${encodeURIComponent(user)}:${encodeURIComponent(rest.join(':'))}@`
    return `http://${this.#credentials === undefined ? '' : login}127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve()
      })
    })
  }

  #record(target: string, authorization: string | undefined, granted: boolean): void {
    this.connects.push({ target, authorization, granted })
  }

  #isAuthorized(header: string | undefined): boolean {
    if (this.#credentials === undefined) return true
    return header === `Basic ${Buffer.from(this.#credentials).toString('base64')}`
  }

  #tunnel(client: Socket, port: number): void {
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.pipe(client).pipe(upstream)
    })
    this.#sockets.add(upstream)
    upstream.on('error', () => client.destroy())
    client.on('close', () => upstream.destroy())
  }
}
