/** What the checks of images work with, and how an image is signed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Emulator } from '../emulator/emulator.ts'
import type { Algorithm } from '../emulator/yandex/kms-keys.ts'
import { runAction, type RunResult } from '../emulator/runner/runner.ts'
import type { Major } from './cosign.ts'
import type { RunningRegistry } from './image-registries.ts'

export const P256: Algorithm = 'ECDSA_NIST_P256_SHA_256'

export interface Scene {
  readonly emulator: Emulator
  readonly folder: string
  readonly cosigns: ReadonlyMap<Major, string>
}

/** Signs with the bundle, as a user does. */
export function sign(
  scene: Scene,
  images: string,
  key: Algorithm,
  registry: RunningRegistry,
  more = {},
): Promise<RunResult> {
  const { emulator, folder } = scene
  const workspace = join(folder, `workspace-${key}`)
  mkdirSync(workspace, { recursive: true })
  const login = registry.login && {
    'registry-username': registry.login.username,
    'registry-password': registry.login.password,
  }
  return runAction({
    action: 'sign',
    inputs: {
      ...emulator.inputs,
      'key-id': emulator.keys[key].id,
      images,
      overwrite: 'true',
      'upload-artifact': 'false',
      ...login,
      ...more,
    },
    env: emulator.env,
    contexts: emulator.contexts,
    workspace,
  })
}

/** Flags of cosign for a key of one's own. */
export const flags = (pem: string): string[] => ['--key', pem, '--insecure-ignore-tlog=true']

/** The key in a file. */
export async function keyFile({ emulator, folder }: Scene, key: Algorithm): Promise<string> {
  const path = join(folder, `${key}.pem`)
  writeFileSync(path, await emulator.keys[key].publicKeyPem())
  return path
}
