import { dirname } from 'node:path'
import { collectMatches, reportUnmatched } from '../files/matches.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { printable, type Log } from '../base/log.ts'
import { HASH_ALGORITHMS, type HashAlgorithm } from '../crypto/hashes.ts'
import type { DigestedContent } from '../formats/hashed-content.ts'
import { verifiedStatement, type Subject } from '../formats/dsse/read.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import type { NamedFile } from './local-file.ts'
import { listedName, listedNames, type ListedNames } from './judging/names.ts'
import { misfits, type Misfit, type Rule } from './policy.ts'
import { readBounded } from '../base/read-bounded.ts'
import { runFacts } from './run-facts.ts'
import { faultOf } from './judging/judge-signatures.ts'
import type { Problem, Proof } from './verdict.ts'

/** A predicate of 16 MiB in base64, with 1,024 subjects. */
export const MAX_STATEMENT_BYTES = 32 * 1024 * 1024
export const PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1'
const READS_AT_ONCE = 4
const NOTHING = Buffer.alloc(0)

/** Which statements to read, and what they have to be. */
interface StatementsRequest {
  /** The input that names them, which is also what they prove a file by. */
  readonly input: 'provenance' | 'attestations'
  /** One a line. */
  readonly patterns: string
  readonly predicateType: string
  /** What a statement has to say of its run to count. */
  readonly policy: readonly Rule[]
  readonly workspace: string
  readonly keys: readonly TrustedKey[]
}

/** The statements that trusted keys signed. */
export interface Statements {
  /** Absolute paths of all bundles, right or wrong. */
  readonly paths: readonly string[]
  readonly problems: readonly Problem[]
  /** What is stated of a release file by its name, one for each statement that does; empty when nothing is. */
  statedOf(file: NamedFile): readonly Stated[]
}

/** What one statement says of a file. */
export interface Stated {
  /** In lower-case hex by the hashes that are known here; `undefined` where subjects of one name have different ones. */
  readonly digest: ReadonlyMap<HashAlgorithm, string> | undefined
  /** For the file that has this digest. */
  readonly proof: Proof
  /** Why the statement does not count, by the policy. */
  readonly misfits: readonly Misfit[]
}

/**
 * Reads and verifies all bundles that the patterns take.
 * @throws ActionError NO_FILES, whatever `if-no-files-found` says of the release files; INVALID_INPUT, FILE_UNREADABLE
 */
export async function readStatements(request: StatementsRequest, log: Log): Promise<Statements> {
  const { input, patterns, workspace } = request
  const search = { patterns, input, workspace, maxFiles: 0, ifNoFilesFound: 'error', log } as const
  const found = await collectMatches(search)
  reportUnmatched(search, found.patterns, found.matches)
  const paths = found.matches.map(({ path }) => path).sort()
  const bundles = await mapBounded(paths, READS_AT_ONCE, (path) => readBundle(path, request))
  const statedOf = (file: NamedFile) =>
    bundles.flatMap((bundle) => ('problem' in bundle ? [] : (bundle.of(file) ?? [])))
  return { paths, problems: bundles.flatMap((bundle) => ('problem' in bundle ? bundle.problem : [])), statedOf }
}

type Bundle = { readonly problem: Problem } | { readonly of: (file: NamedFile) => Stated | undefined }

async function readBundle(path: string, request: StatementsRequest): Promise<Bundle> {
  try {
    const statement = await verifiedStatement(await readBounded(path, MAX_STATEMENT_BYTES), request.keys)
    const { predicateType, predicate, subjects, key } = statement
    if (predicateType !== request.predicateType)
      throw new RangeError(`is of the predicate type ${printable(predicateType, 100)}, not ${request.predicateType}`)
    const run = request.input === 'provenance' ? runFacts(predicate) : undefined
    const proof: Proof = {
      by: request.input,
      source: path,
      keyFingerprint: key.publicKey.fingerprint,
      predicateType,
      ...(run === undefined ? {} : { run }),
    }
    const misfit = misfits(request.policy, run ?? {})
    const byName = Map.groupBy(subjects, ({ name }) => name)
    const names: ListedNames = listedNames(byName.keys())
    const folder = dirname(path)
    const of = (file: NamedFile): Stated | undefined => {
      const name = listedName(names, file, folder)
      const named = name === undefined ? undefined : byName.get(name)
      return named && { digest: together(named), proof, misfits: misfit }
    }
    return { of }
  } catch (error) {
    return { problem: { code: 'SIGNATURE_INVALID', path, reason: faultOf(error) } }
  }
}

/** All that the subjects of one name say: as in a checksum file, two digests for a name are none. */
function together(subjects: readonly Subject[]): ReadonlyMap<HashAlgorithm, string> | undefined {
  const all = new Map<HashAlgorithm, string>()
  for (const { digest } of subjects) {
    for (const hash of HASH_ALGORITHMS) {
      const hex = Object.hasOwn(digest, hash) ? digest[hash] : undefined
      if (hex === undefined) continue
      if ((all.get(hash) ?? hex) !== hex) return undefined
      all.set(hash, hex)
    }
  }
  return all
}

/** The hashes of a file that what is stated of it asks for. */
export function hashesOfStated(stated: readonly Stated[]): HashAlgorithm[] {
  return stated.flatMap(({ digest }) => [...(digest?.keys() ?? [])])
}

/** Whether a statement is about these bytes: by at least one hash, and by no other hash another. */
export function isStated({ digest }: Stated, content: DigestedContent): boolean {
  const all = [...(digest ?? [])]
  return (
    all.length > 0 && all.every(([hash, hex]) => content.digestOf({ hash, suffix: NOTHING }).toString('hex') === hex)
  )
}
