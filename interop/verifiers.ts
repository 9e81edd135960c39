/** Who judges what: every row of the matrix, with the recipe that is run as it stands. */
import type { Program } from './programs.ts'

/** A key of KMS, as far as the choice of a recipe depends on it. */
export interface KeyKind {
  /** KMS's name of the algorithm. */
  readonly name: string
  /** `sha256`, `sha384`, `sha512`. */
  readonly hash: string
  readonly rsa: boolean
}

/** A file of recipes/ and its arguments after the file that is verified. */
export type Recipe = readonly [file: string, ...args: readonly string[]]

export interface Verifier {
  readonly program: Program
  /** As the matrix calls it. */
  readonly title: string
  /** The input that makes what it reads: a value of `formats`, or `provenance`. */
  readonly format: string
  /** Without a flag that depends on the key; the hash's name is no flag. `undefined`: there is no such way for the key. */
  readonly plain: (key: KeyKind) => Recipe | undefined
  /** With one, tried where the plain way is refused. */
  readonly flagged?: (key: KeyKind) => Recipe
}

/** Formats that only NIST's curves can have. */
export const NIST_ONLY: readonly string[] = ['sshsig', 'openpgp']

const PSS_KEY = 'kms-public-key.pss.pem'

export const VERIFIERS: readonly Verifier[] = [
  {
    program: 'openssl',
    title: 'openssl dgst',
    format: 'sig',
    plain: ({ hash }) => ['openssl.sh', hash],
    flagged: ({ hash }) => ['openssl-rsa.sh', hash],
  },
  {
    program: 'openssl',
    title: `openssl dgst, ${PSS_KEY}`,
    format: 'sig',
    plain: ({ hash, rsa }) => (rsa ? ['openssl-pss-key.sh', hash] : undefined),
  },
  { program: 'node', title: 'Node.js crypto', format: 'sig', plain: ({ hash }) => ['node.mjs', hash] },
  { program: 'python', title: 'Python cryptography', format: 'sig', plain: ({ hash }) => ['verify.py', hash] },
  { program: 'go', title: 'Go crypto', format: 'sig', plain: ({ hash }) => ['verify.go', hash] },
  { program: 'java', title: 'Java 17', format: 'sig', plain: ({ hash }) => ['Verify.java', hash] },
  {
    program: 'openssl',
    title: 'openssl dgst',
    format: 'base64',
    plain: ({ hash }) => ['openssl-base64.sh', hash],
    flagged: ({ hash }) => ['openssl-base64-rsa.sh', hash],
  },
  {
    program: 'cosign',
    title: 'cosign verify-blob',
    format: 'base64',
    plain: () => ['cosign-base64.sh'],
    flagged: ({ hash }) => ['cosign-base64-flag.sh', hash],
  },
  {
    program: 'cosign',
    title: 'cosign verify-blob',
    format: 'sigstore',
    plain: () => ['cosign.sh'],
    flagged: ({ hash }) => ['cosign-flag.sh', hash],
  },
  {
    program: 'sigstore',
    title: '@sigstore/verify',
    format: 'sigstore',
    plain: () => ['sigstore.mjs'],
    flagged: () => ['sigstore.mjs', PSS_KEY],
  },
  {
    program: 'cosign',
    title: 'cosign verify-blob-attestation',
    format: 'provenance',
    plain: () => ['cosign-provenance.sh'],
    flagged: ({ hash }) => ['cosign-provenance-flag.sh', hash],
  },
  {
    program: 'sigstore',
    title: '@sigstore/verify',
    format: 'provenance',
    plain: () => ['sigstore-provenance.mjs'],
    flagged: () => ['sigstore-provenance.mjs', PSS_KEY],
  },
  { program: 'node', title: 'Node.js crypto', format: 'provenance', plain: ({ hash }) => ['provenance.mjs', hash] },
  { program: 'ssh-keygen', title: 'ssh-keygen -Y verify', format: 'sshsig', plain: () => ['ssh-keygen.sh'] },
  { program: 'gpg', title: 'gpg --verify', format: 'openpgp', plain: () => ['gpg.sh'] },
  { program: 'gpgv', title: 'gpgv', format: 'openpgp', plain: () => ['gpgv.sh'] },
  { program: 'sqv', title: 'sqv', format: 'openpgp', plain: () => ['sqv.sh'] },
  { program: 'openssl', title: 'openssl cms -verify', format: 'cms', plain: () => ['openssl-cms.sh'] },
]
