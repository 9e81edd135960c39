import { MOST_HELD, type Covered } from '../crypto/covered.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { RunningHash } from '../crypto/port.ts'
import { PRIMITIVES } from '../crypto/primitives.ts'
import { watchJson } from './confusion/signed-json.ts'
import type { FileEnds } from './confusion/unsafe-file.ts'
import { coveredLine, startGathering, startLines } from './openpgp/read-text.ts'
import type { HashedFile } from './signature-check.ts'

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
  /** The same with what a signature over it covers: of a small file the bytes. One object for all that want the same. */
  hashed(wanted: WantedDigest): HashedFile
  /** Why it has no digest as text, as the end of a sentence that begins with it; that digest is empty then. */
  readonly textFault: string | undefined
  readonly ends: FileEnds
}

/** Takes a file's bytes piece by piece, in order; those of a small file that come in one piece are held. */
export class HashedContent implements DigestedContent {
  readonly #contexts: ReadonlyMap<HashAlgorithm, RunningHash>
  readonly #json = watchJson()
  #size = 0
  #head = Buffer.alloc(0)
  #tail = Buffer.alloc(0)
  readonly #texts: ReadonlyMap<HashAlgorithm, RunningHash>
  readonly #lines = startLines()
  #isFirstLine = true
  readonly #gathered = startGathering((text) => {
    for (const context of this.#texts.values()) context.update(text)
  })
  #textFault: string | undefined
  #held: Buffer | undefined = Buffer.alloc(0)
  readonly #hashed = new Map<string, HashedFile>()

  constructor(hashes: ReadonlySet<HashAlgorithm>, texts: ReadonlySet<HashAlgorithm>) {
    this.#texts = new Map([...texts].map((hash) => [hash, PRIMITIVES.startHash(hash)]))
    this.#contexts = new Map([...hashes].map((hash) => [hash, PRIMITIVES.startHash(hash)]))
  }

  get ends(): FileEnds {
    return { size: this.#size, head: this.#head, tail: this.#tail, json: this.#json.end() }
  }

  update(bytes: Buffer): void {
    for (const context of this.#contexts.values()) context.update(bytes)
    this.#json.update(bytes)
    if (this.#texts.size > 0) this.#takeText(() => this.#lines.take(bytes))
    this.#held = this.#size === 0 && bytes.length <= MOST_HELD ? bytes : undefined
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

  /** The form that a signature over text covers; of a file that is not text, none. */
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
    const hashed = context.copy()
    hashed.update(suffix)
    return hashed.digest()
  }

  hashed(wanted: WantedDigest): HashedFile {
    const name = `${wanted.hash} ${wanted.form ?? 'bytes'} ${wanted.suffix.toString('latin1')}`
    const known = this.#hashed.get(name)
    if (known !== undefined) return known
    const digest = this.digestOf(wanted)
    const hashed = { digest, covered: this.#covered(wanted, digest) }
    this.#hashed.set(name, hashed)
    return hashed
  }

  #covered({ form, suffix }: WantedDigest, digest: Buffer): Covered {
    if (this.#held === undefined || form === 'text') return { digest }
    return { message: suffix.length === 0 ? this.#held : Buffer.concat([this.#held, suffix]) }
  }
}

/** Bytes in memory as a file that was read once. */
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
