/** Tokens as services issue them: what is taken, for how long, and what is revoked. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createHttpClient } from '../../../src/http/client.ts'
import { createCredential } from '../../../src/yandex/credentials/credentials.ts'
import type { CredentialChoice } from '../../../src/yandex/credentials/types.ts'
import { collectLog, json, serveProxy, type Answer } from '../../http/server.ts'
import { AUTHORIZED_KEY } from './key.ts'
import {
  CLAIMS,
  claimed,
  closing,
  contextAt,
  granted,
  jwtOf,
  log,
  make,
  masked,
  OIDC,
  run,
  serve,
  serveGitHub,
} from './scene.ts'

/** What the machine's clock is ahead by from here on. */
let aheadMs = 0
beforeEach(() => {
  aheadMs = 0
  const { now } = Date
  jest.spyOn(Date, 'now').mockImplementation(() => now() + aheadMs)
})
afterEach(() => {
  jest.restoreAllMocks()
})

const KEY: CredentialChoice = { kind: 'service-account-key', json: JSON.stringify(AUTHORIZED_KEY.json) }
const issue =
  (token: string, ms = 3_600_000): Answer =>
  (request, response) => {
    json(200, { iamToken: token, expiresAt: new Date(Date.now() + ms).toISOString() })(request, response)
  }
const said = () => log.lines.filter((line) => !line.startsWith('debug'))
const vm = (body: unknown, status = 200) => serve(json(status, body))

describe('a token', () => {
  it.each([
    [3_600_000, 3_539_000, 3_541_000],
    [100_000, 89_000, 91_000],
  ])('of %i ms is renewed when a minute or a tenth of that is left', async (ms, before, after) => {
    const server = await serve(issue('t1.a', ms), issue('t1.b'))
    const credential = make(KEY, { iam: server.url })
    expect(await credential.token()).toBe('t1.a')
    aheadMs = before
    expect(await credential.token()).toBe('t1.a')
    aheadMs = after
    expect(await credential.token()).toBe('t1.b')
    expect(server.seen).toHaveLength(2)
  })

  it('that does not say how long it lasts is used until it is refused', async () => {
    const server = await vm({ access_token: 't1.vm' })
    const credential = make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url })
    await credential.token()
    aheadMs = 1e12
    expect(await credential.token()).toBe('t1.vm')
    expect(server.seen).toHaveLength(1)
    await credential.refresh('t1.vm')
    expect(server.seen).toHaveLength(2)
  })

  it('is replaced with one line in the log, and only where it is the one that was refused', async () => {
    const server = await serve(issue('t1.a'), issue('t1.b'), issue('t1.c'))
    const credential = make(KEY, { iam: server.url })
    expect(await credential.refresh('unknown')).toBe('t1.a')
    expect(await credential.refresh('unknown')).toBe('t1.a')
    expect(said()).toEqual([])
    await Promise.all([credential.refresh('t1.a'), credential.refresh('t1.a')])
    expect(said()).toEqual(['info: The token was refused: a new one is fetched.'])
    expect(server.seen).toHaveLength(2)
  })

  it.each([
    [{ access_token: 'x'.repeat(16_384) }, true],
    [{ access_token: 'x'.repeat(16_385) }, false],
    [{ access_token: '!~' }, true],
    [{ access_token: 'a\u007f' }, false],
    [{ access_token: 't1.x', expires_in: 0 }, false],
    [{ access_token: 't1.x', expires_in: '0' }, false],
    [{ access_token: 't1.x', expires_in: 0.5 }, true],
    [{ access_token: 't1.x', expires_in: '1e3' }, false],
    [{ access_token: 't1.x', expires_in: '1234567890' }, false],
    [{ access_token: 't1.x', expires_in: '12.' }, false],
    [{ access_token: 't1.x', expires_in: '12.25' }, true],
    [{ access_token: 't1.x', expires_in: 'x12' }, false],
    [{ access_token: 't1.x', expires_in: true }, false],
  ])('is good: %.60j: %p', async (body, isGood) => {
    const server = await vm(body)
    const token = make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url }).token()
    if (isGood) expect(await token).toBe(body.access_token)
    else await expect(token).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    // Whatever it is, it is not to be seen.
    expect(masked).toEqual([body.access_token])
  })

  it.each([[5], [''], [null]])('that is none is not masked: %j', async (access_token) => {
    const server = await vm({ access_token })
    const token = make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url }).token()
    await expect(token).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    expect(masked).toEqual([])
  })

  it.each([
    ['2999-01-01T00:00:00Z', true],
    ['2999-01-01T00:00:00.123456789Z', true],
    ['2999-01-01T00:00:00+03:00', true],
    ['2999-01-01T00:00:00', false],
    ['x2999-01-01T00:00:00Z', false],
    ['2999-01-01T00:00:00Zx', false],
    ['2999-13-01T00:00:00Z', false],
    ['2999-01-01', false],
  ])('that lasts until %j is taken: %p', async (expiresAt, isTaken) => {
    const server = await serve(json(200, { iamToken: 't1.x', expiresAt }))
    const token = make(KEY, { iam: server.url }).token()
    if (isTaken) expect(await token).toBe('t1.x')
    else
      await expect(token).rejects.toMatchObject({
        code: 'INVALID_RESPONSE',
        message: expect.stringMatching(
          /^Yandex IAM answered without a usable expiresAt \(status 200, client request id /u,
        ) as unknown,
        hint: expect.stringMatching(/^Run the job again\./u) as unknown,
      })
  })

  it.each<[Answer, RegExp]>([
    [json(200, []), /that is not a JSON object \(application\/json\)/u],
    [(_q, response) => void response.writeHead(200).end('hunter2'), /that is not a JSON object \(no content type\)/u],
    [
      (_q, response) => void response.writeHead(200, { 'content-type': 'text/html;x=y' }).end('hunter2'),
      /that is not a JSON object \(text\/html\)/u,
    ],
    [json(201, { access_token: 't1.x' }), /that is not a JSON object/u],
    [json(200, { access_token: '' }), /without a usable access_token/u],
    [json(200, { access_token: 't1.x', expires_in: 'x' }), /an expires_in that is not a positive number of seconds/u],
  ])('is not in another answer, which is not quoted (%#)', async (answer, what) => {
    const server = await serve(answer)
    const refusal = make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url }).token()
    await expect(refusal).rejects.toMatchObject({
      code: 'INVALID_RESPONSE',
      message: expect.stringMatching(what) as unknown,
    })
    await expect(refusal).rejects.not.toThrow('hunter2')
  })
})

describe('revoking', () => {
  it('leaves out what has run out by itself', async () => {
    const server = await serve(issue('t1.a', 100_000), issue('t1.b'), json(200, {}))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    aheadMs = 100_001
    await credential.token()
    await credential.revoke()
    expect(server.seen.slice(2).map(({ text }) => text)).toEqual(['{"iamToken":"t1.b"}'])
  })

  it('says of a token without an end how long it may last', async () => {
    const iam = await serve(json(403, { code: 7, message: 'no' }))
    const server = await vm({ access_token: 't1.vm' })
    const credential = make({ kind: 'vm' }, { iam: iam.url }, { YC_METADATA_ADDR: server.url })
    await credential.token()
    await credential.revoke()
    expect(log.lines.at(-1)).toMatch(
      /^warning: The IAM token could not be revoked and lasts for 12 hours at most: Yandex IAM answered 403 \(status 403, code 7, client request id /u,
    )
    expect(iam.seen[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer t1.vm', 'content-type': 'application/json' },
    })
  })

  it('that goes well is said', async () => {
    const server = await serve(issue('t1.a'), json(200, {}))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    await credential.revoke()
    expect(said()).toEqual(['info: The IAM token was revoked.'])
  })

  it('is not tried once more for a failure that is no cancellation', async () => {
    const server = await serve(issue('t1.a'), json(403, {}))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    await credential.revoke()
    expect(server.seen).toHaveLength(2)
  })

  it('is tried once after a cancellation, and not again', async () => {
    const server = await serve(issue('t1.a'), json(503, {}))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    run.abort(new Error('cancelled'))
    await credential.revoke()
    expect(server.seen).toHaveLength(2)
    expect(log.lines.at(-1)).toMatch(/^warning/u)
  })
})

describe('an authorized key', () => {
  const claimsOf = (text: string) => {
    const { jwt } = JSON.parse(text) as { jwt: string }
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as { iat: number; exp: number }
  }
  const dated =
    (ms: number, answer: Answer): Answer =>
    (request, response) => {
      response.setHeader('date', new Date(Date.now() + ms).toUTCString())
      answer(request, response)
    }

  it('makes JWTs for ten minutes, in whole seconds', async () => {
    const server = await serve(issue('t1.a'))
    await make(KEY, { iam: server.url }).token()
    const { iat, exp } = claimsOf(server.seen[0]?.text ?? '')
    expect([Number.isInteger(iat), exp - iat]).toEqual([true, 600])
    expect(server.seen[0]?.headers['content-type']).toBe('application/json')
  })

  it('makes them by the service’s clock where that is known to be behind, and counts the token’s time by it', async () => {
    const server = await serve(dated(-600_000, issue('t1.a', 1_200_000)), dated(-600_000, issue('t1.b')))
    const credential = make(KEY, { iam: server.url })
    expect(await credential.token()).toBe('t1.a')
    await credential.refresh('t1.a')
    const second = claimsOf(server.seen[1]?.text ?? '').iat - Date.now() / 1000
    expect([second < -590, second > -610]).toEqual([true, true])
  })

  it('makes them by its own clock where the service’s is ahead', async () => {
    const server = await serve(dated(600_000, issue('t1.a')), dated(600_000, issue('t1.b')))
    const credential = make(KEY, { iam: server.url })
    await credential.refresh(await credential.token())
    expect(Math.abs(claimsOf(server.seen[1]?.text ?? '').iat - Date.now() / 1000)).toBeLessThan(5)
  })

  it('counts the time of a token by the service’s clock', async () => {
    // Eleven minutes, of which ten have gone where the clock is ten minutes ahead.
    const server = await serve(dated(600_000, issue('t1.a', 660_000)), issue('t1.b'))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    aheadMs = 57_000
    expect(await credential.token()).toBe('t1.b')
  })

  it.each([
    [3000, 1],
    [60_000, 2],
    [-60_000, 2],
  ])('is sent again for clocks that differ by %i ms: %i requests', async (ms, requests) => {
    const server = await serve(dated(ms, json(401, { code: 16, message: 'no' })))
    await expect(make(KEY, { iam: server.url }).token()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringMatching(
        /^Yandex IAM gives no token for the key: no \(status 401, code 16, client/u,
      ) as unknown,
    })
    expect(server.seen).toHaveLength(requests)
  })

  it('names one clock alone where the service does not tell its own', async () => {
    const silent: Answer = (request, response) => {
      response.sendDate = false
      json(401, { code: 16, message: 'no' })(request, response)
    }
    const server = await serve(silent)
    await expect(make(KEY, { iam: server.url }).token()).rejects.toMatchObject({
      hint: expect.stringMatching(/ The runner's clock says \d{4}-\S+Z: they have to agree\.$/u) as unknown,
    })
    expect(server.seen).toHaveLength(1)
  })
})

describe('an ID token', () => {
  it('is asked for as JSON, and what it says is told before it is used', async () => {
    const { server, env } = await serveGitHub(jwtOf(CLAIMS))
    const exchange = await serve(granted)
    await make(OIDC, { exchange: exchange.url }, env).token()
    expect(server.seen[0]?.headers.accept).toBe('application/json')
    expect(exchange.seen[0]?.headers.accept).toBe('application/json')
    expect(claimed).toEqual([CLAIMS])
  })

  it.each([['no JSON'], ['5'], ['null'], ['"text"']])('that says %s says nothing', async (claims) => {
    const { env } = await serveGitHub(jwtOf(claims))
    const exchange = await serve(granted)
    expect(await make(OIDC, { exchange: exchange.url }, env).token()).toBe('t1.x')
    expect(claimed).toEqual([{}])
  })

  it('is used where nobody asks what it says, too', async () => {
    const { env } = await serveGitHub(jwtOf(CLAIMS))
    const exchange = await serve(granted)
    const context = { ...contextAt({ exchange: exchange.url }, env), onClaims: undefined }
    expect(await createCredential(OIDC, context).token()).toBe('t1.x')
  })

  it('of another issuer is exchanged as it is, and for each token again', async () => {
    const token = jwtOf({ iss: 'https://gitlab.example' })
    const exchange = await serve(granted)
    const credential = make({ kind: 'given-oidc', serviceAccountId: 'ajesa', token }, { exchange: exchange.url })
    expect(masked).toEqual([token])
    expect([await credential.token(), await credential.refresh('t1.x')]).toEqual(['t1.x', 't1.x'])
    expect(exchange.seen.map(({ text }) => new URLSearchParams(text).get('subject_token'))).toEqual([token, token])
    expect(new URLSearchParams(exchange.seen[0]?.text).get('audience')).toBe('ajesa')
    expect(claimed).toEqual([])
  })

  it.each([
    ['bearer', true],
    ['BEARER', true],
    [undefined, true],
    ['MAC', false],
    [5, false],
    [null, false],
  ])('gets a token of type %j: %p', async (type, isTaken) => {
    const exchange = await serve(json(200, { access_token: 't1.x', token_type: type, expires_in: 100 }))
    const credential = make({ kind: 'given-oidc', serviceAccountId: 'a', token: 'a.b.c' }, { exchange: exchange.url })
    if (isTaken) expect(await credential.token()).toBe('t1.x')
    else
      await expect(credential.token()).rejects.toMatchObject({
        code: 'INVALID_RESPONSE',
        message: expect.stringContaining('answered with a token_type that is not Bearer') as unknown,
      })
  })

  it('goes nowhere by default with another installation, which is said', async () => {
    const credential = make({ kind: 'given-oidc', serviceAccountId: 'a', token: 'a.b.c' }, {})
    await expect(credential.token()).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: 'With another api-endpoint, the OIDC token goes nowhere by default.',
      hint: 'Set token-endpoint to the full URL of the token exchange of that installation.',
    })
  })
})

describe("the VM's metadata service", () => {
  const PATH = '/computeMetadata/v1/instance/service-accounts/default/token'
  const ADVICE =
    /^yc-vm-service-account works on a Yandex Cloud VM that has a service account: `yc compute instance update/u

  it.each([(url: string) => url, (url: string) => `${url}///`, (url: string) => `  ${url.slice('http://'.length)} `])(
    'is found at the address that is set (%#)',
    async (address) => {
      const server = await vm({ access_token: 't1.vm' })
      const credential = make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: address(server.url) })
      expect(credential.serviceAccountId).toBeUndefined()
      expect(credential.advice).toMatch(ADVICE)
      expect(await credential.token()).toBe('t1.vm')
      expect(server.seen.map(({ method, path }) => [method, path])).toEqual([['GET', PATH]])
    },
  )

  it('is asked directly, past any proxy', async () => {
    const server = await vm({ access_token: 't1.vm' })
    const proxy = await serveProxy(server.port)
    closing.push(() => proxy.close())
    const env = { http_proxy: proxy.url, https_proxy: proxy.url, YC_METADATA_ADDR: server.url }
    const http = createHttpClient({ env, log: collectLog(), signal: run.signal, deadline: performance.now() + 5000 })
    closing.push(() => http.close())
    const context = { http, endpoints: Promise.reject(new Error('unused')), env, log, signal: run.signal }
    context.endpoints.catch(() => undefined)
    expect(await createCredential({ kind: 'vm' }, { ...context, mask: () => undefined }).token()).toBe('t1.vm')
    expect(proxy.seen).toEqual([])
  })

  it('that gives no token has advice', async () => {
    const server = await vm({ message: 'no account' }, 404)
    await expect(make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url }).token()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: "The VM's metadata service gives no token: no account (status 404).",
      hint: expect.stringMatching(ADVICE) as unknown,
    })
  })

  it('that is not there has advice, and another failure stays what it is', async () => {
    const server = await vm({}, 503)
    const gone = make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url }).token()
    await expect(gone).rejects.toMatchObject({ code: 'UNAVAILABLE', hint: expect.stringMatching(ADVICE) as unknown })
    run.abort(new Error('cancelled'))
    await expect(make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url }).token()).rejects.toMatchObject({
      code: 'CANCELLED',
      hint: expect.not.stringMatching(ADVICE) as unknown,
    })
  })
})
