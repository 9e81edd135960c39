import { join } from 'node:path'
import type { Format } from '../formats/facts.ts'
import { asActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { FileOnDisk, ReleaseFile } from '../files/release-files.ts'
import { digestBytes, digestFile, type DigestedContent } from './digest-file.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import { hashesFor, judgeSignatures, readSignatureFiles } from './signature-files.ts'
import type { ListedDigest, SignedChecksums } from './signed-checksums.ts'
import { isStated, type StatedDigest, type Statements } from './statements.ts'
import type { FileVerdict, Problem, Proof } from './verdict.ts'

/** What release files are held against. */
export interface Evidence {
  readonly keys: readonly TrustedKey[]
  readonly formats: readonly Format[]
  /** Absolute; `undefined`: signature files lie beside the files. */
  readonly signaturesDir: string | undefined
  readonly checksums: SignedChecksums | undefined
  readonly statements: Statements | undefined
}

/** A release file of verify: always one on disk. */
export interface LocalFile extends ReleaseFile {
  readonly source: FileOnDisk
}

/**
 * Holds a file against everything that there is for it. Whatever is wrong is in the verdict, nothing is thrown:
 * one bad file hides no other.
 */
export async function verifyFile(file: LocalFile, evidence: Evidence): Promise<FileVerdict> {
  const { path } = file.source
  const verdict = (verifiedBy: readonly Proof[], problems: readonly Problem[]) => ({
    name: file.name,
    path,
    verifiedBy,
    problems,
  })
  const { keys, formats, signaturesDir } = evidence
  const base = signaturesDir === undefined ? path : join(signaturesDir, file.name)
  const signatures = await readSignatureFiles(base, formats, keys)
  const listed = evidence.checksums?.digestOf(file, path)
  const stated = evidence.statements?.digestsOf(file, path) ?? []
  const hashes = new Set([...hashesFor(signatures), ...hashesOf(listed, stated)])
  let content: DigestedContent
  try {
    // Where nothing could be right there is nothing to hash.
    content = hashes.size === 0 ? digestBytes(Buffer.alloc(0), hashes) : await digestFile(path, hashes)
  } catch (error) {
    const { code, message } = asActionError(error, 'FILE_UNREADABLE', 'It')
    return verdict([], [{ code, path, reason: `could not be read: ${message}` }])
  }
  const own = judgeSignatures(path, signatures, content)
  const checksum = judgeChecksum(path, evidence.checksums, listed, content)
  const provenance = judgeProvenance(path, evidence.statements, stated, content)
  const others = [checksum, provenance].filter((judged) => judged !== undefined)
  if (others.length === 0 && signatures.length === 0) return verdict([], [missing(path, base, evidence)])
  const proofs = others.flatMap(({ proof }) => proof ?? [])
  return verdict([...own.right, ...proofs], [...own.problems, ...others.flatMap(({ problem }) => problem ?? [])])
}

function hashesOf(listed: ListedDigest | undefined, stated: readonly StatedDigest[]): HashAlgorithm[] {
  return [...(listed === undefined ? [] : [listed.hash]), ...stated.flatMap((digests) => [...digests.keys()])]
}

function missing(path: string, base: string, { formats, signaturesDir }: Evidence): Problem {
  const where = signaturesDir === undefined ? 'beside it' : `at ${printable(base)} and the format's extension`
  return { code: 'SIGNATURE_MISSING', path, reason: `has no signature file ${where} (${formats.join(', ')})` }
}

/** One of the two, or none where the evidence itself is wrong, which is told once. */
interface Judged {
  readonly proof?: Proof
  readonly problem?: Problem
}

function judgeChecksum(
  path: string,
  checksums: SignedChecksums | undefined,
  listed: ListedDigest | undefined,
  content: DigestedContent,
): Judged | undefined {
  if (checksums === undefined) return undefined
  if (checksums.problems.length > 0) return {}
  const problem = (reason: string): Judged => ({ problem: { code: 'CHECKSUM_MISMATCH', path, reason } })
  if (listed === undefined) return problem('is not listed in the checksum file')
  const digest = content.digestOf({ hash: listed.hash, suffix: Buffer.alloc(0) })
  return digest.equals(listed.digest) ? { proof: 'checksums' } : problem('is not the file that the checksum file lists')
}

function judgeProvenance(
  path: string,
  statements: Statements | undefined,
  stated: readonly StatedDigest[],
  content: DigestedContent,
): Judged | undefined {
  if (statements === undefined) return undefined
  if (isStated(stated, content)) return { proof: 'provenance' }
  // A statement that is wrong might be the one that names the file.
  if (stated.length === 0 && statements.problems.length > 0) return {}
  const reason = stated.length === 0 ? 'is named in no statement' : 'is not the file that the statements name'
  return { problem: { code: 'CHECKSUM_MISMATCH', path, reason } }
}
