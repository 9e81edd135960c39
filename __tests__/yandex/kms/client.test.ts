import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Credential } from '../../../src/yandex/credentials/types.ts'
import type { Endpoints } from '../../../src/yandex/endpoints.ts'
import { ActionError } from '../../../src/base/errors.ts'
import { createHttpClient } from '../../../src/http/client.ts'
import { type HttpClient } from '../../../src/http/types.ts'
import { createKms } from '../../../src/yandex/kms/client.ts'
import { type Kms } from '../../../src/signing/kms-port.ts'
import { collectLog, json, serveHttp, type Answer } from '../../http/server.ts'

const KEY = 'abjkey0000000000test'
const closing: (() => Promise<void>)[] = []
let http: HttpClient
let log: ReturnType<typeof collectLog>
beforeEach(() => {
  log = collectLog()
  const signal = new AbortController().signal
  http = createHttpClient({
    env: {},
    log,
    signal,
    deadline: performance.now() + 9000,
    timing: { firstWaitMs: 2, attempts: 2 },
  })
  closing.push(() => http.close())
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function serve(...answers: readonly Answer[]) {
  const server = await serveHttp(...answers)
  closing.push(() => server.close())
  return server
}

function credential(...tokens: readonly string[]): Credential & { refreshed: number } {
  const made = {
    serviceAccountId: 'aje000',
    advice: 'the advice',
    refreshed: 0,
    token: () => Promise.resolve(tokens[made.refreshed] ?? ''),
    refresh: () => {
      made.refreshed = Math.min(made.refreshed + 1, tokens.length - 1)
      return made.token()
    },
    revoke: () => Promise.resolve(),
  }
  return made
}

function kmsAt(kms: string, more: Partial<Endpoints> = {}, using = credential('t1.token')): Kms {
  const endpoints = {
    kms,
    kmsControl: kms,
    kmsFallback: undefined,
    iam: undefined,
    tokenExchange: undefined,
    jwtAudience: '',
    ...more,
  }
  return createKms({ http, endpoints: Promise.resolve(endpoints), credential: using, log })
}

const digest = Buffer.alloc(32, 0xfb)
const signed = { keyId: KEY, signature: Buffer.from('signature').toString('base64') }
const described = { id: KEY, status: 'ACTIVE', signatureAlgorithm: 'X', createdAt: '2024-01-02T03:04:05.678901234Z' }
const status = (code: number, message = 'why') => ({
  code,
  message,
  details: [{ '@type': 'type.googleapis.com/google.rpc.RequestInfo', requestId: 'req-1' }],
})

describe('the calls', () => {
  it('are the ones of the REST reference', async () => {
    const server = await serve(json(200, described), json(200, { keyId: KEY, publicKey: 'PEM' }), json(200, signed))
    const kms = kmsAt(server.url)
    expect(await kms.getKey(KEY)).toEqual({
      status: 'ACTIVE',
      signatureAlgorithm: 'X',
      createdAt: new Date('2024-01-02T03:04:05.678Z'),
    })
    expect(await kms.getPublicKey(KEY)).toBe('PEM')
    expect((await kms.signHash(KEY, digest)).signature.toString()).toBe('signature')
    const base = `/kms/v1/asymmetricSignatureKeys/${KEY}`
    expect(server.seen).toMatchObject([
      { method: 'GET', path: base },
      { method: 'GET', path: `${base}/publicKey` },
      { method: 'POST', path: `${base}:signHash`, text: `{"hash":"${digest.toString('base64')}"}` },
    ])
    for (const { headers } of server.seen) {
      expect(headers.authorization).toBe('Bearer t1.token')
      expect(headers['x-client-request-id']).toMatch(/^[0-9a-f-]{36}$/u)
    }
    expect(kms.calls).toEqual({ getKey: 1, getPublicKey: 1, signHash: 1 })
  })

  it.each([
    [2, 10, 'ACTIVE', 'ECDSA_NIST_P256_SHA_256'],
    [3, 13, 'INACTIVE', 'ECDSA_SECP256_K1_SHA_256'],
    [1, 9, 'CREATING', 'RSA_4096_SIGN_PSS_SHA_512'],
    [7, 14, '7', '14'],
  ])('take enum values as numbers: %i, %i', async (of, algorithm, statusName, algorithmName) => {
    const server = await serve(json(200, { ...described, status: of, signatureAlgorithm: algorithm }))
    expect(await kmsAt(server.url).getKey(KEY)).toMatchObject({
      status: statusName,
      signatureAlgorithm: algorithmName,
    })
  })

  it('escape the key id', async () => {
    const server = await serve(json(200, { ...described, id: '../a?b' }))
    await kmsAt(server.url).getKey('../a?b')
    expect(server.seen[0]?.path).toBe('/kms/v1/asymmetricSignatureKeys/..%2Fa%3Fb')
  })
})

describe('an answer that is not what the API promises', () => {
  const html: Answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>login</html>')
  }
  const raw =
    (text: string): Answer =>
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    }
  it.each<[string, Answer]>([
    ['HTML', html],
    ['an empty body', raw('')],
    ['cut JSON', raw('{"keyId":"')],
    ['a JSON array', raw('[]')],
    ['JSON null', raw('null')],
    ['no keyId', json(200, { signature: signed.signature })],
    ['another keyId', json(200, { ...signed, keyId: 'abjother' })],
    ['no signature', json(200, { keyId: KEY })],
    ['an empty signature', json(200, { ...signed, signature: '' })],
    ['a number for a signature', json(200, { ...signed, signature: 5 })],
    ['bad base64', json(200, { ...signed, signature: '!!!!' })],
    ['base64url', json(200, { ...signed, signature: '-_-_' })],
    ['base64 without padding', json(200, { ...signed, signature: 'YQ' })],
    ['base64 with a line break', json(200, { ...signed, signature: 'YWFh\nYWFh' })],
    ['base64 with stray bits', json(200, { ...signed, signature: 'YR==' })],
    ['another success', json(202, signed)],
    ['400', json(400, status(3))],
    ['409', json(409, status(6))],
    ['418', json(418, 'teapot')],
  ])('%s, is INVALID_RESPONSE', async (_name, answer) => {
    const server = await serve(answer)
    await expect(kmsAt(server.url).signHash(KEY, digest)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    expect(server.seen).toHaveLength(1)
  })

  it.each([
    [{ ...described, id: 'other' }],
    [{ ...described, status: undefined }],
    [{ ...described, signatureAlgorithm: '' }],
    [{ ...described, createdAt: 'yesterday' }],
    [{ ...described, createdAt: 5 }],
  ])('Key.Get with %j, is INVALID_RESPONSE', async (body) => {
    const server = await serve(json(200, body))
    await expect(kmsAt(server.url).getKey(KEY)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
  })
})

describe('a refusal', () => {
  it.each([
    [401, 16, 'UNAUTHENTICATED', /the advice/u],
    [
      403,
      7,
      'PERMISSION_DENIED',
      /--id abjkey0000000000test --role kms\.asymmetricSignatureKeys\.signer --service-account-id aje000/u,
    ],
    [404, 5, 'KEY_NOT_FOUND', /list --folder-id/u],
    [400, 9, 'KEY_NOT_ACTIVE', /^Find out first who set it inactive and why/u],
  ])('of status %i and code %i is %s', async (http_, code, expected, hint) => {
    const server = await serve(json(http_, status(code, 'first\n::error::second')))
    const failure = kmsAt(server.url).signHash(KEY, digest)
    await expect(failure).rejects.toMatchObject({ code: expected, hint: expect.stringMatching(hint) })
    await expect(failure).rejects.toThrow(/first\\u\{a\}.*request id req-1/u)
  })

  it.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'PERMISSION_DENIED'],
    [404, 'INVALID_RESPONSE'],
    [418, 'INVALID_RESPONSE'],
  ])('of status %i without a google.rpc.Status is %s, and quoted', async (code, expected) => {
    const page = '<html>\n<h1>Blocked by the\u202e filter</h1>' + 'x'.repeat(400)
    const server = await serve((_request, response) =>
      response.writeHead(code, { 'content-type': 'text/html; charset=utf-8' }).end(page),
    )
    const failure = await kmsAt(server.url)
      .getPublicKey(KEY)
      .catch((thrown: unknown) => thrown as ActionError)
    expect(failure).toMatchObject({ code: expected })
    if (!(failure instanceof ActionError)) throw new Error('no failure')
    expect(failure.message).toContain('text/html: "<html> <h1>Blocked by the\\u{202e} filter</h1>xxx')
    expect(failure.message).toMatch(/client request id [0-9a-f-]{36}/u)
    expect(failure.message).not.toContain('x'.repeat(300))
    expect(failure.hint ?? '').not.toMatch(/role/u)
    if (code === 403) expect(failure.hint).toMatch(/proxy or an egress filter, may have answered/u)
  })

  it('shows the details that tell what is wrong', async () => {
    const type = (name: string) => `type.googleapis.com/google.rpc.${name}`
    const details = [
      { '@type': type('BadRequest'), fieldViolations: [{ field: 'hash', description: 'must have 32 bytes' }, 7] },
      { '@type': type('QuotaFailure'), violations: [{ subject: 'cloud:b1g', description: 'too many keys' }] },
      { '@type': type('RetryInfo'), retryDelay: '3.5s' },
      { '@type': type('ErrorInfo'), reason: 'BAD\n::error::' },
      { '@type': type('DebugInfo'), stackEntries: ['at secret'] },
      null,
    ]
    const server = await serve(json(400, { code: 3, message: 'Invalid', details }))
    await expect(kmsAt(server.url).signHash(KEY, digest)).rejects.toThrow(
      /Invalid; hash: must have 32 bytes; cloud:b1g: too many keys; try again after 3\.5s; reason BAD\\u\{a\}::error:: \(status 400, code 3, client request id/u,
    )
  })

  it.each([
    [404, {}],
    [405, {}],
    [501, {}],
    [501, status(12)],
    [404, status(5)],
  ])('of Key.Get by %i %j says that this host does not serve it', async (code, body) => {
    const server = await serve(json(code, body))
    const failure = kmsAt(server.url).getKey(KEY)
    await expect(failure).rejects.toMatchObject({ code: 'PERMISSION_DENIED', reason: 'host' })
    await expect(failure).rejects.toThrow(`Key.Get is not served at ${new URL(server.url).host}`)
  })

  it.each([
    ['getKey', 'kms.auditor'],
    ['getPublicKey', 'kms.asymmetricSignatureKeys.publicKeyViewer'],
  ] as const)('of %s names the role %s', async (method, role) => {
    const server = await serve(json(403, status(7)))
    const failure = kmsAt(server.url)[method](KEY)
    await expect(failure).rejects.toMatchObject({ hint: expect.stringContaining(`--role ${role} `) })
  })
})

describe('a token that is refused', () => {
  it('is replaced once, and the call made again', async () => {
    const server = await serve(json(401, status(16)), json(200, signed))
    await kmsAt(server.url, {}, credential('old', 'new')).signHash(KEY, digest)
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
  })

  it.each([[['old', 'new']], [['only']]])('is UNAUTHENTICATED when that does not help: %j', async (tokens) => {
    const server = await serve(json(401, status(16)))
    const failure = kmsAt(server.url, {}, credential(...tokens)).signHash(KEY, digest)
    await expect(failure).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(server.seen).toHaveLength(tokens.length)
  })
})

describe('the second host', () => {
  it.each([
    [404, {}],
    [404, status(5)],
    [405, {}],
    [501, status(12)],
    [400, status(12)],
    [403, 'blocked by the filter'],
    [418, {}],
  ])('is asked when the first answers %i %j, and keeps the run', async (code, body) => {
    const first = await serve(json(code, body))
    const second = await serve(json(200, signed))
    const kms = kmsAt(first.url, { kmsFallback: second.url })
    const all = await Promise.all(Array.from({ length: 8 }, () => kms.signHash(KEY, digest)))
    expect(all).toHaveLength(8)
    const before = first.seen.length
    await kms.signHash(KEY, digest)
    expect([first.seen.length, second.seen.length]).toEqual([before, 9])
    expect(log.lines.filter((line) => line.includes('serves the rest of the run'))).toHaveLength(1)
    expect(kms.calls.signHash).toBe(9)
  })

  it('decides whether there is such a key', async () => {
    const first = await serve(json(404, status(5, 'no method')))
    const second = await serve(json(404, status(5, 'no key')))
    const kms = kmsAt(first.url, { kmsFallback: second.url })
    await expect(kms.signHash(KEY, digest)).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' })
    await expect(kms.getPublicKey(KEY)).rejects.toThrow(/no key/u)
    expect([first.seen.length, second.seen.length]).toEqual([2, 2])
  })

  it('keeps the run when it only refuses the role', async () => {
    const first = await serve(json(404, {}))
    const second = await serve(json(403, status(7)), json(200, signed))
    const kms = kmsAt(first.url, { kmsFallback: second.url })
    await expect(kms.getPublicKey(KEY)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
    await kms.signHash(KEY, digest)
    expect(first.seen).toHaveLength(1)
  })

  it('that cannot be reached leaves the answer of the first', async () => {
    const first = await serve(json(404, status(5, 'the first says so')))
    const second = await serve()
    await second.close()
    closing.pop()
    const kms = kmsAt(first.url, { kmsFallback: second.url })
    await expect(kms.signHash(KEY, digest)).rejects.toThrow(/the first says so/u)
  })

  it('is not asked for Key.Get, for other failures, or where an endpoint was set', async () => {
    const first = await serve(json(404, {}), json(403, status(7)), json(404, {}))
    const second = await serve(json(200, signed))
    const kms = kmsAt(first.url, { kmsFallback: second.url })
    await expect(kms.getKey(KEY)).rejects.toMatchObject({ reason: 'host' })
    await expect(kms.signHash(KEY, digest)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
    await expect(kmsAt(first.url).signHash(KEY, digest)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    expect(second.seen).toHaveLength(0)
  })
})
