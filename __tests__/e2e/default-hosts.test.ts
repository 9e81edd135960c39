import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { RunResult } from '../../emulator/runner/runner.ts'
import { startTlsFront, type TlsFront } from '../../emulator/server/tls-front.ts'
import {
  errorsOf,
  expectFailure,
  expectSuccess,
  sign,
  type SignOptions,
  type Workspace,
  workspaceWith,
} from './bundle.ts'
import { nodeVerifies } from './judges.ts'

const PASSWORD = 'p@ss:word/%41'
const NO_ENDPOINTS = { 'kms-endpoint': '', 'iam-endpoint': '', 'token-endpoint': '' }

let emulator: Emulator
let front: TlsFront
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
  front = await startTlsFront(emulator, { credentials: `builder:${PASSWORD}` })
})
afterAll(async () => {
  await front.close()
  await emulator.close()
})
beforeEach(async () => {
  workspace = await workspaceWith({ 'dist/widget.bin': 'widget' })
})
afterEach(async () => {
  emulator.requests.length = 0
  emulator.kms.unknownMethod = undefined
  front.proxy.connects.length = 0
  await workspace.remove()
})

/** Runs without any endpoint set; the proxy's password is a secret like the others. */
function signByName(options: SignOptions = {}): Promise<RunResult> {
  return sign(emulator, workspace, {
    ...options,
    inputs: { files: 'dist/*.bin', ...NO_ENDPOINTS, ...options.inputs },
    env: { ...front.env, ...options.env },
    secrets: [PASSWORD, encodeURIComponent(PASSWORD)],
  })
}

/** The hosts that were asked, each once, in order. */
const hosts = (): readonly string[] => [...new Set(emulator.requests.map(({ host }) => host))]

async function expectSigned(): Promise<void> {
  const signature = await readFile(workspace.at('dist/widget.bin.sig'))
  const key = workspace.at('dist/kms-public-key.pem')
  expect(nodeVerifies('ECDSA_NIST_P256_SHA_256', key, workspace.at('dist/widget.bin'), signature)).toBe(true)
}

/** Each IAM token went to the hosts of KMS and IAM, and nowhere else. */
function expectTokensAtHome(): void {
  const home = /^(kms|iam|crypto)\./
  const abroad = emulator.requests.filter(({ bearer, host }) => bearer?.startsWith('t1.') === true && !home.test(host))
  expect(abroad.map(({ host }) => host)).toEqual([])
}

it('signs with OIDC and no endpoint set, through a proxy with a password', async () => {
  expectSuccess(await signByName())
  await expectSigned()
  expectTokensAtHome()
  expect(hosts()).toEqual([
    'run-actions.actions.githubusercontent.com',
    'auth.yandex.cloud',
    'kms.api.cloud.yandex.net',
    'results-receiver.actions.githubusercontent.com',
    'productionresultssa0.blob.core.windows.net',
  ])
  expect(front.proxy.connects.filter(({ granted }) => !granted)).toEqual([])
})

it('signs with an authorized key, and revokes its token at the end', async () => {
  const json = JSON.stringify(emulator.authorizedKey)
  const inputs = { 'yc-sa-id': '', 'yc-sa-json-credentials': json, 'revoke-token': 'true', 'upload-artifact': 'false' }
  expectSuccess(await signByName({ inputs }))
  await expectSigned()
  expect(hosts().toSorted()).toEqual(['iam.api.cloud.yandex.net', 'kms.api.cloud.yandex.net'])
  expect(emulator.calls('iam').map(({ call, status }) => [call, status])).toEqual([
    ['CreateToken', 200],
    ['RevokeToken', 200],
  ])
})

it.each([404, 405, 501] as const)(
  'goes to the second KMS host when the first says %d, and stays there',
  async (status) => {
    emulator.kms.unknownMethod = status
    const inputs = { files: '*/*.bin', 'max-concurrency': '1', 'upload-artifact': 'false' }
    const run = await signByName({ inputs })
    expectSuccess(run)
    await expectSigned()
    expectTokensAtHome()
    expect(emulator.calls('kms-crypto', 'SignHash')).toHaveLength(1)
    expect(run.stdout).toContain('kms.yandex')
  },
)

it('asks both hosts for a key that neither knows', async () => {
  const run = await signByName({ inputs: { 'key-id': 'abjnosuchkeyatall000' } })
  expectFailure(run, 'KEY_NOT_FOUND')
  expectTokensAtHome()
})

it('never replaces an endpoint of the user’s', async () => {
  emulator.kms.unknownMethod = 404
  const run = await signByName({ inputs: { 'kms-endpoint': emulator.urls.kms } })
  expectFailure(run, 'KEY_NOT_FOUND')
  expect(emulator.calls('kms-crypto')).toEqual([])
})

it('finds its way in another installation, with that one’s audience in the JWT', async () => {
  const json = JSON.stringify(emulator.authorizedKey)
  const inputs = { 'yc-sa-id': '', 'yc-sa-json-credentials': json, 'api-endpoint': 'api.yandexcloud.kz' }
  expectSuccess(await signByName({ inputs: { ...inputs, 'upload-artifact': 'false' } }))
  await expectSigned()
  expectTokensAtHome()
  expect(hosts().toSorted()).toEqual([
    'api.yandexcloud.kz',
    'crypto.kms.yandexcloud.kz',
    'iam.api.yandexcloud.kz',
    'kms.api.yandexcloud.kz',
  ])
})

it('takes GitHub’s token to another installation only where the user says so', async () => {
  const inputs = { 'api-endpoint': 'api.yandexcloud.kz' }
  expectFailure(await signByName({ inputs }), 'INVALID_INPUT')
  expect(emulator.requests).toEqual([])
  const named = { ...inputs, 'token-endpoint': 'https://auth.yandexcloud.kz/oauth/token' }
  expectSuccess(await signByName({ inputs: named }))
  await expectSigned()
})

it('asks the metadata service of a VM directly, whatever the proxy variables say', async () => {
  const inputs = { 'yc-sa-id': '', 'yc-vm-service-account': 'true', 'upload-artifact': 'false' }
  const env = { HTTP_PROXY: front.proxy.url, NO_PROXY: '' }
  expectSuccess(await signByName({ inputs, env }))
  expect(emulator.calls('metadata')).toHaveLength(1)
  expect([...new Set(front.proxy.connects.map(({ target }) => target))]).toEqual(['kms.api.cloud.yandex.net:443'])
})

it.each(['expired', 'other-name', 'unknown-authority'] as const)(
  'refuses a certificate that is wrong (%s), whatever NODE_TLS_REJECT_UNAUTHORIZED says',
  async (fault) => {
    front.setCertificateFault('auth.yandex.cloud', fault)
    const run = await signByName({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
    front.setCertificateFault('auth.yandex.cloud', undefined)
    expectFailure(run, 'UNAVAILABLE')
    expect(errorsOf(run)).toContain('certificate')
    expect(emulator.calls('exchange')).toEqual([])
    // Final at once, since a certificate does not become right by asking again: one connection is opened ahead of time.
    const connects = front.proxy.connects.filter(({ target }) => target === 'auth.yandex.cloud:443')
    expect(connects.length).toBeLessThanOrEqual(2)
  },
)

it('fails when the proxy does not know the password', async () => {
  const url = new URL(front.proxy.url)
  url.password = 'another'
  const run = await signByName({ env: { HTTPS_PROXY: url.href, https_proxy: url.href } })
  expectFailure(run, 'UNAVAILABLE')
  expect(emulator.requests).toEqual([])
})
