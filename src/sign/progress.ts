import type { Front } from '../base/front.ts'
import { sized } from '../base/log.ts'

/** Counts what is done of long work, for whoever watches. */
export interface Progress {
  /** So many bytes were read. */
  readonly read: (bytes: number) => void
  /** A file was hashed. */
  hashed(): void
  /** Files have their signatures. */
  signed(): void
  stop(): void
}

/** Counts up to `total` files and tells `progress` of it from time to time. */
export function startProgress(total: number, { progress }: Pick<Front, 'progress'>): Progress {
  const count = { hashed: 0, bytes: 0, signed: 0 }
  const timer = setInterval(() => {
    const hashed = `Hashed ${count.hashed} of ${total} files (${sized(count.bytes)})`
    progress.show({ text: `${hashed}, signed ${count.signed} of ${total}.`, done: count.signed, total })
  }, progress.everyMs)
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
      progress.show(undefined)
    },
  }
}
