import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { parsePublicKey } from '../../src/crypto/public-key.ts'
import { readInputs } from '../../src/sign/inputs.ts'

const GOOD = { 'key-id': 'abj1', files: 'dist/*', 'yc-iam-token': 't1.secret' }
let workspace = ''
const { publicKey, privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'inputs-'))
  await writeFile(join(workspace, 'key.pem'), publicKey)
  await writeFile(join(workspace, 'private.pem'), privateKey)
})
afterAll(() => rm(workspace, { recursive: true }))

function environment(inputs: Record<string, string>, env: Record<string, string> = {}): Record<string, string> {
  const entries = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return { GITHUB_WORKSPACE: workspace, GITHUB_JOB: 'build', ...env, ...(Object.fromEntries(entries) as object) }
}

async function faults(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<string> {
  const error = await readInputs(environment(inputs, env)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ActionError)) throw new Error('no ActionError')
  expect(error.code).toBe('INVALID_INPUT')
  return error.message
}

describe('readInputs', () => {
  it('takes the least that is needed and fills in the defaults', async () => {
    expect(await readInputs(environment(GOOD))).toMatchObject({
      keyId: 'abj1',
      targets: ['files'],
      formats: ['sig'],
      hashAlgorithm: 'auto',
      identity: 'Yandex Cloud KMS key abj1',
      pin: { kind: 'none' },
      credentialChoice: { kind: 'iam-token', token: 't1.secret' },
      outputDir: undefined,
      ifNoFilesFound: 'error',
      maxFiles: 1000,
      artifact: undefined,
      release: undefined,
      maxConcurrency: 16,
      timeoutMs: 900_000,
    })
  })

  it('takes lists parted by commas, spaces and newlines, each value once', async () => {
    const inputs = await readInputs(
      environment({ ...GOOD, formats: 'cms, sig\nopenpgp  sig', sign: 'checksums files' }),
    )
    expect(inputs.formats).toEqual(['sig', 'openpgp', 'cms'])
    expect(inputs.targets).toEqual(['files', 'checksums'])
  })

  it('takes an https URL as the page that verifies, as browsers write it', async () => {
    const inputs = await readInputs(environment({ ...GOOD, 'verify-page': 'HTTPS://Example.org/ä' }))
    expect(inputs.verifyPage).toBe('https://example.org/%C3%A4')
    expect((await readInputs(environment(GOOD))).verifyPage).toBeUndefined()
  })

  it.each([
    'http://example.org/verify.html',
    'verify.html',
    'file:///verify.html',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('refuses %s as the page that verifies', async (url) => {
    expect(await faults({ ...GOOD, 'verify-page': url })).toContain("Input 'verify-page' is ")
  })

  it('does not repeat the password in the address of a page', async () => {
    const message = await faults({ ...GOOD, 'verify-page': 'https://user:hunter2@example.org/' })
    expect(message).toContain("Input 'verify-page' holds an `@`, or is not an https URL that anybody can open")
    expect(message).not.toContain('hunter2')
  })

  it('takes the pinned key as text, as a path and as a fingerprint', async () => {
    const pin = async (text: string) => (await readInputs(environment({ ...GOOD, 'public-key': text }))).pin
    const { spki, fingerprint } = parsePublicKey(publicKey)
    for (const text of [publicKey, 'key.pem'])
      expect(await pin(text)).toMatchObject({ kind: 'pem', key: { spki, fingerprint } })
    expect(await pin(`sha256:${'AB'.repeat(32)}`)).toEqual({
      kind: 'fingerprint',
      fingerprint: `sha256:${'ab'.repeat(32)}`,
    })
  })

  it.each([
    ['key-id', { 'key-id': '' }],
    ['key-id', { 'key-id': 'a/b' }],
    ['key-id', { 'key-id': 'a'.repeat(51) }],
    ['files', { files: '' }],
    ['files', { 'subject-checksums': 'SHA256SUMS' }],
    ['sign', { sign: 'file' }],
    ['formats', { formats: 'sig,jws' }],
    ['hash-algorithm', { 'hash-algorithm': 'SHA256' }],
    ['overwrite', { overwrite: 'yes' }],
    ['dry-run', { 'dry-run': '1' }],
    ['if-no-files-found', { 'if-no-files-found': 'fail' }],
    ['max-files', { 'max-files': '-1' }],
    ['max-files', { 'max-files': '1e3' }],
    ['max-concurrency', { 'max-concurrency': '0' }],
    ['timeout-minutes', { 'timeout-minutes': 'soon' }],
    ['timeout-minutes', { 'timeout-minutes': '0' }],
    ['retention-days', { 'retention-days': '0' }],
    ['artifact-name', { 'artifact-name': 'a/b' }],
    ['upload-artifact', { 'upload-artifact': 'maybe' }],
    ['upload-artifact', { 'upload-artifact': 'true' }],
    ['public-key', { 'public-key': 'sha256:12' }],
    ['public-key', { 'public-key': 'missing.pem' }],
    ['public-key', { 'public-key': 'private.pem' }],
    ['certificate', { certificate: 'missing.pem' }],
    ['kms-endpoint', { 'kms-endpoint': 'http://kms.example.net' }],
    ['kms-endpoint', { 'kms-endpoint': 'https://kms.example.net/path' }],
    ['iam-endpoint', { 'iam-endpoint': 'iam.example.net' }],
    ['token-endpoint', { 'token-endpoint': 'ftp://example.net/' }],
    ['token-endpoint', { 'yc-iam-token': '', 'yc-sa-id': 'aje1', 'api-endpoint': 'api.yandexcloud.kz' }],
    ['api-endpoint', { 'api-endpoint': 'a b' }],
    ['release-tag', { 'release-assets': 'true', 'github-token': 'x' }],
    ['github-token', { 'release-assets': 'true', 'release-tag': 'v1' }],
    ['yc-sa-id', { 'yc-sa-id': 'aje1' }],
    ['yc-sa-id', { 'yc-iam-token': '' }],
  ])('names %s in what is wrong with %j', async (name, given) => {
    expect(await faults({ ...GOOD, ...given })).toContain(`'${name}'`)
  })

  it('reports all faults together', async () => {
    const message = await faults({ 'key-id': '', files: '', formats: 'x', overwrite: 'yes' })
    for (const name of ['key-id', 'files', 'formats', 'overwrite', 'yc-sa-id']) expect(message).toContain(`'${name}'`)
    expect(message).toMatch(/^\d faults:\n- Input '/u)
    expect(message.split('\n- ')).toHaveLength(1 + Number(message[0]))
    await expect(readInputs(environment({ ...GOOD, 'key-id': '' }))).rejects.toMatchObject({
      message: expect.stringMatching(/^Input 'key-id' /u) as unknown,
      hint: 'The README has a table of all inputs.',
    })
  })

  it.each([
    ['upload-artifact', 'maybe', {}, 'Input \'upload-artifact\' is "maybe"; it takes auto, true or false'],
    ['yc-vm-service-account', 'maybe', { 'yc-iam-token': '' }, 'is "maybe", which is not a boolean'],
  ])('has one fault for %s: %s, and none that contradicts it', async (name, value, others, what) => {
    const message = await faults({ ...GOOD, ...others, [name]: value })
    expect(message.match(/Input '/gu)).toHaveLength(1)
    expect(message).toContain(what)
  })

  it('says that forks and Dependabot get no secrets where no credential is given', async () => {
    expect(await faults({ ...GOOD, 'yc-iam-token': '' })).toMatch(/forks.*Dependabot/u)
  })

  it('never repeats a password that an endpoint holds', async () => {
    expect(await faults({ ...GOOD, 'kms-endpoint': 'https://user:hunter2@kms.example.net' })).not.toContain('hunter2')
  })

  it('needs no credential for a dry run', async () => {
    expect(
      (await readInputs(environment({ ...GOOD, 'yc-iam-token': '', 'dry-run': 'true' }))).credentialChoice,
    ).toBeUndefined()
  })

  const service = { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/', ACTIONS_RUNTIME_TOKEN: 'x' }
  it.each([
    ['signatures-build-0', true],
    ['signatures-build-', true],
    ['signatures-build-x', false],
    ['mine', false],
  ])('tells whether the artifact name %s has the form of the default', async (name, nameIsDefault) => {
    const { artifact } = await readInputs(environment({ ...GOOD, 'artifact-name': name }, service))
    expect(artifact).toEqual({ name, nameIsDefault, retentionDays: undefined })
  })

  it('has no artifact service on GitHub Enterprise Server', async () => {
    const env = { ...service, GITHUB_SERVER_URL: 'https://github.example.com' }
    expect((await readInputs(environment(GOOD, env))).artifact).toBeUndefined()
    expect(await faults({ ...GOOD, 'upload-artifact': 'true' }, env)).toContain("Input 'upload-artifact'")
  })

  const release = { ...GOOD, 'release-assets': 'true', 'github-token': 'ghs_x' }

  it.each([
    ['github-token', release],
    ['yc-iam-token', GOOD],
    ['oidc-token', { ...GOOD, 'yc-iam-token': '', 'yc-sa-id': 'aje1' }],
  ])('refuses a line break in %s, and repeats none of it', async (name, inputs) => {
    const told = await faults({ ...inputs, [name]: 'first-half\nsecond-half' }, { GITHUB_REF: 'refs/tags/v1' })
    expect(told).toContain(`Input '${name}' `)
    expect(told).not.toMatch(/first-half|second-half/u)
  })

  it("takes the release's tag from the ref that started the run", async () => {
    const started = await readInputs(environment(release, { GITHUB_REF: 'refs/tags/v1/2' }))
    expect(started.release).toEqual({ tag: 'v1/2', id: undefined, token: 'ghs_x' })
    const named = await readInputs(environment({ ...release, 'release-tag': 'refs/tags/v3' }))
    expect(named.release?.tag).toBe('v3')
  })

  it('takes release-id in place of the tag that started the run, and beside one that is given', async () => {
    const env = { GITHUB_REF: 'refs/tags/v1' }
    const byId = await readInputs(environment({ ...release, 'release-id': '123' }, env))
    expect(byId.release).toMatchObject({ tag: undefined, id: 123 })
    const both = await readInputs(environment({ ...release, 'release-id': '123', 'release-tag': 'v2' }, env))
    expect(both.release).toMatchObject({ tag: 'v2', id: 123 })
  })

  it.each(['0', '-1', 'v1', '1.5', '12345678901234567', '1e3'])('refuses the release-id %s', async (id) => {
    expect(await faults({ ...release, 'release-id': id })).toContain(`Input 'release-id' is "${id}"`)
  })

  it("takes the tag from the release event's file where GITHUB_REF is empty", async () => {
    const path = join(workspace, 'event.json')
    const env = { GITHUB_REF: '', GITHUB_EVENT_NAME: 'release', GITHUB_EVENT_PATH: path }
    await writeFile(path, JSON.stringify({ action: 'published', release: { tag_name: 'v9' } }))
    expect((await readInputs(environment(release, env))).release?.tag).toBe('v9')
    expect(await faults(release, { ...env, GITHUB_EVENT_NAME: 'push' })).toContain("Input 'release-tag' is empty")
    for (const content of ['{"release":{}}', '{"release":{"tag_name":""}}', '[]', '{']) {
      await writeFile(path, content)
      expect(await faults(release, env)).toContain("the release event's file (GITHUB_EVENT_PATH) names no tag")
    }
  })

  it.each([
    [{ GITEA_ACTIONS: 'true' }, 'Gitea'],
    [{ GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }, 'Forgejo'],
    [{ GITHUB_API_URL: 'https://git.example/api/v1' }, 'Gitea or Forgejo'],
  ])("says that only GitHub's release API is known: %j", async (env, server) => {
    const message = await faults({ ...release, 'release-tag': 'v1' }, env)
    expect(message).toContain(`belongs to ${server}, and the action knows GitHub's release API alone`)
  })
})
