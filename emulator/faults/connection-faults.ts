/** Faults of the connection: what arrives is no complete HTTP message, or has no end. */
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { encode, send } from '../server/answer.ts'
import type { Fault, FaultKind } from './faults.ts'
import { faultMessage } from './message-faults.ts'
import type { EmulatedResponse } from '../server/wire.ts'
import type { ServiceName } from '../server/service-name.ts'

const MEBIBYTE = 1024 * 1024

/** Ends the connection with a TCP reset, or where TLS is in between by dropping it. */
function reset(response: ServerResponse): void {
  const { socket } = response
  if (socket === null) return
  if ('encrypted' in socket) socket.destroy()
  else socket.resetAndDestroy()
}

async function sendHuge(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"signature":"')
  const chunk = Buffer.alloc(MEBIBYTE, 'A')
  const gone = new Promise<void>((resolve) => {
    response.once('close', resolve)
  })
  for (let sent = 0; sent < bytes && !response.destroyed; sent += chunk.length) {
    if (response.write(chunk)) continue
    const drained = new Promise<void>((resolve) => {
      response.once('drain', resolve)
    })
    await Promise.race([drained, gone])
  }
  response.end('"}')
}

/** Sends headers for the whole of `right` and half of its body. */
async function sendHalf(response: ServerResponse, right: EmulatedResponse): Promise<void> {
  const { body, headers } = encode(right)
  response.writeHead(right.status, { ...headers, 'content-length': String(body.length + 1) })
  response.flushHeaders()
  await new Promise<void>((resolve) => {
    response.write(body.subarray(0, (body.length >> 1) + 1), () => {
      resolve()
    })
  })
}

async function sendSlowly(response: ServerResponse, right: EmulatedResponse): Promise<void> {
  const { body, headers } = encode(right)
  response.writeHead(right.status, { ...headers, 'content-length': String(body.length) })
  response.flushHeaders()
  for (const byte of body) {
    if (response.destroyed) return
    response.write(Buffer.of(byte))
    await sleep(1000, undefined, { ref: false })
  }
  response.end()
}

type Commit = (response: ServerResponse, right: EmulatedResponse) => Promise<void> | void

const CONNECTION_FAULTS: Partial<Readonly<Record<FaultKind, Commit>>> = {
  'one-byte-a-second': sendSlowly,
  'gzip-bomb': (response) => {
    // A gzip stream may have many members: one of a mebibyte is made, and sent 1,024 times.
    const member = gzipSync(Buffer.alloc(MEBIBYTE, ' '))
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    response.end(Buffer.concat(Array.from({ length: 1024 }, () => member)))
  },
  'reset-before-headers': reset,
  'reset-after-headers': async (response, right) => {
    response.writeHead(right.status, { 'content-type': 'application/json', 'content-length': '512' })
    response.flushHeaders()
    await sleep(20)
    reset(response)
  },
  'reset-mid-body': async (response, right) => {
    await sendHalf(response, right)
    await sleep(20)
    reset(response)
  },
  'truncated-body': async (response, right) => {
    await sendHalf(response, right)
    response.socket?.end()
  },
  'black-hole': () => undefined,
}

/** Commits `fault` on the answer `right` of `service`. Resolves when all was sent that ever will be. */
export async function sendFault(
  response: ServerResponse,
  service: ServiceName,
  fault: Fault,
  right: EmulatedResponse,
): Promise<void> {
  const message = faultMessage(service, fault, right)
  if (message !== undefined) send(response, message)
  else if (fault.kind === 'huge-body') await sendHuge(response, fault.bytes ?? 100 * MEBIBYTE)
  else await CONNECTION_FAULTS[fault.kind]?.(response, right)
}
