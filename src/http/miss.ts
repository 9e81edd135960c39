import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { Miss, type Patience, type Stop, type Tally } from '../base/retry.ts'
import { unavailableHint } from './failure.ts'
import type { HttpRequest } from './types.ts'

/** What is known of an attempt that did not get through. */
interface MissDetails {
  readonly limited: boolean
  readonly askedMs: number | undefined
  /** Whether the service answered at all. */
  readonly answered: boolean
  readonly requestId: string | undefined
  /** Of a refusal for too many requests: which limit it names, printable. */
  readonly limit?: string | undefined
  /** The proxy's origin. */
  readonly proxy: string | undefined
  /** Whether it is the proxy that could not be reached. */
  readonly isProxys?: boolean
  /** Whether it is because too many files and connections are open on this machine. */
  readonly tooManyOpen?: boolean
}

/** An attempt at a request that did not get through. */
export class RequestMiss extends Miss {
  readonly answered: boolean
  readonly requestId: string | undefined
  readonly limit: string | undefined
  readonly proxy: string | undefined
  readonly isProxys: boolean
  readonly tooManyOpen: boolean

  constructor(why: string, details: MissDetails) {
    super(why, details)
    this.answered = details.answered
    this.requestId = details.requestId
    this.limit = details.limit
    this.proxy = details.proxy
    this.isProxys = details.isProxys === true
    this.tooManyOpen = details.tooManyOpen === true
  }
}

/** The ids by which services find a request in their own logs, the service's first: `request id …, client request id …`. */
export function idsOf(ids: {
  readonly requestId: string | undefined
  readonly clientRequestId: string | undefined
}): string {
  return [
    ...(ids.requestId === undefined ? [] : [`request id ${ids.requestId}`]),
    ...(ids.clientRequestId === undefined ? [] : [`client request id ${ids.clientRequestId}`]),
  ].join(', ')
}

/** The id that a request carries, or `undefined`. */
export function clientRequestIdOf(request: HttpRequest): string | undefined {
  return request.headers?.['x-client-request-id']
}

/** One line for the log: what failed, which attempt of how many comes next, and when. */
export function retryLine(
  request: HttpRequest,
  url: URL,
  miss: RequestMiss,
  next: { readonly tally: Tally; readonly patience: Patience; readonly ms: number },
): string {
  const ids = idsOf({ requestId: miss.requestId, clientRequestId: clientRequestIdOf(request) })
  const what = `${request.service} (${url.host}): ${miss.why}${ids === '' ? '' : `, ${ids}`}`
  const { tally, patience, ms } = next
  const number = tally.failures + tally.refusals + 1
  const of = miss.limited ? '' : ` of ${patience.attempts + tally.refusals}`
  return `${what}. Attempt ${number}${of} follows in ${seconds(ms)}.`
}

/** The error that a request ends with when patience is over: UNAVAILABLE or RATE_LIMITED. */
export function givenUp(
  request: HttpRequest,
  url: URL,
  miss: RequestMiss,
  { tally, now, stop }: { readonly tally: Tally; readonly now: number; readonly stop: Stop },
): ActionError {
  const attempts = tally.failures + tally.refusals
  const over = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} in ${seconds(now - tally.started)}`
  const ids = idsOf({ requestId: miss.requestId, clientRequestId: clientRequestIdOf(request) })
  const ahead =
    stop.because === 'end'
      ? `; it asks to wait ${seconds(miss.askedMs ?? 0)}, which goes past the ${seconds(stop.leftMs)} left of timeout-minutes`
      : ''
  const text = `${request.service} (${url.host}): ${miss.why} (${over}${ids === '' ? '' : `; ${ids}`})${ahead}.`
  const isTooLong = stop.because === 'end'
  if (!miss.limited) {
    const hint = isTooLong ? LATER : unavailableHint(request.service, url.host, miss)
    return new ActionError('UNAVAILABLE', text, { hint })
  }
  const call = `${request.method} ${printable(url.pathname, 200)}`
  const limit =
    miss.limit === undefined
      ? `It does not say which limit was passed; the call was ${call}.`
      : `The limit that was passed: ${miss.limit}. The call was ${call}.`
  return new ActionError('RATE_LIMITED', `${text} ${limit}`, {
    hint: request.limitHint ?? (isTooLong ? `${LATER} ${LIMIT_HINT}` : LIMIT_HINT),
  })
}

const LATER = 'Run the job again after that wait, or give the step more time with timeout-minutes.'

const LIMIT_HINT =
  'More requests came than the service allows at the moment, from this job or from others: lower max-concurrency, let fewer jobs sign at the same time, or ask for a higher quota. `sign: checksums` needs one signature, whatever the number of files.'

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`
}
