import { readArmor, strictBase64 } from '../../base/base64.ts'

/**
 * The bytes in an ASCII armor (RFC 9580, 6.2). Armor headers say nothing that counts; a checksum has to
 * be right where there is one, and newer programs write none. @param headers whether there may be any
 * @throws RangeError
 */
export function readPgpArmor(
  bytes: Buffer,
  label: 'PGP SIGNATURE' | 'PGP PUBLIC KEY BLOCK',
  { headers = true }: { readonly headers?: boolean } = {},
): Buffer {
  const lines = readArmor(bytes, label)
  // `readArmor` took the blanks that may stand there; other white space is text to GnuPG.
  const blank = lines.findIndex((line) => line === '')
  if (blank === -1 || lines.slice(0, blank).some((line) => !/^[A-Za-z]+: /u.test(line)))
    throw new RangeError('has no blank line behind its armor headers')
  if (!headers && blank > 0) throw new RangeError('has armor headers, which may say anything')
  const body = lines.slice(blank + 1)
  const checksum = body.at(-1)?.startsWith('=') === true ? body.pop() : undefined
  const content = strictBase64(body.join(''))
  if (checksum !== undefined && !strictBase64(checksum.slice(1)).equals(crc24(content)))
    throw new RangeError('has a wrong checksum: it was damaged')
  return content
}

/** RFC 9580, 6.1. */
function crc24(bytes: Buffer): Buffer {
  let crc = 0xb704ce
  for (const byte of bytes) {
    crc ^= byte << 16
    for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ ((crc & 0x800000) === 0 ? 0 : 0x1864cfb)
    crc &= 0xffffff
  }
  return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff])
}
