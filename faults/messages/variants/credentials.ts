/** Failures on the way to an IAM token. */
import { scene, type Scene, type Variant } from '../variant.ts'

const NONE = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
const FORK = {
  pull_request: { head: { repo: { full_name: 'mallory/widget' } }, base: { repo: { full_name: 'acme/widget' } } },
}

const noToken = (when: string, env: Record<string, string | undefined>, event?: unknown): Variant => ({
  code: 'ID_TOKEN_UNAVAILABLE',
  when,
  env: { ...NONE, ...env },
  event,
})
const refused = (when: string, subject: string): Variant => ({
  code: 'TOKEN_EXCHANGE_REFUSED',
  when,
  arrange: scene(({ oidc }) => {
    oidc.subject = subject
  }),
})
const badKey = (when: string, change: (json: Record<string, string>) => unknown): Variant => ({
  code: 'SERVICE_ACCOUNT_KEY_INVALID',
  when,
  arrange: ({ emulator }) => {
    const changed = change({ ...emulator.authorizedKey })
    return {
      inputs: {
        'yc-sa-id': '',
        'yc-sa-json-credentials': typeof changed === 'string' ? changed : JSON.stringify(changed),
      },
    }
  },
})
const withKey = ({ emulator }: Scene) => ({
  'yc-sa-id': '',
  'yc-sa-json-credentials': JSON.stringify(emulator.authorizedKey),
})

export const CREDENTIALS: readonly Variant[] = [
  noToken('a job without id-token: write', {}),
  noToken('a pull request from a fork', { GITHUB_EVENT_NAME: 'pull_request' }, FORK),
  noToken('no runner of GitHub', { GITHUB_ACTIONS: undefined }),
  noToken('Gitea', { GITEA_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://gitea.example.org' }),
  noToken('Forgejo', { FORGEJO_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://codeberg.example.org' }),
  noToken('a URL that is no safe one', {
    ACTIONS_ID_TOKEN_REQUEST_URL: 'ftp://x',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
  }),
  {
    code: 'ID_TOKEN_UNAVAILABLE',
    when: 'a refusal by GitHub',
    arrange: scene((emulator) =>
      emulator.setFault({
        service: 'oidc',
        kind: 'status',
        status: 403,
        body: { message: 'Resource not accessible by integration' },
      }),
    ),
  },
  refused('an environment’s subject', 'repo:acme/widget:environment:production'),
  refused('a tag’s subject', 'repo:acme/widget:ref:refs/tags/v1.2.3'),
  refused('a pull request’s subject', 'repo:acme/widget:pull_request'),
  refused('a new repository’s subject', 'repo:acme@720000001/widget@710000001:ref:refs/tags/v1.2.3'),
  refused('a customised subject with a tag', 'repository_owner_id:583231:repository_id:1296269:ref:refs/tags/v1'),
  refused(
    'a customised subject with a reusable workflow',
    'repo:acme/widget:ref:refs/tags/v1:job_workflow_ref:acme/ci/.github/workflows/sign.yml@refs/tags/v3',
  ),
  refused(
    'a customised subject of a pull request',
    'repo:acme/widget:job_workflow_ref:acme/widget/.github/workflows/ci.yml@refs/pull/7/merge',
  ),
  refused('a customised subject without an environment', 'repository_id:1296269'),
  {
    code: 'TOKEN_EXCHANGE_REFUSED',
    when: 'another audience than the federation’s',
    inputs: { 'oidc-audience': 'https://example.org' },
  },
  {
    code: 'TOKEN_EXCHANGE_REFUSED',
    when: 'a service account that is not there',
    inputs: { 'yc-sa-id': 'ajenosuchaccount00000' },
  },
  {
    code: 'TOKEN_EXCHANGE_REFUSED',
    when: 'a page of something in between',
    arrange: scene((emulator) =>
      emulator.setFault({
        service: 'exchange',
        kind: 'status',
        status: 403,
        body: '<html><h1>Blocked by policy</h1></html>',
        headers: { 'content-type': 'text/html' },
      }),
    ),
  },
  {
    code: 'TOKEN_EXCHANGE_REFUSED',
    when: 'another issuer’s token',
    arrange: () => ({ inputs: { 'oidc-token': foreign() } }),
  },
  badKey('a missing field', (json) => ({ ...json, private_key: undefined })),
  badKey('a person’s key', ({ service_account_id: id, ...json }) => ({ ...json, user_account_id: id })),
  badKey('doubled line breaks', (json) => ({ ...json, private_key: json['private_key']?.replaceAll('\n', '\\n') })),
  badKey('quotes around it', (json) => JSON.stringify(JSON.stringify(json))),
  badKey('base64', (json) => Buffer.from(JSON.stringify(json)).toString('base64')),
  badKey('base64 of UTF-16', (json) => Buffer.from(`\ufeff${JSON.stringify(json)}`, 'utf16le').toString('base64')),
  badKey('a path', () => 'keys/key.json'),
  badKey('a variable', () => '$YC_SA_KEY'),
  badKey('a public key in place of the private one', (json) => ({ ...json, private_key: json['public_key'] })),
  badKey('an API key', () => ({ api_key: { id: 'ajeone', service_account_id: 'ajetwo' }, secret: 'AQVNexample' })),
  badKey('a static access key', () => ({ access_key: { id: 'ajeone', key_id: 'YCAJEexample' }, secret: 'YCMexample' })),
  badKey('the key of another cloud', () => ({
    type: 'service_account',
    project_id: 'p',
    private_key_id: 'x',
    private_key: 'x',
    client_email: 'a@p.iam.gserviceaccount.com',
  })),
  badKey('a cut end', (json) => JSON.stringify(json).slice(0, -20)),
  {
    code: 'UNAUTHENTICATED',
    when: 'an IAM token that is not known',
    inputs: { 'yc-sa-id': '', 'yc-iam-token': 't1.unknown-token.unknown-token' },
  },
  {
    code: 'UNAUTHENTICATED',
    when: 'an authorized key that was deleted',
    arrange: (at) => {
      at.emulator.iam.authorizedKeys.clear()
      return { inputs: withKey(at) }
    },
  },
  {
    code: 'UNAUTHENTICATED',
    when: 'a JWT whose time is refused',
    arrange: (at) => {
      at.emulator.setFault({
        service: 'iam',
        kind: 'status',
        status: 401,
        body: { code: 16, message: 'JWT is expired or not valid yet' },
        headers: { date: new Date(Date.now() + 7200_000).toUTCString() },
      })
      return { inputs: withKey(at) }
    },
  },
  {
    code: 'UNAUTHENTICATED',
    when: 'an exchanged token that KMS refuses',
    arrange: scene((emulator) => emulator.setFault({ service: 'kms', kind: 'unauthenticated' })),
  },
  {
    code: 'UNAUTHENTICATED',
    when: 'a virtual machine without a service account',
    inputs: { 'yc-sa-id': '', 'yc-vm-service-account': 'true' },
    arrange: scene(({ metadata }) => {
      metadata.serviceAccountId = undefined
    }),
  },
]

/** A JWT of some other CI, which the federation does not trust. */
function foreign(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    iss: 'https://gitlab.example.org',
    aud: 'https://gitlab.example.org',
    sub: 'project_path:acme/widget:ref_type:tag:ref:v1.2.3',
    exp: Math.floor(Date.now() / 1000) + 600,
  }
  return `${part({ alg: 'RS256' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`
}
