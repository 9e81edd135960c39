import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Log } from '../../src/base/log.ts'

/** A server on loopback that a test has started. */
export interface Running {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

async function listen(server: Server, sockets: Set<Socket>, scheme: string): Promise<Running> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** An HTTP server whose n-th request gets the n-th answer, and all further ones the last. */
export type Answer = (request: IncomingMessage & { readonly text: string }, response: ServerResponse) => void

export async function serveHttp(...answers: readonly Answer[]): Promise<Running & { readonly seen: Seen[] }> {
  const seen: Seen[] = []
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, text })
      const answer = answers[Math.min(seen.length, answers.length) - 1]
      answer?.(Object.assign(request, { text }), response)
    })
  }
  return { ...(await listen(createServer(listener), new Set(), 'http')), seen }
}

export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** A TCP server: each connection is handed over. */
export async function serveTcp(onConnection: (socket: Socket) => void): Promise<Running> {
  return listen(createTcpServer(onConnection), new Set(), 'http')
}

/** A CONNECT proxy that leads every name to one port of loopback. */
export async function serveProxy(
  target: number,
  accept: (request: IncomingMessage) => number = () => 200,
): Promise<Running & { readonly seen: Seen[] }> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, text: '' })
    response.writeHead(accept(request)).end('forwarded')
  })
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    seen.push({ method: 'CONNECT', path: request.url ?? '', headers: request.headers, text: '' })
    const status = accept(request)
    client.on('error', () => undefined)
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\n\r\n`)
      return
    }
    const upstream = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      client.pipe(upstream).pipe(client)
    })
    upstream.on('error', () => client.destroy())
    client.on('close', () => upstream.destroy())
  })
  return { ...(await listen(server, new Set(), 'http')), seen }
}

/** Answers with JSON. */
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

/** A log that remembers. */
export function collectLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const at = (level: string) => (message: string) => {
    lines.push(`${level}: ${message}`)
  }
  return { lines, debug: at('debug'), info: at('info'), notice: at('notice'), warning: at('warning') }
}
