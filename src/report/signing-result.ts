import type { HashAlgorithm } from '../crypto/hashes.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'

/** What a run knows of one release file (or of a checksum file) once it is signed. */
export interface SignedFile {
  /** As checksum files, manifest and statements call it. */
  readonly name: string
  /** As the outputs write paths: relative to the workspace where it lies in it, with `/`. */
  readonly displayPath: string
  /** Bytes; `undefined` for a file that is known by its digest alone. */
  readonly size: number | undefined
  /** Raw digest by the key's hash. */
  readonly digest: Buffer
  /** KMS's signature over that digest, where a format asked for it. */
  readonly signature: Buffer | undefined
  /** The service's id of the request that made it. */
  readonly requestId: string | undefined
  /** Absolute paths of its signature files, behind its own where the run wrote the file itself. */
  readonly writtenPaths: readonly string[]
}

/** An image whose signatures are made. */
export interface SignedImage {
  /** `HOST/REPO` */
  readonly name: string
  /** `sha256:<hex>` */
  readonly digest: string
  readonly layouts: readonly ('tag' | 'referrer')[]
  /** Predicate types of the statements that are attached besides. */
  readonly attestations: readonly string[]
}
/** An image whose signatures are pushed: digests of the manifests that hold them, `undefined` for a layout not used. */
export interface PushedImage {
  readonly image: { readonly given: string; readonly digest: string }
  /** All references of the input that name this image. */
  readonly given: readonly string[]
  readonly tag: string | undefined
  readonly referrer: string | undefined
  readonly attestations: readonly {
    readonly predicateType: string
    readonly tag: string | undefined
    readonly referrer: string | undefined
  }[]
  /** Layouts whose signature was there already. */
  readonly kept: readonly ('tag' | 'referrer')[]
}

/** All that a run has made, before it is told to anybody. */
export interface SigningResult {
  readonly key: SigningKey
  readonly hash: HashAlgorithm
  /** The release files, in order. */
  readonly files: readonly SignedFile[]
  /** The checksum file, where there is one. */
  readonly checksums: SignedFile | undefined
  /** Absolute paths of the provenance bundles. */
  readonly provenancePaths: readonly string[]
  /** Absolute paths of the bundles of other attestations. */
  readonly attestationPaths: readonly string[]
  /** Absolute path of each run file by its name, without signature files; the manifest is the last. */
  readonly runFilePaths: ReadonlyMap<string, string>
  /** Absolute paths of everything written, in the order in which it is listed. */
  readonly writtenPaths: readonly string[]
  /** The images whose signatures are made, to be pushed once the files are in place. */
  readonly images: readonly SignedImage[]
  /** Number of release files that a signature covers. */
  readonly signedCount: number
}
