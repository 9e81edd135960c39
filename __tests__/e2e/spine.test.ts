import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { RunResult } from '../../emulator/runner/runner.ts'
import { expectFailure, expectSuccess, sign, type SignOptions, type Workspace, workspaceWith } from './bundle.ts'

const FILES = { 'dist/widget.tar.gz': 'one', 'dist/widget.zip': 'two', 'dist/.hidden': 'three' }

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith(FILES)
})
afterEach(async () => {
  emulator.clearFaults()
  emulator.artifacts.artifacts.length = 0
  emulator.requests.length = 0
  await workspace.remove()
})

const signDist = (options: SignOptions = {}): Promise<RunResult> =>
  sign(emulator, workspace, { ...options, inputs: { files: 'dist/*', ...options.inputs } })

const added = async (): Promise<readonly string[]> =>
  Object.keys(await workspace.snapshot()).filter((path) => path !== 'dist' && !(path in FILES))

it('writes signatures, key and manifest, tells of each in outputs and summary, and uploads them all', async () => {
  const run = await signDist()
  expectSuccess(run)
  const written = [
    'dist/.hidden.sig',
    'dist/kms-public-key.pem',
    'dist/signatures.json',
    'dist/widget.tar.gz.sig',
    'dist/widget.zip.sig',
  ]
  expect(await added()).toEqual(written)
  expect(run.outputs['files']?.split('\n').toSorted()).toEqual(written)
  expect(run.outputs).toMatchObject({ 'signed-count': '3', 'manifest-path': 'dist/signatures.json' })
  for (const name of Object.keys(FILES)) expect(run.summary).toContain(name.slice('dist/'.length))
  expect(run.summary).toContain(run.outputs['public-key-fingerprint'])

  const artifact = emulator.artifacts.find('signatures-release-0')
  expect(run.outputs['artifact-id']).toBe(String(artifact?.id))
  const digest = createHash('sha256').update(artifact?.content ?? '')
  expect(run.outputs['artifact-digest']).toMatch(new RegExp(`^(sha256:)?${digest.digest('hex')}$`))
})

it('writes a manifest that its schema describes', async () => {
  expectSuccess(await signDist({ inputs: { sign: 'files, checksums, provenance' } }))
  const schema = await readFile(new URL('../../schemas/signatures.schema.json', import.meta.url), 'utf8')
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object)
  const manifest: unknown = JSON.parse(await readFile(workspace.at('dist/signatures.json'), 'utf8'))
  expect([validate(manifest), validate.errors]).toEqual([true, null])
})

it('finds the same files when it runs again with overwrite', async () => {
  const first = await signDist()
  const second = await signDist({ inputs: { overwrite: 'true' } })
  expectSuccess(second)
  expect(second.outputs['files']).toBe(first.outputs['files'])
  expect(emulator.artifacts.artifacts.length).toBeGreaterThan(0)
})

it('numbers an artifact whose usual name is taken', async () => {
  expectSuccess(await signDist({ inputs: { 'output-dir': 'one' } }))
  expectSuccess(await signDist({ inputs: { 'output-dir': 'two' } }))
  expect(emulator.artifacts.artifacts.map(({ name }) => name)).toEqual([
    'signatures-release-0',
    'signatures-release-0-2',
  ])
})

it('leaves the artifact alone on GitHub Enterprise Server', async () => {
  const run = await signDist({ env: { GITHUB_SERVER_URL: 'https://ghes.example.org' } })
  expectSuccess(run)
  expect(emulator.calls('artifacts')).toEqual([])
})

it('says in a dry run what it would do, without a credential, a request or a file', async () => {
  const before = await workspace.snapshot()
  const run = await signDist({ inputs: { 'dry-run': 'true', 'yc-sa-id': '' } })
  expectSuccess(run)
  expect(run.stdout).toContain('widget.tar.gz')
  expect(emulator.requests).toEqual([])
  expect(await workspace.snapshot()).toEqual(before)
})

it.each(['warn', 'ignore'])('goes on without files where it may: %s', async (choice) => {
  const run = await signDist({ inputs: { files: 'nothing/*', 'if-no-files-found': choice } })
  expectSuccess(run)
  expect(run.outputs).toMatchObject({ files: '', 'signed-count': '0' })
  expect(run.annotations.some(({ level }) => level === 'warning')).toBe(choice === 'warn')
  expect(emulator.requests).toEqual([])
})

it('gets another token when the first runs out in the middle of the run', async () => {
  emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'unauthenticated', skip: 1, first: 1 })
  const run = await signDist({ inputs: { 'max-concurrency': '1' } })
  expectSuccess(run)
  expect(emulator.calls('exchange')).toHaveLength(2)
  expect(new Set(emulator.calls('kms', 'SignHash').map(({ bearer }) => bearer)).size).toBe(2)
})

it('revokes its token when the run fails, too', async () => {
  emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'html' })
  expectFailure(await signDist({ inputs: { 'revoke-token': 'true' } }), 'INVALID_RESPONSE')
  expect(emulator.calls('iam', 'RevokeToken').map(({ status }) => status)).toEqual([200])
})

it('never revokes a token that was handed in', async () => {
  const { value } = emulator.iam.issueToken(emulator.serviceAccountId)
  const inputs = { 'yc-sa-id': '', 'yc-iam-token': value, 'revoke-token': 'true' }
  expectSuccess(await signDist({ inputs }))
  expect(emulator.calls('iam')).toEqual([])
})

it('survives services that fail now and then', async () => {
  emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'status', status: 503, first: 2 })
  emulator.setFault({ service: 'kms', call: 'GetKey', kind: 'reset-mid-body', first: 1 })
  emulator.setFault({ service: 'exchange', kind: 'status', status: 502, first: 1 })
  emulator.setFault({ service: 'oidc', kind: 'truncated-body', first: 1 })
  expectSuccess(await signDist())
})

it('keeps to a quota that it was not told of', async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`many/${at}.bin`, `file ${at}`]))
  const other = await workspaceWith(many)
  const quota = emulator.setQuota('kms.SignHash', { rate: 30, burst: 10, retryAfter: 'seconds' })
  const run = await sign(emulator, other, { inputs: { files: 'many/*', 'upload-artifact': 'false' } })
  emulator.setQuota('kms.SignHash', undefined)
  expectSuccess(run)
  expect(run.outputs['signed-count']).toBe('60')
  expect(quota?.taken).toBe(60)
  await other.remove()
})
