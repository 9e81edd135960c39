import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { checksumsInvalid, parseChecksums, type ChecksumEntry } from './checksums.ts'
import { openFile } from '../base/open-file.ts'
import { ActionError, messageOf } from '../base/errors.ts'
import { comparedStates } from '../base/file-state.ts'
import {
  collectMatches,
  refuseProblems,
  reportUnmatched,
  tooManyFiles,
  unreadable,
  type FileSearch,
} from './matches.ts'
import { commonFolder, namesOf, SIGNATURE_EXTENSIONS } from './names.ts'
import { leaveOut, logLeftOut, type Sifted } from './left-out.ts'
import { FolderNames } from './name-rules.ts'
import { warnOfOddities } from './oddities.ts'
import type { Match } from './places.ts'
import { FILE_CHANGED_HINT } from './stamp.ts'
import { shownPath } from '../base/display-path.ts'
import { listed, printable, type Log } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { HASH_ALGORITHMS, type HashAlgorithm } from '../crypto/hashes.ts'
import type { DigestOnly, FoundFiles, ReleaseFile } from './release-files.ts'

/** Half a million lines. */
const MOST_BYTES = 32 * 1024 * 1024

interface ListedFile {
  /** Where the entry says that the file is; nothing need be there. */
  readonly path: string
  /** Folder of its checksum file. */
  readonly folder: string
  readonly source: DigestOnly
}

/** How to look for checksum files. */
export interface ListedFileSearch extends FileSearch {
  /** Input `output-dir`, absolute. */
  readonly outputDir?: string | undefined
  /** Whether `sign` has `checksums`. */
  readonly signsChecksums?: boolean | undefined
}

/**
 * The files that the checksum files of `subject-checksums` list, to be signed by their digests, sorted by path.
 * Signature files of matched checksum files are passed over.
 * @throws ActionError CHECKSUMS_INVALID, INVALID_INPUT, NO_FILES, TOO_MANY_FILES, FILE_UNREADABLE, FILE_CHANGED
 */
export async function readListedFiles(search: ListedFileSearch): Promise<FoundFiles> {
  const named = { ...search, input: search.input ?? 'subject-checksums' }
  const { patterns, matches } = await collectMatches(named)
  const { kept, leftOut } = await sift(matches, search)
  logLeftOut(leftOut, search.log)
  const sorted = kept.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  refuseProblems(sorted)
  reportUnmatched(named, patterns, sorted)
  const subjects = new Map<string, ListedFile>()
  const names = new FolderNames()
  for (const { path } of sorted) {
    search.signal?.throwIfAborted()
    for (const subject of await subjectsOf(path, names)) add(subject, subjects)
    if (search.maxFiles > 0 && subjects.size > search.maxFiles) throw tooManyFiles(search.maxFiles)
  }
  refuseSeveralHashes([...subjects.values()])
  warnOfNothing([...subjects.values()], search.log)
  const readPaths = sorted.map(({ path }) => path)
  const folder = commonFolder(readPaths.map((path) => dirname(path))) ?? search.workspace
  return { files: releaseFiles([...subjects.values()]), commonFolder: folder, readPaths }
}

/** What a run wrote into the output folder is none of its checksum files, unless there is no other. */
async function sift(
  matches: readonly Match[],
  { outputDir, signsChecksums = false }: ListedFileSearch,
): Promise<Sifted<Match>> {
  const others = await leaveOut(matches, { outputFolder: outputDir, signsChecksums, extensions: SIGNATURE_EXTENSIONS })
  return others.kept.length > 0
    ? others
    : leaveOut(matches, { outputFolder: undefined, signsChecksums: false, extensions: SIGNATURE_EXTENSIONS })
}

/** One key signs one of them. */
function refuseSeveralHashes(subjects: readonly ListedFile[]): void {
  const byHash = Map.groupBy(subjects, ({ source }) => source.hash)
  if (byHash.size < 2) return
  const first = [...byHash].map(([hash, [subject]]) => `${subject?.source.origin ?? ''}: ${hash}`)
  throw checksumsInvalid(`The checksum files have digests of several hashes, and a key signs one:\n${listed(first)}`)
}

async function subjectsOf(path: string, names: FolderNames): Promise<ListedFile[]> {
  const shown = shownPath(path)
  const { hash, entries } = parseChecksums(await readWhole(path), shown)
  const folder = dirname(path)
  const problems = await mapBounded(entries, 1, (entry) => problemOf(entry, path, names))
  if (problems.some((problem) => problem !== undefined))
    throw checksumsInvalid(
      `${shown} lists what cannot be signed as a file:\n${listed(problems.filter((problem) => problem !== undefined))}`,
    )
  return entries.map(({ name, digest, line }) => ({
    path: join(folder, name),
    folder,
    source: { kind: 'digest', digest, hash, origin: `${shown}, line ${line}` },
  }))
}

/** Why an entry is not one of a file, though its line can be read. */
async function problemOf(
  { name, line, escaped }: ChecksumEntry,
  path: string,
  names: FolderNames,
): Promise<string | undefined> {
  const refused = (why: string): string => `line ${line}: ${printable(name, 200)}: ${why}`
  if (await names.areOne(dirname(path), name, basename(path)))
    return refused('the checksum file lists itself, by what it was before it was written')
  if (name === '-' || name === 'stdin') return refused('a digest of what a program read from its standard input')
  if (!escaped && name.includes('\\'))
    return refused('a backslash that no escape announces: write `/` between folders, or let sha256sum escape the name')
  return undefined
}

/** Digests of no bytes at all. */
const NOTHING = new Map(HASH_ALGORITHMS.map((hash) => [hash, createHash(hash).digest()]))

function warnOfNothing(subjects: readonly ListedFile[], log: Log): void {
  const empty = subjects.filter(({ source }) => NOTHING.get(source.hash)?.equals(source.digest) === true)
  warnOfOddities(
    empty.map(({ path }) => ({ name: basename(path), oddity: 'empty' })),
    log,
  )
}

async function readWhole(path: string): Promise<Buffer> {
  try {
    await using file = await openFile(path)
    return await readOpened(file, path)
  } catch (cause) {
    if (cause instanceof ActionError) throw cause
    throw unreadable([`${shownPath(path)}: ${printable(messageOf(cause))}`], cause)
  }
}

/** A part of a checksum file would leave files unsigned without a word. */
async function readOpened(file: FileHandle, path: string): Promise<Buffer> {
  const before = await file.stat({ bigint: true })
  if (before.size > MOST_BYTES)
    throw checksumsInvalid(`${shownPath(path)} has ${before.size} bytes; a checksum file may have 32 MiB.`)
  const bytes = await readFrom(file, Number(before.size))
  const compared = comparedStates(before, await file.stat({ bigint: true }))
  const isWhole = bytes.length === Number(before.size) && compared !== 'changed'
  // A new link to the file changes its change time, and so does a writer who sets the old time again.
  if (isWhole && (compared === 'same' || (await readFrom(file, bytes.length)).equals(bytes))) return bytes
  throw new ActionError('FILE_CHANGED', `${shownPath(path)} changed while it was read.`, { hint: FILE_CHANGED_HINT })
}

/** From the start, and a byte more than expected where there is one. */
async function readFrom(file: FileHandle, expected: number): Promise<Buffer> {
  const bytes = Buffer.alloc(expected + 1)
  let size = 0
  for (let got = -1; got !== 0 && size < bytes.length; size += got) {
    got = (await file.read(bytes, size, bytes.length - size, size)).bytesRead
  }
  return bytes.subarray(0, size)
}

function add(subject: ListedFile, subjects: Map<string, ListedFile>): void {
  const first = subjects.get(subject.path)
  if (first !== undefined)
    throw checksumsInvalid(
      `${shownPath(subject.path)} is listed twice: ${first.source.origin}, and ${subject.source.origin}.`,
    )
  subjects.set(subject.path, subject)
}

/** Beside the checksum file by base names; where two files share one, by their paths. */
function releaseFiles(subjects: readonly ListedFile[]): ReleaseFile[] {
  const sorted = subjects.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const paths = sorted.map(({ path }) => path)
  const common = commonFolder(paths.map((path) => dirname(path))) ?? ''
  const names = namesOf(paths, common)
  const arePaths = names.some((name, index) => name !== basename(paths[index] ?? ''))
  return sorted.map(({ folder, source }, index) => ({
    name: names[index] ?? '',
    folder: arePaths ? common : folder,
    source,
  }))
}

/**
 * To be asked once the key is known: its hash is the only one that can be signed.
 * @throws ActionError CHECKSUMS_INVALID, naming the lines
 */
export function checkListedHash(files: readonly ReleaseFile[], hash: HashAlgorithm): void {
  const others = files.flatMap(({ source }) => (source.kind === 'digest' && source.hash !== hash ? [source] : []))
  if (others.length === 0) return
  const lines = others.map((source) => `${source.origin}: ${source.hash}`)
  throw checksumsInvalid(`The key signs ${hash} digests, and the checksum files have others:\n${listed(lines)}`)
}
