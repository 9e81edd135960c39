import type { Log } from '../log.ts'

const INTERVAL_MS = 5000

/** Lines of progress on long work: one every few seconds, none on short work. */
export interface Progress {
  /** A file of so many bytes was hashed. */
  hashed(bytes: number): void
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
    hashed: (bytes) => {
      count.hashed += 1
      count.bytes += bytes
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
