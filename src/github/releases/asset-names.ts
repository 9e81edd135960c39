import { extname } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.b64': 'text/plain; charset=utf-8',
  '.sshsig': 'text/plain; charset=utf-8',
  '.asc': 'application/pgp-signature',
  '.gpg': 'application/pgp-keys',
  '.p7s': 'application/pkcs7-signature',
  '.pem': 'application/x-pem-file',
}

/** The media type of a written file. @param name base name */
export function contentTypeOf(name: string): string {
  if (name === 'kms-public-key.asc') return 'application/pgp-keys'
  if (name === 'kms-allowed-signers' || /^SHA(?:256|384|512)SUMS$/u.test(name)) return 'text/plain; charset=utf-8'
  return TYPES[extname(name)] ?? 'application/octet-stream'
}

const UNSAFE = /[^A-Za-z0-9._+-]+/gu

/** Whether `stored` is what GitHub makes, or may make, of the asset name `name`. */
export function mayBeStoredAs(name: string, stored: string): boolean {
  if (name === stored) return true
  const dotted = name.replace(UNSAFE, '.')
  if (dotted === name && !/^\.|\.$/u.test(name)) return false
  const wanted = simplified(dotted)
  // GitHub puts `default` in front of a dot at the beginning.
  return simplified(stored) === wanted || (dotted.startsWith('.') && simplified(stored) === `default.${wanted}`)
}

/** Without dots at the ends, and one dot in place of several. */
function simplified(name: string): string {
  return name.replace(/\.{2,}/gu, '.').replace(/^\.|\.$/gu, '')
}
