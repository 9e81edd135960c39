import type { Format } from './facts.ts'
import { readCms } from './cms/read.ts'
import { readOpenpgp } from './openpgp/read.ts'
import { readBase64, readRaw } from './raw/read.ts'
import { readSigstoreBundle } from './sigstore/read.ts'
import type { ReadSignature } from './signature-check.ts'
import { readSshsig } from './sshsig/read.ts'

/** How the signature files of each format are read. */
export const READERS: Readonly<Record<Format, ReadSignature>> = {
  sig: readRaw,
  base64: readBase64,
  sigstore: readSigstoreBundle,
  sshsig: readSshsig,
  openpgp: readOpenpgp,
  cms: readCms,
}
