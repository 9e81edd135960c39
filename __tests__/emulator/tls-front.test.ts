import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { connect } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { startTlsFront, type TlsFront } from '../../emulator/server/tls-front.ts'

const run = promisify(execFile)
let emulator: Emulator
let front: TlsFront
beforeAll(async () => {
  emulator = await startEmulator()
  front = await startTlsFront(emulator, { credentials: 'builder:p@ss word' })
})
afterAll(async () => {
  await front.close()
  await emulator.close()
})
beforeEach(() => {
  front.proxy.connects.length = 0
})

/** Fetches as a process of its own does, which alone reads the variables of proxy and CA. */
async function fetchElsewhere(url: string, env: Record<string, string> = {}): Promise<string> {
  const script = `fetch(${JSON.stringify(url)}).then((r) => r.text()).then(console.log, (e) => console.log(String(e.cause)))`
  const variables = { ...front.env, NODE_USE_ENV_PROXY: '1', ...env }
  const { stdout } = await run(process.execPath, ['-e', script], { env: variables })
  return stdout.trim()
}

it('leads the names of the Internet here, through the proxy and its password', async () => {
  const list = JSON.parse(await fetchElsewhere('https://api.yandexcloud.kz/endpoints')) as unknown
  expect(list).toMatchObject({
    endpoints: expect.arrayContaining([{ id: 'kms', address: 'kms.api.yandexcloud.kz:443' }]),
  })
  expect(front.proxy.connects).toMatchObject([{ target: 'api.yandexcloud.kz:443', granted: true }])
  const usual = JSON.parse(await fetchElsewhere('https://api.cloud.yandex.net/endpoints')) as unknown
  expect(usual).toMatchObject({ endpoints: expect.arrayContaining([{ id: 'kms-crypto', address: 'kms.yandex:443' }]) })
  expect(emulator.requests.map(({ host }) => host)).toEqual(['api.yandexcloud.kz', 'api.cloud.yandex.net'])
})

it('turns away those without the password', async () => {
  const url = new URL(front.proxy.url)
  url.password = 'wrong'
  await fetchElsewhere('https://api.yandexcloud.kz/endpoints', { HTTPS_PROXY: url.href })
  expect(front.proxy.connects).toMatchObject([{ granted: false }])
})

it('cannot reach what it is told not to', async () => {
  front.proxy.unreachable.add('iam.api.cloud.yandex.net')
  await fetchElsewhere('https://iam.api.cloud.yandex.net/iam/v1/tokens')
  expect(front.proxy.connects).toMatchObject([{ target: 'iam.api.cloud.yandex.net:443', granted: false }])
})

function handshake(servername: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port: front.port, host: '127.0.0.1', servername, ca: front.root }, () => {
      resolve('trusted')
      socket.destroy()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? '')
    })
  })
}

it('shows certificates that clients trust, unless told otherwise', async () => {
  expect(new X509Certificate(front.root).ca).toBe(true)
  const host = 'kms.yandex'
  expect(await handshake(host)).toBe('trusted')
  front.setCertificateFault(host, 'expired')
  expect(await handshake(host)).toBe('CERT_HAS_EXPIRED')
  front.setCertificateFault(host, 'other-name')
  expect(await handshake(host)).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  front.setCertificateFault(host, 'unknown-authority')
  expect(await handshake(host)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  front.setCertificateFault(host, undefined)
  expect(await handshake(host)).toBe('trusted')
})
