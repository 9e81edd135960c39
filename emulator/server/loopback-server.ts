/** One HTTP server on loopback for one service; it keeps its port when it is closed and opened again. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createListener, type Traffic } from './listener.ts'
import type { Service } from './wire.ts'

export class LoopbackServer {
  readonly #server: Server
  #port = 0

  private constructor(traffic: Traffic, service: Service) {
    this.#server = createServer(
      { keepAliveTimeout: 60_000 },
      createListener(traffic, () => service, 'http'),
    )
  }

  static async start(traffic: Traffic, service: Service): Promise<LoopbackServer> {
    const server = new LoopbackServer(traffic, service)
    await server.open()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async open(): Promise<void> {
    if (this.#server.listening) return
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(this.#port, '127.0.0.1', resolve)
    })
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Ends all connections and refuses new ones. */
  async close(): Promise<void> {
    if (!this.#server.listening) return
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve()
      })
      this.#server.closeAllConnections()
    })
  }
}
