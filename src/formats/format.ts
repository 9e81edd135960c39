import type { Format } from './facts.ts'
import type { KeyFileName } from './run-files.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'

/** Digests of one file, all made in the one pass over it. */
export interface Digests {
  /** Raw digest of the file by the key's own hash. */
  readonly digest: Buffer
  /** Raw SHA-512 of the file, where a format needs it beside the digest by the key's own hash. */
  readonly sha512: Buffer | undefined
  /** Raw digests by the key's hash that are of one format's own making. */
  readonly own: ReadonlyMap<Format, Buffer>
  /** The file's own bytes, of a small one. */
  readonly content?: Buffer | undefined
}

/** How a file goes into a hash: as it is, or by its lines, as `startTextForm` makes them. */
export type FileForm = 'bytes' | 'text'

/** A digest by the key's hash that one format needs: of the file in a form and, behind it, of more bytes. */
export interface OwnDigest {
  readonly format: Format
  readonly form: FileForm
  readonly suffix: Uint8Array
}

/** What KMS has to sign for one signature file, and how the file is made of the signature. */
export interface PreparedSignature {
  /** Raw digest for SignHash, by the key's hash. Equal digests are signed once. */
  readonly toSign: Buffer
  /** What that is the digest of, where it is in memory: a signature over it is verified faster. */
  readonly message?: Uint8Array | undefined
  /** The signature file's bytes. @param signature KMS's bytes: DER for ECDSA, the octet string for RSA */
  readonly encode: (signature: Buffer) => Buffer
}

/** A format set up for one key and one run: pure, no requests, no files. */
export interface Encoding {
  readonly format: Format
  /** @throws ActionError INTERNAL_ERROR when a digest that the format needs was not made */
  readonly prepare: (digests: Digests) => PreparedSignature
  /**
   * Of a format whose signature files hold the file itself: the signature file's bytes, piece by piece.
   * @param content of the file that was signed @param encoded what `encode` returned
   * @throws RangeError when the content is not what was signed
   */
  readonly around?: (
    content: AsyncIterable<Uint8Array>,
    prepared: PreparedSignature,
    encoded: Buffer,
  ) => AsyncIterable<Uint8Array>
}

/** What an encoding is set up from. */
export interface EncodingContext {
  readonly key: SigningKey
  /** The input `identity`, or its default. */
  readonly identity: string
  /** The run's start: times inside signatures, in whole seconds. */
  readonly startedAt: Date
  /** The input `certificate`, parsed; `undefined` makes a self-signed one. */
  readonly certificate: GivenCertificate | undefined
  /** Whether files are known by their digests alone (`subject-checksums`). */
  readonly digestsOnly: boolean
}

/** A certificate that the user handed in, with those of its chain that came along. */
export interface GivenCertificate {
  /** DER of the key's own certificate, then of the others in the order given. */
  readonly certificates: readonly [Buffer, ...Buffer[]]
  /** The issuer's Name, DER. */
  readonly issuer: Buffer
  /** The serial number's INTEGER, DER. */
  readonly serialNumber: Buffer
  /** Fingerprint of its public key, as in `PublicKey`. */
  readonly keyFingerprint: string
  /** When it begins to be valid: no signature states an earlier time. */
  readonly validFrom: Date
  /** Whether it names itself as its issuer. */
  readonly selfIssued: boolean
}

/** A key file: written once a run. */
export interface RunFile {
  readonly name: KeyFileName
  readonly content: Buffer
}

/** Run files that hold a signature of their own: a certificate. */
export interface PreparedRunFiles {
  /** The names of what `encode` returns, in that order. */
  readonly names: readonly string[]
  /** Raw digest for SignHash, by the key's hash. */
  readonly toSign: Buffer
  /** @param signature KMS's bytes */
  readonly encode: (signature: Buffer) => readonly RunFile[]
}
