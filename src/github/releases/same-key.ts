import { X509Certificate } from 'node:crypto'
import { ecPoint, parsePublicKey, publicKeyFromSpki, type PublicKey } from '../../crypto/public-key.ts'
import type { KeyFileName } from '../../formats/run-files.ts'
import type { Signatory } from './types.ts'

/**
 * Whether a public-key file of some run, by its name, holds exactly the key: files of one key differ from run to run in
 * their self-signatures, not in the key. `kms-allowed-signers` has to name the same principal too. A file that cannot be
 * read as its name says holds no key.
 */
export function holdsKey(name: KeyFileName, content: Buffer, signatory: Signatory): boolean {
  try {
    return HOLDS[name](content, signatory)
  } catch {
    return false
  }
}

const HOLDS: Readonly<Record<KeyFileName, (content: Buffer, signatory: Signatory) => boolean>> = {
  'kms-public-key.pem': pemHolds,
  'kms-public-key.pss.pem': pemHolds,
  'kms-allowed-signers': allowedSignersHold,
  'kms-public-key.asc': (content, { key }) => openPgpHolds(dearmored(content), key),
  'kms-public-key.gpg': (content, { key }) => openPgpHolds(content, key),
  'kms-certificate.pem': certificateHolds,
}

function pemHolds(content: Buffer, { key }: Signatory): boolean {
  return parsePublicKey(content.toString('latin1')).fingerprint === key.fingerprint
}

function certificateHolds(content: Buffer, { key }: Signatory): boolean {
  const text = content.toString('latin1')
  if (text.split('-----BEGIN ').length !== 2) return false
  const { publicKey } = new X509Certificate(text)
  return publicKeyFromSpki(publicKey.export({ format: 'der', type: 'spki' })).fingerprint === key.fingerprint
}

/** One line: principal, options, type, base64 of the key, whose last field is the point (RFC 5656, 3.1). */
function allowedSignersHold(content: Buffer, { key, principal }: Signatory): boolean {
  const line = /^([^ \n]+) [^\n]*?ecdsa-sha2-nistp\d{3} ([A-Za-z0-9+/=]+)(?: [^\n]*)?\n?$/u.exec(
    content.toString('latin1'),
  )
  if (line?.[2] === undefined || line[1] !== principal) return false
  return endsWith(Buffer.from(line[2], 'base64'), ecPoint(key))
}

function dearmored(content: Buffer): Buffer {
  const text = content.toString('latin1').replaceAll('\r', '')
  const armor =
    /^-----BEGIN PGP PUBLIC KEY BLOCK-----\n(?:[^\n]+\n)*\n([A-Za-z0-9+/=\n]+?)\n=[^\n]{4}\n-----END [^\n]+\n*$/u
  return Buffer.from(armor.exec(text)?.[1] ?? '', 'base64')
}

/** One public-key packet, whose body ends in the point, and no other key (RFC 4880, 4.2; RFC 6637, 9). */
function openPgpHolds(content: Buffer, key: PublicKey): boolean {
  const [first, ...rest] = packets(content)
  if (first?.tag !== TAG.publicKey || !endsWith(first.body, ecPoint(key))) return false
  return rest.every(({ tag }) => tag === TAG.userId || tag === TAG.signature)
}

const TAG = { signature: 2, publicKey: 6, userId: 13 }

/** Packets with headers of the new format and lengths below 8,384. @throws RangeError on any other */
function packets(content: Buffer): { readonly tag: number; readonly body: Buffer }[] {
  const found: { readonly tag: number; readonly body: Buffer }[] = []
  for (let at = 0; at < content.length;) {
    const header = content.readUInt8(at)
    const octet = content.readUInt8(at + 1)
    if (header < 0xc0 || octet >= 224) throw new RangeError('no packet that is read here')
    const long = octet >= 192
    const length = long ? ((octet - 192) << 8) + content.readUInt8(at + 2) + 192 : octet
    const start = at + (long ? 3 : 2)
    if (start + length > content.length) throw new RangeError('a packet that is cut off')
    found.push({ tag: header & 0x3f, body: content.subarray(start, start + length) })
    at = start + length
  }
  return found
}

function endsWith(bytes: Buffer, end: Buffer): boolean {
  return bytes.length >= end.length && bytes.subarray(-end.length).equals(end)
}
