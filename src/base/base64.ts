/** Base64 (RFC 4648, section 4) with its padding and no stray bits. @throws RangeError */
export function strictBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (text === '' || bytes.toString('base64') !== text) throw new RangeError('is not well-formed base64')
  return bytes
}

/**
 * The lines of an armored block that is the whole of `bytes`; lines end in LF or CRLF.
 * @throws RangeError
 */
export function readArmor(bytes: Buffer, label: string): readonly string[] {
  const text = bytes.toString('latin1')
  const lines = text.replace(/\r?\n$/u, '').split(/\r?\n/u)
  if (lines[0] !== `-----BEGIN ${label}-----` || lines.at(-1) !== `-----END ${label}-----`)
    throw new RangeError(`is not one block of ${label}`)
  return lines.slice(1, -1)
}
