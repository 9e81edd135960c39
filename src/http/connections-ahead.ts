import type { Socket } from 'node:net'
import type { buildConnector as Connect } from 'undici'

/** A server closes an idle connection after five seconds or more; undici keeps one for four. */
export const IDLE_MS = 4000

/** Connections that were opened before undici asked for them. */
export class ConnectionsAhead {
  readonly #connect: Connect.connector
  readonly #origin: URL
  #opened: { readonly socket: Promise<Socket>; readonly at: number }[] = []

  constructor(connect: Connect.connector, origin: URL) {
    this.#connect = connect
    this.#origin = origin
  }

  /** `0` ends those that nobody took. */
  readonly warm = (connections: number): void => {
    if (connections === 0) {
      for (const { socket } of this.#opened.splice(0)) socket.then(destroy, ignore)
    }
    while (this.#opened.length < connections) this.#opened.push({ socket: this.#open(), at: performance.now() })
  }

  readonly connect: Connect.connector = (options, callback) => {
    const [next, ...rest] = this.#opened
    this.#opened = rest
    if (next === undefined) {
      this.#connect(options, callback)
      return
    }
    next.socket.then(
      (socket) => {
        if (socket.destroyed || performance.now() - next.at > IDLE_MS) {
          socket.destroy()
          this.#connect(options, callback)
        } else {
          socket.ref()
          callback(null, socket)
        }
      },
      () => {
        this.#connect(options, callback)
      },
    )
  }

  #open(): Promise<Socket> {
    const { host, hostname, protocol, port } = this.#origin
    const socket = new Promise<Socket>((resolve, reject) => {
      this.#connect({ host, hostname: hostname.replace(/^\[(.+)\]$/u, '$1'), protocol, port }, (...[error, opened]) => {
        if (error === null) resolve(opened)
        else reject(error)
      })
    })
    // Idle, it must not keep the process alive; failed, the request that would have used it opens its own.
    socket.then((opened) => opened.unref(), ignore)
    return socket
  }
}

function destroy(socket: Socket): void {
  socket.destroy()
}

function ignore(): void {
  // told by the request that needs the connection
}
