/** Who judges what: every row of the matrix, with the recipe that is run as it stands. */
import type { Format } from '../src/formats/facts.ts'
import type { Program } from './program-versions.ts'

/** A key of KMS, as far as the choice of a recipe depends on it. */
export interface KeyKind {
  /** KMS's name of the algorithm. */
  readonly name: string
  /** `sha256`, `sha384`, `sha512`. */
  readonly hash: string
  readonly rsa: boolean
}

/** A file of recipes/, or `clearsign`, and its arguments after the file that is verified. */
export type Recipe = readonly [file: string, ...args: readonly string[]]

/** What verifiers read: a value of `formats`, or the statements of `sign: provenance`. */
type Judged = Format | 'provenance'

export interface Verifier {
  readonly program: Program
  /** As the matrix calls it. */
  readonly title: string
  /** What it reads. */
  readonly format: Judged
  /** Without a flag that depends on the key; the hash's name is no flag. `undefined`: there is no such way for the key. */
  readonly plain: (key: KeyKind) => Recipe | undefined
  /** With one, tried where the plain way is refused. */
  readonly flagged?: (key: KeyKind) => Recipe
}

const PSS_KEY = 'kms-public-key.pss.pem'

const BY_FORMAT: Readonly<Record<Judged, readonly Omit<Verifier, 'format'>[]>> = {
  sig: [
    {
      program: 'openssl',
      title: 'openssl dgst',
      plain: ({ hash }) => ['openssl.sh', hash],
      flagged: ({ hash }) => ['openssl-rsa.sh', hash],
    },
    {
      program: 'openssl',
      title: `openssl dgst, ${PSS_KEY}`,
      plain: ({ hash, rsa }) => (rsa ? ['openssl-pss-key.sh', hash] : undefined),
    },
    { program: 'node', title: 'Node.js crypto', plain: ({ hash }) => ['node.mjs', hash] },
    { program: 'python', title: 'Python cryptography', plain: ({ hash }) => ['verify.py', hash] },
    { program: 'go', title: 'Go crypto', plain: ({ hash }) => ['verify.go', hash] },
    { program: 'java', title: 'Java 17', plain: ({ hash }) => ['Verify.java', hash] },
    { program: 'rust', title: 'Rust, RustCrypto', plain: ({ hash }) => ['verify.rs', hash] },
    { program: 'php', title: 'PHP openssl_verify', plain: ({ hash }) => ['verify.php', hash] },
    { program: 'ruby', title: 'Ruby OpenSSL', plain: ({ hash }) => ['verify.rb', hash] },
    { program: 'perl', title: 'Perl CryptX', plain: ({ hash }) => ['verify.pl', hash] },
    { program: 'node', title: 'Web Crypto', plain: ({ hash }) => ['webcrypto.mjs', hash] },
  ],
  base64: [
    {
      program: 'openssl',
      title: 'openssl dgst',
      plain: ({ hash }) => ['openssl-base64.sh', hash],
      flagged: ({ hash }) => ['openssl-base64-rsa.sh', hash],
    },
    {
      program: 'cosign',
      title: 'cosign verify-blob',
      plain: () => ['cosign-base64.sh'],
      flagged: ({ hash }) => ['cosign-base64-flag.sh', hash],
    },
  ],
  sigstore: [
    {
      program: 'cosign',
      title: 'cosign verify-blob',
      plain: () => ['cosign.sh'],
      flagged: ({ hash }) => ['cosign-flag.sh', hash],
    },
    {
      program: 'sigstore',
      title: '@sigstore/verify',
      plain: () => ['sigstore.mjs'],
      flagged: () => ['sigstore.mjs', PSS_KEY],
    },
  ],
  provenance: [
    {
      program: 'cosign',
      title: 'cosign verify-blob-attestation',
      plain: () => ['cosign-provenance.sh'],
      flagged: ({ hash }) => ['cosign-provenance-flag.sh', hash],
    },
    {
      program: 'sigstore',
      title: '@sigstore/verify',
      plain: () => ['sigstore-provenance.mjs'],
      flagged: () => ['sigstore-provenance.mjs', PSS_KEY],
    },
    { program: 'node', title: 'Node.js crypto', plain: ({ hash }) => ['provenance.mjs', hash] },
    {
      program: 'openssl',
      title: 'openssl dgst and jq',
      plain: ({ hash, rsa }) => (rsa ? undefined : ['openssl-provenance.sh', hash]),
    },
  ],
  sshsig: [{ program: 'ssh-keygen', title: 'ssh-keygen -Y verify', plain: () => ['ssh-keygen.sh'] }],
  openpgp: [
    { program: 'gpg', title: 'gpg --verify', plain: () => ['gpg.sh'] },
    { program: 'gpgv', title: 'gpgv', plain: () => ['gpgv.sh'] },
    { program: 'sqv', title: 'sqv', plain: () => ['sqv.sh'] },
  ],
  cms: [{ program: 'openssl', title: 'openssl cms -verify', plain: () => ['openssl-cms.sh'] }],
  'openpgp-clear': [
    { program: 'gpg', title: 'gpg --verify', plain: () => ['gpg-clear.sh'] },
    { program: 'gpgv', title: 'gpgv', plain: () => ['gpgv-clear.sh'] },
    { program: 'sq', title: 'sq verify', plain: () => ['sq-clear.sh'] },
    { program: 'clearsign', title: 'Go clearsign', plain: () => ['clearsign'] },
  ],
}

/** All of them, in the order of the matrix. */
export const VERIFIERS: readonly Verifier[] = Object.entries(BY_FORMAT).flatMap(([format, verifiers]) =>
  verifiers.map((verifier) => ({ ...verifier, format: format as Judged })),
)
