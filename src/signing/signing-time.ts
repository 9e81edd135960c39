import type { Log } from '../base/log.ts'

/** Dates of services are whole seconds, and answers take some: less than this says nothing. */
const WORTH_A_WARNING_MS = 5000

/**
 * The time that signatures state: the earlier one of this machine's clock and the service's, since verifiers refuse what
 * comes from the future.
 * @param aheadMs how far this machine's clock is ahead of the service's (below 0: behind), `undefined` where that is not known
 */
export function signingTime(aheadMs: number | undefined, now: Date, log: Log): Date {
  if (aheadMs === undefined) return now
  if (Math.abs(aheadMs) >= WORTH_A_WARNING_MS) {
    const service = new Date(now.getTime() - aheadMs)
    const seconds = Math.round(Math.abs(aheadMs) / 1000)
    const used = aheadMs > 0 ? 'Signatures state the time of Yandex Cloud.' : 'Signatures state the time of the runner.'
    log.warning(
      `The runner's clock is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} Yandex Cloud's: ${now.toISOString()}, and there it is ${service.toISOString()}. ${used} Set the runner's clock right.`,
    )
  }
  return new Date(now.getTime() - Math.max(0, aheadMs))
}
