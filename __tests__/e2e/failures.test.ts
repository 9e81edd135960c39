import { spawnSync } from 'node:child_process'
import { appendFile, symlink, truncate, unlink } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { FaultRule } from '../../emulator/faults/faults.ts'
import { expectFailure, sign, type SignOptions, type Workspace, workspaceWith } from './bundle.ts'

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith({ 'dist/widget.bin': 'widget', 'dist/notes.txt': 'notes' })
})
afterEach(async () => {
  emulator.clearFaults()
  for (const key of Object.values(emulator.keys)) Object.assign(key, { status: 'ACTIVE', algorithmName: key.algorithm })
  emulator.github.releases.length = 0
  emulator.requests.length = 0
  await workspace.remove()
})

const withFiles = (inputs: Record<string, string> = {}): Record<string, string> => ({ files: 'dist/*', ...inputs })

/** Runs, and asserts: one annotation titled `code`, exit code 1, not a thing more or less in the workspace. */
async function expectClean(code: string, options: SignOptions = {}): Promise<string> {
  const before = await workspace.snapshot()
  const run = await sign(emulator, workspace, { ...options, inputs: withFiles(options.inputs) })
  expectFailure(run, code)
  expect(await workspace.snapshot()).toEqual(before)
  return run.annotations.find(({ level }) => level === 'error')?.message ?? ''
}

describe('before any request', () => {
  afterEach(() => {
    expect(emulator.requests).toEqual([])
  })

  it.each<[string, Record<string, string>]>([
    ['no credential', { 'yc-sa-id': '' }],
    ['two credentials', { 'yc-iam-token': 't1.secret-of-two.x' }],
    ['a boolean that is none', { overwrite: 'yes' }],
    ['an unknown format', { formats: 'sig, pgp' }],
    ['no key', { 'key-id': '' }],
    ['neither files nor checksums', { files: '' }],
    ['plain HTTP to another machine', { 'kms-endpoint': 'http://kms.example.org' }],
    ['a pin that is none', { 'public-key': 'sha256:12' }],
  ])('INVALID_INPUT: %s', async (_, inputs) => {
    await expectClean('INVALID_INPUT', { inputs, secrets: ['t1.secret-of-two.x'] })
  })

  it('INVALID_INPUT: all faults at once', async () => {
    const message = await expectClean('INVALID_INPUT', {
      inputs: { overwrite: 'yes', 'max-files': '-1', formats: 'pgp' },
    })
    for (const name of ['overwrite', 'max-files', 'formats']) expect(message).toContain(name)
  })

  it('INVALID_INPUT: an artifact where there is no service for it', async () => {
    const env = { GITHUB_SERVER_URL: 'https://ghes.example.org' }
    await expectClean('INVALID_INPUT', { inputs: { 'upload-artifact': 'true' }, env })
  })

  const fork = { head: { repo: { full_name: 'mallory/widget' } }, merged: false }
  it.each<[string, string, unknown]>([
    ['pull_request_target', 'of a fork', { pull_request: fork }],
    ['workflow_run', 'of a fork', { workflow_run: { head_repository: { full_name: 'mallory/widget' } } }],
  ])('UNTRUSTED_EVENT: %s %s', async (name, _, event) => {
    await expectClean('UNTRUSTED_EVENT', { env: { GITHUB_EVENT_NAME: name }, event })
  })

  it('NO_FILES', async () => {
    expect(await expectClean('NO_FILES', { inputs: { files: 'dist/*.bin\nbuild/*.{zip,gz}' } })).toContain('build/')
  })

  it('TOO_MANY_FILES', async () => {
    await expectClean('TOO_MANY_FILES', { inputs: { 'max-files': '1' } })
  })

  it('FILE_UNREADABLE: a broken link', async () => {
    await symlink('nowhere', workspace.at('dist/link.bin'))
    expect(await expectClean('FILE_UNREADABLE')).toContain('link.bin')
  })

  it('FILE_UNREADABLE: a FIFO', async () => {
    expect(spawnSync('mkfifo', [workspace.at('dist/pipe')]).status).toBe(0)
    expect(await expectClean('FILE_UNREADABLE')).toContain('pipe')
  })

  it('OUTPUT_EXISTS', async () => {
    const there = await workspaceWith({ 'dist/widget.bin': 'widget', 'dist/widget.bin.sig': 'old' })
    await workspace.remove()
    workspace = there
    expect(await expectClean('OUTPUT_EXISTS', { inputs: { files: 'dist/widget.bin' } })).toContain('widget.bin.sig')
  })

  it('ID_TOKEN_UNAVAILABLE', async () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
    expect(await expectClean('ID_TOKEN_UNAVAILABLE', { env })).toContain('id-token: write')
  })

  it.each<[string, (json: Record<string, string>) => unknown]>([
    ['without private_key', (json) => ({ ...json, private_key: undefined })],
    ['of a user account', ({ service_account_id: id, ...json }) => ({ ...json, user_account_id: id })],
    ['with doubled line breaks', (json) => ({ ...json, private_key: json['private_key']?.replaceAll('\n', '\\n') })],
    ['in quotes', (json) => JSON.stringify(json)],
  ])('SERVICE_ACCOUNT_KEY_INVALID: a key %s', async (_, change) => {
    const json = JSON.stringify(change({ ...emulator.authorizedKey }))
    await expectClean('SERVICE_ACCOUNT_KEY_INVALID', { inputs: { 'yc-sa-id': '', 'yc-sa-json-credentials': json } })
  })
})

describe('by what the services say', () => {
  it.each(['oauth', 'status', 'text'] as const)('TOKEN_EXCHANGE_REFUSED, said as %s', async (shape) => {
    emulator.exchange.errorShape = shape
    emulator.oidc.subject = 'repo:acme/widget:environment:other'
    const message = await expectClean('TOKEN_EXCHANGE_REFUSED')
    emulator.oidc.subject = 'repo:acme/widget:environment:release'
    for (const part of [
      'https://token.actions.githubusercontent.com',
      'https://github.com/acme',
      'repo:acme/widget:environment:other',
      `federated-credential create`,
    ])
      expect(message).toContain(part)
  })

  it('TOKEN_EXCHANGE_REFUSED: for a tag’s subject, no command that links it', async () => {
    emulator.oidc.subject = 'repo:acme/widget:ref:refs/tags/v1.2.3'
    const message = await expectClean('TOKEN_EXCHANGE_REFUSED')
    emulator.oidc.subject = 'repo:acme/widget:environment:release'
    expect(message).toContain('environment')
    expect(message).not.toContain('federated-credential create')
  })

  it('UNAUTHENTICATED', async () => {
    const token = 't1.unknown-token.unknown-token'
    await expectClean('UNAUTHENTICATED', { inputs: { 'yc-sa-id': '', 'yc-iam-token': token }, secrets: [token] })
  })

  it('PERMISSION_DENIED, with the role and the command', async () => {
    const { serviceAccountId, iam } = emulator
    iam.withdraw(serviceAccountId, 'kms.asymmetricSignatureKeys.signer')
    const message = await expectClean('PERMISSION_DENIED')
    iam.grant(serviceAccountId, 'kms.asymmetricSignatureKeys.signer')
    expect(message).toContain('kms.asymmetricSignatureKeys.signer')
    expect(message).toContain('yc kms asymmetric-signature-key add-access-binding')
  })

  it('INVALID_INPUT: an RSA key whose hash nobody may tell', async () => {
    const { serviceAccountId, iam } = emulator
    iam.withdraw(serviceAccountId, 'kms.auditor')
    const inputs = { 'key-id': emulator.keys.RSA_2048_SIGN_PSS_SHA_256.id }
    const message = await expectClean('INVALID_INPUT', { inputs })
    iam.grant(serviceAccountId, 'kms.auditor')
    expect(message).toMatch(/kms\.auditor[^]*hash-algorithm|hash-algorithm[^]*kms\.auditor/)
  })

  it('KEY_NOT_FOUND', async () => {
    expect(await expectClean('KEY_NOT_FOUND', { inputs: { 'key-id': 'abjnosuchkeyatall000' } })).toContain(
      'abjnosuchkeyatall000',
    )
  })

  it.each(['CREATING', 'INACTIVE'] as const)('KEY_NOT_ACTIVE: %s', async (status) => {
    emulator.keys.ECDSA_NIST_P256_SHA_256.status = status
    await expectClean('KEY_NOT_ACTIVE')
  })

  it('KEY_MISMATCH: by fingerprint, before the first signature', async () => {
    const pin = `sha256:${'0'.repeat(64)}`
    const message = await expectClean('KEY_MISMATCH', { inputs: { 'public-key': pin } })
    expect(message.match(/sha256:[0-9a-f]{64}/g)).toHaveLength(2)
    expect(emulator.calls('kms', 'SignHash')).toEqual([])
  })

  it('KEY_MISMATCH: by PEM', async () => {
    const pem = await emulator.keys.ECDSA_SECP256_K1_SHA_256.publicKeyPem()
    await expectClean('KEY_MISMATCH', { inputs: { 'public-key': pem } })
  })

  it('UNSUPPORTED_ALGORITHM', async () => {
    emulator.keys.ECDSA_NIST_P256_SHA_256.algorithmName = 'ED25519'
    await expectClean('UNSUPPORTED_ALGORITHM')
  })

  it('UNSUPPORTED_FORMAT', async () => {
    const inputs = { 'key-id': emulator.keys.RSA_2048_SIGN_PSS_SHA_256.id, formats: 'openpgp' }
    await expectClean('UNSUPPORTED_FORMAT', { inputs })
    expect(emulator.calls('kms', 'SignHash')).toEqual([])
  })

  it.each<[string, FaultRule]>([
    ['RATE_LIMITED', { service: 'kms', call: 'SignHash', kind: 'status', status: 429, retryAfter: 7200 }],
    ['UNAVAILABLE', { service: 'kms', call: 'SignHash', kind: 'status', status: 503, retryAfter: 7200 }],
    ['INVALID_RESPONSE', { service: 'kms', call: 'SignHash', kind: 'html' }],
    ['INVALID_RESPONSE', { service: 'kms', call: 'SignHash', kind: 'wrong-key-id' }],
    ['INVALID_RESPONSE', { service: 'kms', call: 'GetPublicKey', kind: 'wrong-key-id' }],
    ['INVALID_RESPONSE', { service: 'kms', call: 'SignHash', kind: 'bad-base64' }],
    ['INVALID_RESPONSE', { service: 'kms', call: 'SignHash', kind: 'empty-signature' }],
    ['INVALID_RESPONSE', { service: 'kms', call: 'GetKey', kind: 'wrong-types' }],
    ['INVALID_RESPONSE', { service: 'exchange', kind: 'huge-body' }],
    ['INVALID_RESPONSE', { service: 'kms', call: 'GetKey', kind: 'gzip-bomb' }],
    ['INVALID_RESPONSE', { service: 'kms', call: 'SignHash', kind: 'redirect', to: 'http://127.0.0.1:9/' }],
    ['SIGNATURE_INVALID', { service: 'kms', call: 'SignHash', kind: 'other-digest' }],
    ['SIGNATURE_INVALID', { service: 'kms', call: 'SignHash', kind: 'other-key' }],
  ])('%s: %j', async (code, fault) => {
    emulator.setFault(fault)
    await expectClean(code)
  })
})

describe('by the files', () => {
  it.each(['DSSEv1 28 application/vnd.in-toto+json 2 {}', 'SSHSIG\0\0\0\u0004file'])(
    'UNSAFE_FILE: %j',
    async (content) => {
      const unsafe = await workspaceWith({ 'dist/innocent.txt': content })
      await workspace.remove()
      workspace = unsafe
      expect(await expectClean('UNSAFE_FILE')).toContain('innocent.txt')
      expect(emulator.calls('kms', 'SignHash')).toEqual([])
    },
  )

  it('FILE_CHANGED', async () => {
    const path = workspace.at('dist/growing.img')
    await appendFile(path, 'x')
    await truncate(path, 600 * 1024 * 1024)
    let ended = false
    const change = async (): Promise<void> => {
      while (!ended) {
        await appendFile(path, 'x')
        await sleep(2)
      }
    }
    const changing = change()
    const run = await sign(emulator, workspace, { inputs: withFiles({ files: 'dist/growing.img' }) })
    ended = true
    await changing
    expectFailure(run, 'FILE_CHANGED')
    await unlink(path)
    expect(Object.keys(await workspace.snapshot()).sort()).toEqual(['dist', 'dist/notes.txt', 'dist/widget.bin'])
  })

  it('WRITE_FAILED', async () => {
    await expectClean('WRITE_FAILED', { inputs: { 'output-dir': 'dist/widget.bin/under-a-file' } })
  })
})

describe('by time and signals', () => {
  it('TIMED_OUT', async () => {
    emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'black-hole' })
    await expectClean('TIMED_OUT', { inputs: { 'timeout-minutes': '0.03' } })
  })

  it('TIMED_OUT, and the process ends, where a file system does not answer', async () => {
    spawnSync('mkfifo', [workspace.at('event')]) // opened for reading, it waits for somebody who writes
    const env = { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_EVENT_PATH: workspace.at('event') }
    const options = { env, inputs: withFiles({ 'timeout-minutes': '0.01' }), deadlineMilliseconds: 20_000 }
    expectFailure(await sign(emulator, workspace, options), 'TIMED_OUT')
    await unlink(workspace.at('event'))
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('CANCELLED by %s, within five seconds', async (signal) => {
    emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'black-hole' })
    let sent = 0
    const onStart = (_: number, kill: (signal: NodeJS.Signals) => void): void => {
      const wait = setInterval(() => {
        if (emulator.calls('kms', 'SignHash').length === 0) return
        clearInterval(wait)
        sent = performance.now()
        kill(signal)
      }, 20)
    }
    await expectClean('CANCELLED', { onStart })
    expect(performance.now() - sent).toBeLessThan(5000)
  })
})

describe('once the files are in place', () => {
  it('ARTIFACT_UPLOAD_FAILED: a name of one’s own that is taken; the files stay and are named', async () => {
    const inputs = withFiles({ 'artifact-name': 'mine' })
    expect((await sign(emulator, workspace, { inputs })).exitCode).toBe(0)
    const again = await sign(emulator, workspace, { inputs: { ...inputs, overwrite: 'false', 'output-dir': 'again' } })
    expectFailure(again, 'ARTIFACT_UPLOAD_FAILED')
    expect(again.outputs['files']?.split('\n')).toContain('again/widget.bin.sig')
    expect(Object.keys(await workspace.snapshot())).toContain('again/widget.bin.sig')
  })
})
