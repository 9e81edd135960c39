/** What a JSON document could be that another system signs: gathered while its bytes pass by, in little memory. */
export interface SignedJson {
  /** cosign's payload of an image signature. */
  readonly imageSignature: boolean
  /** What TUF or in-toto signs: `root`, `link` … */
  readonly metadata: string | undefined
  /** An image's manifest or index. */
  readonly imageManifest: boolean
}

/** Takes a file's bytes, one chunk after the other. */
interface JsonWatch {
  update(chunk: Uint8Array): void
  /** `undefined` where the file is not a JSON object, or too large for anything that is signed so. */
  end(): SignedJson | undefined
}

/** cosign reads no larger payload (COSIGN_MAX_ATTACHMENT_SIZE); TUF's and in-toto's readers stop far below. */
const MOST_BYTES = 128 * 1024 * 1024
/** Where the digest of cosign's payload is. */
const PATH: readonly string[] = ['critical', 'image', 'docker-manifest-digest']
/** The longest name, each of its characters as an escape of six bytes. */
const LONGEST = 6 * 'docker-manifest-digest'.length

/** Members beside `_type` that make it a document of that kind: alone it is a name that anything may have. */
const TUF: readonly string[] = ['spec_version', 'version', 'expires']
const METADATA: ReadonlyMap<string, readonly string[]> = new Map([
  ['root', TUF],
  ['targets', TUF],
  ['snapshot', TUF],
  ['timestamp', TUF],
  ['mirrors', TUF],
  ['link', ['materials', 'products', 'byproducts', 'command', 'name']],
  ['layout', ['steps', 'inspect', 'keys', 'expires']],
])
const TOLD: ReadonlySet<string> = new Set([
  ...[...METADATA.values()].flat(),
  ...['schemaversion', 'layers', 'manifests', 'fslayers'],
])

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN = 0x7b
const CLOSE = 0x7d

const NOTHING = Buffer.alloc(0)
/** 1 for the bytes that mean something between values. */
const STRUCTURE = new Uint8Array(256)
for (const byte of [QUOTE, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE]) STRUCTURE[byte] = 1

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** Watches for documents as Go's encoding/json reads them. Costs next to nothing unless the first byte that is not a blank is `{`. */
export function watchJson(): JsonWatch {
  let state: 'blank' | 'json' | 'other' = 'blank'
  let size = 0
  const scan = new Scan()
  return {
    update(chunk) {
      if (state === 'other') return
      size += chunk.length
      let from = 0
      if (state === 'blank') {
        while (from < chunk.length && isBlank(chunk[from] ?? 0)) from += 1
        if (from < chunk.length) state = chunk[from] === OPEN ? 'json' : 'other'
      }
      if (size > MOST_BYTES) state = 'other'
      if (state === 'json') scan.take(chunk, from)
    },
    end: () => (state === 'json' ? scan.found() : undefined),
  }
}

/**
 * A scanner that knows where it is in at most three objects, one in the other, and how deep. It refuses nothing: what is
 * no JSON is none for its readers either. The last of two members of one name counts for them, so here either does.
 */
class Scan {
  #depth = 0
  /** How many of the innermost containers' chain, from the top, are the objects of PATH. */
  #onPath = 0
  #name = ''
  /** The string that is being read, or was read last, where it can matter: its raw bytes, or `undefined` where too long. */
  #text: Buffer | undefined = NOTHING
  #inString = false
  #escaped = false
  #isValue = false
  #imageSignature = false
  readonly #members = new Set<string>()
  readonly #types = new Set<string>()

  /** The hot loops touch nothing but locals: large documents pass here byte by byte. */
  take(chunk: Uint8Array, from: number): void {
    const { length } = chunk
    let at = from
    while (at < length) {
      if (this.#inString) at = this.#string(chunk, at)
      else {
        while (at < length && STRUCTURE[chunk[at] ?? 0] === 0) at += 1
        if (at < length) this.#structure(chunk[at] ?? 0)
      }
      at += 1
    }
  }

  /** Reads a string on, and returns where it ends, or the chunk. */
  #string(chunk: Uint8Array, from: number): number {
    const { length } = chunk
    let escaped = this.#escaped
    let at = from
    for (; at < length; at += 1) {
      const byte = chunk[at]
      if (escaped) escaped = false
      else if (byte === BACKSLASH) escaped = true
      else if (byte === QUOTE) break
    }
    this.#escaped = escaped
    if (this.#depth === this.#onPath) this.#keep(chunk.subarray(from, at))
    if (at < length) this.#endString()
    return at
  }

  #keep(part: Uint8Array): void {
    if (this.#text === undefined) return
    this.#text = this.#text.length + part.length > LONGEST ? undefined : Buffer.concat([this.#text, part])
  }

  #endString(): void {
    this.#inString = false
    if (this.#isValue && this.#depth === 1 && this.#name === '_type') this.#types.add(folded(this.#text))
  }

  #structure(byte: number): void {
    if (byte === QUOTE) {
      this.#inString = true
      this.#text = NOTHING
    } else if (byte === COLON) this.#member()
    else if (byte === COMMA) this.#isValue = false
    else if (byte === OPEN || byte === OPEN_LIST) this.#open(byte === OPEN)
    else this.#close()
  }

  #member(): void {
    this.#isValue = true
    if (this.#depth !== this.#onPath) return
    this.#name = folded(this.#text)
    if (this.#depth === 1 && TOLD.has(this.#name)) this.#members.add(this.#name)
    if (this.#depth === PATH.length && this.#name === PATH.at(-1)) this.#imageSignature = true
  }

  #open(isObject: boolean): void {
    const leadsOn = this.#depth === 0 || (this.#isValue && this.#name === PATH[this.#depth - 1])
    if (isObject && this.#depth === this.#onPath && this.#depth < PATH.length && leadsOn) this.#onPath += 1
    this.#depth += 1
    this.#isValue = false
  }

  #close(): void {
    if (this.#depth === this.#onPath) this.#onPath -= 1
    this.#depth -= 1
    this.#isValue = false
  }

  found(): SignedJson {
    const has = (name: string) => this.#members.has(name)
    return {
      imageSignature: this.#imageSignature,
      metadata: [...this.#types].find((type) => METADATA.get(type)?.some(has)),
      imageManifest: has('schemaversion') && ['layers', 'manifests', 'fslayers'].some(has),
    }
  }
}

/** A string as Go compares names: its escapes read, in any case, the Kelvin sign a `k` and the long s an `s`. */
function folded(raw: Buffer | undefined): string {
  if (raw === undefined) return ''
  try {
    const text: unknown = JSON.parse(`"${raw.toString()}"`)
    return String(text).toLowerCase().replaceAll('\u017f', 's')
  } catch {
    return ''
  }
}
