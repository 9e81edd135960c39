import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ActionError, messageOf } from '../base/errors.ts'
import {
  collectMatches,
  refuseProblems,
  reportUnmatched,
  tooManyFiles,
  unreadable,
  type FileSearch,
} from './matches.ts'
import { commonFolder, namesOf, SIGNATURE_EXTENSIONS } from './names.ts'
import type { OwnOutputs } from './left-out.ts'
import { hasPointerSize, oddityOf, POINTER_BYTES, warnOfOddities } from './oddities.ts'
import type { Match } from './places.ts'
import { Roots } from './roots.ts'
import { shownPath } from '../base/display-path.ts'
import { listed, printable, type Log } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import { readBounded } from '../base/read-bounded.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'

/** A file that gets signed. */
export interface ReleaseFile {
  /** As checksum files, manifest, statements and assets call it: base name, or the path below the deepest common folder, with `/`. */
  readonly name: string
  /**
   * Absolute path of the folder "beside" the file: its own. With `subject-checksums`, what the name is to be joined to:
   * the folder of the checksum file, or where names are paths the deepest common one.
   */
  readonly folder: string
  /** Where its bytes are, or with `subject-checksums` its digest instead. */
  readonly source: FileOnDisk | DigestOnly
}

/** A regular file. */
export interface FileOnDisk {
  readonly kind: 'file'
  /** Absolute path, links not resolved. */
  readonly path: string
  /** Bytes, when it was found. */
  readonly size: number
}

/** An entry of a checksum file. */
export interface DigestOnly {
  readonly kind: 'digest'
  /** Raw digest by the hash that the checksum file uses. */
  readonly digest: Buffer
  readonly hash: HashAlgorithm
  /** Checksum file and line, for messages; printable. */
  readonly origin: string
}

/** What a search found. */
export interface FoundFiles {
  /** Sorted by path, each path once. */
  readonly files: readonly ReleaseFile[]
  /** Absolute; where run files go without `output-dir`. The workspace when there are no files. */
  readonly commonFolder: string
  /** Absolute paths of what was or will be read, and so may not be written to: release files, or checksum files. */
  readonly readPaths: readonly string[]
}

/** How to look for release files. */
export interface ReleaseFileSearch extends FileSearch {
  /** Input `output-dir`, absolute or relative to the workspace. */
  readonly outputDir?: string | undefined
  /** Whether `sign` has `checksums`: only then are SHA256SUMS and its like run files. */
  readonly signsChecksums: boolean
  /** What the signature files end in that the run writes for each file; all that there are, unless told. */
  readonly extensions?: readonly string[] | undefined
}

const PARALLEL_STATS = 32

/**
 * The files that the patterns take, except signature files and run files of this action (each with a line in the log).
 * @throws ActionError INVALID_INPUT (a pattern, a name with a line break), NO_FILES, TOO_MANY_FILES, FILE_UNREADABLE
 */
export async function findReleaseFiles(search: ReleaseFileSearch): Promise<FoundFiles> {
  const { patterns, matches } = await collectMatches(search)
  const { workspace, signsChecksums, extensions = SIGNATURE_EXTENSIONS } = search
  const outputFolder = search.outputDir === undefined ? undefined : resolve(workspace, search.outputDir)
  const spelt = outputFolder && (await new Roots(workspace).folder(outputFolder)).path
  const isNamed = (match: Match) => match.patterns.some((index) => patterns[index]?.bases.includes(match.path))
  const own = { outputFolder: spelt, extensions, signsChecksums }
  const kept = matches.length === 0 ? matches : await releaseFilesOf(matches, own, isNamed, search.log)
  if (search.maxFiles > 0 && kept.length > search.maxFiles) throw tooManyFiles(search.maxFiles)
  const sorted = [...kept].sort((a, b) => (a.path < b.path ? -1 : 1))
  refuseProblems(sorted)
  reportUnmatched(search, patterns, sorted)
  const folder = commonFolder(sorted.map(({ path }) => dirname(path))) ?? search.workspace
  const paths = sorted.map(({ path }) => path)
  refuseLineBreaks(paths)
  const names = namesOf(paths, folder)
  refusePathsOfTheMachine(names, folder)
  const files = await mapBounded(sorted, PARALLEL_STATS, async (match, index) => {
    search.signal?.throwIfAborted()
    return { name: names[index] ?? '', folder: dirname(match.path), source: await fileOnDisk(match.path) }
  })
  await warnOfOddFiles(files, search.log)
  return { files, commonFolder: folder, readPaths: paths }
}

/** Without those of this action, which are logged. Loaded where there is something to look at. */
async function releaseFilesOf(
  matches: readonly Match[],
  own: OwnOutputs,
  isNamed: (match: Match) => boolean,
  log: Log,
): Promise<readonly Match[]> {
  const { leaveOut, logLeftOut } = await import('./left-out.ts')
  const { kept, leftOut } = await leaveOut(matches, own, isNamed)
  logLeftOut(leftOut, log)
  return kept
}

async function fileOnDisk(path: string): Promise<FileOnDisk> {
  try {
    const { size, mode } = await stat(path)
    // Where everybody may read there is nothing to ask; so a large release costs one call a file.
    if ((mode & 0o444) !== 0o444) await access(path, constants.R_OK)
    return { kind: 'file', path, size }
  } catch (cause) {
    throw unreadable([`${shownPath(path)}: ${printable(messageOf(cause))}`], cause)
  }
}

/** Names that are paths from the root of a disk, or of several, would be this machine's. */
function refusePathsOfTheMachine(names: readonly string[], folder: string): void {
  if (!isRoot(folder) || names.every((name) => !/[\\/]/u.test(name))) return
  throw new ActionError(
    'INVALID_INPUT',
    `Release files that share a name go by their paths below a common folder, and these have none:\n${listed(names.map((name) => printable(name)))}`,
    { hint: 'Put the files under one folder, or give them names of their own.' },
  )
}

/**
 * Whether the run files have a folder of their own to lie in.
 * @param outputDir the input, if it is set
 * @throws ActionError INVALID_INPUT where nothing but the root of a disk holds all files
 */
export function refuseNoCommonFolder(
  { commonFolder: folder, readPaths }: Pick<FoundFiles, 'commonFolder' | 'readPaths'>,
  outputDir: string | undefined,
): void {
  if (outputDir !== undefined || !isRoot(folder)) return
  throw new ActionError(
    'INVALID_INPUT',
    `The files have no common folder in which to write what there is once a run:\n${listed([...new Set(readPaths.map((path) => dirname(path)))].map((path) => shownPath(path)))}`,
    { hint: 'Set `output-dir`.' },
  )
}

const isRoot = (folder: string): boolean => dirname(folder) === folder

function refuseLineBreaks(paths: readonly string[]): void {
  const broken = paths.filter((path) => /[\r\n\0]/u.test(path)).map((path) => shownPath(path))
  if (broken.length === 0) return
  throw new ActionError('INVALID_INPUT', `Names with a line break cannot be signed:\n${listed(broken)}`, {
    hint: 'Checksum files and outputs hold a name a line. Rename the file, or leave it out by a line with `!`.',
  })
}

/** Empty files, and pointers in place of files. */
async function warnOfOddFiles(
  files: readonly { readonly name: string; readonly source: FileOnDisk }[],
  log: Log,
): Promise<void> {
  const odd = files.filter(({ source: { size } }) => size === 0 || hasPointerSize(size))
  const judged = await mapBounded(odd, PARALLEL_STATS, async ({ name, source }) => {
    // What cannot be read is refused where it is hashed.
    const bytes = await readBounded(source.path, POINTER_BYTES).catch(() => Buffer.alloc(0))
    return { name, oddity: oddityOf(source.size, bytes) }
  })
  warnOfOddities(judged, log)
}
