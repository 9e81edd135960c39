/** A file, as checksum files and statements name it. */
export interface NamedFile {
  /** Absolute. */
  readonly path: string
  /** Its path below the folder of the pattern that took it, with `/`; of several such patterns by the deepest folder. */
  readonly below: string
}

/** A match that has to be proven. */
export interface LocalFile extends NamedFile {
  /** Base name, or the path below the deepest common folder, with `/`: its signature files in `signatures-dir` have it. */
  readonly name: string
}
