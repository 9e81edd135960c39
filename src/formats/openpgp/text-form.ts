import { isUtf8 } from 'node:buffer'

const [LF, CR, SPACE, TAB, DASH] = [10, 13, 32, 9, 45]
/** Of a line as it is written, with its escape and without its LF: GnuPG refuses lines of 20,000 bytes. */
const LONGEST_LINE = 19_998
const LINE_END = Buffer.from('\r\n')
const NOTHING = Buffer.alloc(0)

/** Something that is not text as cleartext signatures take it: the message is `line 3 …`. */
export class NotText extends RangeError {}

/** Makes the form of a text that a signature covers, piece by piece. */
interface TextForm {
  /** The form of the lines that end in this chunk. @throws NotText */
  take(chunk: Uint8Array): Uint8Array
  /** The form of what is left. @throws NotText */
  end(): Uint8Array
}

/**
 * Text as OpenPGP's cleartext signatures cover it (RFC 9580, 7.1 and 5.2.4): lines without blanks and tabs at their ends,
 * joined by CR LF, without the last line end. It is UTF-8 without NUL and without a CR that ends no line; its lines have
 * at most 19,998 bytes as they are written.
 */
export function startTextForm(): TextForm {
  let carry: Buffer = NOTHING
  let line = 1
  let isFirst = true

  const formOf = (block: Buffer): Buffer => {
    const isPlain = isUtf8(block) && !block.includes(0) && !block.includes(CR)
    const form = Buffer.allocUnsafe(2 * block.length + LINE_END.length)
    let length = 0
    for (let at = 0; at < block.length; line += 1) {
      const found = block.indexOf(LF, at)
      const next = found < 0 ? block.length : found + 1
      const end = contentEnd(block, at, found)
      const written = block.subarray(at, found < 0 ? block.length : found)
      if (!isPlain || writtenLength(written) > LONGEST_LINE) checkLine(written, line, found >= 0)
      if (!isFirst) length += LINE_END.copy(form, length)
      isFirst = false
      length += block.copy(form, length, at, withoutBlanks(block, at, end))
      at = next
    }
    return form.subarray(0, length)
  }
  return {
    take(chunk) {
      const last = chunk.lastIndexOf(LF)
      const block = Buffer.concat([carry, chunk.subarray(0, last + 1)])
      carry = Buffer.concat([last < 0 ? block : NOTHING, chunk.subarray(last + 1)])
      const form = last < 0 ? NOTHING : formOf(block)
      if (carry.length > LONGEST_LINE) checkLine(carry, line, false)
      return form
    },
    end: () => formOf(carry),
  }
}

/** Where the content of a line ends whose LF was `found`, or that has none. */
function contentEnd(block: Buffer, at: number, found: number): number {
  if (found < 0) return block.length
  return found > at && block[found - 1] === CR ? found - 1 : found
}

function withoutBlanks(block: Buffer, at: number, end: number): number {
  let stop = end
  while (stop > at && (block[stop - 1] === SPACE || block[stop - 1] === TAB)) stop -= 1
  return stop
}

function writtenLength(line: Buffer): number {
  return line.length + (line[0] === DASH ? 2 : 0)
}

/** @param written a line without its LF @param ended whether it has one */
function checkLine(written: Buffer, line: number, ended: boolean): void {
  const fault = faultOf(written, ended)
  if (fault !== undefined) throw new NotText(`line ${line} ${fault}`)
}

function faultOf(written: Buffer, ended: boolean): string | undefined {
  const content = ended && written.at(-1) === CR ? written.subarray(0, -1) : written
  if (writtenLength(written) > LONGEST_LINE) return `has more than ${LONGEST_LINE.toLocaleString('en-US')} bytes`
  if (content.includes(0)) return 'has a NUL byte'
  if (!isUtf8(content)) return 'is not UTF-8'
  return content.includes(CR) ? 'has a carriage return that ends no line' : undefined
}
