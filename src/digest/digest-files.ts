import { BoundedQueue } from './bounded-queue.ts'
import type { PassOutcome, PassResult } from './pass.ts'
import { startLanes, type Lane, type Lanes } from './lanes.ts'
import type { DigestReader } from './readers.ts'
import type { Digests } from '../formats/format.ts'
import { ActionError } from '../base/errors.ts'
import { FILE_CHANGED_HINT, type FileStamp } from '../files/stamp.ts'
import { printable } from '../base/log.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { FileOnDisk, ReleaseFile } from '../files/release-files.ts'
import { dangerOf, unsafeFile } from '../formats/confusion/unsafe-file.ts'

/** What the key and the formats call for. */
export interface DigestPlan {
  /** The key's own hash. */
  readonly hash: HashAlgorithm
  /** SHA-512 beside it, for `sshsig` with a P-384 key. */
  readonly sha512: boolean
  /** What follows the file in what OpenPGP hashes: the signature's hashed part and trailer. */
  readonly openpgpTrailer: Buffer | undefined
}

export interface DigestOptions {
  readonly signal?: AbortSignal | undefined
  /** Told of bytes as they are read, for progress. */
  readonly onBytes?: ((bytes: number) => void) | undefined
  /** Of the same files, started earlier; by default they are started here. */
  readonly lanes?: Lanes | undefined
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
  const { signal, onBytes = () => undefined } = options
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
        await ready.put(digested({ index, file, source, outcome }, known))
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
}

function digested({ index, file, source, outcome }: Passed, { hash, openpgpTrailer }: DigestPlan): DigestedFile {
  const shown = printable(source.path)
  if (outcome.kind === 'unreadable')
    throw new ActionError('FILE_UNREADABLE', `${shown} cannot be read: ${printable(outcome.message)}`, {
      hint: 'It was there when the files were looked for. Check that no other step removes or replaces it meanwhile, and that the user of the runner may read it.',
    })
  if (outcome.kind !== 'done') throw fileChanged(shown, outcome.message)
  if (outcome.size !== source.size) throw fileChanged(shown, 'its size is another than when it was found')
  const danger = dangerOf(outcome, openpgpTrailer)
  if (danger !== undefined) throw unsafeFile(source.path, danger)
  const digests = digestsOfPass(outcome)
  const stamp = { path: source.path, hash, digest: digests.digest, ...outcome.state }
  return { index, file, size: outcome.size, digests, stamp }
}

function fileChanged(shown: string, what: string): ActionError {
  return new ActionError('FILE_CHANGED', `${shown} changed while it was being signed: ${what}.`, {
    hint: FILE_CHANGED_HINT,
  })
}

function digestsOf(digest: Buffer): Digests {
  return { digest, sha512: undefined, openpgp: undefined }
}

function digestsOfPass({ digest, sha512, openpgp }: PassResult): Digests {
  const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { digest: buffer(digest), sha512: sha512 && buffer(sha512), openpgp: openpgp && buffer(openpgp) }
}
