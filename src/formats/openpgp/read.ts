import { HASH_TITLES, hashWhere } from '../../crypto/hashes.ts'
import { isSignatureOver } from '../../crypto/covered.ts'
import { ByteReader } from '../../base/byte-reader.ts'
import { ecdsaSignature } from '../../crypto/ecdsa-der.ts'
import { readPgpArmor } from './read-armor.ts'
import { readMpi, readPacket, signatureTrailer } from './read-packets.ts'
import { checkSubpackets } from './read-subpackets.ts'
import {
  ellipticKey,
  keyOfHash,
  wrappedCheck,
  type HashedFile,
  type ReadSignature,
  type SignatureCheck,
  type TrustedKey,
} from '../signature-check.ts'

const SIGNATURE_PACKET = 2
const ECDSA = 19
/** RFC 9580, 5.2.1: over a binary document, over text. */
const TYPES = { bytes: 0, text: 1 } as const

/**
 * `.asc`: one armored, detached signature of version 4 over binary data (RFC 9580, 5.2.3), by ECDSA and the key's hash.
 * Which OpenPGP key it names cannot be checked: the fingerprint depends on a creation time that a public key lacks.
 * The trusted public key has to confirm it all the same.
 */
export const readOpenpgp: ReadSignature = (bytes, keys) => readOpenpgpOf('bytes', bytes, keys)

/** The same of either type of signature. @param bytes the armor */
export function readOpenpgpOf(form: keyof typeof TYPES, bytes: Buffer, keys: readonly TrustedKey[]): SignatureCheck {
  const key = ellipticKey(keys, 'OpenPGP')
  const body = onlyPacket(readPgpArmor(bytes, 'PGP SIGNATURE'))
  const reader = new ByteReader(body)
  if (reader.uint8() !== 4) throw new RangeError('is not an OpenPGP signature of version 4')
  if (reader.uint8() !== TYPES[form])
    throw new RangeError(`is not a signature over ${form === 'text' ? 'text' : 'binary data'}`)
  if (reader.uint8() !== ECDSA) throw new RangeError('is not by ECDSA')
  const id = reader.uint8()
  const hash = hashWhere(({ openpgp }) => openpgp === id)
  if (hash === undefined) throw new RangeError(`uses another hash than ${HASH_TITLES}`)
  keyOfHash(keys, hash)
  const hashed = reader.take(reader.uint16())
  const suffix = Buffer.concat([body.subarray(0, reader.position), signatureTrailer(reader.position)])
  checkSubpackets(hashed, reader.take(reader.uint16()), new Date())
  const left = reader.take(2)
  const signature = ecdsaSignature(readMpi(reader), readMpi(reader))
  reader.end()
  const confirms = async ({ digest, covered }: HashedFile) =>
    digest.subarray(0, 2).equals(left) && isSignatureOver(covered, key, signature)
  return wrappedCheck(hash, confirms, suffix)
}

/** The body of the one packet, which is a signature. */
function onlyPacket(bytes: Buffer): Buffer {
  const reader = new ByteReader(bytes)
  const { tag, body } = readPacket(reader)
  if (tag !== SIGNATURE_PACKET) throw new RangeError('is not an OpenPGP signature')
  if (!reader.done) throw new RangeError('holds more than one OpenPGP packet')
  return body
}
