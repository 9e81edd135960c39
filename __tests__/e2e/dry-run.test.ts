/** What a dry run says is what a run does. */
import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { RunResult } from '../../emulator/runner/runner.ts'
import { expectFailure, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
afterEach(async () => {
  emulator.requests.length = 0
  await workspace.remove()
})

const run = (inputs: Record<string, string>): Promise<RunResult> =>
  sign(emulator, workspace, { inputs: { 'upload-artifact': 'false', ...inputs } })
const dryRun = (inputs: Record<string, string>): Promise<RunResult> =>
  run({ ...inputs, 'dry-run': 'true', 'yc-sa-id': '' })
const warnings = ({ annotations }: RunResult): readonly string[] =>
  annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)

it.each([
  ['EC', 'auto', 'sig, cms'],
  ['EC', 'sha256', 'sig'],
  ['RSA', 'auto', 'sig'],
  ['RSA', 'sha256', 'sig, cms'],
  ['RSA', 'sha256', 'sig'],
] as const)('counts the calls of a run with a pinned %s key, hash %s, formats %s', async (kind, hash, formats) => {
  workspace = await workspaceWith({ 'dist/a': 'one', 'dist/b': 'one', 'dist/c': 'two' })
  const key = emulator.keys[kind === 'EC' ? 'ECDSA_NIST_P256_SHA_256' : 'RSA_2048_SIGN_PSS_SHA_256']
  const pin = { 'key-id': key.id, 'public-key': await key.publicKeyPem(), 'hash-algorithm': hash, formats }
  const inputs = { ...pin, files: 'dist/*', sign: 'files checksums provenance' }
  const dry = await dryRun(inputs)
  expectSuccess(dry)
  expect([dry.outputs, emulator.requests]).toEqual([{}, []])
  expectSuccess(await run(inputs))
  expect(dry.stdout).toContain(`with ${emulator.calls('kms').length} KMS calls.`)
})

it('warns where a run would stop at its outputs', async () => {
  workspace = await workspaceWith({ 'dist/a': 'one', 'dist/a.sig': 'old' })
  const dry = await dryRun({ files: 'dist/a' })
  expectSuccess(dry)
  expect(warnings(dry)).toEqual([expect.stringMatching(/would stop with OUTPUT_EXISTS.*\n.*dist\/a\.sig/u)])
  expect(warnings(await dryRun({ files: 'dist/a', overwrite: 'true' }))).toEqual([])
})

it('refuses a certificate that is none', async () => {
  workspace = await workspaceWith({ 'dist/a': 'one', 'key.pem': 'no certificate' })
  expectFailure(await dryRun({ files: 'dist/a', formats: 'cms', certificate: 'key.pem' }), 'INVALID_INPUT')
})

it('and a run without a request refuse digests that the hash given does not make', async () => {
  const digest = createHash('sha512').update('one').digest('hex')
  workspace = await workspaceWith({ 'dist/SHA512SUMS': `${digest}  a\n` })
  for (const attempt of [dryRun, run]) {
    const inputs = { 'subject-checksums': 'dist/SHA512SUMS', 'hash-algorithm': 'sha256' }
    expectFailure(await attempt(inputs), 'CHECKSUMS_INVALID')
  }
  expect(emulator.requests).toEqual([])
})

it('refuses to list a release file of the checksum file’s own name, and signs it where there is no such file', async () => {
  workspace = await workspaceWith({ 'dist/app': 'app', 'dist/sub/SHA256SUMS': 'of others' })
  const before = await workspace.snapshot()
  expectFailure(await run({ files: 'dist', sign: 'checksums' }), 'INVALID_INPUT')
  expect([await workspace.snapshot(), emulator.calls('kms').filter(({ path }) => path.endsWith(':signHash'))]).toEqual([
    before,
    [],
  ])
  const signed = await run({ files: 'dist', sign: 'files' })
  expectSuccess(signed)
  expect(Object.keys(await workspace.snapshot())).toContain('dist/sub/SHA256SUMS.sig')
})
