/** Control of a running emulator over HTTP, for those who are in another process. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Emulator } from './emulator.ts'
import type { FaultRule } from './faults/faults.ts'
import type { QuotaRule } from './faults/quota.ts'
import type { ServiceName } from './server/service-name.ts'

type Body = Readonly<Record<string, unknown>>

async function readJson(message: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? {} : (JSON.parse(text) as Body)
}

/** What each control call does; the value returned is the answer's JSON. */
function commands(emulator: Emulator): Readonly<Record<string, (body: Body) => unknown>> {
  return {
    'GET /requests': () => emulator.requests,
    'DELETE /requests': () => {
      emulator.requests.length = 0
    },
    'POST /faults': (body) => {
      emulator.setFault(body as unknown as FaultRule)
    },
    'DELETE /faults': () => {
      emulator.clearFaults()
    },
    'PUT /latency': (body) => {
      emulator.setLatency(String(body['target']), Number(body['milliseconds']))
    },
    'PUT /quota': (body) => {
      emulator.setQuota(String(body['target']), body['rate'] === undefined ? undefined : (body as unknown as QuotaRule))
    },
    'PUT /refuse': (body) => emulator.refuse(body['service'] as ServiceName, body['refused'] === true),
    'POST /tokens:expire': () => {
      emulator.iam.expireTokens()
    },
  }
}

/** Starts the control endpoint on a free loopback port. */
export async function startControl(emulator: Emulator): Promise<{ readonly url: string; readonly server: Server }> {
  const table = commands(emulator)
  const server = createServer((request, response) => {
    const answer = async (): Promise<unknown> => {
      const command = table[`${request.method ?? ''} ${request.url ?? ''}`]
      if (command === undefined) throw new Error(`known: ${Object.keys(table).join(', ')}`)
      return (await command(await readJson(request))) ?? { ok: true }
    }
    answer().then(
      (value) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
      },
      (error: unknown) => {
        response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: String(error) }))
      },
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
