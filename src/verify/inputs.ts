import { resolve } from 'node:path'
import { FORMATS, type Format } from '../formats/facts.ts'
import type { Environment } from '../base/environment.ts'
import { ActionError } from '../base/errors.ts'
import { algorithmOfPublicKey } from '../crypto/key-algorithm.ts'
import { parsePublicKey, type PublicKey } from '../crypto/public-key.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import { HASH_CHOICES, InputReader, quoted } from '../inputs/input-reader.ts'
import { pemTextOrFile } from '../inputs/key-pin.ts'

/** All inputs of verify, checked. */
export interface VerifyInputs {
  /** The trusted key. */
  readonly publicKey: PublicKey
  /** Absolute path that the key was read from, where no fingerprint says that it is the right one. */
  readonly unpinnedKeyFile: string | undefined
  /** Patterns of the release files, one a line. */
  readonly files: string
  readonly formats: readonly Format[]
  readonly workspace: string
  /** Absolute, or `undefined`: beside the files. */
  readonly signaturesDir: string | undefined
  /** Absolute path of the signed checksum file. */
  readonly checksums: string | undefined
  /** Patterns of the statement bundles, one a line. */
  readonly provenance: string | undefined
  /** What an RSA key signs; `auto` for each of the three. */
  readonly hashAlgorithm: HashAlgorithm | 'auto'
  readonly ifNoFilesFound: 'error' | 'warn' | 'ignore'
}

const KEY_EXAMPLE = '`public-key: keys/release.pem`, or the PEM text itself'
const FINGERPRINT_EXAMPLE = '`fingerprint: sha256:<64 hex digits>`'

/**
 * The inputs as the runner hands them over (`INPUT_*`).
 * @throws ActionError INVALID_INPUT naming every fault at once; KEY_MISMATCH when the key is not that of `fingerprint`;
 * UNSUPPORTED_ALGORITHM
 */
export async function readInputs(env: Environment): Promise<VerifyInputs> {
  const reader = new InputReader(env)
  const workspace = resolve(env['GITHUB_WORKSPACE'] ?? '.')
  const path = (name: string) => {
    const text = reader.optional(name)
    return text === undefined ? undefined : resolve(workspace, text)
  }
  const publicKey = await readPublicKey(reader, workspace)
  const fingerprint = readFingerprint(reader)
  const inputs = {
    files: readFiles(reader),
    formats: reader.list('formats', FORMATS, FORMATS),
    workspace,
    signaturesDir: path('signatures-dir'),
    checksums: path('checksums'),
    provenance: reader.optional('provenance'),
    hashAlgorithm: reader.choice('hash-algorithm', HASH_CHOICES, 'auto'),
    ifNoFilesFound: reader.choice('if-no-files-found', ['error', 'warn', 'ignore'] as const, 'error'),
  }
  if (publicKey !== undefined) checkHash(reader, publicKey, inputs.hashAlgorithm)
  if (publicKey === undefined || reader.faults.length > 0) throw invalidInputs(reader.faults)
  if (fingerprint !== undefined && fingerprint !== publicKey.fingerprint) throw otherKey(publicKey, fingerprint)
  return { publicKey, unpinnedKeyFile: fingerprint === undefined ? keyFile(reader, workspace) : undefined, ...inputs }
}

function keyFile(reader: InputReader, workspace: string): string | undefined {
  const text = reader.text('public-key')
  return text.includes('-----BEGIN') ? undefined : resolve(workspace, text)
}

async function readPublicKey(reader: InputReader, workspace: string): Promise<PublicKey | undefined> {
  const text = reader.text('public-key')
  if (text === '') reader.fault('public-key', 'is required and empty', KEY_EXAMPLE)
  if (/^sha256:/iu.test(text)) {
    reader.fault(
      'public-key',
      'is a fingerprint; verifying takes the key itself',
      `${KEY_EXAMPLE}, with ${FINGERPRINT_EXAMPLE}`,
    )
    return undefined
  }
  const pem = await pemTextOrFile(reader, 'public-key', workspace, KEY_EXAMPLE)
  if (pem === undefined) return undefined
  try {
    return parsePublicKey(pem)
  } catch {
    // Only the label is repeated: somebody may have given a private key.
    const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/u.exec(pem)?.[1]
    const what = label === undefined ? 'holds no PEM' : `holds a ${label}, or a damaged one`
    reader.fault('public-key', `${what}, not one PUBLIC KEY`, KEY_EXAMPLE)
    return undefined
  }
}

function readFingerprint(reader: InputReader): string | undefined {
  const fingerprint = reader.optional('fingerprint')?.toLowerCase()
  if (fingerprint === undefined || /^sha256:[0-9a-f]{64}$/u.test(fingerprint)) return fingerprint
  reader.fault('fingerprint', `is ${quoted(fingerprint)}, which is not sha256: and 64 hex digits`, FINGERPRINT_EXAMPLE)
  return undefined
}

function readFiles(reader: InputReader): string {
  const files = reader.text('files')
  if (files === '') reader.fault('files', 'is required and empty', '`files: dist/*.tar.gz`')
  return files
}

/** An elliptic-curve key has one hash. */
function checkHash(reader: InputReader, key: PublicKey, hash: HashAlgorithm | 'auto'): void {
  if (hash === 'auto') return
  const algorithm = algorithmOfPublicKey(key)
  if (algorithm === undefined || algorithm.hash === hash) return
  const what = `is ${hash}, and the trusted key of type ${algorithm.name} signs ${algorithm.hash}`
  reader.fault('hash-algorithm', what, '`hash-algorithm: auto`')
}

function invalidInputs(faults: readonly string[]): ActionError {
  const message = faults.length === 1 ? (faults[0] ?? '') : `${faults.length} faults:\n- ${faults.join('\n- ')}`
  return new ActionError('INVALID_INPUT', message, {
    hint: 'Nothing was verified. docs/verify-action.md has a table of all inputs.',
  })
}

function otherKey(key: PublicKey, expected: string): ActionError {
  return new ActionError(
    'KEY_MISMATCH',
    `The key in public-key has the fingerprint ${key.fingerprint}, and fingerprint calls for ${expected}.`,
    {
      hint: 'Nothing was verified. If the key came with the download, the download is not to be trusted. If the publisher changed the key, get the new fingerprint from where you got the old one, not from the release.',
    },
  )
}
