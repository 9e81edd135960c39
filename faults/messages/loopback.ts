/** A proxy on loopback that refuses every connection. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers every CONNECT with `status`; it keeps no process alive. */
export async function startLoopback(status: number): Promise<{ readonly url: string }> {
  const server = createServer().on('connect', (_, socket) => {
    socket.end(`HTTP/1.1 ${status} Refused\r\nProxy-Authenticate: Negotiate\r\n\r\n`)
  })
  server.unref()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
