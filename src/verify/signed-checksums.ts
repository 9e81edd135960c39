import { basename, dirname, join } from 'node:path'
import { parseChecksums } from '../files/checksums.ts'
import { EXTENSIONS, type Format } from '../formats/facts.ts'
import { ActionError } from '../base/errors.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import { digestBytes } from './digest-file.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import type { LocalFile } from './local-file.ts'
import { listedName, listedNames } from './names.ts'
import { readBounded } from '../base/read-bounded.ts'
import { faultOf, hashesFor, textHashesFor, judgeSignatures, readSignatureFiles } from './signature-files.ts'
import type { Problem, Proof } from './verdict.ts'

/** A million lines. */
const MAX_CHECKSUMS_BYTES = 64 * 1024 * 1024

/** A digest that a trusted key vouches for. */
export interface ListedDigest {
  readonly hash: HashAlgorithm
  /** Raw. */
  readonly digest: Buffer
  /** For the file that has this digest. */
  readonly proof: Proof
}

/** A checksum file, if its signatures are right. */
export interface SignedChecksums {
  /** Something is wrong with its signatures: then it lists nothing. */
  readonly problems: readonly Problem[]
  /** What it lists for a release file by its name. */
  digestOf(file: LocalFile): ListedDigest | undefined
}

const SIGNED_AS_IT_IS =
  'Nothing was verified by it. It is signed as it is: ask the publisher for one that has nothing but entries.'

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
  const { hash, entries } = parseChecksums(bytes, shown(path), { hint: SIGNED_AS_IT_IS, entriesOnly: true })
  const listed = new Map(entries.map(({ name, digest }) => [name, digest]))
  const names = listedNames(listed.keys())
  const proof: Proof = { by: 'checksums', source: path, keyFingerprint: signature.keyFingerprint }
  const digestOf = (file: LocalFile) => {
    const name = listedName(names, file, dirname(path))
    const digest = name === undefined ? undefined : listed.get(name)
    return digest && { hash, digest, proof }
  }
  return { problems, digestOf }
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
      hint: 'Nothing was verified. Check that the input checksums names the file, relative to the workspace, and that an earlier step brought it there.',
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
