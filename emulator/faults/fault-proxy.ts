/** A TCP proxy on loopback that spoils connections whatever they carry: for services that are not emulated, too. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export type ConnectionFault =
  /** The port is closed. */
  | { readonly kind: 'refuse' }
  /** A reset as soon as a connection is there. */
  | { readonly kind: 'reset-at-once' }
  /** A reset when the client has sent something. */
  | { readonly kind: 'reset-after-request' }
  /** A reset when so many bytes of the answer have passed. */
  | { readonly kind: 'reset-after-bytes'; readonly bytes: number }
  /** An orderly end when so many bytes of the answer have passed. */
  | { readonly kind: 'end-after-bytes'; readonly bytes: number }
  /** Connections are taken, and nothing ever passes. */
  | { readonly kind: 'black-hole' }
  /** The answer passes at one byte a second. */
  | { readonly kind: 'one-byte-a-second' }
  /** Either direction is delayed by so much. */
  | { readonly kind: 'delay'; readonly milliseconds: number }

export class FaultProxy {
  /** Connections taken so far. */
  connections = 0
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #target: { readonly host: string; readonly port: number }
  #fault: ConnectionFault | undefined
  /** How many more connections the fault hits. */
  #left = 0
  #port = 0

  private constructor(target: { readonly host: string; readonly port: number }) {
    this.#target = target
    this.#server = createServer((client) => {
      this.#take(client)
    })
  }

  /** Starts a proxy for `host:port`. */
  static async start(host: string, port: number): Promise<FaultProxy> {
    const proxy = new FaultProxy({ host, port })
    await proxy.#listen()
    return proxy
  }

  /** Port on 127.0.0.1. */
  get port(): number {
    return this.#port
  }

  /** Spoils the next `connections` connections, by default all; those that are open end. */
  async setFault(fault: ConnectionFault | undefined, connections = Infinity): Promise<void> {
    this.#fault = fault
    this.#left = connections
    for (const socket of this.#sockets) socket.destroy()
    if (fault?.kind === 'refuse') await this.#stop()
    else if (!this.#server.listening) await this.#listen()
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await this.#stop()
  }

  async #listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(this.#port, '127.0.0.1', resolve)
    })
    this.#port = (this.#server.address() as AddressInfo).port
  }

  async #stop(): Promise<void> {
    if (!this.#server.listening) return
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve()
      })
    })
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  #take(client: Socket): void {
    this.connections += 1
    this.#keep(client)
    const fault = this.#left > 0 ? this.#fault : undefined
    this.#left -= 1
    if (fault?.kind === 'black-hole') return
    if (fault?.kind === 'reset-at-once') {
      client.resetAndDestroy()
      return
    }
    const upstream = connect(this.#target)
    this.#keep(upstream)
    client.on('close', () => upstream.destroy())
    upstream.on('end', () => {
      if (fault?.kind !== 'one-byte-a-second') passLater(fault, () => client.end())
    })
    client.on('data', (chunk: Buffer) => {
      if (fault?.kind === 'reset-after-request') client.resetAndDestroy()
      else passLater(fault, () => upstream.write(chunk))
    })
    this.#answer(client, upstream, fault)
  }

  #answer(client: Socket, upstream: Socket, fault: ConnectionFault | undefined): void {
    let passed = 0
    upstream.on('data', (chunk: Buffer) => {
      if (fault?.kind === 'one-byte-a-second') {
        drip(client, chunk)
        return
      }
      const cut =
        fault?.kind === 'reset-after-bytes' || fault?.kind === 'end-after-bytes' ? fault.bytes - passed : Infinity
      passed += chunk.length
      passLater(fault, () => {
        client.write(chunk.subarray(0, Math.max(0, Math.min(cut, chunk.length))), () => {
          if (chunk.length < cut) return
          if (fault?.kind === 'reset-after-bytes') client.resetAndDestroy()
          else client.end()
        })
      })
    })
  }
}

function passLater(fault: ConnectionFault | undefined, pass: () => void): void {
  if (fault?.kind === 'delay') setTimeout(pass, fault.milliseconds)
  else pass()
}

function drip(client: Socket, chunk: Buffer): void {
  let at = 0
  const timer = setInterval(() => {
    if (at < chunk.length && !client.destroyed) client.write(chunk.subarray(at, (at += 1)))
    else clearInterval(timer)
  }, 1000)
  client.on('close', () => {
    clearInterval(timer)
  })
}
