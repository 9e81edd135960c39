import { coveredLine, startGathering, startLines } from '../formats/openpgp/read-text.ts'
import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { OPEN_FLAGS } from '../base/read-bounded.ts'
import { ActionError, asActionError } from '../base/errors.ts'
import { comparedStates } from '../base/file-state.ts'
import { printable } from '../base/log.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import { watchJson } from '../formats/confusion/signed-json.ts'
import type { FileEnds } from '../formats/confusion/unsafe-file.ts'

const CHUNK_BYTES = 1024 * 1024
/** As much as sign looks at: what is safe to sign there is safe to take here. */
const HEAD_BYTES = 16 * 1024
const TAIL_BYTES = 32
const LINE_END = Buffer.from('\r\n')

/** A digest of a file: of its bytes and, behind them, `suffix`. */
interface WantedDigest {
  readonly hash: HashAlgorithm
  /** Of its bytes unless told. */
  readonly form?: 'bytes' | 'text'
  readonly suffix: Buffer
}

/** A file that was read once. */
export interface DigestedContent {
  /** Raw digest of the file's bytes and the suffix, by a hash that was asked for. */
  digestOf(wanted: WantedDigest): Buffer
  /** Why it has no digest as text, as the end of a sentence that begins with it; that digest is empty then. */
  readonly textFault: string | undefined
  readonly ends: FileEnds
}

/**
 * Reads a file once and hashes it by each of `hashes`, and its text by each of `texts`.
 * @throws ActionError FILE_UNREADABLE, FILE_CHANGED
 */
export async function digestFile(
  path: string,
  hashes: ReadonlySet<HashAlgorithm>,
  texts: ReadonlySet<HashAlgorithm> = new Set(),
): Promise<DigestedContent> {
  const start = () => new HashedContent(hashes, texts)
  try {
    await using file = await open(path, OPEN_FLAGS)
    const read = await digestOpened(file, path, start())
    if (!read.touched) return read.content
    // A new link to the file changes its change time, and so does a writer who sets the old time again.
    const again = await digestOpened(file, path, start())
    if (again.touched || !again.content.equals(read.content)) throw changed(path)
    return again.content
  } catch (cause) {
    throw asActionError(cause, 'FILE_UNREADABLE', printable(path))
  }
}

async function digestOpened(
  file: FileHandle,
  path: string,
  content: HashedContent,
): Promise<{ readonly content: HashedContent; readonly touched: boolean }> {
  const before = await file.stat({ bigint: true })
  if (!before.isFile()) throw new ActionError('FILE_UNREADABLE', `${printable(path)} is no longer a regular file`)
  // A byte more than the file has: its end shows in the first read of a small one.
  const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Number(before.size) + 1))
  while (content.ends.size <= Number(before.size)) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, content.ends.size)
    if (bytesRead === 0) break
    content.update(chunk.subarray(0, bytesRead))
  }
  content.end()
  const after = await file.stat({ bigint: true })
  const compared = comparedStates(before, after)
  if (compared === 'changed' || content.ends.size !== Number(after.size)) throw changed(path)
  return { content, touched: compared === 'touched' }
}

function changed(path: string): ActionError {
  return new ActionError('FILE_CHANGED', `${printable(path)} changed while it was read`)
}

/** The same of bytes in memory. */
export function digestBytes(
  bytes: Buffer,
  hashes: ReadonlySet<HashAlgorithm>,
  texts: ReadonlySet<HashAlgorithm> = new Set(),
): DigestedContent {
  const content = new HashedContent(hashes, texts)
  content.update(bytes)
  content.end()
  return content
}

class HashedContent implements DigestedContent {
  readonly #contexts: ReadonlyMap<HashAlgorithm, Hash>
  readonly #json = watchJson()
  #size = 0
  #head = Buffer.alloc(0)
  #tail = Buffer.alloc(0)
  readonly #texts: ReadonlyMap<HashAlgorithm, Hash>
  readonly #lines = startLines()
  #isFirstLine = true
  readonly #gathered = startGathering((text) => {
    for (const context of this.#texts.values()) context.update(text)
  })
  #textFault: string | undefined

  constructor(hashes: ReadonlySet<HashAlgorithm>, texts: ReadonlySet<HashAlgorithm>) {
    this.#texts = new Map([...texts].map((hash) => [hash, createHash(hash)]))
    this.#contexts = new Map([...hashes].map((hash) => [hash, createHash(hash)]))
  }

  get ends(): FileEnds {
    return { size: this.#size, head: this.#head, tail: this.#tail, json: this.#json.end() }
  }

  update(bytes: Buffer): void {
    for (const context of this.#contexts.values()) context.update(bytes)
    this.#json.update(bytes)
    if (this.#texts.size > 0) this.#takeText(() => this.#lines.take(bytes))
    this.#size += bytes.length
    const missing = HEAD_BYTES - this.#head.length
    if (missing > 0) this.#head = Buffer.concat([this.#head, bytes.subarray(0, missing)])
    this.#tail = Buffer.concat([this.#tail, bytes.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES)
  }

  equals(other: HashedContent): boolean {
    const nothing = Buffer.alloc(0)
    const digests = (content: HashedContent): Buffer =>
      Buffer.concat([...this.#contexts.keys()].map((hash) => content.digestOf({ hash, suffix: nothing })))
    return digests(this).equals(digests(other))
  }

  get textFault(): string | undefined {
    return this.#textFault
  }

  /** The form that a signature over text covers; of a file that is no text, none. */
  #takeText(lines: () => readonly Buffer[]): void {
    if (this.#textFault !== undefined) return
    try {
      for (const line of lines()) {
        if (!this.#isFirstLine) this.#gathered.add(LINE_END)
        this.#gathered.add(coveredLine(line))
        this.#isFirstLine = false
      }
      this.#gathered.flush()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#textFault = error.message
    }
  }

  /** No more bytes come. */
  end(): void {
    if (this.#texts.size > 0) this.#takeText(() => this.#lines.end())
  }

  digestOf({ hash, form = 'bytes', suffix }: WantedDigest): Buffer {
    if (form === 'text' && this.#textFault !== undefined) return Buffer.alloc(0)
    const context = (form === 'text' ? this.#texts : this.#contexts).get(hash)
    if (context === undefined) throw new RangeError(`${hash} was not asked for`)
    return context.copy().update(suffix).digest()
  }
}
