import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { Fault } from '../../emulator/faults/faults.ts'

// Each test starts an emulator of its own, with fresh RSA keys.
jest.setTimeout(30_000)

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator()
})
afterEach(() => emulator.close())

const get = (init: RequestInit = {}): Promise<Response> => fetch(`${emulator.urls.discovery}/endpoints`, init)
const statuses = async (count: number): Promise<number[]> => {
  const seen: number[] = []
  for (let at = 0; at < count; at += 1) seen.push((await get()).status)
  return seen
}

it('hits the first requests, every n-th, those after the first, or by a chance that a seed repeats', async () => {
  const fault = { service: 'discovery', call: 'Endpoints', kind: 'status', status: 503 } as const
  const remove = emulator.setFault({ ...fault, first: 2 })
  expect(await statuses(3)).toEqual([503, 503, 200])
  remove()
  emulator.setFault({ ...fault, every: 3 })
  expect(await statuses(6)).toEqual([200, 200, 503, 200, 200, 503])
  emulator.clearFaults()
  emulator.setFault({ ...fault, skip: 1, first: 1 })
  expect(await statuses(3)).toEqual([200, 503, 200])
  emulator.clearFaults()
  emulator.setFault({ ...fault, probability: 0.5, seed: 7 })
  const once = await statuses(12)
  emulator.clearFaults()
  emulator.setFault({ ...fault, probability: 0.5, seed: 7 })
  expect(await statuses(12)).toEqual(once)
  expect(new Set(once)).toEqual(new Set([200, 503]))
})

it.each<[Fault, RegExp]>([
  [{ kind: 'status', status: 500 }, /"code":13,/],
  [{ kind: 'status', status: 400, body: { code: 14 } }, /^{"code":14}$/],
  [{ kind: 'html' }, /<html>/],
  [{ kind: 'empty' }, /^$/],
  [{ kind: 'truncated-json' }, /^{"endpoints".*[^}]$/],
  [{ kind: 'wrong-types' }, /^{"endpoints":{"0":{"id":10,/],
  [{ kind: 'unauthenticated' }, /"code":16,/],
])('commits %j', async (fault, body) => {
  emulator.setFault({ service: 'discovery', ...fault })
  expect(await (await get()).text()).toMatch(body)
})

it('asks to come back later, in seconds or by a date', async () => {
  const fault = { service: 'discovery', kind: 'status', status: 429, retryAfter: 7, first: 1 } as const
  emulator.setFault(fault)
  expect((await get()).headers.get('retry-after')).toBe('7')
  emulator.setFault({ ...fault, retryAfterDate: true })
  expect(Date.parse((await get()).headers.get('retry-after') ?? '')).toBeGreaterThan(Date.now() + 4000)
})

it.each<Fault['kind']>(['reset-before-headers', 'reset-after-headers', 'reset-mid-body', 'truncated-body'])(
  'breaks the connection off by %s',
  async (kind) => {
    emulator.setFault({ service: 'discovery', kind } as Fault & { service: 'discovery' })
    await expect(get().then((response) => response.text())).rejects.toThrow()
  },
)

it.each<Fault['kind']>(['black-hole', 'one-byte-a-second'])('does not end by itself: %s', async (kind) => {
  emulator.setFault({ service: 'discovery', kind } as Fault & { service: 'discovery' })
  const signal = AbortSignal.timeout(300)
  await expect(get({ signal }).then((response) => response.text())).rejects.toThrow(/timeout/)
})

it('redirects, refuses connections, and takes them again on the same port', async () => {
  emulator.setFault({ service: 'discovery', kind: 'redirect', to: 'http://127.0.0.1:9/x', first: 1 })
  expect((await get({ redirect: 'manual' })).headers.get('location')).toBe('http://127.0.0.1:9/x')
  await emulator.refuse('discovery', true)
  await expect(get()).rejects.toThrow()
  await emulator.refuse('discovery', false)
  expect((await get()).status).toBe(200)
})

it('sends more than anybody wants to read', async () => {
  emulator.setFault({ service: 'discovery', kind: 'gzip-bomb', first: 1 })
  const response = await get()
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).length
    if (bytes > 8 * 1024 * 1024) break
  }
  expect(bytes).toBeGreaterThan(8 * 1024 * 1024)
  emulator.setFault({ service: 'discovery', kind: 'huge-body', bytes: 4 * 1024 * 1024 })
  expect((await (await get()).arrayBuffer()).byteLength).toBeGreaterThan(4 * 1024 * 1024)
})

it('delays answers, bounds requests, and writes every one down', async () => {
  emulator.setLatency('discovery', 60)
  const started = performance.now()
  await get({ headers: { authorization: 'Bearer t1.a.b' } })
  expect(performance.now() - started).toBeGreaterThan(58)
  emulator.setLatency('discovery', 0)
  const quota = emulator.setQuota('discovery', { rate: 1, burst: 2, retryAfter: 'seconds' })
  expect(await statuses(3)).toEqual([200, 200, 429])
  expect(quota).toMatchObject({ taken: 2, refused: 1 })
  const calls = emulator.calls('discovery', 'Endpoints')
  expect(calls.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  expect(calls[0]).toMatchObject({ bearer: 't1.a.b', method: 'GET', path: '/endpoints' })
})
