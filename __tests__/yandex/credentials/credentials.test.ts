import { constants, verify } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { type CredentialChoice } from '../../../src/yandex/credentials/types.ts'
import { ActionError } from '../../../src/base/errors.ts'
import { json, type Answer } from '../../http/server.ts'
import { AUTHORIZED_KEY } from './key.ts'
import { CLAIMS, closing, granted, jwtOf, log, make, masked, OIDC, run, serve, serveGitHub } from './scene.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const issue =
  (token: string, ms = 3_600_000): Answer =>
  (request, response) => {
    json(200, { iamToken: token, expiresAt: new Date(Date.now() + ms).toISOString() })(request, response)
  }
const KEY: CredentialChoice = { kind: 'service-account-key', json: JSON.stringify(AUTHORIZED_KEY.json) }
const SUBJECT = CLAIMS.sub

describe('an authorized key', () => {
  it('gets a token for a PS256 JWT as the service checks it', async () => {
    const server = await serve(issue('t1.a'))
    expect(await make(KEY, { iam: server.url }).token()).toBe('t1.a')
    const [request] = server.seen
    expect(request).toMatchObject({ method: 'POST', path: '/iam/v1/tokens' })
    expect(request?.headers).not.toHaveProperty('authorization')
    const { jwt } = JSON.parse(request?.text ?? '') as { jwt: string }
    const [header = '', claims = '', signature = ''] = jwt.split('.')
    expect(JSON.parse(atob(header))).toEqual({ typ: 'JWT', alg: 'PS256', kid: AUTHORIZED_KEY.json.id })
    const { iat, exp, ...rest } = JSON.parse(atob(claims)) as { iat: number; exp: number }
    expect(rest).toEqual({
      iss: AUTHORIZED_KEY.json.service_account_id,
      aud: 'https://iam.api.cloud.yandex.net/iam/v1/tokens',
    })
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(5)
    expect(exp - iat).toBeLessThanOrEqual(3600)
    const pss = { key: AUTHORIZED_KEY.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), pss, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(masked).toEqual(expect.arrayContaining([jwt, 't1.a', AUTHORIZED_KEY.json.private_key.split('\n')[2]]))
  })

  it('that IAM refuses is UNAUTHENTICATED, with the way to look the key up', async () => {
    const server = await serve(json(401, { code: 16, message: 'Key not found' }))
    const failure = make(KEY, { iam: server.url }).token()
    await expect(failure).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('Key not found'),
      hint: expect.stringContaining('yc iam key list --service-account-id ajesa0000000000000'),
    })
    expect(server.seen).toHaveLength(1)
  })

  /** A service whose clock is so far from this machine's, and that takes no JWT of another time. */
  const byAnotherClock =
    (aheadMs: number): Answer =>
    (request, response) => {
      const now = Date.now() + aheadMs
      const { jwt } = JSON.parse(request.text) as { jwt: string }
      const { iat, exp } = JSON.parse(atob(jwt.split('.')[1] ?? '')) as { iat: number; exp: number }
      response.setHeader('date', new Date(now).toUTCString())
      if (iat * 1000 > now + 2000 || exp * 1000 <= now) json(401, { code: 16, message: 'not now' })(request, response)
      else json(200, { iamToken: 't1.a', expiresAt: new Date(now + 3_600_000).toISOString() })(request, response)
    }

  it.each([
    ['behind', 7_200_000],
    ['ahead of', -7_200_000],
  ])(
    'is taken at the second attempt where the runner’s clock is %s the service’s, with a warning',
    async (_, ahead) => {
      const answer = byAnotherClock(ahead)
      const server = await serve(answer, answer)
      expect(await make(KEY, { iam: server.url }).token()).toBe('t1.a')
      expect(server.seen).toHaveLength(2)
      expect(log.lines.filter((line) => line.startsWith('warning'))).toEqual([
        expect.stringMatching(
          /refused the key's JWT.*the clocks differ: .*\d{4}-.*\d{4}-.*Set the runner's clock right/u,
        ),
      ])
    },
  )

  it('is refused for good with both times told, once the second attempt is refused too', async () => {
    const refusal: Answer = (request, response) => {
      response.setHeader('date', new Date(Date.now() + 7_200_000).toUTCString())
      json(401, { code: 16, message: 'not now' })(request, response)
    }
    const server = await serve(refusal, refusal)
    await expect(make(KEY, { iam: server.url }).token()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      hint: expect.stringMatching(/The runner's clock says \d{4}-\S+Z and the service's \d{4}-\S+Z/u),
    })
    expect(server.seen).toHaveLength(2)
  })

  it.each([
    [{}],
    [{ iamToken: '', expiresAt: inAnHour() }],
    [{ iamToken: 5, expiresAt: inAnHour() }],
    [{ iamToken: 'two words', expiresAt: inAnHour() }],
    [{ iamToken: 't1.x' }],
    [{ iamToken: 't1.x', expiresAt: 'soon' }],
    [{ iamToken: 't1.x', expiresAt: 5 }],
    ['text'],
  ])('answered by %j is INVALID_RESPONSE', async (body) => {
    const server = await serve(json(200, body))
    await expect(make(KEY, { iam: server.url }).token()).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
  })
})

describe('a token', () => {
  it('is fetched once for all who ask at once', async () => {
    const server = await serve(issue('t1.a'))
    const credential = make(KEY, { iam: server.url })
    const all = await Promise.all(Array.from({ length: 20 }, () => credential.token()))
    expect(new Set(all)).toEqual(new Set(['t1.a']))
    expect(server.seen).toHaveLength(1)
  })

  it('is renewed once before it runs out', async () => {
    const server = await serve(issue('t1.a', 1500), issue('t1.b'))
    const credential = make(KEY, { iam: server.url })
    expect(await credential.token()).toBe('t1.a')
    await new Promise((resolve) => setTimeout(resolve, 1400))
    expect(new Set(await Promise.all([credential.token(), credential.token()]))).toEqual(new Set(['t1.b']))
    expect(server.seen).toHaveLength(2)
  })

  it('that was refused is replaced once for all whom it failed', async () => {
    const server = await serve(issue('t1.a'), issue('t1.b'))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    const all = await Promise.all([credential.refresh('t1.a'), credential.refresh('t1.a')])
    expect([...all, await credential.refresh('t1.a'), await credential.token()]).toEqual(Array(4).fill('t1.b'))
    expect(server.seen).toHaveLength(2)
  })
})

describe('revoking', () => {
  it('revokes each token that was fetched, once', async () => {
    const server = await serve(issue('t1.a'), issue('t1.b'), json(200, { subjectId: 's' }))
    const credential = make(KEY, { iam: server.url })
    await credential.refresh(await credential.token())
    await credential.revoke()
    await credential.revoke()
    const revocations = server.seen.slice(2).toSorted((a, b) => (a.text < b.text ? -1 : 1))
    expect(revocations.map(({ path }) => path)).toEqual(Array(2).fill('/iam/v1/tokens:revoke'))
    expect(revocations.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1.a', 'Bearer t1.b'])
    expect(revocations.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
      { iamToken: 't1.a' },
      { iamToken: 't1.b' },
    ])
  })

  it('goes out after a cancellation, and a failure is a warning', async () => {
    const server = await serve(issue('t1.a'), json(500, { code: 13, message: 'x' }))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    run.abort(new ActionError('CANCELLED', 'SIGTERM'))
    await credential.revoke()
    expect(server.seen).toHaveLength(2)
    expect(log.lines.at(-1)).toMatch(/^warning: The IAM token could not be revoked and lasts until 2.*answered 500/u)
    expect(log.lines.join()).not.toContain('t1.a')
  })

  it('is tried once more when the run is cancelled while it is under way', async () => {
    const hangs: Answer = () => {
      run.abort(new ActionError('CANCELLED', 'SIGTERM'))
    }
    const server = await serve(issue('t1.a'), hangs, json(200, { subjectId: 's' }))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    await credential.revoke()
    expect(server.seen).toHaveLength(3)
    expect(log.lines.at(-1)).toBe('info: The IAM token was revoked.')
  })

  it('takes no longer for two tokens than for one: after a cancellation there are seconds', async () => {
    const server = await serve(issue('t1.a'), issue('t1.b'), () => undefined)
    const credential = make(KEY, { iam: server.url })
    await credential.refresh(await credential.token())
    run.abort(new ActionError('CANCELLED', 'SIGTERM'))
    const start = performance.now()
    await credential.revoke()
    expect(performance.now() - start).toBeLessThan(3500)
    expect(server.seen).toHaveLength(4)
  })

  it('takes a token that IAM knows no more for revoked: the answer to an attempt before was lost', async () => {
    const server = await serve(issue('t1.a'), json(401, { code: 16, message: 'The token was revoked' }))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    await credential.revoke()
    expect(log.lines.filter((line) => line.startsWith('warning'))).toEqual([])
    expect(log.lines.at(-1)).toMatch(/no longer accepts the IAM token/u)
  })

  it.each([
    ['a page', [200, '<html>Sign in</html>']],
    ['nothing', [200, '']],
    ['another status', [204, '']],
  ] as const)('warns where %s stands in place of the answer', async (_, [status, text]) => {
    const server = await serve(issue('t1.a'), (_request, response) => void response.writeHead(status).end(text))
    const credential = make(KEY, { iam: server.url })
    await credential.token()
    await credential.revoke()
    expect(log.lines.at(-1)).toMatch(/^warning: The IAM token could not be revoked and lasts until 2/u)
  })

  it('does nothing where no token was fetched', async () => {
    const server = await serve(json(500, {}))
    await make(KEY, { iam: server.url }).revoke()
    await make({ kind: 'iam-token', token: 't1.given' }, { iam: server.url }).revoke()
    expect(server.seen).toHaveLength(0)
  })
})

describe('a token that is handed in', () => {
  it('is masked and used as it is', async () => {
    const credential = make({ kind: 'iam-token', token: 't1.given' }, {})
    expect([await credential.token(), await credential.refresh('t1.given')]).toEqual(['t1.given', 't1.given'])
    expect(masked).toEqual(['t1.given'])
  })

  it.each(['two words', 'line\nbreak', 'ключ'])('is refused when no header can carry it: %j', (token) => {
    expect(() => make({ kind: 'iam-token', token }, {})).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }))
  })
})

describe("the VM's metadata service", () => {
  it('gives a token', async () => {
    const server = await serve(json(200, { access_token: 't1.vm', expires_in: 100, token_type: 'Bearer' }))
    const credential = make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url.slice('http://'.length) })
    expect(await credential.token()).toBe('t1.vm')
    expect(server.seen).toMatchObject([
      {
        path: '/computeMetadata/v1/instance/service-accounts/default/token',
        headers: { 'metadata-flavor': 'Google' },
      },
    ])
    expect(masked).toEqual(['t1.vm'])
  })

  it.each([
    [404, {}, 'UNAUTHENTICATED'],
    [200, {}, 'INVALID_RESPONSE'],
    [200, { access_token: 't1.vm', expires_in: 'soon' }, 'INVALID_RESPONSE'],
    [200, { access_token: 't1.vm', expires_in: '' }, 'INVALID_RESPONSE'],
    [200, { access_token: 't1.vm', expires_in: -1 }, 'INVALID_RESPONSE'],
    [500, {}, 'UNAVAILABLE'],
  ])('answering %i %j is %s', async (status, body, code) => {
    const server = await serve(json(status, body))
    await expect(make({ kind: 'vm' }, {}, { YC_METADATA_ADDR: server.url }).token()).rejects.toMatchObject({ code })
  })
})

describe('GitHub OIDC', () => {
  const github = (value: unknown = jwtOf(CLAIMS), status = 200) => serveGitHub(value, status)

  it.each([
    [undefined, '/token?api-version=2'],
    ['https://a.example/?b&c', '/token?api-version=2&audience=https%3A%2F%2Fa.example%2F%3Fb%26c'],
  ])('exchanges a token for the audience %s', async (audience, path) => {
    const { server, env } = await github()
    const exchange = await serve(granted)
    const credential = make({ ...OIDC, audience }, { exchange: `${exchange.url}/oauth/token` }, env)
    expect(await credential.token()).toBe('t1.x')
    expect(server.seen).toMatchObject([{ method: 'GET', path, headers: { authorization: 'Bearer request-token' } }])
    expect(Object.fromEntries(new URLSearchParams(exchange.seen[0]?.text))).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      audience: 'ajesa',
      subject_token: jwtOf(CLAIMS),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    })
    expect(exchange.seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(masked).toEqual(['request-token', jwtOf(CLAIMS), 't1.x'])
  })

  it('is tried again at the exchange', async () => {
    const { env } = await github()
    const exchange = await serve(json(503, {}), granted)
    expect(await make(OIDC, { exchange: exchange.url }, env).token()).toBe('t1.x')
  })

  it.each([[undefined], [null], ['43200'], [' 43200.5 ']])('takes a token with expires_in %j', async (expires) => {
    const { env } = await github()
    const exchange = await serve(json(200, { access_token: 't1.x', token_type: 'Bearer', expires_in: expires }))
    const credential = make(OIDC, { exchange: exchange.url }, env)
    expect([await credential.token(), await credential.token()]).toEqual(['t1.x', 't1.x'])
    expect(exchange.seen).toHaveLength(1)
  })

  it('without an exchange of that installation is INVALID_INPUT', async () => {
    const { env } = await github()
    await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it.each([
    [{ access_token: 't1.x', expires_in: 1, token_type: 'MAC' }],
    [{ access_token: 't1.x', token_type: 'Bearer', expires_in: [] }],
    [{ token_type: 'Bearer', expires_in: 1 }],
    ['t1.x'],
  ])('exchanged for %j is INVALID_RESPONSE', async (body) => {
    const { env } = await github()
    const exchange = await serve(json(200, body))
    await expect(make(OIDC, { exchange: exchange.url }, env).token()).rejects.toMatchObject({
      code: 'INVALID_RESPONSE',
    })
  })

  describe('without a token', () => {
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'event-'))
      closing.push(() => rm(folder, { recursive: true }))
    })

    it.each([
      ['a fork', { pull_request: { head: { repo: { full_name: 'stranger/r' } } } }, /a pull request from a fork/u],
      ['a deleted fork', { pull_request: { head: { repo: null } } }, /a pull request from a fork/u],
      [
        'an own branch',
        { pull_request: { head: { repo: { full_name: 'o/r' } } } },
        /without the permission id-token: write/u,
      ],
      ['a push', { ref: 'refs/tags/v1' }, /without the permission id-token: write/u],
      ['a broken event', undefined, /without the permission id-token: write/u],
    ])('says what it looks like: %s', async (_name, event, what) => {
      const path = join(folder, 'event.json')
      await writeFile(path, event === undefined ? '{' : JSON.stringify(event))
      const env = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_PATH: path }
      const failure = make(OIDC, {}, env).token()
      await expect(failure).rejects.toMatchObject({ code: 'ID_TOKEN_UNAVAILABLE' })
      await expect(failure).rejects.toThrow(what)
    })

    it.each([
      ['Gitea', { GITEA_ACTIONS: 'true' }, /yc-sa-json-credentials or yc-iam-token/u],
      ['Forgejo', { GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }, /enable-openid-connect: true/u],
    ])('says what the runner of %s lacks', async (server, variables, hint) => {
      const env = { GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://git.example.org', ...variables }
      await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({
        code: 'ID_TOKEN_UNAVAILABLE',
        message: `No OIDC token: the runner of ${server} has set no ACTIONS_ID_TOKEN_REQUEST_URL.`,
        hint: expect.stringMatching(hint) as unknown,
      })
    })

    it('says that this is no job of GitHub Actions', async () => {
      await expect(make(OIDC, {}, {}).token()).rejects.toThrow(/not look like a job/u)
    })
  })

  it.each([
    [403, 'forbidden', 'ID_TOKEN_UNAVAILABLE'],
    [200, 'no.jwt', 'INVALID_RESPONSE'],
    [200, '', 'INVALID_RESPONSE'],
    [200, 5, 'INVALID_RESPONSE'],
  ])('answering %i with %j is %s', async (status, value, code) => {
    const { env } = await github(value, status)
    await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({ code })
  })

  it.each(['http://runner.example/?a=b', 'no url', 'https://runner.example/'])(
    'is not asked for a token at %s',
    async (url) => {
      const env = { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }
      await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({ code: 'ID_TOKEN_UNAVAILABLE' })
    },
  )

  describe('that is refused at the exchange', () => {
    async function refusal(
      sub: string,
      answer: Answer = json(400, { error: 'invalid_grant', error_description: 'no subject' }),
      iss = CLAIMS.iss,
    ) {
      const { env } = await github(jwtOf({ ...CLAIMS, iss, sub }))
      const exchange = await serve(answer)
      const error = await make(OIDC, { exchange: exchange.url }, env)
        .token()
        .catch((thrown: unknown) => thrown)
      if (!(error instanceof ActionError)) throw new Error('no refusal')
      expect(error.code).toBe('TOKEN_EXCHANGE_REFUSED')
      return { message: error.message, hint: error.hint ?? '' }
    }

    it('names issuer, audience and subject, and the command that links a subject with an environment', async () => {
      const { message, hint } = await refusal(SUBJECT)
      expect(message).toContain('invalid_grant: no subject (status 400, client request id ')
      expect(message).toContain(`issuer ${CLAIMS.iss}, audience ${CLAIMS.aud}, subject ${SUBJECT}`)
      expect(hint).toContain(
        `yc iam workload-identity federated-credential create --service-account-id ajesa --federation-id FEDERATION_ID --external-subject-id '${SUBJECT}'`,
      )
    })

    it.each<[string, string]>([
      [
        'repository_owner_id:583231:repository_id:1296269:ref:refs/tags/v1',
        'has the subject repository_owner_id:583231:repository_id:1296269:environment:release',
      ],
      [
        'repo:o/r:ref:refs/tags/v1:job_workflow_ref:o/w/.github/workflows/s.yml@refs/tags/v2',
        'has the subject repo:o/r:environment:release:job_workflow_ref:o/w/.github/workflows/s.yml@refs/tags/v2',
      ],
      ['repo:OWNER@1/REPO@2:ref:refs/tags/v1', 'has the subject repo:OWNER@1/REPO@2:environment:release'],
    ])('changes only the part of %s that changes', async (sub, then) => {
      const { hint } = await refusal(sub)
      expect(hint).toContain(then)
      expect(hint).not.toContain('federated-credential create')
      if (!sub.startsWith('repo:OWNER@')) expect(hint).toContain('actions/oidc/customization/sub')
    })

    it.each([
      'repo:o/r:pull_request:job_workflow_ref:o/w/.github/workflows/s.yml@refs/heads/main',
      'repository_id:1:job_workflow_ref:o/w/.github/workflows/s.yml@refs/pull/7/merge',
      'repo:o/r:environment:release:ref:refs/pull/7/merge',
    ])("knows a pull request's customised subject: %s", async (sub) => {
      const { hint } = await refusal(sub)
      expect(hint).toMatch(/Do not link this subject: pull requests/u)
      expect(hint).not.toContain('federated-credential create')
    })

    it('warns of a tag inside a subject that it links, and says where the federation is found', async () => {
      const { hint } = await refusal(
        'repo:o/r:environment:release:job_workflow_ref:o/w/.github/workflows/s.yml@refs/tags/v2',
      )
      expect(hint).toContain('federated-credential create')
      expect(hint).toMatch(/job_workflow_ref holds a tag/u)
      expect(hint).toContain('yc iam workload-identity oidc federation list --folder-id FOLDER_ID')
    })

    it("says nothing of GitHub's settings where the issuer is another one", async () => {
      const { hint } = await refusal('project_path:group/app:ref_type:tag:ref:v1', undefined, 'https://gitlab.example')
      expect(hint).toContain("--external-subject-id 'project_path:group/app:ref_type:tag:ref:v1'")
      expect(hint).toMatch(/only if nobody but the release job can have it/u)
      expect(hint).not.toMatch(/Settings|environment/u)
    })

    it('quotes a hostile subject for the shell', async () => {
      const { message, hint } = await refusal("repo:o/r:environment:a'; rm -rf ~\n::error::x $(id)")
      expect(hint).toContain(`--external-subject-id 'repo:o/r:environment:a'\\''; rm -rf ~\\u{a}`)
      expect(message).not.toContain('\n')
    })

    it.each([
      ['repo:o/r:ref:refs/tags/v1', /Do not link this subject.*each tag/u],
      ['repo:o/r:pull_request', /Do not link this subject: pull requests/u],
      ['repo:o/environment:ref:refs/heads/x', /Do not link this subject/u],
      ['repository_owner:o', /names no environment/u],
      ['repo:o/r:environment:release:ref:refs/tags/v1', /Do not link this subject/u],
    ])('links no subject like %s', async (sub, why) => {
      const { message, hint } = await refusal(sub)
      expect(message).toContain(sub)
      expect(hint).toMatch(why)
      expect(hint).toContain('environment: release')
      expect(hint).not.toContain('federated-credential create')
    })

    it.each<[string, Answer, RegExp]>([
      ['google.rpc.Status', json(401, { code: 16, message: 'grpc says' }), /grpc says \(status 401, code 16, client/u],
      [
        'plain text',
        (_q, response) => response.writeHead(403).end('plain\ntext'),
        /no content type: "plain text" \(status 403/u,
      ],
      ['an error within', json(400, { error: { code: 400, message: 'inner words' } }), /: inner words \(status 400/u],
      ['nothing', (_q, response) => response.writeHead(400).end(), /an empty body \(status 400/u],
    ])('passes on what the service says in %s', async (_name, answer, what) => {
      expect((await refusal(SUBJECT, answer)).message).toMatch(what)
    })
  })
})
