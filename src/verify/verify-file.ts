import type { Format } from '../formats/facts.ts'
import { asActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { oddityOf } from '../files/oddities.ts'
import { digestFile } from './digest-file.ts'
import { digestBytes, type DigestedContent } from '../formats/hashed-content.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import { judgeStatements } from './judge-evidence.ts'
import { signatureBase } from './left-out.ts'
import type { LocalFile } from './local-file.ts'
import { hashesFor, textHashesFor, judgeSignatures } from './judging/judge-signatures.ts'
import { judgeChecksum, type SignedChecksums } from './judging/listed-checksums.ts'
import { readSignatureFiles } from './signature-files.ts'
import { hashesOfStated, type Statements } from './statements.ts'
import { isVerified, type FileVerdict, type Judged, type Problem, type Proof } from './verdict.ts'

/** What release files are held against. */
interface Evidence {
  readonly keys: readonly TrustedKey[]
  readonly formats: readonly Format[]
  /** Absolute; `undefined`: signature files lie beside the files. */
  readonly signaturesDir: string | undefined
  readonly checksums: SignedChecksums | undefined
  /** Of each input that names some. */
  readonly statements: readonly Statements[]
  /** What is wrong with files that are named like run files, unless something proves them. By path. */
  readonly suspicions: ReadonlyMap<string, Problem>
  /** Makes a path fit for a message. */
  readonly shown: (path: string) => string
}

/**
 * Holds a file against everything that there is for it. Whatever is wrong is in the verdict, nothing is thrown:
 * one bad file hides no other.
 */
export async function verifyFile(file: LocalFile, evidence: Evidence): Promise<FileVerdict> {
  const verdict = await judgeFile(file, evidence)
  const suspicion = evidence.suspicions.get(verdict.path)
  if (suspicion === undefined || isVerified(verdict)) return verdict
  // What it looks like tells more than that nothing proves it.
  const others = verdict.problems.filter(({ code }) => code !== 'SIGNATURE_MISSING' && code !== 'CHECKSUM_MISMATCH')
  return { ...verdict, problems: [suspicion, ...others] }
}

async function judgeFile(file: LocalFile, evidence: Evidence): Promise<FileVerdict> {
  const { name, path } = file
  const verdict = (proofs: readonly Proof[], problems: readonly Problem[]) => ({ name, path, proofs, problems })
  const base = signatureBase(path, name, evidence.signaturesDir)
  const signatures = await readSignatureFiles(base, evidence.formats, evidence.keys)
  const listed = evidence.checksums?.digestOf(file)
  const stated = evidence.statements.map((statements) => ({ statements, stated: statements.statedOf(file) }))
  const hashes = new Set([
    ...hashesFor(signatures),
    ...(listed === undefined ? [] : [listed.hash]),
    ...stated.flatMap((each) => hashesOfStated(each.stated)),
  ])
  const texts = textHashesFor(signatures)
  let content: DigestedContent
  try {
    // Where nothing could be right there is nothing to hash.
    content = hashes.size === 0 ? digestBytes(Buffer.alloc(0), hashes, texts) : await digestFile(path, hashes, texts)
  } catch (error) {
    const { code, message } = asActionError(error, 'FILE_UNREADABLE', 'It')
    return verdict([], [{ code, path, reason: `could not be read: ${message}` }])
  }
  const own = await judgeSignatures(path, signatures, content)
  const others: readonly Judged[] = [
    ...(evidence.checksums === undefined ? [] : [judgeChecksum(path, evidence.checksums, listed, content)]),
    ...stated.map((each) => judgeStatements(path, each, content, evidence.shown)),
  ]
  if (others.length === 0 && signatures.length === 0) return verdict([], [missing(path, base, evidence)])
  const proofs = [...own.proofs, ...others.flatMap(({ proof }) => proof ?? [])]
  const problems = [...own.problems, ...others.flatMap(({ problem }) => problem ?? [])]
  const { size, head } = content.ends
  return { ...verdict(proofs, problems), oddity: hashes.size === 0 ? undefined : oddityOf(size, head) }
}

function missing(path: string, base: string, { formats, signaturesDir, shown }: Evidence): Problem {
  const where = signaturesDir === undefined ? 'beside it' : `at ${printable(shown(base))} and the format's extension`
  return { code: 'SIGNATURE_MISSING', path, reason: `has no signature file ${where} (${formats.join(', ')})` }
}
