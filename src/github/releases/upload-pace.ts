import type { Clock } from '../../base/clock.ts'

/**
 * GitHub allows 80 content-creating requests a minute and 500 an hour; what else the workflow does with its token
 * counts too, so some are left for that.
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const UPLOADS_A_MINUTE = 60
export const UPLOADS_AN_HOUR = 500

/** A little longer than a minute and an hour: requests do not all take the same time to get to GitHub. */
const WINDOWS = [
  { uploads: UPLOADS_A_MINUTE, ms: 61_000 },
  { uploads: UPLOADS_AN_HOUR, ms: 3_605_000 },
]

/** The times of the uploads of a run, which say when the next one may begin. */
export class UploadPace {
  readonly #starts: number[] = []

  /** How long the next upload has to wait from `now` on, in ms. */
  waitMs(now: number): number {
    return Math.max(0, nextStart(this.#starts) - now)
  }

  /** Waits for the next upload's turn. @param onWait told before a wait, in ms */
  async turn(clock: Clock, signal: AbortSignal, onWait: (ms: number) => void): Promise<void> {
    const wait = this.waitMs(clock.now())
    if (wait > 0) {
      onWait(wait)
      await clock.sleep(wait, signal)
    }
    this.#starts.push(clock.now())
  }
}

/** The least time in ms before the last of `uploads` may begin. */
export function paceMs(uploads: number): number {
  const starts: number[] = []
  for (let upload = 0; upload < uploads; upload++) starts.push(Math.max(0, nextStart(starts)))
  return starts.at(-1) ?? 0
}

function nextStart(starts: readonly number[]): number {
  const free = WINDOWS.map(({ uploads, ms }) => {
    const first = starts[starts.length - uploads]
    return first === undefined ? -Infinity : first + ms
  })
  return Math.max(starts.at(-1) ?? -Infinity, ...free)
}
