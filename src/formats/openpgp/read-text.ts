import { isUtf8 } from '../../base/platform.ts'

const LONGEST_LINE = 19_998

/** Takes a text apart into its lines, piece by piece. */
interface LineReader {
  /** The lines that end in this piece, with their line ends. @throws RangeError for a line that is too long */
  take(chunk: Buffer): readonly Buffer[]
  /** What is left: a last line without an end, or none. */
  end(): readonly Buffer[]
}

const MOST_PARTS = 2000

/** Gathers parts for a hash: a call for each of a million short lines takes longer than the hashing. */
interface Gathered {
  add(...parts: readonly Uint8Array[]): void
  flush(): void
}

/** @param update takes what was gathered */
export function startGathering(update: (bytes: Buffer) => void): Gathered {
  let parts: Uint8Array[] = []
  const flush = (): void => {
    update(Buffer.concat(parts))
    parts = []
  }
  return {
    add(...more) {
      parts.push(...more)
      if (parts.length > MOST_PARTS) flush()
    },
    flush,
  }
}

/** Lines end in LF; each may have 20,000 bytes, as GnuPG reads them. */
export function startLines(): LineReader {
  let rest = Buffer.alloc(0)
  return {
    take(chunk) {
      const lines: Buffer[] = []
      let from = 0
      for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
        const line = chunk.subarray(from, at + 1)
        lines.push(from === 0 && rest.length > 0 ? Buffer.concat([rest, line]) : line)
        from = at + 1
      }
      rest = Buffer.concat([from === 0 ? rest : Buffer.alloc(0), chunk.subarray(from)])
      if (rest.length > LONGEST_LINE + 4) throw new RangeError('has a line of 20,000 bytes or more')
      return lines
    },
    end: () => (rest.length > 0 ? [rest] : []),
  }
}

/**
 * A line as a signature over text covers it: without blanks, tabs and its end (RFC 9580, 7.1). @throws RangeError for what
 * programs read in different ways: NUL, bytes that are not UTF-8, a CR inside, a line that is too long
 */
export function coveredLine(line: Buffer): Buffer {
  let end = line.length
  if (line[end - 1] === 0x0a) end -= line[end - 2] === 0x0d ? 2 : 1
  const content = line.subarray(0, end)
  if (content.length > LONGEST_LINE) throw new RangeError('has a line of 20,000 bytes or more')
  if (content.includes(0) || content.includes('\r') || !isUtf8(content))
    throw new RangeError('has a line that is not text')
  while (end > 0 && (line[end - 1] === 0x20 || line[end - 1] === 0x09)) end -= 1
  return line.subarray(0, end)
}
