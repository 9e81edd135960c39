/** Base64 (RFC 4648, section 4) with its padding and no stray bits. @throws RangeError */
export function strictBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (text === '' || bytes.toString('base64') !== text) throw new RangeError('is not well-formed base64')
  return bytes
}

/** The same with line ends and blanks anywhere in it, as programs that wrap lines write it. @throws RangeError */
export function wrappedBase64(text: string): Buffer {
  return strictBase64(text.replace(/[ \t\r\n]+/gu, ''))
}

/**
 * The lines of an armored block that is the whole of `bytes` except for blank lines around it; lines end in LF or CRLF,
 * blanks at their ends do not count (RFC 9580, 6.2).
 * @throws RangeError
 */
export function readArmor(bytes: Buffer, label: string): readonly string[] {
  const text = bytes.toString('latin1')
  const lines = text
    .replace(/^(?:[ \t]*\r?\n)+/u, '')
    .replace(/[ \t\r\n]+$/u, '')
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+$/u, ''))
  if (lines[0] !== `-----BEGIN ${label}-----` || lines.at(-1) !== `-----END ${label}-----`)
    throw new RangeError(`is not one block of ${label}`)
  return lines.slice(1, -1)
}
