import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { EXTENSIONS, type Format } from '../formats/facts.ts'
import { commonFolder, isWithin, namesOf } from '../files/names.ts'
import type { Candidate } from './find-files.ts'
import type { LocalFile } from './local-file.ts'
import { judgeRunFile, type RunFileRequest } from './run-files.ts'
import type { LeftOut, LeftOutSignature, Problem } from './verdict.ts'

/** Which matches have to be proven, and which are read as proof of others or prove themselves. */
interface SiftedMatches {
  readonly kept: readonly LocalFile[]
  readonly leftOut: readonly (LeftOut | LeftOutSignature)[]
  /** What is wrong with those that have the name of a run file, unless they have a proof of their own. By path. */
  readonly suspicions: ReadonlyMap<string, Problem>
}

/** What the run reads besides the release files. */
interface SiftRequest extends RunFileRequest {
  readonly formats: readonly Format[]
  /**
   * Absolute paths of the checksum file with every signature file that it may have, and of the statements; each with whether
   * it was found right.
   */
  readonly evidence: ReadonlyMap<string, boolean>
  /** Whether the checksum file or a statement names a match: then it is a release file, whatever it is called. */
  readonly isListed: (match: Candidate) => boolean
}

/**
 * Leaves out of the matches only what this run itself reads and proves: a file that is merely named like a signature or a
 * run file may be a release file that somebody has changed.
 */
export async function sift(matches: readonly Candidate[], request: SiftRequest): Promise<SiftedMatches> {
  const place = places()
  const leftOut = new Map<string, LeftOut | LeftOutSignature>()
  const suspicions = new Map<string, Problem>()
  const placed = [...request.evidence].map(async ([path, proven]) => [await place(path), proven] as const)
  const evidence = new Map(await Promise.all(placed))
  for (const match of matches) {
    const { path } = match
    const proven = evidence.get(await place(path))
    if (proven !== undefined) leftOut.set(path, { path, why: 'it proves other files', proven })
    else {
      const judged = await judgeRunFile(path, request)
      if (judged?.leftOut !== undefined && !request.isListed(match)) leftOut.set(path, judged.leftOut)
      if (judged?.problem !== undefined) suspicions.set(path, judged.problem)
    }
  }
  const rest = matches.filter(({ path }) => !leftOut.has(path))
  const { kept, signatures } = await withoutSignatures(rest, request, place)
  for (const signature of signatures) leftOut.set(signature.path, signature)
  return { kept, leftOut: matches.flatMap(({ path }) => leftOut.get(path) ?? []), suspicions }
}

type PlaceOf = (path: string) => Promise<string>

/** A path with the links in its folder resolved; each folder is asked for once. */
function places(): PlaceOf {
  const folders = new Map<string, Promise<string>>()
  return async (path) => {
    const folder = dirname(path)
    const real = folders.get(folder) ?? realpath(folder).catch(() => folder)
    folders.set(folder, real)
    return join(await real, basename(path))
  }
}

interface Signatures {
  readonly kept: readonly LocalFile[]
  /** The others. */
  readonly signatures: readonly LeftOutSignature[]
}

/**
 * Sets apart the signature files that are looked for. What could be one is one only when it is that of a file which has
 * to be proven itself; and since each that is not changes the names, this goes on until nothing changes.
 */
async function withoutSignatures(
  rest: readonly Candidate[],
  request: SiftRequest,
  place: PlaceOf,
): Promise<Signatures> {
  const mayBe = await possibleSignatures(rest, request, place)
  const kept = new Set(rest.filter(({ path }) => !mayBe.has(path)))
  for (;;) {
    const named = withNames(rest.filter((match) => kept.has(match)))
    const owners = await signatureOwners(named, request, place)
    const signatures: LeftOutSignature[] = []
    const others: Candidate[] = []
    for (const match of rest) {
      if (kept.has(match)) continue
      const owner = owners.get(await place(match.path))
      if (owner === undefined) others.push(match)
      else signatures.push({ path: match.path, why: `signature file of ${owner.name}`, source: owner.source })
    }
    if (others.length === 0) return { kept: named, signatures }
    for (const other of others) kept.add(other)
  }
}

/** By their names and places alone. */
async function possibleSignatures(
  rest: readonly Candidate[],
  { formats, signaturesDir }: SiftRequest,
  place: PlaceOf,
): Promise<ReadonlySet<string>> {
  const extensions = formats.map((format) => EXTENSIONS[format])
  const paths = new Set(rest.map(({ path }) => path))
  const folder = signaturesDir === undefined ? undefined : dirname(await place(join(signaturesDir, 'x')))
  const found = new Set<string>()
  for (const { path } of rest) {
    const ends = extensions.filter((extension) => path.endsWith(extension))
    if (ends.length === 0) continue
    const fits =
      folder === undefined
        ? ends.some((extension) => paths.has(path.slice(0, -extension.length)))
        : isWithin(await place(path), folder)
    if (fits) found.add(path)
  }
  return found
}

/** Whose a signature file is, and where it is read. */
interface Owner {
  readonly name: string
  /** Absolute. */
  readonly source: string
}

/** The places where signature files are looked for, each with the file that it is for. */
async function signatureOwners(
  named: readonly LocalFile[],
  { formats, signaturesDir }: SiftRequest,
  place: PlaceOf,
): Promise<ReadonlyMap<string, Owner>> {
  const owners = new Map<string, Owner>()
  for (const { path, name } of named) {
    const base = signatureBase(path, name, signaturesDir)
    const placed = await place(base)
    for (const format of formats) {
      const extension = EXTENSIONS[format]
      owners.set(placed + extension, { name, source: base + extension })
    }
  }
  return owners
}

/** What the extensions of signature files are put behind. */
export function signatureBase(path: string, name: string, signaturesDir: string | undefined): string {
  return signaturesDir === undefined ? path : join(signaturesDir, name)
}

function withNames(matches: readonly Candidate[]): readonly LocalFile[] {
  const paths = matches.map(({ path }) => path)
  const names = namesOf(paths, commonFolder(paths.map((path) => dirname(path))) ?? '')
  return matches.map((match, index) => ({ ...match, name: names[index] ?? basename(match.path) }))
}
