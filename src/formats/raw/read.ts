import { wrappedBase64 } from '../../base/base64.ts'
import { bareCheck, type ReadSignature } from '../signature-check.ts'

/** `.sig`: KMS's bytes as they are. */
export const readRaw: ReadSignature = (bytes, keys) => {
  if (bytes.length === 0) throw new RangeError('is empty')
  return bareCheck(keys, bytes)
}

/** `.sig.b64`: base64 in one line or wrapped, as `base64` and `openssl base64` write it. */
export const readBase64: ReadSignature = (bytes, keys) => bareCheck(keys, wrappedBase64(bytes.toString('latin1')))
