import { ActionError } from '../base/errors.ts'
import { listed, printable } from '../base/log.ts'
import { isUtf8, SEPARATOR } from '../base/platform.ts'
import { hashWhere, type HashAlgorithm } from '../crypto/hashes.ts'

/** One line of a checksum file. */
export interface ChecksumEntry {
  /** Relative path with `/`, without `.` and `..`, as the line has it except for escapes. */
  readonly name: string
  /** Raw. */
  readonly digest: Buffer
  /** Counted from 1. */
  readonly line: number
  /** Whether the line says that backslashes in its name are escapes. */
  readonly escaped: boolean
}

/** How to read a checksum file. */
interface ChecksumsOptions {
  /** What to do about a broken one, unless it can be made anew. */
  readonly hint?: string
  /**
   * Whether it may have nothing but entries. Where a signature over it is to count, any other text that the key signed
   * could stand in for it, such as a list of third parties' licences with one line that happens to be an entry.
   */
  readonly entriesOnly?: boolean
}

/** A checksum file: all its digests are of one hash. */
interface Checksums {
  readonly hash: HashAlgorithm
  /** In the order of the lines; no name twice. */
  readonly entries: readonly ChecksumEntry[]
}

/**
 * A checksum file as `sha256sum` writes it: `<hex>  <name>`, sorted by name, LF; a line whose name has a backslash
 * begins with one (GNU coreutils, "md5sum invocation").
 * @param files names without line breaks; raw digests, all of one hash
 */
export function checksumFile(files: readonly { readonly name: string; readonly digest: Buffer }[]): Buffer {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const lines = sorted.map(({ name, digest }) => {
    const escaped = name.replaceAll('\\', '\\\\')
    return `${escaped === name ? '' : '\\'}${digest.toString('hex')}  ${escaped}\n`
  })
  return Buffer.from(lines.join(''))
}

/**
 * Reads a checksum file: GNU's form (`*` mark or not), BSD's (`SHA256 (name) = hex`, as `--tag` and openssl write it),
 * LF or CRLF, escaped names; empty lines and `#` comments are passed over as `sha256sum -c` does.
 * @param shown the file's name for messages, printable
 * @throws ActionError CHECKSUMS_INVALID, with the numbers of all wrong lines
 */
export function parseChecksums(bytes: Buffer, shown: string, options: ChecksumsOptions = {}): Checksums {
  const { hint, entriesOnly = false } = options
  if (isUtf16(bytes))
    throw checksumsInvalid(
      `${shown} is in UTF-16, as \`>\` of Windows PowerShell writes; checksum files are in UTF-8.`,
      {
        hint: hint ?? UTF8_ANEW,
      },
    )
  const problems: string[] = []
  const entries = new Map<string, ChecksumEntry>()
  let hash: HashAlgorithm | undefined
  for (const [index, text] of linesOf(bytes, entriesOnly).entries()) {
    const line = index + 1
    if (!entriesOnly && (text === '' || text?.startsWith('#') === true)) continue
    const parsed = text === undefined ? 'it is not UTF-8' : parseLine(text)
    if (typeof parsed === 'string') problems.push(`line ${line}: ${parsed}`)
    else {
      const first = entries.get(parsed.name)
      hash ??= parsed.hash
      if (parsed.hash !== hash) problems.push(`line ${line}: a ${parsed.hash} digest among ${hash} digests`)
      else if (first !== undefined)
        problems.push(`line ${line}: ${printable(parsed.name, 200)} is on line ${first.line} already`)
      else entries.set(parsed.name, { name: parsed.name, digest: parsed.digest, line, escaped: parsed.escaped })
    }
  }
  if (problems.length > 0)
    throw checksumsInvalid(`${shown} is not a checksum file that can be used:\n${listed(problems, LISTED_LINES)}`, {
      hint,
    })
  if (hash === undefined) throw checksumsInvalid(`${shown} lists no files.`, { hint })
  return { hash, entries: [...entries.values()] }
}

const MAKE_ANEW =
  'Make it in the folder of the files with `rm -f SHA256SUMS && sha256sum -- * > ../sums && mv ../sums SHA256SUMS` (or sha384sum, sha512sum: the hash that the key signs), so that it does not list itself; one file per line, each once.'
const UTF8_ANEW =
  'Write it in a step with `shell: bash`, or in PowerShell with `| Out-File -Encoding ascii SHA256SUMS`.'

/** The refusal of a checksum file. */
export function checksumsInvalid(
  message: string,
  { hint = MAKE_ANEW }: { hint?: string | undefined } = {},
): ActionError {
  return new ActionError('CHECKSUMS_INVALID', message, { hint })
}

/** A file that is none may have half a million wrong lines. */
const LISTED_LINES = 20
const LINE_END = /\r?\n/u

/** By its byte order mark, or by the NUL beside each letter of an entry. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return bytes.length > 3 && (first === 0) !== (second === 0) && bytes[first === 0 ? 2 : 3] === 0
}

/**
 * Without line ends and a leading byte order mark; `undefined` for a line that is not UTF-8.
 * @param asItIs with the mark, and without what follows the last line end only where that is nothing
 */
function linesOf(bytes: Buffer, asItIs: boolean): (string | undefined)[] {
  const text = asItIs ? withoutLastLineEnd(bytes.toString()) : bytes.toString().replace(/^\ufeff/u, '')
  if (isUtf8(bytes)) return text.split(LINE_END)
  // By octets, so that only the lines at fault are named.
  const octetText = bytes.toString('latin1')
  const lines = (asItIs ? withoutLastLineEnd(octetText) : octetText).split(LINE_END)
  return lines.map((line) => {
    const octets = Buffer.from(line, 'latin1')
    return isUtf8(octets) ? octets.toString() : undefined
  })
}

function withoutLastLineEnd(text: string): string {
  return text.replace(/\r?\n$/u, '')
}

interface ParsedLine {
  readonly name: string
  readonly digest: Buffer
  readonly hash: HashAlgorithm
  readonly escaped: boolean
}

const GNU = /^(?<hex>[0-9a-f]+) [ *]?(?<name>.+)$/isu
const BSD = /^(?<tag>[a-z0-9/-]+) ?\((?<name>.+)\) ?= ?(?<hex>[0-9a-f]+)$/isu

/** What a line says, or what is wrong with it. */
function parseLine(text: string): ParsedLine | string {
  const escaped = text.startsWith('\\')
  const fields = (BSD.exec(escaped ? text.slice(1) : text) ?? GNU.exec(escaped ? text.slice(1) : text))?.groups
  if (fields === undefined) return `neither \`<digest>  <name>\` nor \`SHA256 (<name>) = <digest>\``
  const { hex = '', tag, name: written = '' } = fields
  const hash = hashWhere(({ bytes }) => bytes * 2 === hex.length)
  if (hash === undefined) return `a digest of ${hex.length * 4} bits; only SHA-256, SHA-384 and SHA-512 can be signed`
  if (tag !== undefined && tag.toLowerCase().replace('sha2-', 'sha') !== hash)
    return `a digest of ${printable(tag, 50)}; only SHA-256, SHA-384 and SHA-512 can be signed`
  const name = relativeName(escaped ? unescaped(written) : written)
  if (name === undefined) return `${printable(written, 200)} is not the name of a file in this folder or below it`
  return { name, digest: Buffer.from(hex, 'hex'), hash, escaped }
}

function unescaped(name: string): string | undefined {
  if (!/^(?:[^\\]|\\[\\nr])*$/u.test(name)) return undefined
  return name.replace(/\\(.)/gu, (_, c: string) => (c === 'n' ? '\n' : c === 'r' ? '\r' : c))
}

/** `name` without `.` and doubled slashes; `undefined` when it leads elsewhere, or cannot be a name here. */
function relativeName(name: string | undefined): string | undefined {
  if (name === undefined || name.startsWith('/') || name.endsWith('/') || /[\r\n\0]/u.test(name)) return undefined
  if (SEPARATOR === '\\' && /[\\:]/u.test(name)) return undefined
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/')
}
