import type { Format } from '../../formats/facts.ts'
import { messageOf } from '../../base/errors.ts'
import { printable } from '../../base/log.ts'
import type { HashAlgorithm } from '../../crypto/hashes.ts'
import type { PublicKey } from '../../crypto/public-key.ts'
import { dangerOf } from '../../formats/confusion/unsafe-file.ts'
import type { DigestedContent } from '../../formats/hashed-content.ts'
import type { SignatureCheck, TrustedKey } from '../../formats/signature-check.ts'
import { eachKey } from '../trusted-keys.ts'
import type { Problem, Proof } from '../verdict.ts'

/** A signature file that was read, or what is wrong with it. */
export type SignatureFile = {
  readonly format: Format
  /** Absolute. */
  readonly path: string
} & ({ readonly checks: readonly KeyedCheck[] } | { readonly fault: string })

/** What a signature file says when it is held against one of the trusted keys. */
interface KeyedCheck {
  readonly key: PublicKey
  readonly check: SignatureCheck
}

/** A signature file by any of the keys is right; of one that none can have made, the first tells why. */
export async function withEachKey(
  check: (key: readonly TrustedKey[]) => SignatureCheck | Promise<SignatureCheck>,
  keys: readonly TrustedKey[],
): Promise<{ readonly checks: readonly KeyedCheck[] } | { readonly fault: string }> {
  const checks: KeyedCheck[] = []
  const faults: string[] = []
  for (const key of eachKey(keys)) {
    try {
      for (const { publicKey } of key.slice(0, 1)) checks.push({ key: publicKey, check: await check(key) })
    } catch (error) {
      faults.push(faultOf(error))
    }
  }
  return checks.length > 0 ? { checks } : { fault: faults[0] ?? 'is held against no key' }
}

/** What a reader says is wrong, as the end of a sentence that begins with the path; printable. */
export function faultOf(error: unknown): string {
  return printable(error instanceof RangeError ? error.message : `cannot be read: ${messageOf(error)}`, 300)
}

/** The hashes of a file that its signature files ask for. */
export function hashesFor(signatures: readonly SignatureFile[]): HashAlgorithm[] {
  return waysOf(signatures).map(({ hash }) => hash)
}

/** The hashes of a file's text that they ask for. */
export function textHashesFor(signatures: readonly SignatureFile[]): ReadonlySet<HashAlgorithm> {
  return new Set(waysOf(signatures).flatMap(({ hash, form }) => (form === 'text' ? [hash] : [])))
}

function waysOf(signatures: readonly SignatureFile[]): readonly SignatureCheck['alternatives'][number][] {
  const checks = signatures.flatMap((file) => ('checks' in file ? file.checks : []))
  return checks.flatMap(({ check }) => check.alternatives)
}

/** What those signature files that are right prove, and a problem for each of the others. */
export async function judgeSignatures(
  path: string,
  signatures: readonly SignatureFile[],
  content: DigestedContent,
): Promise<{ readonly proofs: readonly Proof[]; readonly problems: readonly Problem[] }> {
  const proofs: Proof[] = []
  const problems: Problem[] = []
  const signers = await Promise.all(signatures.map((file) => signerOf('checks' in file ? file.checks : [], content)))
  for (const [index, file] of signatures.entries()) {
    const signer = signers[index]
    if (signer === undefined) {
      const reason = 'fault' in file ? file.fault : mismatch(file, content)
      problems.push({ code: 'SIGNATURE_INVALID', path: file.path, reason })
    } else {
      const proof = { by: file.format, source: file.path, keyFingerprint: signer.key.fingerprint }
      proofs.push(signer.isExact ? proof : { ...proof, textOnly: true })
    }
  }
  const isBare = signatures.some((file) => 'checks' in file && file.checks.some(({ check }) => check.bare))
  const danger = isBare ? dangerOf(content.ends) : undefined
  if (danger !== undefined)
    problems.push({ code: 'UNSAFE_FILE', path, reason: `has signatures that prove nothing: ${danger}` })
  return { proofs, problems }
}

const MISMATCH = 'is not a signature of its file by a trusted key: the file was changed, or another file or key signed'

function mismatch(file: SignatureFile, { textFault }: DigestedContent): string {
  if (textFault === undefined || !waysOf([file]).every(({ form }) => form === 'text')) return MISMATCH
  return `is a signature over text, and the file that it should be over ${textFault}`
}

/** The key that confirms it, and whether every byte of the file is as it was signed. */
async function signerOf(
  checks: readonly KeyedCheck[],
  content: DigestedContent,
): Promise<{ readonly key: PublicKey; readonly isExact: boolean } | undefined> {
  for (const { key, check } of checks) {
    for (const way of check.alternatives) {
      if (await way.confirms(content.hashed(way))) return { key, isExact: hasSameBytes(way, content) }
    }
  }
  return undefined
}

function hasSameBytes({ hash, sameBytes }: SignatureCheck['alternatives'][number], content: DigestedContent): boolean {
  if (sameBytes === undefined) return true
  const bytes = content.digestOf({ hash, suffix: Buffer.alloc(0) })
  return sameBytes.some((digest) => digest.equals(bytes))
}
