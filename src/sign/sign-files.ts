import { digestFiles, type DigestedFile, type DigestPlan } from '../digest/digest-files.ts'
import type { Lanes } from '../digest/lanes.ts'
import type { FileStamp } from '../files/stamp.ts'
import type { TaskGroup } from '../base/task-group.ts'
import { printable } from '../base/log.ts'
import { chunksOf } from '../base/read-chunks.ts'
import { displayPath } from '../base/display-path.ts'
import type { SignedFile } from '../report/signing-result.ts'
import type { ReleaseFile } from '../files/release-files.ts'
import type { Signer } from '../signing/signer.ts'
import type { Progress } from './progress.ts'
import type { ChecksumCheck } from './checksum-check.ts'
import { signInFormats, type SigningTools } from './sign-in-formats.ts'

/** Files under way for each request that may be under way: enough that requests never wait for a file. */
const WINDOW_PER_REQUEST = 4

/** What came of it. */
interface FilesAndStamps {
  /** In the order of the files. */
  readonly files: readonly SignedFile[]
  /** For `refuseChangedFiles`, before the signatures are put in place. */
  readonly stamps: readonly FileStamp[]
}

/** What the signing of release files needs. */
interface SignFilesRequest {
  readonly files: readonly ReleaseFile[]
  /** Who reads them. */
  readonly lanes: Lanes
  /** How the files are hashed, once it is known. */
  readonly plan: Promise<DigestPlan>
  /** Resolves when signatures may be asked for and written: the key is known and every check is done. */
  readonly ready: Promise<SigningTools>
  /** What may hold signatures back until all files are hashed. */
  readonly checksums: ChecksumCheck | undefined
  /** Where SignHash need not wait for `ready`: asked for each file's own digest as soon as it is there. */
  readonly ahead: Signer | undefined
  /** Absolute paths of each file's signature files; none where files get none of their own. */
  readonly signaturePaths: readonly (readonly string[])[]
  /** As `DigestOptions` has it. */
  readonly statedBeside: ReadonlySet<string> | undefined
  readonly workspace: string
  readonly maxConcurrency: number
  readonly tasks: TaskGroup
  readonly progress: Progress
}

/**
 * Hashes the release files, and signs each as soon as its digests are there. Results in the order of the files.
 * Only so many files are under way at once that requests never run dry: what is held does not grow with the files,
 * except where signatures wait for all digests, of no more files than a release takes assets.
 * @throws ActionError ASSET_EXISTS before the first signature, and what signing throws
 */
export async function signFiles(request: SignFilesRequest): Promise<FilesAndStamps> {
  const { tasks, progress, checksums } = request
  const files: SignedFile[] = []
  const stamps: FileStamp[] = []
  const underWay = new Set<Promise<void>>()
  const hashed: DigestedFile[] = []
  const all = Promise.withResolvers<undefined>()
  const allowed = checksums === undefined ? undefined : tasks.start(() => allowedBy(checksums, all.promise, hashed))
  const most = checksums === undefined ? WINDOW_PER_REQUEST * request.maxConcurrency : Infinity
  try {
    for await (const file of digestFiles(request.files, request.plan, {
      lanes: request.lanes,
      signal: tasks.signal,
      onBytes: progress.read,
      statedBeside: request.statedBeside,
    })) {
      progress.hashed()
      if (file.stamp !== undefined) stamps.push(file.stamp)
      if (checksums !== undefined) hashed.push(file)
      const work = tasks.start(async () => {
        files[file.index] = await signFile(file, request, allowed)
        progress.signed()
        underWay.delete(work)
      })
      underWay.add(work)
      if (underWay.size >= most) await Promise.race(underWay)
    }
  } catch (thrown) {
    throw tasks.fail(thrown)
  } finally {
    // After a failure nothing is signed any more, and nobody is left waiting.
    all.resolve(undefined)
  }
  await Promise.all([allowed, ...underWay])
  return { files, stamps }
}

/** Resolves when signatures may be asked for: at once, or when all files are hashed and the checksum file may be made. */
async function allowedBy(
  checksums: ChecksumCheck,
  all: Promise<undefined>,
  hashed: readonly DigestedFile[],
): Promise<void> {
  if (!(await checksums.isNeeded())) return
  await all
  await checksums.check(hashed.map(({ file, digests }) => ({ name: file.name, digest: digests.digest })))
}

async function signFile(
  hashed: DigestedFile,
  request: SignFilesRequest,
  allowed: Promise<void> | undefined,
): Promise<SignedFile> {
  const { file: release, size, digests } = hashed
  const source = release.source.kind === 'file' ? release.source.path : `${release.folder}/${release.name}`
  const shown = displayPath(source, request.workspace)
  const file = { name: release.name, displayPath: shown, size, digest: digests.digest }
  const paths = request.signaturePaths[hashed.index] ?? []
  if (paths.length === 0) return { ...file, signature: undefined, requestId: undefined, writtenPaths: [] }
  // A failure of the request sent ahead is judged when the key has answered: the same promise is awaited below.
  void request.ahead?.sign(digests.digest, digests.content)
  const tools = await request.ready
  await allowed
  const content = { shown: printable(shown), chunks: () => chunksOf(source) }
  return { ...file, ...(await signInFormats(digests, paths, tools, content)) }
}
