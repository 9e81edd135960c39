/** What credentials say about themselves and about refusals, word for word where it is to be copied. */
import { rm, writeFile } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { subjectAdvice } from '../../../src/yandex/credentials/subject-advice.ts'
import { json, type Answer } from '../../http/server.ts'
import { AUTHORIZED_KEY } from './key.ts'
import { CLAIMS, closing, jwtOf, make, OIDC, serve, serveGitHub } from './scene.ts'

const FEDERATION = [
  'The federation must have this issuer and this audience, and ajesa must be the ID of the service account (yc-sa-id).',
  'FEDERATION_ID: `yc iam workload-identity oidc federation list --folder-id FOLDER_ID`.',
].join(' ')
const link = (sub: string) =>
  `  yc iam workload-identity federated-credential create --service-account-id ajesa --federation-id FEDERATION_ID --external-subject-id '${sub}'`
const GIVE_ENVIRONMENT = [
  'Give the job an environment:',
  '  jobs:',
  '    release:',
  '      environment: release',
  'Protect it under Settings → Environments → release (required reviewers, deployment branches and tags).',
]
const CUSTOMISED =
  'The repository has a customised subject: `gh api repos/OWNER/REPO/actions/oidc/customization/sub` shows the template.'
const advise = (sub: string, iss = CLAIMS.iss) => subjectAdvice({ iss, aud: 'a', sub }, 'ajesa').split('\n')

describe('for a subject that was refused', () => {
  it.each(['repo:o/r:environment:release', 'environment:x', 'repo:o/r:environment:release:actor:a'])(
    'of an environment it is the command that links it: %s',
    (sub) => {
      const first = 'Yandex Cloud compares subjects exactly. If this one is right, link it:'
      expect(advise(sub)).toEqual([first, link(sub), FEDERATION])
    },
  )

  it.each([
    ['o/w/.github/workflows/s.yml@refs/tags/v2', true],
    ['o/w/.github/workflows/s.yml@refs/heads/main', false],
  ])('it says where a workflow’s tag changes it: %s', (workflow, changes) => {
    const sub = `repo:o/r:environment:release:job_workflow_ref:${workflow}`
    const note =
      'Its job_workflow_ref holds a tag: where the workflow is used by another tag, the subject is another one.'
    expect(advise(sub).slice(2)).toEqual(changes ? [note, FEDERATION] : [FEDERATION])
  })

  it.each(['repo:o/r:ref:refs/tags/v1', 'repo:o/r:ref:refs/heads/main'])(
    'of a ref it is an environment, and what the subject will be: %s',
    (sub) => {
      expect(advise(sub)).toEqual([
        'Do not link this subject: Yandex Cloud compares subjects exactly, so that each tag and branch has another one, and whoever can push it could sign.',
        ...GIVE_ENVIRONMENT,
        'The job then has the subject repo:o/r:environment:release, and that is the one to link to the service account.',
        FEDERATION,
      ])
    },
  )

  it('of a pull request it is an environment, too', () => {
    for (const sub of ['repo:o/r:pull_request', 'pull_request', 'repo:o/r:pull_request:actor:a'])
      expect(advise(sub)[0]).toBe(
        "Do not link this subject: pull requests of the repository have it, a stranger's too.",
      )
    expect(advise('repo:o/r:pull_request').slice(1)).toEqual([
      ...GIVE_ENVIRONMENT,
      'The job then has the subject repo:o/r:environment:release, and that is the one to link to the service account.',
      FEDERATION,
    ])
    expect(advise('repo:o/r:pull_requests:x')[0]).toMatch(/names no environment/u)
    expect(advise('repo:o/r:a_pull_request')[0]).toMatch(/names no environment/u)
  })

  it('that is customised it is what the template has to hold', () => {
    expect(advise('repository_owner:o')).toEqual([
      'This subject names no environment, so that nothing protects it.',
      ...GIVE_ENVIRONMENT,
      `${CUSTOMISED} It needs \`context\`, which then holds the environment.`,
      FEDERATION,
    ])
    expect(advise('repository_id:1:ref:refs/tags/v1:actor:a').slice(-2)).toEqual([
      `${CUSTOMISED} If it has \`context\`, and not \`ref\`, the job then has the subject repository_id:1:environment:release:actor:a: run it again, and link the subject that this message then names.`,
      FEDERATION,
    ])
    expect(advise('ref:refs/tags/v1').slice(-2)[0]).toContain('has the subject environment:release: run')
  })

  it.each([
    ['https://token.actions.githubusercontent.com', true],
    ['https://token.actions.githubusercontent.com/octo-enterprise', true],
    ['https://token.actions.octo.ghe.com', true],
    ['https://github.example/_services/token', true],
    ['https://token.actions.githubusercontent.com.example', false],
    ['https://x.token.actions.octo.ghe.com', false],
    ['https://token.actions.octo.ghe.com.example', false],
    ['https://token.actions.a.b.ghe.com', false],
    ['https://gitlab.example/x/_services/token', false],
    ['not a URL', false],
    ['(none)', false],
  ])('of the issuer %s it knows GitHub: %p', (iss, isGitHub) => {
    const sub = 'repo:o/r:environment:release'
    const other =
      'Yandex Cloud compares subjects exactly. Link this one only if nobody but the release job can have it:'
    const lines = advise(sub, iss)
    expect(lines.slice(1)).toEqual([link(sub), FEDERATION])
    expect(lines[0] === other).toBe(!isGitHub)
  })
})

describe('a refusal of the exchange', () => {
  const refusalOf = async (claims: unknown, answer: Answer = json(400, { error: 'invalid_grant' })) => {
    const { env } = await serveGitHub(jwtOf(claims))
    const exchange = await serve(answer)
    return make(OIDC, { exchange: exchange.url }, env).token()
  }

  it.each([
    [
      { ...CLAIMS, aud: ['one', 'two'] },
      'issuer https://token.actions.githubusercontent.com, audience one, two, subject',
    ],
    [{ iss: '', aud: 5 }, 'issuer (none), audience (none), subject (none).'],
    ['no JSON', 'issuer (none), audience (none), subject (none).'],
    [[1], 'issuer (none), audience (none), subject (none).'],
  ])('says what the token says: %j', async (claims, told) => {
    await expect(refusalOf(claims)).rejects.toMatchObject({
      code: 'TOKEN_EXCHANGE_REFUSED',
      message: expect.stringContaining(`The token has ${told}`) as unknown,
    })
  })

  it.each([
    ['text/html', true],
    ['text/html; charset=utf-8', true],
    ['application/xhtml+html', true],
    ['application/json', false],
    ['text/htmlx', false],
  ])('of type %s is a page of something in between: %p', async (type, isPage) => {
    const page: Answer = (_request, response) => void response.writeHead(403, { 'content-type': type }).end('<p>No</p>')
    const between =
      /^A page is not the answer of Yandex Cloud: .* between the runner and 127\.0\.0\.1:\d+, .*\nYandex Cloud/u
    await expect(refusalOf(CLAIMS, page)).rejects.toMatchObject({
      hint: (isPage ? expect.stringMatching(between) : expect.not.stringContaining('A page')) as unknown,
    })
  })

  it('without any type is not taken for a page', async () => {
    const nothing: Answer = (_request, response) => void response.writeHead(403).end()
    await expect(refusalOf(CLAIMS, nothing)).rejects.toMatchObject({
      hint: expect.not.stringContaining('A page') as unknown,
    })
  })
})

describe('without a token of GitHub', () => {
  const PERMISSION = [
    'Give the job the permission:',
    '  permissions:',
    '    contents: read',
    '    id-token: write',
    'A reusable workflow needs it from its caller too.',
  ].join('\n')

  it.each([
    [{}, 'No OIDC token: this does not look like a job of GitHub Actions.', /^Elsewhere, hand in the ID token/u],
    [
      { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r' },
      'No OIDC token: this looks like a job without the permission id-token: write.',
      new RegExp(`^${PERMISSION}$`, 'u'),
    ],
    [
      { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example/?a=b' },
      'No OIDC token: this looks like a job without the permission id-token: write.',
      /^Give the job/u,
    ],
    [
      { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' },
      'No OIDC token: this looks like a job without the permission id-token: write.',
      /^Give the job/u,
    ],
    [
      {
        GITHUB_ACTIONS: 'true',
        ACTIONS_ID_TOKEN_REQUEST_URL: 'http://x.example/?a=b',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      },
      'ACTIONS_ID_TOKEN_REQUEST_URL is not an https:// URL with a query.',
      /^The runner sets this variable: find out which step/u,
    ],
  ])('it says what it looks like: %j', async (env, message, hint) => {
    await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({
      code: 'ID_TOKEN_UNAVAILABLE',
      message,
      hint: expect.stringMatching(hint) as unknown,
    })
  })

  it.each<[string, unknown, Record<string, string>, boolean]>([
    [
      'its base says so',
      { pull_request: { head: { repo: { full_name: 'a/r' } }, base: { repo: { full_name: 'o/r' } } } },
      {},
      true,
    ],
    [
      'its base is the same',
      { pull_request: { head: { repo: { full_name: 'o/r' } }, base: { repo: { full_name: 'o/r' } } } },
      {},
      false,
    ],
    [
      'the runner says so',
      { pull_request: { head: { repo: { full_name: 'a/r' } } } },
      { GITHUB_REPOSITORY: 'o/r' },
      true,
    ],
    ['there is no pull request', { pull_request: null }, { GITHUB_REPOSITORY: 'o/r' }, true],
    ['the event is no object', 5, { GITHUB_REPOSITORY: 'o/r' }, false],
  ])('of a fork, where %s', async (_, event, variables, isFork) => {
    const folder = mkdtempSync(join(tmpdir(), 'event-'))
    closing.push(async () => {
      await rm(folder, { recursive: true })
    })
    await writeFile(join(folder, 'event.json'), JSON.stringify(event))
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: join(folder, 'event.json'), ...variables }
    const message = isFork
      ? 'No OIDC token: this looks like a pull request from a fork, which GitHub gives none.'
      : 'No OIDC token: this looks like a job without the permission id-token: write.'
    await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({ message })
    if (isFork)
      await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({
        hint: expect.stringMatching(/^Sign in runs of/u) as unknown,
      })
  })

  it.each([
    ['http://127.0.0.1.example/?a=b', 'ID_TOKEN_UNAVAILABLE'],
    ['ftp://127.0.0.1/?a=b', 'ID_TOKEN_UNAVAILABLE'],
    ['https://127.0.0.1:1/', 'ID_TOKEN_UNAVAILABLE'],
    ['https://127.0.0.1:1/?a=b', 'UNAVAILABLE'],
    ['http://127.0.0.1:1/?a=b', 'UNAVAILABLE'],
  ])('it asks by HTTPS, or on loopback: %s', async (url, code) => {
    const env = { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }
    await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({ code })
  })

  it.each([
    [{ GITEA_ACTIONS: 'true' }, /^Use yc-sa-json-credentials or yc-iam-token/u],
    [{ GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }, /^Forgejo issues ID tokens from version 15 on/u],
  ])('of another server, it says what helps there: %j', async (variables, hint) => {
    const env = { GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://git.example.org', ...variables }
    await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({ hint: expect.stringMatching(hint) as unknown })
  })

  it.each([400, 403])('because GitHub refuses (%i), it says what the job lacks', async (status) => {
    const { env } = await serveGitHub('nope', status)
    await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({
      code: 'ID_TOKEN_UNAVAILABLE',
      message: expect.stringMatching(/^GitHub's OIDC service gives no token: nope \(status 40[03]\)\.$/u) as unknown,
      hint: PERMISSION,
    })
  })

  it.each([
    ['no.jwt', /that is not a JWT\.$/u],
    ['a.b.c d', /without a usable value/u],
    ['a.b.c.d', /that is not a JWT\.$/u],
    ['a.b.c+', /that is not a JWT\.$/u],
    ['.b.c', /that is not a JWT\.$/u],
  ])('because its answer is %j', async (value, what) => {
    const { env } = await serveGitHub(value)
    await expect(make(OIDC, {}, env).token()).rejects.toMatchObject({
      code: 'INVALID_RESPONSE',
      message: expect.stringMatching(what) as unknown,
    })
  })
})

it.each([
  [OIDC, 'ajesa'],
  [{ kind: 'given-oidc', serviceAccountId: 'ajesa', token: 'a.b.c' } as const, 'ajesa'],
])('a credential by OIDC says where to look when its token is not taken: %j', (choice, serviceAccountId) => {
  const credential = make(choice, {})
  expect(credential.serviceAccountId).toBe(serviceAccountId)
  expect(credential.advice).toBe(
    'Check that the service account ajesa still exists and that the federated credential is its own: `yc iam workload-identity federated-credential list --service-account-id ajesa`.',
  )
})

it('a credential by a key says where to look when its token is not taken', () => {
  const credential = make({ kind: 'service-account-key', json: JSON.stringify(AUTHORIZED_KEY.json) }, {})
  expect(credential.serviceAccountId).toBe('ajesa0000000000000')
  expect(credential.advice).toMatch(
    /^Check that the key ajekey000000000000 still exists: `yc iam key list --service-account-id ajesa0000000000000`\. Make a key with `yc iam key create/u,
  )
})

it('a token that was handed in says how to make another', () => {
  const credential = make({ kind: 'iam-token', token: 't1.x' }, {})
  expect([credential.serviceAccountId, credential.advice]).toEqual([
    undefined,
    expect.stringMatching(/^yc-iam-token holds a token that is wrong or has run out .*`yc iam create-token`/u),
  ])
  expect(() => make({ kind: 'iam-token', token: 'a b' }, {})).toThrow(
    expect.objectContaining({
      message: 'yc-iam-token holds characters that a token cannot have, such as a space or a line break.',
      hint: credential.advice,
    }),
  )
})
