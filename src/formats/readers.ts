import type { Format } from './facts.ts'
import { readCms } from './cms/read.ts'
import { readOpenpgp } from './openpgp/read.ts'
import { readBase64, readRaw } from './raw/read.ts'
import { readSigstoreBundle } from './sigstore/read.ts'
import { readOpenpgpClear } from './openpgp/read-clear.ts'
import type { ReadEmbedded, ReadSignature } from './signature-check.ts'
import { readSshsig } from './sshsig/read.ts'

/** How the signature files of each format are read. */
export const READERS = {
  sig: readRaw,
  base64: readBase64,
  sigstore: readSigstoreBundle,
  sshsig: readSshsig,
  openpgp: readOpenpgp,
  cms: readCms,
  'openpgp-clear': { fromChunks: readOpenpgpClear },
} as const satisfies Readonly<Record<Format, ReadSignature | ReadEmbedded>>

/** How those of any format are read. */
export function readerOf(format: Format): ReadSignature | ReadEmbedded {
  return READERS[format]
}
