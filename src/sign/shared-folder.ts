/** What an earlier step of the same key may have left in the folder of the run files. */
import { basename, dirname, join } from 'node:path'
import { readBounded } from '../base/read-bounded.ts'
import { parsePublicKey, type PublicKey } from '../crypto/public-key.ts'
import { readManifest } from '../files/earlier-manifest.ts'
import { sshPrincipal } from '../formats/identity.ts'
import { isKeyFile, MANIFEST_FILE, type KeyFileName } from '../formats/run-files.ts'
import { holdsKey } from '../github/releases/same-key.ts'
import type { SignInputs } from './inputs.ts'

const MOST_KEY_FILE_BYTES = 64 * 1024

/**
 * Whether a file that exists at an output's path may be there without `overwrite`: a manifest of the key, which is added
 * to, and key files of the key, which stay as they are.
 * @param path absolute
 * @param publicKey of the run's key; as long as it is unknown, that of `kms-public-key.pem` beside the file
 */
export async function mayStay(
  path: string,
  runFolder: string,
  inputs: SignInputs,
  publicKey: PublicKey | undefined,
): Promise<boolean> {
  const name = basename(path)
  if (dirname(path) !== runFolder) return false
  const key = publicKey ?? (await keyBeside(runFolder))
  if (key === undefined || !fitsPin(key, inputs)) return false
  if (name === MANIFEST_FILE) {
    const manifest = await readManifest(path)
    return manifest?.keyId === inputs.keyId && manifest.fingerprint === key.fingerprint
  }
  if (!isKeyFile(name)) return false
  const content = await readBounded(path, MOST_KEY_FILE_BYTES).catch(() => undefined)
  return content !== undefined && holdsSameKey(name, content, inputs, key)
}

/** Whether a key file of an earlier step serves this run as its own would. */
export function holdsSameKey(name: KeyFileName, content: Buffer, inputs: SignInputs, key: PublicKey): boolean {
  // A certificate that was given is the one that signatures name.
  if (name === 'kms-certificate.pem' && inputs.certificate !== undefined) return false
  return holdsKey(name, content, { key, principal: sshPrincipal(inputs.identity, inputs.keyId) })
}

async function keyBeside(folder: string): Promise<PublicKey | undefined> {
  try {
    return parsePublicKey((await readBounded(join(folder, 'kms-public-key.pem'), MOST_KEY_FILE_BYTES)).toString())
  } catch {
    return undefined
  }
}

function fitsPin({ fingerprint }: PublicKey, { pin }: SignInputs): boolean {
  if (pin.kind === 'pem') return pin.key.fingerprint === fingerprint
  return pin.kind === 'none' || pin.fingerprint === fingerprint
}
