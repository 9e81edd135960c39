/** What the standards and programs call a hash. */
interface HashFacts {
  /** Length of a raw digest. */
  readonly bytes: number
  /** As people write it. */
  readonly title: string
  /** Dotted OID (RFC 5754, section 2). */
  readonly oid: string
  /** The checksum file of coreutils' program for it. */
  readonly checksumFile: string
  /** coreutils' program that checks that file. */
  readonly program: string
  /** HashAlgorithm of sigstore_common.proto. */
  readonly sigstore: string
  /** Hash algorithm ID of OpenPGP (RFC 9580, 9.5). */
  readonly openpgp: number
}

/** The digests that KMS signs, each once; the keys are the values of `hash-algorithm` and the names of Node's crypto. */
export const HASHES = {
  sha256: {
    bytes: 32,
    title: 'SHA-256',
    oid: '2.16.840.1.101.3.4.2.1',
    checksumFile: 'SHA256SUMS',
    program: 'sha256sum',
    sigstore: 'SHA2_256',
    openpgp: 8,
  },
  sha384: {
    bytes: 48,
    title: 'SHA-384',
    oid: '2.16.840.1.101.3.4.2.2',
    checksumFile: 'SHA384SUMS',
    program: 'sha384sum',
    sigstore: 'SHA2_384',
    openpgp: 9,
  },
  sha512: {
    bytes: 64,
    title: 'SHA-512',
    oid: '2.16.840.1.101.3.4.2.3',
    checksumFile: 'SHA512SUMS',
    program: 'sha512sum',
    sigstore: 'SHA2_512',
    openpgp: 10,
  },
} as const satisfies Readonly<Record<string, HashFacts>>

/** The digests that KMS signs (`hash-algorithm`); the names are also those of Node's crypto. */
export type HashAlgorithm = keyof typeof HASHES

/** All of them, the shortest first. */
export const HASH_ALGORITHMS = Object.keys(HASHES) as readonly HashAlgorithm[]

/** Their names as a sentence lists what can be used: `SHA-256, SHA-384 or SHA-512`. */
export const HASH_TITLES = HASH_ALGORITHMS.map((hash) => HASHES[hash].title)
  .join(', ')
  .replace(/, (?=[^,]*$)/u, ' or ')

/** The hash for which `fact` holds, where there is one. */
export function hashWhere(fact: (facts: HashFacts) => boolean): HashAlgorithm | undefined {
  return HASH_ALGORITHMS.find((hash) => fact(HASHES[hash]))
}
