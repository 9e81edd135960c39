import { basename, extname } from 'node:path'

/** Run files that hold the public key and nothing else of the run. */
export const PUBLIC_KEY_FILES: ReadonlySet<string> = new Set([
  'kms-public-key.pem',
  'kms-public-key.pss.pem',
  'kms-allowed-signers',
  'kms-public-key.asc',
  'kms-public-key.gpg',
  'kms-certificate.pem',
])

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

const UNSAFE = /[^A-Za-z0-9._+-]+/u

/** Whether `stored` is what GitHub makes, or may make, of the asset name `name`. */
export function mayBeStoredAs(name: string, stored: string): boolean {
  if (name === stored) return true
  if (!UNSAFE.test(name) && !name.startsWith('.') && !name.endsWith('.')) return false
  const plain = simplified(name)
  return plain === simplified(stored) || (name.startsWith('.') && `default.${plain}` === simplified(stored))
}

function simplified(name: string): string {
  return basename(name)
    .replace(new RegExp(UNSAFE, 'gu'), '.')
    .replace(/\.{2,}/gu, '.')
    .replace(/^\.|\.$/gu, '')
}
