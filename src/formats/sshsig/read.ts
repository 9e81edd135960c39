import type { HashAlgorithm } from '../../crypto/hashes.ts'
import { ecPoint } from '../../crypto/public-key.ts'
import { isSignatureOver } from '../../crypto/covered.ts'
import { readArmor, strictBase64 } from '../../base/base64.ts'
import { ByteReader } from '../../base/byte-reader.ts'
import { ecdsaSignature } from '../../crypto/ecdsa-der.ts'
import { ellipticKey, wrappedCheck, type ReadSignature } from '../signature-check.ts'

const MAGIC = Buffer.from('SSHSIG')
const NAMESPACE = Buffer.from('file')

/** `.sshsig` (OpenSSH's PROTOCOL.sshsig), namespace `file`, by the trusted key and no other. */
export const readSshsig: ReadSignature = (bytes, keys) => {
  const key = ellipticKey(keys, 'SSHSIG')
  const reader = new ByteReader(strictBase64(readArmor(bytes, 'SSH SIGNATURE').join('')))
  if (!reader.take(MAGIC.length).equals(MAGIC) || reader.uint32() !== 1)
    throw new RangeError('is not an SSHSIG of version 1')
  const type = Buffer.from(`ecdsa-sha2-${key.ssh}`)
  const publicKey = Buffer.concat([type, Buffer.from(key.ssh), ecPoint(key.publicKey)].map(sshString))
  if (!reader.string().equals(publicKey)) throw new RangeError('is by another key')
  if (!reader.string().equals(NAMESPACE)) throw new RangeError('is not for the namespace "file"')
  if (reader.string().length > 0) throw new RangeError('has a reserved field that is not empty')
  const hash = innerHash(reader.string())
  const signature = readSignature(reader.string(), type)
  reader.end()
  return wrappedCheck(hash, ({ digest }) => {
    const signed = [NAMESPACE, Buffer.alloc(0), Buffer.from(hash), digest].map(sshString)
    return isSignatureOver({ message: Buffer.concat([MAGIC, ...signed]) }, key, signature)
  })
}

function innerHash(name: Buffer): HashAlgorithm {
  const hash = (['sha256', 'sha512'] as const).find((known) => name.equals(Buffer.from(known)))
  if (hash === undefined) throw new RangeError('uses a hash that SSHSIG does not have')
  return hash
}

/** RFC 5656, 3.1.2, as DER. */
function readSignature(encoded: Buffer, type: Buffer): Buffer {
  const outer = new ByteReader(encoded)
  if (!outer.string().equals(type)) throw new RangeError("is of another algorithm than its key's")
  const inner = new ByteReader(outer.string())
  outer.end()
  const [r, s] = [inner.string(), inner.string()]
  inner.end()
  return ecdsaSignature(r, s)
}

function sshString(content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, content])
}
