import type { Pin } from '../crypto/pin.ts'
import { quoted, type InputReader } from './input-reader.ts'
import { readKeyPin } from './key-pin.ts'

/** Which key signs. */
export interface KeyInputs {
  readonly keyId: string
  readonly pin: Pin
}

/** Reads which key signs. Faults go to `reader`. @param workspace what a path is relative to */
export async function readKey(reader: InputReader, workspace: string): Promise<KeyInputs> {
  return { keyId: readKeyId(reader), pin: await readKeyPin(reader, workspace) }
}

function readKeyId(reader: InputReader): string {
  const keyId = reader.text('key-id')
  const example = '`key-id: abjxxxxxxxxxxxxxxxxx` (yc kms asymmetric-signature-key list)'
  if (keyId === '') reader.fault('key-id', 'is required and empty', example)
  else if (!/^[A-Za-z0-9_.-]{1,50}$/u.test(keyId)) {
    reader.fault('key-id', `is ${quoted(keyId)}, which is not an ID: at most 50 letters, digits, - and _`, example)
  }
  return keyId
}
