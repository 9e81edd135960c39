import { afterEach, describe, expect, it } from '@jest/globals'
import { resolveEndpoints, type EndpointInputs } from '../../src/yandex/endpoints.ts'
import type { HttpClient, HttpRequest } from '../../src/http/types.ts'
import { createHttpClient } from '../../src/http/client.ts'
import { collectLog, json, serveHttp } from '../http/server.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const INPUTS: EndpointInputs = {
  apiEndpoint: 'api.cloud.yandex.net',
  kmsEndpoint: undefined,
  iamEndpoint: undefined,
  tokenEndpoint: undefined,
  needsIam: true,
}

/** A client that answers every request with one body, and remembers the requests. */
function answering(status: number, body: unknown): HttpClient & { readonly asked: HttpRequest[] } {
  const asked: HttpRequest[] = []
  return {
    asked,
    request: (request) => {
      asked.push(request)
      return Promise.resolve({
        status,
        headers: {},
        body: Buffer.from(JSON.stringify(body)),
        requestId: undefined,
        clientRequestId: undefined,
      })
    },
    warm: () => undefined,
    clockAhead: () => undefined,
    close: () => Promise.resolve(),
  }
}
const list = (...pairs: readonly (readonly [string, unknown])[]) => ({
  endpoints: pairs.map(([id, address]) => ({ id, address })),
})
const KZ = list(
  ['kms', 'kms.yandexcloud.kz:443'],
  ['kms-crypto', 'crypto.yandexcloud.kz'],
  ['iam', 'iam.api.yandexcloud.kz:8443'],
)

describe('the endpoints', () => {
  it.each(['api.cloud.yandex.net', 'https://api.cloud.yandex.net', 'https://api.cloud.yandex.net:443/'])(
    'of the default installation (%s) are known without asking',
    async (apiEndpoint) => {
      const http = answering(500, {})
      expect(await resolveEndpoints({ ...INPUTS, apiEndpoint }, http, collectLog())).toEqual({
        kms: 'https://kms.api.cloud.yandex.net',
        kmsControl: 'https://kms.api.cloud.yandex.net',
        kmsFallback: 'https://kms.yandex',
        iam: 'https://iam.api.cloud.yandex.net',
        tokenExchange: 'https://auth.yandex.cloud/oauth/token',
        jwtAudience: 'https://iam.api.cloud.yandex.net/iam/v1/tokens',
      })
      expect(http.asked).toHaveLength(0)
    },
  )

  it('of another one are asked for, and GitHub tokens go nowhere', async () => {
    const http = answering(200, KZ)
    expect(await resolveEndpoints({ ...INPUTS, apiEndpoint: 'api.yandexcloud.kz' }, http, collectLog())).toEqual({
      kms: 'https://crypto.yandexcloud.kz',
      kmsControl: 'https://kms.yandexcloud.kz',
      kmsFallback: undefined,
      iam: 'https://iam.api.yandexcloud.kz:8443',
      tokenExchange: undefined,
      jwtAudience: 'https://iam.api.yandexcloud.kz/iam/v1/tokens',
    })
    expect(http.asked.map(({ url }) => url)).toEqual(['https://api.yandexcloud.kz/endpoints'])
    expect(http.asked[0]?.headers).toEqual({ 'x-client-request-id': expect.any(String) })
  })

  it.each([
    [{ kmsEndpoint: 'https://k.example', iamEndpoint: 'https://i.example' }, 0],
    [{ kmsEndpoint: 'https://k.example', needsIam: false }, 0],
    [{ kmsEndpoint: 'https://k.example' }, 1],
    [{ iamEndpoint: 'https://i.example' }, 1],
  ])('are asked for only where one that is needed is not set: %j', async (inputs, times) => {
    const http = answering(200, KZ)
    const found = await resolveEndpoints(
      { ...INPUTS, apiEndpoint: 'api.yandexcloud.kz', ...inputs },
      http,
      collectLog(),
    )
    expect(http.asked).toHaveLength(times)
    if ('kmsEndpoint' in inputs)
      expect([found.kms, found.kmsControl]).toEqual(['https://k.example', 'https://k.example'])
    if ('iamEndpoint' in inputs) expect(found.iam).toBe('https://i.example')
  })

  it('that the user sets are never replaced', async () => {
    const found = await resolveEndpoints(
      { ...INPUTS, kmsEndpoint: 'https://k.example' },
      answering(500, {}),
      collectLog(),
    )
    expect(found).toMatchObject({
      kms: 'https://k.example',
      kmsFallback: undefined,
      iam: 'https://iam.api.cloud.yandex.net',
    })
  })

  it('of a stand-in on loopback are asked for over http, and may lie there', async () => {
    const server = await serveHttp(json(200, list(['kms', '127.0.0.1:5'], ['iam', 'iam.example:443'])))
    closing.push(() => server.close())
    const log = collectLog()
    const http = createHttpClient({
      env: {},
      log,
      signal: new AbortController().signal,
      deadline: performance.now() + 5000,
    })
    closing.push(() => http.close())
    const found = await resolveEndpoints({ ...INPUTS, apiEndpoint: server.url }, http, log)
    expect(found).toMatchObject({
      kms: 'http://127.0.0.1:5',
      kmsControl: 'http://127.0.0.1:5',
      iam: 'https://iam.example',
    })
    expect(log.lines.join()).toContain('kms-crypto')
  })

  it.each([
    [404, {}],
    [200, []],
    [200, { endpoints: {} }],
    [200, list(['kms-crypto', 'a:1'], ['iam', 'b:1'])],
    [200, list(['kms', 'a:1'])],
    [200, list(['kms', 'user:pw@evil:443'], ['iam', 'b:1'])],
    [200, list(['kms', 'evil/path'], ['iam', 'b:1'])],
    [200, list(['kms', 5], ['iam', 'b:1'])],
    [200, { endpoints: [null, 1, 'x'] }],
  ])('that are not listed usably are INVALID_RESPONSE: %i %j', async (status, body) => {
    const inputs = { ...INPUTS, apiEndpoint: 'api.yandexcloud.kz' }
    await expect(resolveEndpoints(inputs, answering(status, body), collectLog())).rejects.toMatchObject({
      code: 'INVALID_RESPONSE',
    })
  })
})
