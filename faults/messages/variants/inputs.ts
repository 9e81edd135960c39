/** Faults of the inputs, and events that nobody may sign on. */
import { scene, type Variant } from '../variant.ts'

const code = 'INVALID_INPUT'
const DIGEST = 'ab'.repeat(32)
const release = { 'release-assets': 'true' }

const FAULTS: readonly Omit<Variant, 'code'>[] = [
  { when: 'no credential', inputs: { 'yc-sa-id': '' } },
  { when: 'two credentials', inputs: { 'yc-iam-token': 't1.example' } },
  { when: 'no key', inputs: { 'key-id': '' } },
  { when: 'a key’s name in place of its ID', inputs: { 'key-id': 'my release key' } },
  { when: 'nothing to sign', inputs: { files: '' } },
  { when: 'several faults at once', inputs: { overwrite: 'yes', 'max-files': '-1', formats: 'sig, pgp' } },
  { when: 'an exclude alone', inputs: { files: '!dist/*.zip' } },
  { when: 'a pattern that leads out of the workspace', inputs: { files: '../dist/*' } },
  { when: 'plain HTTP to another machine', inputs: { 'kms-endpoint': 'http://kms.example.org' } },
  {
    when: 'another installation without a token exchange',
    inputs: { 'api-endpoint': 'api.yandexcloud.kz', 'token-endpoint': '' },
  },
  { when: 'a fingerprint without its hash', inputs: { 'public-key': DIGEST } },
  { when: 'a pinned key that is no key', inputs: { 'public-key': 'sha256:12' } },
  { when: 'a pinned key whose file is not there', inputs: { 'public-key': 'keys/release.pem' } },
  { when: 'an IAM token with a line break', inputs: { 'yc-sa-id': '', 'yc-iam-token': 't1.one\nt1.two' } },
  { when: 'an OIDC token that is no JWT', inputs: { 'oidc-token': 'one\ntwo' } },
  { when: 'a GitHub token with a line break', inputs: { ...release, 'github-token': 'ghs_one\nghs_two' } },
  { when: 'release-assets without a tag', inputs: release, env: { GITHUB_REF: 'refs/heads/main' } },
  { when: 'release-assets without a token', inputs: { ...release, 'github-token': '' } },
  {
    when: 'release-assets on Gitea',
    inputs: release,
    env: { GITEA_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://gitea.example.org' },
  },
  {
    when: 'release-assets on Forgejo',
    inputs: release,
    env: { FORGEJO_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://codeberg.example.org' },
  },
  {
    when: 'more uploads than the time allows',
    inputs: { ...release, 'timeout-minutes': '1' },
    files: many(70),
    arrange: scene(({ github }) => github.addRelease('v1.2.3')),
  },
  {
    when: 'an artifact without an artifact service',
    inputs: { 'upload-artifact': 'true' },
    env: { GITHUB_SERVER_URL: 'https://github.example.org' },
  },
  {
    when: 'a file name that no artifact takes',
    inputs: { 'upload-artifact': 'true' },
    files: { 'dist/a:b.tgz': 'app' },
  },
  { when: 'an artifact’s name that GitHub refuses', inputs: { 'upload-artifact': 'true', 'artifact-name': 'a/b' } },
  {
    when: 'subject-checksums with a format that reads the file',
    inputs: { files: '', 'subject-checksums': 'dist/SHA256SUMS', formats: 'openpgp' },
  },
  { when: 'an identity that OpenPGP cannot have', inputs: { formats: 'openpgp', identity: 'a\nb' } },
  {
    when: 'provenance outside a workflow',
    inputs: { sign: 'provenance' },
    env: {
      GITHUB_ACTIONS: undefined,
      GITHUB_REPOSITORY: undefined,
      GITHUB_WORKFLOW_REF: undefined,
      GITHUB_SHA: undefined,
    },
  },
  {
    when: 'provenance on Gitea',
    inputs: { sign: 'provenance' },
    env: { GITEA_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://gitea.example.org', GITHUB_WORKFLOW_REF: undefined },
  },
  {
    when: 'provenance on Forgejo',
    inputs: { sign: 'provenance' },
    env: { FORGEJO_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://codeberg.example.org', GITHUB_WORKFLOW_REF: undefined },
  },
  {
    when: 'an SBOM that is none',
    inputs: { 'sbom-path': 'sbom.json' },
    files: { 'dist/app.tgz': 'app', 'sbom.json': '{"name":"app"}' },
  },
  {
    when: 'a predicate without its type',
    inputs: { 'predicate-path': 'results.json' },
    files: { 'dist/app.tgz': 'app', 'results.json': '{}' },
  },
  { when: 'an image by its tag', inputs: { files: '', images: 'cr.yandex/crp123/app:latest' } },
  {
    when: 'half a login',
    inputs: { files: '', images: `cr.yandex/crp123/app@sha256:${DIGEST}`, 'registry-username': 'oauth' },
  },
  { when: 'a certificate that is none', inputs: { formats: 'cms', certificate: 'dist/app.tgz' } },
  { when: 'an RSA key whose hash nobody tells', arrange: rsaWithoutAuditor },
  { when: 'a hash that the key does not sign', inputs: { 'hash-algorithm': 'sha512' } },
  {
    when: 'a proxy URL with a path',
    inputs: { 'kms-endpoint': '', 'iam-endpoint': '', 'token-endpoint': '' },
    env: { HTTPS_PROXY: 'http://bot:12/secret@proxy.example.org' },
  },
]

/** That many files. */
export function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`dist/app-${at}.tgz`, String(at)]))
}

function rsaWithoutAuditor({ emulator }: Parameters<NonNullable<Variant['arrange']>>[0]) {
  emulator.iam.withdraw(emulator.serviceAccountId, 'kms.auditor')
  return { inputs: { 'key-id': emulator.keys.RSA_2048_SIGN_PSS_SHA_256.id } }
}

const STRANGER = { full_name: 'mallory/widget' }

/** INVALID_INPUT of the sign action, and UNTRUSTED_EVENT. */
export const INPUTS: readonly Variant[] = [
  ...FAULTS.map((fault) => ({ ...fault, code }) as const),
  {
    code: 'UNTRUSTED_EVENT',
    when: 'pull_request_target of a fork',
    env: { GITHUB_EVENT_NAME: 'pull_request_target' },
    event: { pull_request: { head: { repo: STRANGER }, merged: false } },
  },
  {
    code: 'UNTRUSTED_EVENT',
    when: 'workflow_run of a fork',
    env: { GITHUB_EVENT_NAME: 'workflow_run' },
    event: { workflow_run: { head_repository: STRANGER } },
  },
  {
    code: 'UNTRUSTED_EVENT',
    when: 'an event that cannot be read',
    env: { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_EVENT_PATH: undefined },
  },
]
