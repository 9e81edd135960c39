/** Releases that the page is to judge, signed by the bundle against the emulator. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Emulator } from '../../../emulator/emulator.ts'
import type { Algorithm } from '../../../emulator/yandex/kms-keys.ts'
import { algorithmNamed, keyKindOf } from '../../../src/crypto/key-algorithm.ts'
import { formatsWhere, type Format } from '../../../src/formats/facts.ts'
import { expectSuccess, sign, type Workspace, workspaceWith } from '../bundle.ts'

export const FILES = { 'app.tar.gz': 'app'.repeat(20), 'notes.txt': 'what is new\r\n- one thing  \n' }

export interface SignedRelease {
  readonly workspace: Workspace
  readonly fingerprint: string
  readonly formats: readonly Format[]
}

/** Signs `FILES`, or others, in every format that the key can have, and their checksums. */
export async function signedRelease(
  emulator: Emulator,
  algorithm: Algorithm,
  inputs: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = FILES,
): Promise<SignedRelease> {
  const key = emulator.keys[algorithm]
  await key.pair()
  const kind = keyKindOf(algorithmNamed(algorithm))
  const formats = formatsWhere(({ keys }) => keys.includes(kind))
  const workspace = await workspaceWith(files)
  const given = {
    'key-id': key.id,
    files: Object.keys(files).join('\n'),
    formats: formats.join(),
    sign: 'files checksums',
  }
  const run = await sign(emulator, workspace, { inputs: { ...given, 'upload-artifact': 'false', ...inputs } })
  expectSuccess(run)
  return { workspace, fingerprint: run.outputs['public-key-fingerprint'] ?? '', formats }
}

/** Changes one bit of a file, where it matters: in the middle of what it holds. */
export async function changeOneBit(path: string): Promise<void> {
  const bytes = await readFile(path)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}
