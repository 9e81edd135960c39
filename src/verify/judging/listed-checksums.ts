import type { HashAlgorithm } from '../../crypto/hashes.ts'
import { parseChecksums } from '../../files/checksums.ts'
import type { DigestedContent } from '../../formats/hashed-content.ts'
import type { NamedFile } from '../local-file.ts'
import { listedName, listedNames } from './names.ts'
import type { Judged, Problem, Proof } from '../verdict.ts'

/** A digest that a trusted key vouches for. */
interface ListedDigest {
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
  digestOf(file: NamedFile): ListedDigest | undefined
}

const SIGNED_AS_IT_IS = 'It is signed as it is: ask the publisher for one that has nothing but entries.'

/** A checksum file whose signature has verified. */
interface Signed {
  readonly path: string
  /** Where `sha256sum -c` would be run, or `undefined` where whoever made the download chose it. */
  readonly folder: string | undefined
  /** Its name for a message. */
  readonly shown: string
  readonly keyFingerprint: string
}

/**
 * Takes a checksum file apart whose signature has verified over `bytes`.
 * @throws ActionError CHECKSUMS_INVALID when it is not a checksum file and nothing else
 */
export function listedChecksums(bytes: Buffer, { path, folder, shown, keyFingerprint }: Signed): SignedChecksums {
  const { hash, entries } = parseChecksums(bytes, shown, { hint: SIGNED_AS_IT_IS, entriesOnly: true })
  const listed = new Map(entries.map(({ name, digest }) => [name, digest]))
  const names = listedNames(listed.keys())
  const proof: Proof = { by: 'checksums', source: path, keyFingerprint }
  const digestOf = (file: NamedFile) => {
    const name = listedName(names, file, folder)
    const digest = name === undefined ? undefined : listed.get(name)
    return digest && { hash, digest, proof }
  }
  return { problems: [], digestOf }
}

/** What a signed checksum file says of a file. @param listed its digest there */
export function judgeChecksum(
  path: string,
  checksums: SignedChecksums,
  listed: ListedDigest | undefined,
  content: DigestedContent,
): Judged {
  if (checksums.problems.length > 0) return {}
  const problem = (reason: string): Judged => ({ problem: { code: 'CHECKSUM_MISMATCH', path, reason } })
  if (listed === undefined) return problem('is not listed in the checksum file')
  const digest = content.digestOf({ hash: listed.hash, suffix: Buffer.alloc(0) })
  return digest.equals(listed.digest)
    ? { proof: listed.proof }
    : problem('is not the file that the checksum file lists')
}
