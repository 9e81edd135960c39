import { ActionError } from '../../base/errors.ts'
import { saidBy } from './refusals.ts'
import type { HttpClient, HttpResponse } from '../../http/types.ts'
import { backoff, TIMING, verdictOn, waitAskedBy } from '../../http/retry.ts'
import type { Log } from '../../base/log.ts'
import type { Clock } from '../../base/clock.ts'

/** How long waits may last, and what ends them. */
export interface WaitBounds {
  readonly clock: Clock
  readonly signal: AbortSignal
  /** When the run is over, as `Date.now()` counts. */
  readonly deadline: number
  readonly log: Log
}

/**
 * A client for GitHub's API that sits out what GitHub asks to wait, up to the hour of its limits, as long as the run
 * has that time; without a time named, GitHub may refuse for 60 s. Everything else is as with `http`.
 * @throws ActionError RATE_LIMITED, and what `http` throws
 */
export function patientHttp(http: HttpClient, bounds: WaitBounds): HttpClient {
  return {
    ...http,
    request: async (request) => {
      let since: number | undefined
      for (let refusals = 1; ; refusals++) {
        const response = await once(() => http.request({ ...request, retry: false }), request.retry === false)
        if (response !== undefined && verdictOn(response) === 'limited') {
          // 0 is no leave to hammer: a reset that is over by the runner's clock need not be by GitHub's.
          const asked = waitAskedBy(response, bounds.clock.now()) || undefined
          since = asked === undefined ? (since ?? bounds.clock.now()) : undefined
          await bounds.clock.sleep(waitFor(response, asked ?? backoff(refusals, TIMING), since, bounds), bounds.signal)
        } else if (response !== undefined && (request.retry === false || verdictOn(response) === 'final'))
          return response
        else return http.request(request)
      }
    },
  }
}

/** What one attempt comes to; `undefined` where it failed in a way that `http` repeats by itself. */
async function once(attempt: () => Promise<HttpResponse>, alone: boolean): Promise<HttpResponse | undefined> {
  try {
    return await attempt()
  } catch (error) {
    if (!alone && error instanceof ActionError && error.code === 'UNAVAILABLE') return undefined
    throw error
  }
}

/** @throws ActionError RATE_LIMITED when there is no time for it */
function waitFor(response: HttpResponse, wait: number, since: number | undefined, bounds: WaitBounds): number {
  const { clock, deadline, log } = bounds
  const left = Math.min(deadline, (since ?? Infinity) + TIMING.rateLimitMs) - clock.now()
  const said = `GitHub answered ${saidBy(response)}`
  if (wait > left) {
    const asks = since === undefined ? `it asks to wait ${seconds(wait)}, and ` : ''
    throw new ActionError('RATE_LIMITED', `${said}; ${asks}${seconds(Math.max(0, left))} are left.`, {
      hint: 'GitHub limits uploads to 80 a minute and 500 an hour, and requests to 1,000 an hour, all jobs of the repository together: run the job again later with a longer timeout-minutes, or set sign: checksums, which makes one signature for all files.',
    })
  }
  log.info(`${said}: waiting ${seconds(wait)}.`)
  return wait
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`
}
