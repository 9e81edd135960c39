import type { Format } from '../../encodings/encoding.ts'
import { readCms } from './cms.ts'
import { readOpenpgp } from './openpgp.ts'
import { readBase64, readRaw } from './raw.ts'
import { readSigstoreBundle } from './sigstore-bundle.ts'
import type { ReadSignature } from './signature-check.ts'
import { readSshsig } from './sshsig.ts'

/** How the signature files of each format are read. */
export const READERS: Readonly<Record<Format, ReadSignature>> = {
  sig: readRaw,
  base64: readBase64,
  sigstore: readSigstoreBundle,
  sshsig: readSshsig,
  openpgp: readOpenpgp,
  cms: readCms,
}
