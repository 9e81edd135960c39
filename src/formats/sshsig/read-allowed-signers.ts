import { strictBase64 } from '../../base/base64.ts'
import { ByteReader } from '../../base/byte-reader.ts'
import { ecPoint } from '../../crypto/public-key.ts'
import type { TrustedKey } from '../signature-check.ts'

/** One line as the sign action writes it: one principal of ASCII, the namespace `file`, and no other option (ssh-keygen(1)). */
const LINE = /^(?=[!-~]+ )[^\s#!,"*?][^\s,"*?]* namespaces="file" (ecdsa-sha2-(nistp\d+)) ([A-Za-z0-9+/=]+)\r?\n?$/u

/**
 * Whether an allowed-signers file lets one of the keys sign files, and nothing else; false when it is another key.
 * @throws RangeError when it is not one such line
 */
export function holdsAllowedSigner(bytes: Buffer, keys: readonly TrustedKey[]): boolean {
  const [, type, curve, blob = ''] = LINE.exec(bytes.toString()) ?? []
  if (type === undefined || curve === undefined)
    throw new RangeError('is not one line that lets one principal sign for the namespace "file"')
  const reader = new ByteReader(strictBase64(blob))
  const [ownType, ownCurve, point] = [reader.string(), reader.string(), reader.string()]
  reader.end()
  if (ownType.toString() !== type || ownCurve.toString() !== curve) throw new RangeError('names two types of keys')
  return keys.some(({ algorithm, publicKey }) => algorithm.curve?.ssh === curve && ecPoint(publicKey).equals(point))
}
