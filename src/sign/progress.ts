import type { Log } from '../base/log.ts'

const INTERVAL_MS = 5000

/** Lines of progress on long work: one every few seconds, none on short work. */
export interface Progress {
  /** So many bytes were read. */
  readonly read: (bytes: number) => void
  /** A file was hashed. */
  hashed(): void
  /** Files have their signatures. */
  signed(): void
  stop(): void
}

/** Counts up to `total` files and tells the log from time to time. */
export function startProgress(total: number, log: Log): Progress {
  const count = { hashed: 0, bytes: 0, signed: 0 }
  const timer = setInterval(() => {
    log.info(
      `Hashed ${count.hashed} of ${total} files (${megabytes(count.bytes)}), signed ${count.signed} of ${total}.`,
    )
  }, INTERVAL_MS)
  return {
    read: (bytes) => {
      count.bytes += bytes
    },
    hashed: () => {
      count.hashed += 1
    },
    signed: () => {
      count.signed += 1
    },
    stop: () => {
      clearInterval(timer)
    },
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
