import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { ONCE } from '../../src/http/timing.ts'
import { createHttpClient } from '../../src/http/client.ts'
import { type HttpRequest } from '../../src/http/types.ts'
import { selfSigned } from './certificate.ts'
import { collectLog, serveHttp, serveProxy, serveTcp, json, type Seen } from './server.ts'

const NAME = 'kms.api.cloud.yandex.net'
const trusted = selfSigned(NAME)
const stranger = selfSigned(NAME)
const ofProxy = selfSigned('proxy.example')
const closing: (() => Promise<unknown>)[] = []
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connections-'))
  await writeFile(join(folder, 'ca.pem'), trusted.cert)
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), trusted.cert, ofProxy.cert])
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function serveTls(identity: { cert: string; key: string } = trusted) {
  const seen: Seen[] = []
  const server = createServer(identity, ({ method = '', url: path = '', headers }, response) => {
    seen.push({ method, path, headers, text: '' })
    response.end('{"over":"tls"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { port: (server.address() as AddressInfo).port, seen }
}

async function proxyTo(port: number, ...rest: [accept?: Parameters<typeof serveProxy>[1]]) {
  const proxy = await serveProxy(port, ...rest)
  closing.push(() => proxy.close())
  return proxy
}

function request(url: string, env: Record<string, string> = {}, more: Partial<HttpRequest> = {}) {
  const log = collectLog()
  const http = createHttpClient({
    env,
    log,
    signal: new AbortController().signal,
    deadline: performance.now() + 30_000,
    timing: { attemptMs: 2000, firstWaitMs: 2, attempts: 3 },
  })
  closing.push(() => http.close())
  return http.request({ service: 'Yandex KMS', method: 'GET', url, ...more })
}

/** One request in a process of its own. @returns what it came to, and how long the process lived */
async function child(url: string, env: Record<string, string>, endAfter = 9000, headers: Record<string, string> = {}) {
  const script = `
    const { createHttpClient } = await import(${JSON.stringify(new URL('../../src/http/client.ts', import.meta.url).href)})
    const log = { debug() {}, info() {}, notice() {}, warning() {} }
    const run = new AbortController()
    setTimeout(() => run.abort(), ${endAfter}).unref()
    const http = createHttpClient({ env: process.env, log, signal: run.signal, deadline: performance.now() + 9000 })
    http.warm(${JSON.stringify(url)}, 2)
    const request = http.request({ service: 's', method: 'GET', url: ${JSON.stringify(url)}, headers: ${JSON.stringify(headers)} })
    console.log(await request.then((r) => r.status, (e) => e.code))
    await http.close()`
  const started = Date.now()
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', script],
    {
      env: { PATH: process.env['PATH'], ...env },
    },
  )
  return { outcome: stdout.trim(), stderr, ms: Date.now() - started }
}

it('a connection that is still being made does not keep the process alive', async () => {
  const silent = await serveTcp(() => undefined)
  closing.push(() => silent.close())
  const { outcome, ms } = await child('https://kms.example/', { HTTPS_PROXY: silent.url }, 100)
  expect(outcome).toBe('CANCELLED')
  expect(ms).toBeLessThan(8000)
})

it('shows no secret in what NODE_DEBUG prints', async () => {
  const { port } = await serveTls()
  const proxy = await proxyTo(port)
  const env = { NODE_DEBUG: 'http,net,tls,stream,undici,fetch', NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') }
  const HTTPS_PROXY = `http://us:s3cret@127.0.0.1:${proxy.port}`
  const { outcome, stderr } = await child(`https://${NAME}/`, { ...env, HTTPS_PROXY }, 9000, {
    authorization: 'Bearer t1.x',
  })
  expect(outcome).toBe('200')
  expect(stderr).toContain('NET ')
  for (const secret of [btoa('us:s3cret'), 't1.x']) expect(stderr.split(secret)).toHaveLength(1)
})

describe('a proxy', () => {
  it('is asked for a tunnel to https, with its password, which the service never sees', async () => {
    const { port, seen } = await serveTls()
    const proxy = await proxyTo(port)
    const answer = await request(`https://${NAME}/x`, {
      HTTPS_PROXY: `http://user:pass%20word@127.0.0.1:${proxy.port}`,
    })
    expect(answer.body.toString()).toBe('{"over":"tls"}')
    expect(proxy.seen).toMatchObject([{ method: 'CONNECT', path: `${NAME}:443` }])
    expect(proxy.seen[0]?.headers['proxy-authorization']).toBe(`Basic ${btoa('user:pass word')}`)
    expect(seen[0]?.headers).toMatchObject({ host: NAME })
    expect(seen[0]?.headers).not.toHaveProperty('proxy-authorization')
  })

  it('may be spoken to over TLS, and its certificate is checked as well', async () => {
    const { port } = await serveTls()
    for (const [identity, outcome] of [
      [ofProxy, '{"over":"tls"}'],
      [stranger, 'UNAVAILABLE'],
    ] as const) {
      const proxy = createServer(identity)
      proxy.on('connect', (_request, client: Socket) => {
        const upstream = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'))
        client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy())
        upstream
          .on('error', () => client.destroy())
          .pipe(client)
          .pipe(upstream)
      })
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
      closing.push(() => new Promise((resolve) => proxy.close(resolve)))
      const { port: at } = proxy.address() as AddressInfo
      const answer = await request(`https://${NAME}/`, { HTTPS_PROXY: `https://127.0.0.1:${at}` }).then(
        ({ body }) => body.toString(),
        (error: unknown) => (error as { code: string }).code,
      )
      expect(answer).toBe(outcome)
    }
  })

  it.each([
    ['127.0.0.1', null],
    ['localhost', 'localhost'],
  ])('over TLS at %s is told its name, where it has one', async (host, named) => {
    const names: unknown[] = []
    const proxy = createServer(selfSigned(host))
    proxy.on('secureConnection', (socket) => names.push(socket.servername))
    proxy.on('tlsClientError', (_error, socket) => names.push(socket.servername))
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => proxy.close(resolve)))
    const { port } = proxy.address() as AddressInfo
    const failure = request(`https://${NAME}/`, { HTTPS_PROXY: `https://${host}:${port}` }, { patience: ONCE })
    await expect(failure).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(names).toEqual([named])
  })

  it('may have an address of IPv6', async () => {
    const failure = request(`https://${NAME}/`, { HTTPS_PROXY: 'http://[::1]:9' }, { patience: ONCE })
    // Refused or, without IPv6, not available: but it was no name to look up.
    await expect(failure).rejects.toMatchObject({ code: 'UNAVAILABLE', cause: { cause: { address: '::1', port: 9 } } })
  })

  it('forwards http', async () => {
    const proxy = await proxyTo(1)
    const answer = await request('http://127.0.0.1:9/a?b', { http_proxy: `http://u:p@127.0.0.1:${proxy.port}` })
    expect(answer.body.toString()).toBe('forwarded')
    expect(proxy.seen[0]).toMatchObject({ method: 'GET', path: 'http://127.0.0.1:9/a?b' })
    expect(proxy.seen[0]?.headers).toMatchObject({ host: '127.0.0.1:9', 'proxy-authorization': `Basic ${btoa('u:p')}` })
  })

  it('is left out for direct requests', async () => {
    const server = await serveHttp(json(200, {}))
    closing.push(() => server.close())
    const env = { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' }
    expect((await request(server.url, env, { direct: true })).status).toBe(200)
  })

  it.each([
    [407, 1, /407/u],
    [403, 1, /403/u],
    [502, 3, /502/u],
  ])('that answers CONNECT with %i is asked %i times', async (status, times, text) => {
    const proxy = await proxyTo(1, () => status)
    const failure = request(`https://${NAME}/`, { HTTPS_PROXY: `http://user:s3cret@127.0.0.1:${proxy.port}` })
    await expect(failure).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await expect(failure).rejects.toThrow(text)
    const error = (await failure.catch((thrown: unknown) => thrown)) as Error & { hint: string }
    expect(`${error.message}${error.hint}${String(error.cause)}`).not.toContain('s3cret')
    expect(proxy.seen).toHaveLength(times)
  })

  it('that nobody listens at is named without its password', async () => {
    const proxy = await serveProxy(1)
    await proxy.close()
    const failure = request(`https://${NAME}/`, { HTTPS_PROXY: `http://user:s3cret@127.0.0.1:${proxy.port}` })
    const error = (await failure.catch((thrown: unknown) => thrown)) as Error & { hint: string }
    expect(error).toMatchObject({ code: 'UNAVAILABLE' })
    expect(error.hint).toContain(`127.0.0.1:${proxy.port}`)
    expect(`${error.message}${error.hint}`).not.toContain('s3cret')
  })
})

it('a request that was given up before its connection was made is not sent any more', async () => {
  const { port, seen } = await serveTls()
  const late = await serveTcp((client) => {
    client.once('data', () => {
      setTimeout(() => {
        const upstream = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'))
        upstream
          .on('error', () => client.destroy())
          .pipe(client)
          .pipe(upstream)
      }, 150)
    })
  })
  closing.push(() => late.close())
  const failure = request(`https://${NAME}/`, { HTTPS_PROXY: late.url }, { attemptMs: 50, patience: ONCE })
  await expect(failure).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(seen).toHaveLength(0)
})

describe('a TLS certificate', () => {
  it('that is not trusted ends the run at the first attempt', async () => {
    const { port, seen } = await serveTls(stranger)
    const failure = request(`https://127.0.0.1:${port}/`)
    await expect(failure).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    })
    await expect(failure).rejects.toThrow(/certificate of Yandex KMS \(127\.0\.0\.1:\d+\) is not trusted/u)
    expect(seen).toHaveLength(0)
  })

  it('of another name is not taken, through a proxy neither', async () => {
    const { port } = await serveTls()
    const proxy = await proxyTo(port)
    const failure = request('https://evil.example/', { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` })
    await expect(failure).rejects.toThrow(/not trusted.*evil\.example/u)
  })

  it('is checked whatever NODE_TLS_REJECT_UNAUTHORIZED says, and NODE_EXTRA_CA_CERTS is how to trust a private CA', async () => {
    const { port } = await serveTls()
    const off = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
    const [without, withCa] = await Promise.all([
      child(`https://127.0.0.1:${port}/`, off),
      child(`https://127.0.0.1:${port}/`, { ...off, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') }),
    ])
    expect([without.outcome, withCa.outcome]).toEqual(['UNAVAILABLE', '200'])
  })
})
