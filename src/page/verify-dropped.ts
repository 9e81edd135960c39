import { messageOf } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { PublicKey } from '../crypto/public-key.ts'
import { readerOf } from '../formats/readers.ts'
import type { TrustedKey } from '../formats/signature-check.ts'
import { digestBytes, HashedContent, type DigestedContent } from '../formats/hashed-content.ts'
import {
  faultOf,
  hashesFor,
  judgeSignatures,
  textHashesFor,
  withEachKey,
  type SignatureFile,
} from '../verify/judging/judge-signatures.ts'
import { judgeChecksum, listedChecksums, type SignedChecksums } from '../verify/judging/listed-checksums.ts'
import { trustedKeys } from '../verify/trusted-keys.ts'
import { isVerified, type Problem, type Proof } from '../verify/verdict.ts'
import { asideOutcome } from './aside.ts'
import { baseName, bytesOf, folderOf, piecesOf, type Dropped } from './dropped.ts'
import type { Outcome, Watcher } from './outcome.ts'
import { isNamedAsChecksums, pairUp, type Subject } from './pairs.ts'

/** As the verify action has them. */
const MAX_SIGNATURE_BYTES = 1024 * 1024
const MAX_CHECKSUMS_BYTES = 64 * 1024 * 1024

/** What the files of a run are held against. */
interface Trust {
  readonly keys: readonly TrustedKey[]
  readonly watcher: Watcher
  readonly signal: AbortSignal
}

/**
 * Verifies all files by the key, checksum files first, since they prove others. `watcher` is told the outcome of each.
 * @throws ActionError UNSUPPORTED_ALGORITHM for a key of an unknown kind, the reason of `signal` when that ends it
 */
export async function verifyDropped(
  files: readonly Dropped[],
  key: PublicKey,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<void> {
  const trust = { keys: trustedKeys({ publicKeys: [key], hashAlgorithm: 'auto' }), watcher, signal }
  const subjects = pairUp(files)
  const isList = ({ dropped, signatures }: Subject) => signatures.length > 0 && isNamedAsChecksums(dropped.path)
  const lists: SignedChecksums[] = []
  for (const subject of subjects.filter(isList)) {
    signal.throwIfAborted()
    const { list, outcome } = await verifyList(subject, trust)
    if (list !== undefined) lists.push(list)
    watcher.outcome(outcome)
  }
  for (const subject of subjects.filter((each) => !isList(each))) {
    signal.throwIfAborted()
    watcher.outcome(await verifySubject(subject, lists, trust))
  }
}

/** A checksum file: what it lists counts once its signatures are right. */
async function verifyList(
  { dropped, signatures }: Subject,
  trust: Trust,
): Promise<{ readonly outcome: Outcome; readonly list?: SignedChecksums }> {
  const { path, file } = dropped
  try {
    if (file.size > MAX_CHECKSUMS_BYTES) throw new RangeError('is larger than any checksum file')
    const read = await readSignatures(signatures, trust)
    const bytes = await bytesOf(file)
    const judged = await judgeSignatures(path, read, digestBytes(bytes, new Set(hashesFor(read)), textHashesFor(read)))
    const outcome = outcomeOf(path, judged.proofs, judged.problems)
    const [proof] = judged.proofs
    if (outcome.state !== 'verified' || proof === undefined) return { outcome }
    const shown = printable(baseName(path), 300)
    const list = listedChecksums(bytes, { path, folder: folderOf(path), shown, keyFingerprint: proof.keyFingerprint })
    return { outcome, list }
  } catch (error) {
    trust.signal.throwIfAborted()
    return { outcome: { path, state: 'refused', proofs: [], remarks: [`It ${faultOfRead(error)}.`] } }
  }
}

async function verifySubject(
  { dropped, signatures }: Subject,
  lists: readonly SignedChecksums[],
  trust: Trust,
): Promise<Outcome> {
  const { path } = dropped
  const local = { name: baseName(path), path, below: path.slice(1) }
  const listed = lists.map((list) => ({ list, digest: list.digestOf(local) })).filter(({ digest }) => digest)
  try {
    if (signatures.length === 0 && listed.length === 0) return await asideOutcome(dropped, trust.keys)
    const read = await readSignatures(signatures, trust)
    const hashes = [...hashesFor(read), ...listed.flatMap(({ digest }) => (digest === undefined ? [] : [digest.hash]))]
    const content = await contentOf(dropped, new Set(hashes), textHashesFor(read), trust)
    const own = await judgeSignatures(path, read, content)
    const others = listed.map(({ list, digest }) => judgeChecksum(path, list, digest, content))
    return outcomeOf(
      path,
      [...own.proofs, ...others.flatMap(({ proof }) => proof ?? [])],
      [...own.problems, ...others.flatMap(({ problem }) => problem ?? [])],
    )
  } catch (error) {
    trust.signal.throwIfAborted()
    return { path, state: 'refused', proofs: [], remarks: [`It ${faultOfRead(error)}.`] }
  }
}

function readSignatures(signatures: Subject['signatures'], trust: Trust): Promise<readonly SignatureFile[]> {
  const read = async ({ format, dropped: { path, file } }: Subject['signatures'][number]): Promise<SignatureFile> => {
    try {
      const reader = readerOf(format)
      if (typeof reader !== 'function') {
        const check = (keys: readonly TrustedKey[]) => reader.fromChunks(piecesOf(file, trust.signal), keys)
        return { format, path, ...(await withEachKey(check, trust.keys)) }
      }
      if (file.size > MAX_SIGNATURE_BYTES) throw new RangeError('is larger than any signature')
      const bytes = await bytesOf(file)
      return { format, path, ...(await withEachKey((keys) => reader(bytes, keys), trust.keys)) }
    } catch (error) {
      trust.signal.throwIfAborted()
      return { format, path, fault: faultOf(error) }
    }
  }
  return Promise.all(signatures.map(read))
}

/** Reads a file once. Where nothing could be right there is nothing to hash. */
async function contentOf(
  { path, file }: Dropped,
  hashes: ReadonlySet<HashAlgorithm>,
  texts: ReadonlySet<HashAlgorithm>,
  { watcher, signal }: Trust,
): Promise<DigestedContent> {
  const content = new HashedContent(hashes, texts)
  let done = 0
  if (hashes.size > 0) {
    for await (const piece of piecesOf(file, signal)) {
      content.update(piece)
      done += piece.length
      watcher.reading({ path, done, total: file.size })
    }
  }
  content.end()
  return content
}

function outcomeOf(path: string, proofs: readonly Proof[], problems: readonly Problem[]): Outcome {
  const told = problems.map((problem) =>
    problem.path === path ? `It ${problem.reason}.` : `${printable(baseName(problem.path), 300)} ${problem.reason}.`,
  )
  const textOnly = proofs.some((proof) => proof.textOnly === true)
  const remark = 'Its text is the one that was signed; its line ends or the blanks at the ends of its lines differ.'
  const state = isVerified({ proofs, problems }) ? 'verified' : 'refused'
  return { path, state, proofs, remarks: textOnly ? [...told, remark] : told }
}

/** As the end of a sentence. A browser says little of a file that it can no longer read. */
function faultOfRead(error: unknown): string {
  if (error instanceof DOMException)
    return 'could not be read to its end: it was changed or removed after it was chosen, so choose it again'
  if (error instanceof RangeError) return faultOf(error)
  return `could not be used: ${printable(messageOf(error), 500)}`
}
