import { BoundedQueue } from './bounded-queue.ts'
import type { PassOutcome, PassResult } from './pass.ts'
import { startLanes, type Lane, type Lanes } from './lanes.ts'
import type { DigestReader } from './readers.ts'
import type { Digests, OwnDigest } from '../formats/format.ts'
import { ActionError } from '../base/errors.ts'
import { TOO_MANY_OPEN_HINT } from '../base/open-file.ts'
import { FILE_CHANGED_HINT, type FileStamp } from '../files/stamp.ts'
import { shownPath } from '../base/display-path.ts'
import { printable } from '../base/log.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { FileOnDisk, ReleaseFile } from '../files/release-files.ts'
import { listedFormats } from '../formats/facts.ts'
import { dangerOf, imageDangerOf, unsafeFile } from '../formats/confusion/unsafe-file.ts'

/** What the key and the formats call for. */
export interface DigestPlan {
  /** The key's own hash. */
  readonly hash: HashAlgorithm
  /** SHA-512 beside it, for `sshsig` with a P-384 key. */
  readonly sha512: boolean
  /** Digests of one format's own making. */
  readonly own: readonly OwnDigest[]
}

export interface DigestOptions {
  readonly signal?: AbortSignal | undefined
  /** Told of bytes as they are read, for progress. */
  readonly onBytes?: ((bytes: number) => void) | undefined
  /** Of the same files, started earlier; by default they are started here. */
  readonly lanes?: Lanes | undefined
  /**
   * Where statements are made about the files: the images that the run signs beside, by SHA-256 in lower-case hex. Any other
   * image's manifest is refused then.
   */
  readonly statedBeside?: ReadonlySet<string> | undefined
}

export interface DigestedFile {
  /** Place in the list that was given. */
  readonly index: number
  readonly file: ReleaseFile
  /** Bytes; `undefined` for an entry of a checksum file. */
  readonly size: number | undefined
  readonly digests: Digests
  /** For `refuseChangedFiles`; `undefined` for an entry of a checksum file. */
  readonly stamp: FileStamp | undefined
}

const UNREADABLE_HINT =
  'It was there when the files were looked for. Check that no other step removes or replaces it meanwhile, and that the user of the runner may read it.'
const READY_AT_MOST = 64
const MOST_PASSES = 5

/**
 * Reads every file once and yields its digests as they are ready, in any order; no more than 64 wait for the consumer.
 * Large files are read on worker threads where there is enough to do and more than one core.
 * Entries of checksum files come with the digest that they have, whatever the plan.
 * @param plan may still be on its way: the threads are started meanwhile
 * @throws ActionError FILE_UNREADABLE, FILE_CHANGED, UNSAFE_FILE; the signal's reason, at once
 */
export async function* digestFiles(
  files: readonly ReleaseFile[],
  plan: DigestPlan | Promise<DigestPlan>,
  options: DigestOptions = {},
): AsyncGenerator<DigestedFile> {
  const { signal, onBytes = () => undefined, statedBeside } = options
  signal?.throwIfAborted()
  for (const [index, file] of files.entries()) {
    if (file.source.kind === 'file') continue
    yield { index, file, size: undefined, digests: digestsOf(file.source.digest), stamp: undefined }
  }
  using lanes = options.lanes ?? startLanes(files)
  const ready = new BoundedQueue<DigestedFile>(READY_AT_MOST)
  const abort = (): void => {
    ready.fail(signal?.reason)
  }
  signal?.addEventListener('abort', abort)
  try {
    const work = async ({ reader, queue }: Lane, known: DigestPlan): Promise<void> => {
      for (const [index, file, source] of queue) {
        const outcome = await settledPass(reader, source.path, known, onBytes)
        await ready.put(digested({ index, file, source, outcome, statedBeside }, known))
      }
    }
    Promise.resolve(plan)
      .then((known) => Promise.all(lanes.all.map((lane) => work(lane, known))))
      .then(
        () => {
          ready.end()
        },
        (reason: unknown) => {
          ready.fail(reason)
        },
      )
    yield* ready
  } finally {
    ready.end()
    signal?.removeEventListener('abort', abort)
  }
}

/** Passes until one at whose end the file is as at its beginning: a change time alone does not say that it is not. */
async function settledPass(
  reader: DigestReader,
  path: string,
  plan: DigestPlan,
  onBytes: (bytes: number) => void,
): Promise<PassOutcome> {
  let outcome = await reader.pass(path, plan, onBytes)
  for (let passes = 1; outcome.kind === 'done' && outcome.touched; passes += 1) {
    if (passes === MOST_PASSES) return { kind: 'changed', message: 'its change time never stood still' }
    const next = await reader.pass(path, plan, onBytes)
    if (next.kind === 'done' && Buffer.compare(next.digest, outcome.digest) !== 0)
      return { kind: 'changed', message: 'it was written to while it was read' }
    outcome = next
  }
  return outcome
}

interface Passed {
  readonly index: number
  readonly file: ReleaseFile
  readonly source: FileOnDisk
  readonly outcome: PassOutcome
  readonly statedBeside: ReadonlySet<string> | undefined
}

function digested({ index, file, source, outcome, statedBeside }: Passed, { hash, own }: DigestPlan): DigestedFile {
  const shown = shownPath(source.path)
  if (outcome.kind === 'unreadable')
    throw new ActionError('FILE_UNREADABLE', `${shown} cannot be read: ${printable(outcome.message)}`, {
      hint: outcome.tooManyOpen === true ? TOO_MANY_OPEN_HINT : UNREADABLE_HINT,
    })
  if (outcome.kind === 'not text') throw notText(shown, outcome.message, own)
  if (outcome.kind !== 'done') throw fileChanged(shown, outcome.message)
  if (outcome.size !== source.size) throw fileChanged(shown, 'its size is another than when it was found')
  const danger = dangerOfPass(outcome, own)
  if (danger !== undefined) throw unsafeFile(source.path, danger)
  const digests = digestsOfPass(outcome, own)
  const imageDanger = statedBeside && imageDangerOf(outcome.json, digests.digest.toString('hex'), statedBeside)
  if (imageDanger !== undefined) throw unsafeFile(source.path, imageDanger)
  const stamp = { path: source.path, hash, digest: digests.digest, ...outcome.state }
  return { index, file, size: outcome.size, digests, stamp }
}

/** Of the file's own bytes, and of all that is hashed of it: in another form, with more behind it. */
function dangerOfPass(outcome: PassResult, own: readonly OwnDigest[]): string | undefined {
  const dangers = outcome.own.map(({ ends }, i) => dangerOf(ends, own[i]?.suffix))
  return dangerOf(outcome) ?? dangers.find((danger) => danger !== undefined)
}

function notText(shown: string, fault: string, own: readonly OwnDigest[]): ActionError {
  const formats = listedFormats(own.flatMap(({ format, form }) => (form === 'text' ? [format] : [])))
  return new ActionError('UNSUPPORTED_FORMAT', `${formats} cannot sign ${shown}, which is not text: ${fault}.`, {
    hint: `Take ${formats} out of \`formats\` for such files: another step of the job can sign the text files with it.`,
  })
}

function fileChanged(shown: string, what: string): ActionError {
  return new ActionError('FILE_CHANGED', `${shown} changed while it was being signed: ${what}.`, {
    hint: FILE_CHANGED_HINT,
  })
}

function digestsOf(digest: Buffer): Digests {
  return { digest, sha512: undefined, own: new Map() }
}

function digestsOfPass({ digest, sha512, own, head, size }: PassResult, wanted: readonly OwnDigest[]): Digests {
  const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const made = own.flatMap(({ digest: value }, i) => {
    const format = wanted[i]?.format
    return format === undefined ? [] : [[format, buffer(value)] as const]
  })
  const content = head.length === size ? buffer(head) : undefined
  return { digest: buffer(digest), sha512: sha512 && buffer(sha512), own: new Map(made), content }
}
