import { HASH_ALGORITHMS, HASHES } from '../crypto/hashes.ts'

const TEXT = 'text/plain; charset=utf-8'
const PEM = 'application/x-pem-file'
const PGP_KEYS = 'application/pgp-keys'

/** What is to be known of a file that holds the public key. */
interface KeyFileFacts {
  /** `formats`: with the formats that name it. */
  readonly written: 'always' | 'RSA keys' | 'formats'
  readonly contentType: string
  /** The signature of the key's own that it holds: files that share one take one request. */
  readonly selfSignature: 'openpgp' | 'x509' | undefined
}

/** Run files that hold the public key and nothing else of the run, in the order in which they are listed. */
export const KEY_FILES = {
  'kms-public-key.pem': { written: 'always', contentType: PEM, selfSignature: undefined },
  'kms-public-key.pss.pem': { written: 'RSA keys', contentType: PEM, selfSignature: undefined },
  'kms-allowed-signers': { written: 'formats', contentType: TEXT, selfSignature: undefined },
  'kms-public-key.asc': { written: 'formats', contentType: PGP_KEYS, selfSignature: 'openpgp' },
  'kms-public-key.gpg': { written: 'formats', contentType: PGP_KEYS, selfSignature: 'openpgp' },
  'kms-certificate.pem': { written: 'formats', contentType: PEM, selfSignature: 'x509' },
} as const satisfies Readonly<Record<string, KeyFileFacts>>

/** Name of a file that holds the public key. */
export type KeyFileName = keyof typeof KEY_FILES

/** All of them, in order. */
export const KEY_FILE_NAMES = Object.keys(KEY_FILES) as readonly KeyFileName[]

/** The manifest, written by every run. */
export const MANIFEST_FILE = 'signatures.json'

/** Statements about all release files, DSSE in a Sigstore bundle: what their files are called before `.sigstore.json`. */
const STATEMENT_FILES = ['provenance', 'sbom', 'attestation'] as const
/** A kind of statement. */
export type StatementKind = (typeof STATEMENT_FILES)[number]

/** Names of the bundles of a kind: numbered where there are several. */
export function statementFileNames(kind: StatementKind, count: number): string[] {
  if (count === 1) return [`${kind}.sigstore.json`]
  return Array.from({ length: count }, (_, index) => `${kind}-${index + 1}.sigstore.json`)
}

const STATEMENT = new RegExp(`^(?:${STATEMENT_FILES.join('|')})(?:-[1-9]\\d*)?\\.sigstore\\.json$`, 'u')
const CHECKSUM_FILES: ReadonlySet<string> = new Set(HASH_ALGORITHMS.map((hash) => HASHES[hash].checksumFile))

/** What a run file is. */
type RunFileKind = 'key' | 'manifest' | 'statement' | 'checksums'

/** What `name` is among the files that some run writes once, whatever its key and formats were; signature files are none. */
export function runFileKind(name: string): RunFileKind | undefined {
  if (isKeyFile(name)) return 'key'
  if (name === MANIFEST_FILE) return 'manifest'
  if (STATEMENT.test(name)) return 'statement'
  return CHECKSUM_FILES.has(name) ? 'checksums' : undefined
}

/** Whether `name` is that of a file that holds the public key. */
export function isKeyFile(name: string): name is KeyFileName {
  return Object.hasOwn(KEY_FILES, name)
}

/** The media type of a run file. */
export function runFileContentType(name: string): string | undefined {
  if (isKeyFile(name)) return KEY_FILES[name].contentType
  const kind = runFileKind(name)
  if (kind === undefined) return undefined
  return kind === 'checksums' ? TEXT : 'application/json'
}
