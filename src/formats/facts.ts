import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { KeyKind } from '../crypto/key-algorithm.ts'
import { KEY_FILE_NAMES, KEY_FILES, type KeyFileName } from './run-files.ts'

/** Keys by what formats can be made with. */
const EVERY_KEY: readonly KeyKind[] = ['P-256', 'P-384', 'P-521', 'secp256k1', 'RSA']
const NIST_CURVES: readonly KeyKind[] = ['P-256', 'P-384', 'P-521']

/** What is to be known of a format without knowing how it is written or read. */
interface FormatFacts {
  /** What it puts behind the name of the file that it signs. */
  readonly extension: string
  /** Media type of its signature files. */
  readonly contentType: string
  /** What KMS signs: the file's own digest, which formats share, or something of the format's own around it. */
  readonly signs: 'digest' | 'own'
  /** The keys that it can be made with. */
  readonly keys: readonly KeyKind[]
  /** Whether it holds the time when KMS made the key. */
  readonly createdAt: 'no' | 'yes' | 'without certificate'
  /** Why the file's digest is not enough, as the end of a sentence; `undefined` where it is. */
  readonly readsFile: string | undefined
  /** Whether it takes text alone. */
  readonly textOnly: boolean
  /** The keys' hashes that it cannot use: with them it takes the file's SHA-512 beside the digest by the key's hash. */
  readonly sha512InPlaceOf: readonly HashAlgorithm[]
  /** The key files that its verifiers take, beside the PEM. */
  readonly keyFiles: readonly KeyFileName[]
  /** What it makes of the input `identity`. */
  readonly identity: 'user id' | 'principal' | undefined
}

const PLAIN = {
  signs: 'digest',
  keys: EVERY_KEY,
  createdAt: 'no',
  readsFile: undefined,
  textOnly: false,
  sha512InPlaceOf: [],
  keyFiles: [],
  identity: undefined,
} as const

/**
 * Every format, in the order in which they are listed. What depends on the format alone comes from here; how each is
 * written, read, verified by others and judged are tables by format elsewhere, which the compiler keeps complete.
 */
const FORMAT_FACTS = {
  sig: { ...PLAIN, extension: '.sig', contentType: 'application/octet-stream' },
  base64: { ...PLAIN, extension: '.sig.b64', contentType: 'text/plain; charset=utf-8' },
  sigstore: { ...PLAIN, extension: '.sigstore.json', contentType: 'application/json' },
  sshsig: {
    ...PLAIN,
    extension: '.sshsig',
    contentType: 'text/plain; charset=utf-8',
    signs: 'own',
    keys: NIST_CURVES,
    sha512InPlaceOf: ['sha384'],
    keyFiles: ['kms-allowed-signers'],
    identity: 'principal',
  },
  openpgp: {
    ...PLAIN,
    extension: '.asc',
    contentType: 'application/pgp-signature',
    signs: 'own',
    keys: NIST_CURVES,
    createdAt: 'yes',
    readsFile: 'OpenPGP hashes more than the file',
    keyFiles: ['kms-public-key.asc', 'kms-public-key.gpg'],
    identity: 'user id',
  },
  cms: {
    ...PLAIN,
    extension: '.p7s',
    contentType: 'application/pkcs7-signature',
    signs: 'own',
    createdAt: 'without certificate',
    keyFiles: ['kms-certificate.pem'],
  },
  'openpgp-clear': {
    ...PLAIN,
    extension: '.clear.asc',
    contentType: 'text/plain; charset=utf-8',
    signs: 'own',
    keys: NIST_CURVES,
    createdAt: 'yes',
    readsFile: 'its signature files hold the text itself',
    textOnly: true,
    keyFiles: ['kms-public-key.asc', 'kms-public-key.gpg'],
    identity: 'user id',
  },
} as const satisfies Readonly<Record<string, FormatFacts>>

/** The values of the input `formats`. */
export type Format = keyof typeof FORMAT_FACTS

/** All of them, in order. */
export const FORMATS = Object.keys(FORMAT_FACTS) as readonly Format[]

/** The facts of a format, each field as every format may have it. */
export function factsOf(format: Format): FormatFacts {
  return FORMAT_FACTS[format]
}

/** The formats for which `fact` holds, out of `formats`, in their order. */
export function formatsWhere(
  fact: (facts: FormatFacts, format: Format) => boolean,
  formats: readonly Format[] = FORMATS,
): readonly Format[] {
  return formats.filter((format) => fact(factsOf(format), format))
}

/** What a format puts behind the name of the file that it signs. */
export const EXTENSIONS: Readonly<Record<Format, string>> = ofEach(({ extension }) => extension)

function ofEach<T>(value: (facts: FormatFacts) => T): Readonly<Record<Format, T>> {
  const entries = FORMATS.map((format) => [format, value(factsOf(format))] as const)
  return Object.fromEntries(entries) as Record<Format, T>
}

/** Whether some of `formats` hold the time when KMS made the key. @param hasCertificate the input `certificate` is given */
export function needsCreatedAt(formats: readonly Format[], hasCertificate: boolean): boolean {
  return (
    formatsWhere(({ createdAt }) => createdAt === 'yes' || (createdAt !== 'no' && !hasCertificate), formats).length > 0
  )
}

/** Whether some of `formats` need the file's SHA-512 beside its digest by the key's own hash. */
export function needsSha512(formats: readonly Format[], hash: HashAlgorithm): boolean {
  return formatsWhere(({ sha512InPlaceOf }) => sha512InPlaceOf.includes(hash), formats).length > 0
}

/** Whether KMS may be asked for a signature before anything is known of the key but its hash. */
export function mayGoAhead(format: Format): boolean {
  const { signs, keys, createdAt } = factsOf(format)
  return signs === 'digest' && keys === EVERY_KEY && createdAt === 'no'
}

/** Format names for a sentence: `` `sig`, `base64` and `cms` ``. */
export function listedFormats(formats: readonly Format[]): string {
  return formats
    .map((format) => `\`${format}\``)
    .join(', ')
    .replace(/, (?=[^,]*$)/u, ' and ')
}

/** The key files that a run writes, in order. @param rsa whether the key is an RSA key; unknown counts as no */
export function keyFilesOf(formats: readonly Format[], rsa: boolean | undefined): readonly KeyFileName[] {
  const named = new Set(formats.flatMap((format) => factsOf(format).keyFiles))
  return KEY_FILE_NAMES.filter((name) => {
    const { written } = KEY_FILES[name]
    return written === 'always' || (written === 'RSA keys' ? rsa === true : named.has(name))
  })
}

/** How many requests the self-signatures of a run's key files take. @param hasCertificate the input `certificate` is given */
export function selfSignaturesOf(formats: readonly Format[], hasCertificate: boolean): number {
  const kinds = keyFilesOf(formats, undefined).map((name) => KEY_FILES[name].selfSignature)
  return new Set(kinds.filter((kind) => kind !== undefined && !(kind === 'x509' && hasCertificate))).size
}
