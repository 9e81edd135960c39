import { access } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { EXTENSIONS, type Format } from '../formats/facts.ts'
import { isKeyFile, runFileKind, type KeyFileName } from '../formats/run-files.ts'
import { readBounded } from '../base/read-bounded.ts'
import { readJsonObject } from '../base/json.ts'
import { verifiedStatement } from '../formats/dsse/read.ts'
import { holdsOpenPgpKey } from '../formats/openpgp/read-certificate.ts'
import { holdsCertificateOf } from '../formats/cms/read-certificate.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import { holdsAllowedSigner } from '../formats/sshsig/read-allowed-signers.ts'
import { holdsPublicKey } from './key-file.ts'
import { faultOf } from './judging/judge-signatures.ts'
import { MAX_STATEMENT_BYTES } from './statements.ts'
import type { LeftOut, Problem } from './verdict.ts'

/** What run files are held against. */
export interface RunFileRequest {
  readonly keys: readonly TrustedKey[]
  readonly formats: readonly Format[]
  /** Absolute; `undefined`: signature files lie beside the files. */
  readonly signaturesDir: string | undefined
}

/** A run file that proves itself, or what is wrong with one that does not. */
interface JudgedRunFile {
  readonly leftOut?: LeftOut
  readonly problem?: Problem
}

/** Whether a file holds one of the keys and nothing else; false: it holds another. @throws RangeError otherwise */
type HoldsKey = (bytes: Buffer, keys: readonly TrustedKey[]) => boolean

const HOLDS_KEY: Readonly<Record<KeyFileName, HoldsKey>> = {
  'kms-public-key.pem': holdsPublicKey,
  'kms-public-key.pss.pem': holdsPublicKey,
  'kms-allowed-signers': holdsAllowedSigner,
  'kms-public-key.asc': holdsOpenPgpKey,
  'kms-public-key.gpg': holdsOpenPgpKey,
  'kms-certificate.pem': holdsCertificateOf,
}
const MAX_KEY_BYTES = 1024 * 1024
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024

/**
 * Judges a match that has the name of a run file by what is in it. One that has signature files of its own is a release
 * file; `undefined` for that, and for any other name.
 */
export async function judgeRunFile(path: string, request: RunFileRequest): Promise<JudgedRunFile | undefined> {
  const name = basename(path)
  const kind = runFileKind(name)
  if (kind === undefined || kind === 'checksums' || (await hasSignature(path, request))) return undefined
  if (isKeyFile(name)) return judgeKeyFile(path, HOLDS_KEY[name], request.keys)
  return kind === 'manifest' ? judgeManifest(path) : judgeStatement(path, request.keys)
}

async function hasSignature(path: string, { formats, signaturesDir }: RunFileRequest): Promise<boolean> {
  const base = signaturesDir === undefined ? path : join(signaturesDir, basename(path))
  for (const format of formats) {
    const there = await access(base + EXTENSIONS[format]).then(
      () => true,
      () => false,
    )
    if (there) return true
  }
  return false
}

async function judgeKeyFile(path: string, holds: HoldsKey, keys: readonly TrustedKey[]): Promise<JudgedRunFile> {
  try {
    if (holds(await readBounded(path, MAX_KEY_BYTES), keys))
      return { leftOut: { path, why: 'it holds a trusted key and nothing else', proven: true } }
    return { problem: { code: 'KEY_MISMATCH', path, reason: 'holds another key than the trusted one' } }
  } catch (error) {
    return { problem: { code: 'SIGNATURE_MISSING', path, reason: `has no signature file, and ${faultOf(error)}` } }
  }
}

async function judgeStatement(path: string, keys: readonly TrustedKey[]): Promise<JudgedRunFile> {
  try {
    await verifiedStatement(await readBounded(path, MAX_STATEMENT_BYTES), keys)
    return { leftOut: { path, why: 'a statement that a trusted key signed; it was not asked for', proven: true } }
  } catch (error) {
    return { problem: { code: 'SIGNATURE_INVALID', path, reason: faultOf(error) } }
  }
}

/** By its form alone: nobody signs it, and nothing in it counts. */
async function judgeManifest(path: string): Promise<JudgedRunFile | undefined> {
  try {
    const { version, note, files, runFiles } = readJsonObject(await readBounded(path, MAX_MANIFEST_BYTES))
    if (version !== 1 || typeof note !== 'string' || !Array.isArray(files) || !Array.isArray(runFiles)) return undefined
    return { leftOut: { path, why: 'not verified: a list of what one run wrote, which proves nothing', proven: false } }
  } catch {
    return undefined
  }
}
