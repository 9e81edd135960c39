import type { HashAlgorithm } from './public-key.ts'

/** A file that gets signed. */
export interface ReleaseFile {
  /** As checksum files, manifest, statements and assets call it: base name, or the path below the deepest common folder, with `/`. */
  readonly name: string
  /** Absolute path of the folder "beside" the file: its own, or with `subject-checksums` that of the checksum file. */
  readonly folder: string
  /** Where its bytes are, or with `subject-checksums` its digest instead. */
  readonly source: FileOnDisk | DigestOnly
}

/** A regular file. */
export interface FileOnDisk {
  readonly kind: 'file'
  /** Absolute path, links not resolved. */
  readonly path: string
  /** Bytes, when it was found. */
  readonly size: number
}

/** An entry of a checksum file. */
export interface DigestOnly {
  readonly kind: 'digest'
  /** Raw digest by the hash that the checksum file uses. */
  readonly digest: Buffer
  readonly hash: HashAlgorithm
}
