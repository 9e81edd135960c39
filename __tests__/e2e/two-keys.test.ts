/** While keys are changed: releases by either of two keys through both bundles, in every format, and what says which key it was. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { Algorithm } from '../../emulator/yandex/kms-keys.ts'
import { FORMATS } from '../../src/formats/facts.ts'
import { errorsOf, expectSuccess, runBundle, sign, type Workspace, workspaceWith } from './bundle.ts'

const P256: Algorithm = 'ECDSA_NIST_P256_SHA_256'
const SIDES = ['old', 'new'] as const
type Side = (typeof SIDES)[number]
const ORDERS: [readonly [Side, Side]][] = [[['old', 'new']], [['new', 'old']]]

let emulators: Record<Side, Emulator>
beforeAll(async () => {
  emulators = { old: await startEmulator(), new: await startEmulator() }
})
afterAll(() => Promise.all(SIDES.map((side) => emulators[side].close())))

describe.each<[string, Algorithm]>([
  ['of the same type', P256],
  ['on another curve', 'ECDSA_NIST_P384_SHA_384'],
])('a new key %s', (_, algorithm) => {
  let workspace: Workspace
  const pems: Record<Side, string> = { old: '', new: '' }
  const fingerprints: Record<Side, string> = { old: '', new: '' }
  beforeAll(async () => {
    workspace = await workspaceWith({ 'old/app.txt': 'app, as it was\n', 'new/app.txt': 'app, as it is\n' })
    for (const side of SIDES) {
      const key = emulators[side].keys[side === 'old' ? P256 : algorithm]
      await key.pair()
      const inputs = {
        'key-id': key.id,
        files: `${side}/app.txt`,
        sign: 'files checksums provenance',
        formats: FORMATS.join(' '),
        'artifact-name': `${side}-${algorithm}`,
      }
      const run = await sign(emulators[side], workspace, { inputs })
      expectSuccess(run)
      fingerprints[side] = run.outputs['public-key-fingerprint'] ?? ''
      pems[side] = readFileSync(workspace.at(`${side}/kms-public-key.pem`), 'utf8')
    }
    expect(fingerprints.old).not.toBe(fingerprints.new)
  }, 60_000)
  afterAll(() => workspace.remove())

  /** The verify bundle with these keys trusted, in this order. */
  const verify = (keys: readonly Side[], inputs: Record<string, string>) =>
    runBundle('verify', emulators.old, workspace, {
      inputs: {
        'public-key': keys.map((side) => pems[side]).join('\n'),
        fingerprint: keys.map((side) => fingerprints[side]).join('\n'),
        files: 'old/app.txt\nnew/app.txt',
        ...inputs,
      },
    })
  /** Path of each file → which key proved it by what; `no` where nothing did. */
  const keysOf = (results = '') =>
    Object.fromEntries(
      (JSON.parse(results) as { path: string; verified: boolean; proofs?: { by: string; keyFingerprint: string }[] }[])
        .filter((result) => 'proofs' in result || !result.verified)
        .map(({ path, verified, proofs = [] }) => [
          path,
          verified
            ? proofs.map(({ by, keyFingerprint }) => [by, SIDES.find((side) => fingerprints[side] === keyFingerprint)])
            : 'no',
        ]),
    )

  describe.each(FORMATS)('by %s', (format) => {
    it.each(ORDERS)('verifies with %j, and names the key of each file', async (keys) => {
      const run = await verify(keys, { formats: format })
      expectSuccess(run)
      expect(keysOf(run.outputs['results'])).toEqual({
        'old/app.txt': [[format, 'old']],
        'new/app.txt': [[format, 'new']],
      })
      const [first, second] = keys
      const warnings = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
      expect(warnings).toEqual([expect.stringContaining(`${second}/app.txt`)])
      expect(warnings[0]).not.toContain(`${first}/app.txt`)
      for (const side of SIDES) expect(run.summary).toContain(fingerprints[side].slice(0, 19))
    })

    it.each(SIDES)('verifies with the %s key alone what that key signed, and nothing else', async (side) => {
      const run = await verify([side], { formats: format })
      const other = side === 'old' ? 'new' : 'old'
      expect(errorsOf(run)).toMatch(/^SIGNATURE_INVALID: 1 of 2 files/u)
      expect(keysOf(run.outputs['results'])).toEqual({
        [`${side}/app.txt`]: [[format, side]],
        [`${other}/app.txt`]: 'no',
      })
    })
  })

  it.each(ORDERS)('verifies statements and checksum files with %j', async (keys) => {
    const statements = await verify(keys, { formats: 'sig', provenance: '*/provenance.sigstore.json' })
    // Both statements name an `app.txt`: each file needs the one with its digest.
    expectSuccess(statements)
    expect(keysOf(statements.outputs['results'])).toEqual(
      Object.fromEntries(
        SIDES.map((side) => [
          `${side}/app.txt`,
          [
            ['sig', side],
            ['provenance', side],
          ],
        ]),
      ),
    )
    for (const side of SIDES) {
      const sums = side === 'new' && algorithm !== P256 ? 'SHA384SUMS' : 'SHA256SUMS'
      const run = await verify(keys, { files: `${side}/app.txt`, formats: 'sig', checksums: `${side}/${sums}` })
      expectSuccess(run)
      expect(keysOf(run.outputs['results'])).toEqual({
        [`${side}/app.txt`]: [
          ['sig', side],
          ['checksums', side],
        ],
      })
    }
  })
})
