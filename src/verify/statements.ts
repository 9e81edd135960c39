import { dirname } from 'node:path'
import { collectMatches, reportUnmatched } from '../files/matches.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { HASH_ALGORITHMS, type HashAlgorithm } from '../crypto/hashes.ts'
import type { ReleaseFile } from '../files/release-files.ts'
import type { Log } from '../base/log.ts'
import type { DigestedContent } from './digest-file.ts'
import { verifiedSubjects, type Subject } from '../formats/dsse/read.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import { namesIn } from './names.ts'
import { readBounded } from '../base/read-bounded.ts'
import { faultOf } from './signature-files.ts'
import type { Problem } from './verdict.ts'

/** 1,024 subjects with long names and a large predicate are about 1 MiB. */
const MAX_STATEMENT_BYTES = 16 * 1024 * 1024
const READS_AT_ONCE = 4
const NOTHING = Buffer.alloc(0)

/** The statements that the trusted key signed. */
export interface Statements {
  /** Absolute paths of all bundles, right or wrong. */
  readonly paths: readonly string[]
  readonly problems: readonly Problem[]
  /** What is stated of a release file by its names; empty when nothing is. */
  digestsOf(file: ReleaseFile, path: string): readonly StatedDigest[]
}

/** Digests in lower-case hex: all that one statement says of a file by the hashes that are known here. */
export type StatedDigest = ReadonlyMap<HashAlgorithm, string>

/**
 * Reads and verifies all bundles that the patterns take.
 * @throws ActionError NO_FILES, whatever `if-no-files-found` says of the release files; INVALID_INPUT, FILE_UNREADABLE
 */
export async function readStatements(
  patterns: string,
  workspace: string,
  keys: readonly TrustedKey[],
  log: Log,
): Promise<Statements> {
  const search = { patterns, input: 'provenance', workspace, maxFiles: 0, ifNoFilesFound: 'error', log } as const
  const found = await collectMatches(search)
  reportUnmatched(search, found.patterns, found.matches)
  const paths = found.matches.map(({ path }) => path).sort()
  const bundles = await mapBounded(paths, READS_AT_ONCE, (path) => readBundle(path, keys))
  const digestsOf = (file: ReleaseFile, path: string) =>
    bundles.flatMap(({ folder, subjects }) => {
      const stated = namesIn(folder, file, path).map((name) => subjects?.get(name))
      return stated.find((digests) => digests !== undefined) ?? []
    })
  return { paths, problems: bundles.flatMap(({ problem }) => problem ?? []), digestsOf }
}

/** A bundle with its subjects by their names, or with what is wrong with it. */
interface Bundle {
  readonly folder: string
  readonly subjects?: ReadonlyMap<string, readonly StatedDigest[]>
  readonly problem?: Problem
}

async function readBundle(path: string, keys: readonly TrustedKey[]): Promise<Bundle> {
  const folder = dirname(path)
  try {
    return { folder, subjects: byName(verifiedSubjects(await readBounded(path, MAX_STATEMENT_BYTES), keys)) }
  } catch (error) {
    return { folder, problem: { code: 'SIGNATURE_INVALID', path, reason: faultOf(error) } }
  }
}

function byName(subjects: readonly Subject[]): ReadonlyMap<string, readonly StatedDigest[]> {
  const named = Map.groupBy(subjects, ({ name }) => name)
  return new Map([...named].map(([name, group]) => [name, group.map(({ digest }) => known(digest))]))
}

function known(digest: Subject['digest']): StatedDigest {
  const entries = HASH_ALGORITHMS.flatMap((hash) => {
    const hex = Object.hasOwn(digest, hash) ? digest[hash] : undefined
    return hex === undefined ? [] : [[hash, hex] as const]
  })
  return new Map(entries)
}

/** Whether one of the digests is the file's: by at least one hash, and by no other hash another. */
export function isStated(stated: readonly StatedDigest[], content: DigestedContent): boolean {
  return stated.some((digests) => {
    const all = [...digests]
    return (
      all.length > 0 && all.every(([hash, hex]) => content.digestOf({ hash, suffix: NOTHING }).toString('hex') === hex)
    )
  })
}
