/** What services say wants to be commands, markup or shell; or it repeats the secrets that they were sent. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { Fault } from '../../emulator/faults/faults.ts'
import type { ServiceName } from '../../emulator/server/service-name.ts'
import { errorsOf, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'
import { DEBUG, EVIL, expectInert, status } from './hostile.ts'

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith({ 'app.bin': 'app' })
})
afterEach(async () => {
  emulator.clearFaults()
  emulator.oidc.subject = 'repo:acme/widget:environment:release'
  await workspace.remove()
})

const google = { code: 5, message: EVIL, details: [{ '@type': 'x', requestId: EVIL }] }
const pem = `-----BEGIN PUBLIC KEY-----${EVIL}\n-----END PUBLIC KEY-----`
const key = () => emulator.keys.ECDSA_NIST_P256_SHA_256.id

describe('does nothing that is said by', () => {
  it.each<[ServiceName, string, string, () => Fault]>([
    ['kms', 'GetKey', 'a refusal', () => status(400, { ...google, code: 3 })],
    ['kms', 'GetKey', 'the name of an algorithm', () => status(200, { id: key(), signatureAlgorithm: EVIL })],
    [
      'kms',
      'GetKey',
      'a status',
      () => status(200, { id: key(), status: EVIL, signatureAlgorithm: 'ECDSA_NIST_P256_SHA_256' }),
    ],
    ['kms', 'GetKey', 'an id', () => status(200, { id: EVIL })],
    ['kms', 'GetPublicKey', 'key material', () => status(200, { keyId: key(), publicKey: pem })],
    ['kms', 'GetPublicKey', 'a page', () => status(200, EVIL)],
    ['kms', 'SignHash', 'a refusal', () => status(400, { ...google, code: 3 })],
    ['kms', 'SignHash', 'a signature', () => status(200, { keyId: key(), signature: EVIL })],
    ['kms', 'SignHash', 'a redirect', () => ({ kind: 'redirect', to: 'https://x/##[error]pwned' })],
    ['exchange', 'ExchangeToken', 'a refusal', () => status(400, { error: EVIL, error_description: EVIL })],
    ['exchange', 'ExchangeToken', 'plain text', () => status(401, EVIL)],
    ['exchange', 'ExchangeToken', 'a token', () => status(200, { access_token: EVIL, expires_in: 100 })],
    [
      'exchange',
      'ExchangeToken',
      'a type',
      () => status(200, { access_token: 't1.x', token_type: EVIL, expires_in: 9 }),
    ],
    ['oidc', 'IdToken', 'a refusal', () => status(403, EVIL)],
    ['oidc', 'IdToken', 'a token', () => status(200, { value: EVIL })],
    ['artifacts', 'CreateArtifact', 'a refusal', () => status(400, { code: EVIL, msg: EVIL })],
    ['artifacts', 'CreateArtifact', 'a URL', () => status(200, { ok: true, signed_upload_url: EVIL })],
    ['github', 'ListReleases', 'a refusal', () => status(403, { message: EVIL })],
    ['github', 'GetReleaseByTag', 'a refusal', () => status(401, { message: EVIL })],
  ])('%s %s in %s', async (service, call, _, fault) => {
    emulator.setFault({ service, call, ...fault() })
    const release: Record<string, string> = service === 'github' ? { 'release-assets': 'true' } : {}
    const run = await sign(emulator, workspace, { inputs: { files: '*.bin', ...release }, env: DEBUG })
    expectInert(run)
  })
})

it.each([
  "repo:acme/widget:environment:it's; touch pwned; '",
  'repo:acme/widget:environment:$(touch pwned)`touch pwned`',
  'repo:acme/widget:environment:a\n::error::pwned\u202e',
  'repo:acme/widget:environment:"a\\',
])('suggests a command for the subject %j that is no other', async (subject) => {
  emulator.oidc.subject = subject
  emulator.setFault({ service: 'exchange', ...status(400, { error: 'invalid_grant' }) })
  const run = await sign(emulator, workspace, { inputs: { files: '*.bin' } })
  expectInert(run)
  const message = run.annotations.find(({ level }) => level === 'error')?.message ?? ''
  const command = /^\s*(yc .*--external-subject-id .*)$/mu.exec(message)?.[1] ?? 'false'
  const before = await workspace.snapshot()
  const said = spawnSync('sh', ['-euc', `yc() { for word; do printf '%s\\n' "$word"; done; }\n${command}`], {
    cwd: workspace.path,
    encoding: 'utf8',
  })
  expect([said.status, said.stdout.trimEnd().split('\n').length]).toEqual([0, 10])
  if (!/[\n\u202e]/u.test(subject)) expect(said.stdout.trimEnd().split('\n').at(-1)).toBe(subject)
  expect(await workspace.snapshot()).toEqual(before)
})

it.each([
  'refs/tags/v1::error::pwned',
  "refs/tags/v1';touch pwned;'",
  'refs/heads/##[error]pwned',
  'refs/tags/\u202e<img src=x>`x`](javascript:x)',
])('takes the ref %j as text', async (ref) => {
  const env = { ...DEBUG, GITHUB_REF: ref, GITHUB_REF_NAME: ref.slice(10), GITHUB_REF_TYPE: 'tag' }
  const inputs = { files: '*.bin', sign: 'files provenance', 'release-assets': 'true' }
  expectInert(await sign(emulator, workspace, { inputs, env }))
})

describe('a service that repeats what it was sent', () => {
  const token = () => emulator.iam.issueToken(emulator.serviceAccountId).value
  it.each([0, 200, 270, 285])('shows no part of the token behind %d characters', async (before) => {
    const secret = token()
    const message = `${'x'.repeat(before)}${secret} ${secret}`
    emulator.setFault({ service: 'kms', call: 'GetKey', ...status(401, { code: 16, message }) })
    const inputs = { files: '*.bin', 'yc-sa-id': '', 'yc-iam-token': secret }
    const run = await sign(emulator, workspace, { inputs, env: DEBUG, secrets: [secret] })
    expect([run.exitCode, errorsOf(run)]).toEqual([1, expect.stringMatching(/^UNAUTHENTICATED: /u)])
    expect([before, run.shown.includes(secret.slice(0, 16))]).toEqual([before, false])
  })

  it('has no part of the token written into the manifest, as the id of a request', async () => {
    const secret = token()
    const digest = createHash('sha256').update('app').digest()
    const signature = (await emulator.keys.ECDSA_NIST_P256_SHA_256.signDigest(digest)).toString('base64')
    const body = { keyId: key(), signature }
    const headers = { 'x-request-id': secret }
    emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'status', status: 200, body, headers })
    const inputs = { files: '*.bin', 'yc-sa-id': '', 'yc-iam-token': secret }
    expectSuccess(await sign(emulator, workspace, { inputs, env: DEBUG, secrets: [secret] }))
    const manifest = await readFile(workspace.at('signatures.json'), 'utf8')
    expect(manifest.includes(secret.slice(0, 16))).toBe(false)
  })
})
