import { strictBase64 } from '../../base/base64.ts'
import { bareCheck, type ReadSignature } from '../signature-check.ts'

/** `.sig`: KMS's bytes as they are. */
export const readRaw: ReadSignature = (bytes, keys) => {
  if (bytes.length === 0) throw new RangeError('is empty')
  return bareCheck(keys, bytes)
}

/** `.sig.b64`: one line of base64, with or without an end of line. */
export const readBase64: ReadSignature = (bytes, keys) =>
  bareCheck(keys, strictBase64(bytes.toString('latin1').replace(/\r?\n$/u, '')))
