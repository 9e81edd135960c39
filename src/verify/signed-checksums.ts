import { basename, dirname, join } from 'node:path'
import { EXTENSIONS, type Format } from '../formats/facts.ts'
import { ActionError } from '../base/errors.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import { digestBytes } from '../formats/hashed-content.ts'
import { faultOf, hashesFor, textHashesFor, judgeSignatures } from './judging/judge-signatures.ts'
import { listedChecksums, type SignedChecksums } from './judging/listed-checksums.ts'
import { readBounded } from '../base/read-bounded.ts'
import { readSignatureFiles } from './signature-files.ts'
import type { Problem, Proof } from './verdict.ts'

/** A million lines. */
const MAX_CHECKSUMS_BYTES = 64 * 1024 * 1024

/** How to look for the signature files of a checksum file. */
interface ChecksumsRequest {
  /** Absolute path of the checksum file. */
  readonly path: string
  readonly formats: readonly Format[]
  /** Searched beside the checksum file's own folder. */
  readonly signaturesDir: string | undefined
  readonly keys: readonly TrustedKey[]
}

/**
 * Reads a checksum file once, verifies its signatures over those very bytes, and only then takes them apart.
 * @param shown makes a path fit for a message
 * @throws ActionError FILE_UNREADABLE; CHECKSUMS_INVALID when it is signed and is not a checksum file and nothing else
 */
export async function readSignedChecksums(
  request: ChecksumsRequest,
  shown: (path: string) => string,
): Promise<SignedChecksums> {
  const { path } = request
  const bytes = await readChecksumFile(path, shown)
  const { problems, proofs } = await judgeChecksumFile(bytes, request)
  const [signature] = proofs
  if (problems.length > 0 || signature === undefined) return { problems, digestOf: () => undefined }
  return listedChecksums(bytes, {
    path,
    folder: dirname(path),
    shown: shown(path),
    keyFingerprint: signature.keyFingerprint,
  })
}

/** The checksum file and the signature files that are looked for: whatever of them is there is read. Absolute. */
export function checksumPaths({ path, formats, signaturesDir }: Omit<ChecksumsRequest, 'keys'>): readonly string[] {
  const bases = signatureBases(path, signaturesDir)
  return [path, ...bases.flatMap((base) => formats.map((format) => base + EXTENSIONS[format]))]
}

function signatureBases(path: string, signaturesDir: string | undefined): readonly string[] {
  return [...new Set([path, join(signaturesDir ?? dirname(path), basename(path))])]
}

async function readChecksumFile(path: string, shown: (path: string) => string): Promise<Buffer> {
  try {
    return await readBounded(path, MAX_CHECKSUMS_BYTES)
  } catch (cause) {
    throw new ActionError('FILE_UNREADABLE', `The checksum file ${shown(path)} ${faultOf(cause)}.`, {
      hint: 'Check that the input checksums names the file, relative to the workspace, and that an earlier step brought it there.',
      cause,
    })
  }
}

/** It counts when it has a signature and all that it has are right. */
async function judgeChecksumFile(
  bytes: Buffer,
  { path, formats, signaturesDir, keys }: ChecksumsRequest,
): Promise<{ readonly proofs: readonly Proof[]; readonly problems: readonly Problem[] }> {
  const bases = signatureBases(path, signaturesDir)
  const signatures = (await Promise.all(bases.map((base) => readSignatureFiles(base, formats, keys)))).flat()
  if (signatures.length > 0)
    return judgeSignatures(
      path,
      signatures,
      digestBytes(bytes, new Set(hashesFor(signatures)), textHashesFor(signatures)),
    )
  const reason = `has no signature file (${formats.join(', ')})`
  return { proofs: [], problems: [{ code: 'SIGNATURE_MISSING', path, reason }] }
}
