/** Sends an answer as it is. */
import type { ServerResponse } from 'node:http'
import type { EmulatedResponse } from './wire.ts'

/** The bytes of the body and the headers that go with it. */
export function encode(answer: EmulatedResponse): { readonly body: Buffer; readonly headers: Record<string, string> } {
  if ('json' in answer) {
    return {
      body: Buffer.from(JSON.stringify(answer.json)),
      headers: { 'content-type': 'application/json', ...answer.headers },
    }
  }
  return { body: Buffer.from(answer.body ?? ''), headers: { ...answer.headers } }
}

/** Sends `answer` whole. */
export function send(response: ServerResponse, answer: EmulatedResponse): void {
  const { body, headers } = encode(answer)
  const length = answer.status === 204 ? {} : { 'content-length': String(body.length) }
  response.writeHead(answer.status, { ...headers, ...length })
  response.end(body)
}
