import { lstat } from 'node:fs/promises'
import { EXTENSIONS, type Format } from '../formats/facts.ts'
import { messageOf, systemCodeOf } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import { dangerOf } from '../formats/confusion/unsafe-file.ts'
import type { DigestedContent } from './digest-file.ts'
import { READERS } from '../formats/readers.ts'
import type { SignatureCheck, TrustedKey } from '../formats/signature-check.ts'
import { readBounded } from '../base/read-bounded.ts'
import type { Problem } from './verdict.ts'

/** Far more than any signature, with a chain of certificates too. */
const MAX_SIGNATURE_BYTES = 1024 * 1024

/** A signature file that was read, or what is wrong with it. */
export type SignatureFile = {
  readonly format: Format
  /** Absolute. */
  readonly path: string
} & ({ readonly check: SignatureCheck } | { readonly fault: string })

/**
 * The signature files of a file, those that exist.
 * @param base absolute path that the extensions are put behind
 */
export async function readSignatureFiles(
  base: string,
  formats: readonly Format[],
  keys: readonly TrustedKey[],
): Promise<readonly SignatureFile[]> {
  const read = formats.map((format) => readSignatureFile(base + EXTENSIONS[format], format, keys))
  return (await Promise.all(read)).filter((file) => file !== undefined)
}

async function readSignatureFile(
  path: string,
  format: Format,
  keys: readonly TrustedKey[],
): Promise<SignatureFile | undefined> {
  try {
    return { format, path, check: READERS[format](await readBounded(path, MAX_SIGNATURE_BYTES), keys) }
  } catch (error) {
    if (await isAbsent(path, error)) return undefined
    return { format, path, fault: faultOf(error) }
  }
}

/** What a reader says is wrong, as the end of a sentence that begins with the path; printable. */
export function faultOf(error: unknown): string {
  return printable(error instanceof RangeError ? error.message : `cannot be read: ${messageOf(error)}`, 300)
}

/** Nothing is there, not even a link that leads nowhere; nor can there be where a long name has no room for more. */
async function isAbsent(path: string, error: unknown): Promise<boolean> {
  if (!['ENOENT', 'ENAMETOOLONG'].includes(systemCodeOf(error) ?? '')) return false
  return lstat(path).then(
    () => false,
    () => true,
  )
}

/** The hashes of a file that its signature files ask for. */
export function hashesFor(signatures: readonly SignatureFile[]): HashAlgorithm[] {
  return signatures.flatMap((file) => ('check' in file ? file.check.alternatives.map(({ hash }) => hash) : []))
}

/** The formats of those signature files that are right, and a problem for each of the others. */
export function judgeSignatures(
  path: string,
  signatures: readonly SignatureFile[],
  content: DigestedContent,
): { readonly right: readonly Format[]; readonly problems: readonly Problem[] } {
  const right: Format[] = []
  const problems: Problem[] = []
  for (const file of signatures) {
    const reason = 'fault' in file ? file.fault : mismatch(file.check, content)
    if (reason === undefined) right.push(file.format)
    else problems.push({ code: 'SIGNATURE_INVALID', path: file.path, reason })
  }
  const isBare = signatures.some((file) => 'check' in file && file.check.bare)
  const danger = isBare ? dangerOf(content.ends) : undefined
  if (danger !== undefined)
    problems.push({ code: 'UNSAFE_FILE', path, reason: `has signatures that prove nothing: ${danger}` })
  return { right, problems }
}

function mismatch({ alternatives }: SignatureCheck, content: DigestedContent): string | undefined {
  if (alternatives.some((way) => way.confirms(content.digestOf(way)))) return undefined
  return 'is no signature of its file by the trusted key: the file was changed, or another file or key signed'
}
