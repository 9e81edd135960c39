import { basename, dirname, join } from 'node:path'
import { parseChecksums } from '../files/checksums.ts'
import type { Format } from '../formats/facts.ts'
import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { ReleaseFile } from '../files/release-files.ts'
import { digestBytes } from './digest-file.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import { namesIn } from './names.ts'
import { readBounded } from '../base/read-bounded.ts'
import { faultOf, hashesFor, judgeSignatures, readSignatureFiles } from './signature-files.ts'
import type { Problem } from './verdict.ts'

/** A million lines. */
const MAX_CHECKSUMS_BYTES = 64 * 1024 * 1024

/** A digest that the trusted key vouches for. */
export interface ListedDigest {
  readonly hash: HashAlgorithm
  /** Raw. */
  readonly digest: Buffer
}

/** A checksum file, if its signatures are right. */
export interface SignedChecksums {
  /** Something is wrong with its signatures: then it lists nothing. */
  readonly problems: readonly Problem[]
  /** What it lists for a release file by its names. */
  digestOf(file: ReleaseFile, path: string): ListedDigest | undefined
}

const SIGNED_AS_IT_IS = 'It is signed as it is: ask the publisher for a right one.'

/** How to look for the signature files of a checksum file. */
export interface ChecksumsRequest {
  /** Absolute path of the checksum file. */
  readonly path: string
  readonly formats: readonly Format[]
  /** Searched beside the checksum file's own folder. */
  readonly signaturesDir: string | undefined
  readonly keys: readonly TrustedKey[]
}

/**
 * Reads a checksum file once, verifies its signatures over those very bytes, and only then takes them apart.
 * @throws ActionError FILE_UNREADABLE; CHECKSUMS_INVALID when it is signed and broken all the same
 */
export async function readSignedChecksums(request: ChecksumsRequest): Promise<SignedChecksums> {
  const { path } = request
  const bytes = await readChecksumFile(path)
  const problems = await problemsWith(bytes, request)
  if (problems.length > 0) return { problems, digestOf: () => undefined }
  const { hash, entries } = parseChecksums(bytes, printable(path), SIGNED_AS_IT_IS)
  const listed = new Map(entries.map(({ name, digest }) => [name, { hash, digest }]))
  const folder = dirname(path)
  return {
    problems,
    digestOf: (file, filePath) =>
      namesIn(folder, file, filePath)
        .map((name) => listed.get(name))
        .find((digest) => digest !== undefined),
  }
}

async function readChecksumFile(path: string): Promise<Buffer> {
  try {
    return await readBounded(path, MAX_CHECKSUMS_BYTES)
  } catch (cause) {
    throw new ActionError('FILE_UNREADABLE', `The checksum file ${printable(path)} ${faultOf(cause)}.`, {
      hint: 'See that the input checksums names the file, relative to the workspace, and that an earlier step brought it there.',
      cause,
    })
  }
}

/** What speaks against the checksum file; nothing when it has a signature and all that it has are right. */
async function problemsWith(
  bytes: Buffer,
  { path, formats, signaturesDir, keys }: ChecksumsRequest,
): Promise<readonly Problem[]> {
  const bases = new Set([path, join(signaturesDir ?? dirname(path), basename(path))])
  const signatures = (await Promise.all([...bases].map((base) => readSignatureFiles(base, formats, keys)))).flat()
  if (signatures.length === 0)
    return [{ code: 'SIGNATURE_MISSING', path, reason: `has no signature file (${formats.join(', ')})` }]
  return judgeSignatures(path, signatures, digestBytes(bytes, new Set(hashesFor(signatures)))).problems
}
