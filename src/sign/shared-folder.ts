/** What an earlier step of the same key, or the build, may have left in the folder of the run files. */
import { basename, join } from 'node:path'
import { shownPath } from '../base/display-path.ts'
import { readBounded } from '../base/read-bounded.ts'
import { HASHES, type HashAlgorithm } from '../crypto/hashes.ts'
import { parsePublicKey, type PublicKey } from '../crypto/public-key.ts'
import { certificateFile, parseGivenCertificate } from '../formats/cms/given-certificate.ts'
import { checksumFile } from '../files/checksums.ts'
import { readManifest } from '../files/earlier-manifest.ts'
import { sshPrincipal } from '../formats/identity.ts'
import { isKeyFile, MANIFEST_FILE, type KeyFileName } from '../formats/run-files.ts'
import { holdsKey } from '../github/releases/same-key.ts'
import { outputExists } from '../writing/write-failed.ts'
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
  if (name !== MANIFEST_FILE && !isKeyFile(name)) return false
  const key = publicKey ?? (await keyBeside(runFolder))
  if (key === undefined || !fitsPin(key, inputs)) return false
  if (name === MANIFEST_FILE) {
    const manifest = await readManifest(path)
    return manifest?.keyId === inputs.keyId && manifest.fingerprint === key.fingerprint
  }
  const content = await readBounded(path, MOST_KEY_FILE_BYTES).catch(() => undefined)
  return content !== undefined && holdsSameKey(name, content, inputs, key)
}

/** Whether a key file of an earlier step serves this run as its own would. */
export function holdsSameKey(name: KeyFileName, content: Buffer, inputs: SignInputs, key: PublicKey): boolean {
  // A certificate that was given is the one that signatures name: no other of the same key will do.
  if (name === 'kms-certificate.pem' && inputs.certificate !== undefined)
    return certificateFile(parseGivenCertificate(inputs.certificate, new Date())).content.equals(content)
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

/** Half a million lines. */
const MOST_CHECKSUM_BYTES = 32 * 1024 * 1024

/**
 * Whether a checksum file, an earlier step's or the build's, lists the run's files and nothing else, in the very form that the run would write: then only digests can
 * tell whether it is another file.
 * @param path absolute
 */
export async function listsTheSame(path: string, names: readonly string[], hash: HashAlgorithm): Promise<boolean> {
  const { bytes } = HASHES[hash]
  const blank = checksumFile(names.map((name) => ({ name, digest: Buffer.alloc(bytes) }))).toString('latin1')
  const digests = new RegExp(`^(\\\\?)[0-9a-f]{${2 * bytes}}(?= {2})`, 'gmu')
  return (await contentOf(path))?.toString('latin1').replace(digests, `$1${'00'.repeat(bytes)}`) === blank
}

/**
 * To be asked once the digests are known, and before the first signature.
 * @param path absolute; nothing need be there
 * @param content what this run would write
 * @throws ActionError OUTPUT_EXISTS where another file is there
 */
export async function refuseOtherChecksums(path: string, content: Buffer): Promise<void> {
  const existing = await contentOf(path)
  if (existing !== undefined && !existing.equals(content)) throw outputExists(`  ${shownPath(path)}`)
}

/** The names of checksum files that a folder has, whatever they hold. @param folder absolute */
export async function checksumFilesIn(folder: string): Promise<readonly string[]> {
  const names = Object.values(HASHES).map((hash) => hash.checksumFile)
  const contents = await Promise.all(names.map((name) => contentOf(join(folder, name))))
  return names.filter((_, at) => contents[at] !== undefined)
}

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readBounded(path, MOST_CHECKSUM_BYTES)
  } catch {
    return undefined // nothing that could be the same file: what is put in place tells
  }
}
