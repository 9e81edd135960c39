import { Socket } from 'node:net'
import type { buildConnector as Connect } from 'undici'
import buildConnector from 'undici/lib/core/connect.js'

/**
 * Every connection there is, from its first packet on. undici lets go only of those that are made: one that is still
 * waiting for an answer would keep the process alive.
 */
export class OpenSockets {
  readonly #sockets = new Set<Socket>()
  #over = false

  /** Keeps `socket` in mind until it is closed. */
  readonly add = (socket: Socket): void => {
    if (this.#over) socket.destroy()
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
  }

  /** undici's own connector: HTTP/1.1 alone, certificates always checked. */
  connector(timeout: number): Connect.connector {
    const connect: (...args: Parameters<Connect.connector>) => unknown = buildConnector({
      allowH2: false,
      timeout,
      rejectUnauthorized: true,
    })
    return (options, callback) => {
      const socket = connect(options, callback)
      if (socket instanceof Socket) this.add(socket)
    }
  }

  /** Ends all of them, and any that are added later. */
  destroy(): void {
    this.#over = true
    for (const socket of this.#sockets) socket.destroy()
  }
}
