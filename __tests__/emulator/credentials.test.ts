import { constants, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(() => {
  emulator.exchange.errorShape = 'oauth'
})

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('IAM', () => {
  interface Changes {
    readonly header?: object
    readonly claims?: object
    readonly saltLength?: number
    readonly key?: string
  }

  function jwt({ header, claims, saltLength = 32, key = emulator.authorizedKey.private_key }: Changes = {}): string {
    const now = Math.floor(Date.now() / 1000)
    const head = { typ: 'JWT', alg: 'PS256', kid: emulator.authorizedKey.id, ...header }
    const aud = 'https://iam.api.cloud.yandex.net/iam/v1/tokens'
    const body = { iss: emulator.serviceAccountId, aud, iat: now, exp: now + 3600, ...claims }
    const signed = `${part(head)}.${part(body)}`
    const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
    return `${signed}.${sign('sha256', Buffer.from(signed), options).toString('base64url')}`
  }

  async function post(body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${emulator.urls.iam}/iam/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }

  it('gives a token for a JWT, and revokes it', async () => {
    const { status, json } = await post({ jwt: jwt() })
    expect(status).toBe(200)
    const iamToken = String(json['iamToken'])
    expect(Date.parse(String(json['expiresAt']))).toBeGreaterThan(Date.now() + 43_000_000)
    const revoke = (): Promise<Response> =>
      fetch(`${emulator.urls.iam}/iam/v1/tokens:revoke`, {
        method: 'POST',
        headers: { authorization: `Bearer ${iamToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ iamToken }),
      })
    expect(await (await revoke()).json()).toEqual({ subjectId: emulator.serviceAccountId })
    expect((await revoke()).status).toBe(401)
  })

  const now = Math.floor(Date.now() / 1000)
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const strangerPem = stranger.export({ type: 'pkcs8', format: 'pem' }).toString()
  it.each<[string, Changes]>([
    ['a salt of the greatest length', { saltLength: 222 }],
    ['another algorithm', { header: { alg: 'RS256' } }],
    ['no typ', { header: { typ: undefined } }],
    ['an unknown kid', { header: { kid: 'ajenone' } }],
    ['another issuer', { claims: { iss: 'ajenone' } }],
    ['an array of other audiences', { claims: { aud: ['https://iam.api.yandexcloud.kz/iam/v1/tokens'] } }],
    ['another audience', { claims: { aud: 'https://iam.api.yandexcloud.kz/iam/v1/tokens' } }],
    ['more than an hour', { claims: { iat: now, exp: now + 3601 } }],
    ['a past one', { claims: { iat: now - 4000, exp: now - 400 } }],
    ['a future one', { claims: { iat: now + 600, exp: now + 4000 } }],
    ['fractions of seconds', { claims: { iat: now + 0.5 } }],
    ['the signature of another key', { key: strangerPem }],
  ])('refuses a JWT with %s', async (_, changes) => {
    expect([400, 401]).toContain((await post({ jwt: jwt(changes) })).status)
  })

  it('takes the audience as a string or, as Yandex’s Go SDKs send it, as an array', async () => {
    const aud = 'https://iam.api.cloud.yandex.net/iam/v1/tokens'
    for (const given of [aud, [aud]]) expect((await post({ jwt: jwt({ claims: { aud: given } }) })).status).toBe(200)
  })

  it('refuses an Authorization header and unknown fields', async () => {
    expect((await post({ jwt: jwt() }, { authorization: 'Bearer x' })).status).toBe(400)
    expect((await post({ jwt: jwt(), yandexPassportOauthToken: 'x' })).status).toBe(400)
  })
})

describe('OIDC and the exchange', () => {
  const ask = (query: string, token = emulator.oidc.requestToken): Promise<Response> =>
    fetch(`${emulator.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}${query}`, {
      headers: { authorization: `Bearer ${token}` },
    })
  const idToken = async (query = ''): Promise<string> =>
    ((await (await ask(query)).json()) as { readonly value: string }).value

  async function exchange(changes: Record<string, string> = {}, type = 'application/x-www-form-urlencoded') {
    const form = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      audience: emulator.serviceAccountId,
      subject_token: await idToken(),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      ...changes,
    })
    const init = { method: 'POST', headers: { 'content-type': type }, body: form.toString() }
    const response = await fetch(`${emulator.urls.exchange}/oauth/token`, init)
    return { status: response.status, text: await response.text() }
  }

  it('gives an IAM token for an ID token whose subject is linked', async () => {
    const { status, text } = await exchange()
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ token_type: 'Bearer', access_token: expect.stringMatching(/^t1\./) })
  })

  it('refuses an ID token to those without the request token, and a repeated audience', async () => {
    expect((await ask('', 'x')).status).toBe(401)
    expect((await ask('&audience=a&audience=b')).status).toBe(400)
  })

  it.each([
    [
      'an unlinked subject',
      async () => {
        emulator.oidc.subject = 'repo:acme/widget:ref:refs/tags/v1.2.3'
        const token = await idToken()
        emulator.oidc.subject = 'repo:acme/widget:environment:release'
        return { subject_token: token }
      },
    ],
    ['another audience of the token', async () => ({ subject_token: await idToken('&audience=sigstore') })],
    ['an unknown service account', () => Promise.resolve({ audience: 'ajenone' })],
    ['another grant', () => Promise.resolve({ grant_type: 'client_credentials' })],
    ['another token type', () => Promise.resolve({ subject_token_type: 'urn:ietf:params:oauth:token-type:jwt' })],
    ['a field too many', () => Promise.resolve({ scope: 'openid' })],
    ['a broken signature', async () => ({ subject_token: (await idToken()).replace(/.{6}$/, 'AAAAAA') })],
  ])('refuses %s', async (_, changes) => {
    const { status, text } = await exchange(await changes())
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({ error: expect.any(String), error_description: expect.any(String) })
  })

  it('words its refusals as it is told', async () => {
    emulator.exchange.errorShape = 'status'
    expect(JSON.parse((await exchange({ audience: 'x' })).text)).toMatchObject({ code: 3, message: expect.any(String) })
    emulator.exchange.errorShape = 'text'
    expect((await exchange({ audience: 'x' })).text).toBe('audience is not a known service account\n')
    expect((await exchange({}, 'application/json')).status).toBe(400)
  })
})

it('gives the VM’s token to those who send the header', async () => {
  const url = `${emulator.urls.metadata}/computeMetadata/v1/instance/service-accounts/default/token`
  expect((await fetch(url)).status).toBe(403)
  const response = await fetch(url, { headers: { 'metadata-flavor': 'Google' } })
  expect(await response.json()).toMatchObject({ token_type: 'Bearer', expires_in: expect.any(Number) })
})

it('lists its endpoints without schemes', async () => {
  const { endpoints } = (await (await fetch(`${emulator.urls.discovery}/endpoints`)).json()) as {
    readonly endpoints: readonly { readonly id: string; readonly address: string }[]
  }
  expect(endpoints.map(({ id }) => id)).toEqual(['kms-crypto', 'kms', 'iam'])
  expect(endpoints.every(({ address }) => /^127\.0\.0\.1:\d+$/.test(address))).toBe(true)
})
