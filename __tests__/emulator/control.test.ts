import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startControl } from '../../emulator/control.ts'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'

let emulator: Emulator
let control: Awaited<ReturnType<typeof startControl>>
beforeAll(async () => {
  emulator = await startEmulator()
  control = await startControl(emulator)
})
afterAll(async () => {
  control.server.close()
  control.server.closeAllConnections()
  await emulator.close()
})

const tell = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(control.url + path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })
const status = async (): Promise<number> => (await fetch(`${emulator.urls.discovery}/endpoints`)).status

it('scripts faults, quotas and latency from another process, and lists the requests', async () => {
  await tell('POST', '/faults', { service: 'discovery', kind: 'status', status: 503 })
  expect(await status()).toBe(503)
  await tell('DELETE', '/faults')
  expect(await status()).toBe(200)
  await tell('PUT', '/quota', { target: 'discovery', rate: 0.001, burst: 0 })
  expect(await status()).toBe(429)
  await tell('PUT', '/quota', { target: 'discovery' })
  await tell('PUT', '/latency', { target: 'discovery', milliseconds: 30 })
  const started = performance.now()
  expect(await status()).toBe(200)
  expect(performance.now() - started).toBeGreaterThan(28)
  const requests = (await (await tell('GET', '/requests')).json()) as readonly { readonly status: number }[]
  expect(requests.map((request) => request.status)).toEqual([503, 200, 429, 200])
  await tell('DELETE', '/requests')
  expect(emulator.requests).toEqual([])
})

it('ends tokens and closes ports, and says what it knows when asked for anything else', async () => {
  const token = emulator.iam.issueToken(emulator.serviceAccountId)
  await tell('POST', '/tokens:expire')
  expect(emulator.iam.isGood(token)).toBe(false)
  await tell('PUT', '/refuse', { service: 'discovery', refused: true })
  await expect(status()).rejects.toThrow()
  await tell('PUT', '/refuse', { service: 'discovery', refused: false })
  expect(await status()).toBe(200)
  const unknown = await tell('GET', '/nothing')
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('POST /faults')])
})
