/** A file of the download: dropped on the page or chosen. */
export interface Dropped {
  /** `/` and its path below what was dropped, with `/`. No two have the same. */
  readonly path: string
  readonly file: Blob
}

const PIECE_BYTES = 2 * 1024 * 1024

/** The bytes of a file, piece by piece, so that a file of several GB fits. @param signal ends it with its reason */
export async function* piecesOf(file: Blob, signal: AbortSignal): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    signal.throwIfAborted()
    yield await bytesOf(file.slice(at, at + PIECE_BYTES))
  }
}

/** All bytes of a file. */
export async function bytesOf(file: Blob): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer())
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The folder of a path; `/` of what was dropped itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')))
}
