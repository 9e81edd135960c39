import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { type ConnectionFault, FaultProxy } from '../../emulator/faults/fault-proxy.ts'

let emulator: Emulator
let proxy: FaultProxy
beforeAll(async () => {
  emulator = await startEmulator()
  proxy = await FaultProxy.start('127.0.0.1', Number(new URL(emulator.urls.discovery).port))
})
afterAll(async () => {
  await proxy.close()
  await emulator.close()
})

/** The answer's body, or the code of what went wrong. @param patienceMs short where an answer that hangs is expected */
async function get(patienceMs = 20_000): Promise<string> {
  try {
    const url = `http://127.0.0.1:${proxy.port}/endpoints`
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs), headers: { connection: 'close' } })
    return (await response.text()).slice(0, 12)
  } catch (error) {
    const { name, cause } = error as { readonly name: string; readonly cause?: { readonly code?: string } }
    return cause?.code ?? name
  }
}

it.each<[ConnectionFault, string]>([
  [{ kind: 'refuse' }, 'ECONNREFUSED'],
  [{ kind: 'reset-at-once' }, 'ECONNRESET'],
  [{ kind: 'reset-after-request' }, 'ECONNRESET'],
  [{ kind: 'reset-after-bytes', bytes: 20 }, 'ECONNRESET'],
  [{ kind: 'end-after-bytes', bytes: 20 }, 'UND_ERR_SOCKET'],
  [{ kind: 'black-hole' }, 'TimeoutError'],
  [{ kind: 'one-byte-a-second' }, 'TimeoutError'],
  [{ kind: 'delay', milliseconds: 20 }, '{"endpoints"'],
])('commits %j, and mends it', async (fault, expected) => {
  await proxy.setFault(fault)
  expect(await get(expected === 'TimeoutError' ? 400 : undefined)).toBe(expected)
  await proxy.setFault(undefined)
  expect(await get()).toBe('{"endpoints"')
})

it('spoils as many connections as it is told', async () => {
  await proxy.setFault({ kind: 'reset-at-once' }, 1)
  expect(await get()).toBe('ECONNRESET')
  expect(await get()).toBe('{"endpoints"')
})
