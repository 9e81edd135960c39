/** What the sign bundle writes in one job, the verify bundle takes in another; and what was changed between, it does not. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { Algorithm } from '../../emulator/yandex/kms-keys.ts'
import { runAction, type RunResult } from '../../emulator/runner/runner.ts'
import { errorsOf, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

const RAW = 'sig, base64, sigstore, cms'
const CASES: [Algorithm, string, string][] = [
  ['ECDSA_NIST_P256_SHA_256', `${RAW}, sshsig, openpgp`, 'SHA256SUMS'],
  ['ECDSA_NIST_P384_SHA_384', `${RAW}, sshsig, openpgp`, 'SHA384SUMS'],
  ['ECDSA_NIST_P521_SHA_512', `${RAW}, sshsig, openpgp`, 'SHA512SUMS'],
  ['ECDSA_SECP256_K1_SHA_256', RAW, 'SHA256SUMS'],
  ['RSA_2048_SIGN_PSS_SHA_384', RAW, 'SHA384SUMS'],
]
const FILES = { 'dist/linux/app': 'linux\n', 'dist/windows/app': 'windows\r\n', 'dist/empty': '' }

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

describe.each(CASES)('with a key of %s', (algorithm, formats, sums) => {
  let workspace: Workspace
  let signed: RunResult
  beforeAll(async () => {
    const key = emulator.keys[algorithm]
    await key.pair()
    workspace = await workspaceWith(FILES)
    const inputs = { 'key-id': key.id, files: 'dist', sign: 'files checksums provenance', formats, 'output-dir': 'out' }
    signed = await sign(emulator, workspace, { inputs: { ...inputs, 'artifact-name': `chain-${algorithm}` } })
  })
  afterAll(() => workspace.remove())

  /** The verify bundle over a copy of all that there is, after `change`: no network, no credential. */
  async function verify(
    inputs: Record<string, string>,
    change: (path: string) => Promise<void> = () => Promise.resolve(),
  ) {
    const copy = await mkdtemp(join(tmpdir(), 'chain-'))
    try {
      await cp(workspace.path, copy, { recursive: true })
      await change(copy)
      const trusted = {
        'public-key': 'out/kms-public-key.pem',
        fingerprint: signed.outputs['public-key-fingerprint'] ?? '',
      }
      return await runAction({
        action: 'verify',
        workspace: copy,
        inputs: { ...trusted, files: 'dist', 'signatures-dir': 'out', ...inputs },
      })
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  }
  const evidence = { checksums: `out/${sums}`, provenance: 'out/provenance*.sigstore.json' }

  it('verifies every file by every signature, the checksum file and the statement', async () => {
    expectSuccess(signed)
    const run = await verify(evidence)
    expectSuccess(run)
    expect(run.outputs['verified-count']).toBe('3')
    for (const { verifiedBy } of JSON.parse(run.outputs['results'] ?? '') as { verifiedBy: string[] }[])
      expect(verifiedBy.toSorted()).toEqual([...formats.split(', '), 'checksums', 'provenance'].toSorted())
  })

  it('takes any one kind of proof, and the key in its other label', async () => {
    expectSuccess(await verify({}))
    const nowhere = { 'signatures-dir': 'dist' }
    expectSuccess(await verify({ ...nowhere, checksums: evidence.checksums }))
    expectSuccess(await verify({ ...nowhere, provenance: evidence.provenance }))
    if (algorithm.startsWith('RSA')) expectSuccess(await verify({ 'public-key': 'out/kms-public-key.pss.pem' }))
  })

  it('takes nothing of which a file was changed', async () => {
    const change = (path: string) => writeFile(join(path, 'dist/linux/app'), 'linuX\n')
    expect(errorsOf(await verify({}, change))).toMatch(/^SIGNATURE_INVALID: 1 of 3 files/u)
    const nowhere = { 'signatures-dir': 'dist' }
    for (const proof of [{ checksums: evidence.checksums }, { provenance: evidence.provenance }])
      expect(errorsOf(await verify({ ...nowhere, ...proof }, change))).toMatch(/^CHECKSUM_MISMATCH: 1 of 3 files/u)
    expect(errorsOf(await verify(nowhere))).toMatch(/^SIGNATURE_MISSING: 3 of 3 files/u)
  })

  it('takes nothing of which one bit of any signature was changed', async () => {
    const names = (await readdir(join(workspace.path, 'out', 'linux'))).filter((name) => name.startsWith('app.'))
    expect(names).toHaveLength(formats.split(', ').length)
    for (const name of [...names.map((name) => `linux/${name}`), `${sums}.sig`, 'provenance.sigstore.json']) {
      const run = await verify(evidence, async (path) => {
        const bytes = await readFile(join(path, 'out', name))
        // In the middle of a CMS is the signer's name, which proves nothing: there the signature itself, at the end.
        const at = name.endsWith('.p7s') ? bytes.length - 10 : Math.floor(bytes.length / 2)
        bytes[at] = (bytes[at] ?? 0) ^ 2
        await writeFile(join(path, 'out', name), bytes)
      })
      expect([name, errorsOf(run)]).toEqual([name, expect.stringMatching(/^SIGNATURE_INVALID: /u)])
    }
  })
})
