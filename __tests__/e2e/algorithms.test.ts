import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { ALGORITHM_NAMES, type Algorithm } from '../../emulator/yandex/kms-keys.ts'
import type { RunResult } from '../../emulator/runner/runner.ts'
import { expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'
import { itWith } from '../support/where-there.ts'
import { nodeVerifies, opensslVerifies } from './judges.ts'

const NAMES = ['widget-1.2.3.tar.gz', 'widget-1.2.3.zip']
const CREDENTIALS = ['yc-sa-id', 'yc-sa-json-credentials', 'yc-iam-token', 'yc-vm-service-account'] as const

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

/** The one credential, and what must not show because of it. */
function credential(kind: (typeof CREDENTIALS)[number]): Record<string, string> {
  const none = { 'yc-sa-id': '' }
  switch (kind) {
    case 'yc-sa-id':
      return {}
    case 'yc-sa-json-credentials':
      return { ...none, [kind]: JSON.stringify(emulator.authorizedKey) }
    case 'yc-iam-token':
      return { ...none, [kind]: emulator.iam.issueToken(emulator.serviceAccountId).value }
    case 'yc-vm-service-account':
      return { ...none, [kind]: 'true' }
  }
}

describe.each(ALGORITHM_NAMES)('with a key of %s', (algorithm: Algorithm) => {
  const runs: { readonly workspace: Workspace; readonly run: RunResult }[] = []
  beforeAll(async () => {
    const key = emulator.keys[algorithm]
    await key.pair()
    const started = CREDENTIALS.map(async (kind) => {
      const workspace = await workspaceWith({
        [`dist/${NAMES[0] ?? ''}`]: 'one\n',
        [`dist/${NAMES[1] ?? ''}`]: 'two\r\n',
      })
      const inputs = { 'key-id': key.id, files: 'dist/*', formats: 'sig, base64', ...credential(kind) }
      const contexts = { 'strategy.job-index': `${algorithm}-${kind}` }
      runs.push({ workspace, run: await sign(emulator, workspace, { inputs, contexts }) })
    })
    await Promise.all(started)
  })
  afterAll(() => Promise.all(runs.map(({ workspace }) => workspace.remove())))

  it('signs with every credential, and Node’s crypto takes each signature', async () => {
    expect(runs).toHaveLength(CREDENTIALS.length)
    for (const { run, workspace } of runs) {
      expectSuccess(run)
      expect(run.outputs).toMatchObject({
        'signed-count': '2',
        algorithm,
        'public-key-path': 'dist/kms-public-key.pem',
      })
      const signatures = JSON.parse(run.outputs['signatures'] ?? '') as Record<string, string>
      for (const name of NAMES) {
        const file = workspace.at(`dist/${name}`)
        const raw = await readFile(`${file}.sig`)
        expect(nodeVerifies(algorithm, workspace.at('dist/kms-public-key.pem'), file, raw)).toBe(true)
        expect(await readFile(`${file}.sig.b64`, 'latin1')).toBe(`${raw.toString('base64')}\n`)
        expect(signatures[name]).toBe(raw.toString('base64'))
      }
    }
  })

  itWith('openssl')('writes what openssl takes', () => {
    const keyFiles = algorithm.startsWith('RSA_')
      ? ['kms-public-key.pem', 'kms-public-key.pss.pem']
      : ['kms-public-key.pem']
    expect(runs.length).toBeGreaterThan(0)
    for (const { workspace } of runs) {
      for (const name of NAMES) {
        const file = workspace.at(`dist/${name}`)
        for (const keyFile of keyFiles)
          expect(opensslVerifies(algorithm, workspace.at(`dist/${keyFile}`), file, `${file}.sig`)).toBe(true)
      }
      const other = workspace.at(`dist/${NAMES[0] ?? ''}.sig`)
      const file = workspace.at(`dist/${NAMES[1] ?? ''}`)
      expect(opensslVerifies(algorithm, workspace.at('dist/kms-public-key.pem'), file, other)).toBe(false)
    }
  })
})

it.each(['rsassaPss', 'rsassaPssWithParameters'] as const)('takes an RSA key that KMS labels %s', async (label) => {
  const key = emulator.keys.RSA_2048_SIGN_PSS_SHA_256
  key.label = label
  const workspace = await workspaceWith({ 'widget.bin': 'widget' })
  const run = await sign(emulator, workspace, { inputs: { 'key-id': key.id, files: 'widget.bin' } })
  key.label = 'rsaEncryption'
  expectSuccess(run)
  expect(await readFile(workspace.at('kms-public-key.pem'), 'latin1')).toBe(await key.publicKeyPem())
  await workspace.remove()
})

it('makes each call to KMS once: the key, the public key, a signature for each distinct file', async () => {
  const workspace = await workspaceWith({ 'a.bin': 'same', 'b.bin': 'same', 'c.bin': 'other' })
  emulator.requests.length = 0
  expectSuccess(await sign(emulator, workspace, { inputs: { files: '*.bin' } }))
  const calls = Object.fromEntries(
    ['GetKey', 'GetPublicKey', 'SignHash'].map((call) => [call, emulator.calls('kms', call).length]),
  )
  expect(calls).toEqual({ GetKey: 1, GetPublicKey: 1, SignHash: 2 })
  expect(emulator.calls('exchange')).toHaveLength(1)
  expect(emulator.calls('oidc')).toHaveLength(1)
  await workspace.remove()
})
