import { Readable } from 'node:stream'
import type { HttpClientOptions, HttpResponse, HttpRequest } from './types.ts'
import { type Clock, systemClock } from '../base/clock.ts'
import { ActionError } from '../base/errors.ts'
import { waitingFor } from '../base/in-flight.ts'
import { isTooManyOpen } from '../base/open-file.ts'
import { persist, RefusedSince, type Patience, type Tally } from '../base/retry.ts'
import { accepted, requestIdOf } from './answer.ts'
import { ClockOffset } from './clock-offset.ts'
import type { Connections, Route } from './connections.ts'
import { AttemptTimeout, Exchange, type RawResponse } from './exchange.ts'
import { finalFailure, wordsFor } from './failure.ts'
import type { Passage } from './gate.ts'
import { limitIn } from './limit.ts'
import type { RunEnd } from './run-end.ts'
import { clientRequestIdOf, givenUp, idsOf, RequestMiss, retryLine } from './miss.ts'
import { saidBy } from './said.ts'
import { verdictOn, waitAskedBy, type Verdict } from './retry.ts'
import type { Timing } from './timing.ts'
import { ProxyUnreachable } from './tunnel.ts'

const MAX_BYTES = 1024 * 1024
/** The most that a line of the log repeats of what a service says, in UTF-16 units. */
const SAID = 200
const IDENTITY = { 'user-agent': 'yandex-kms-sign-action', 'accept-encoding': 'identity' }

/** What is known of the service at an origin. */
interface Service {
  readonly refusedSince: RefusedSince
  readonly clock: ClockOffset
}

/** One request on its way: what every attempt at it shares. */
interface Course {
  readonly request: HttpRequest
  readonly url: URL
  readonly service: Service
  readonly patience: Patience
}

/** The attempts at each request. */
export class Requests {
  readonly #options: HttpClientOptions
  readonly #timing: Timing
  readonly #connections: Connections
  readonly #end: RunEnd
  readonly #clock: Clock
  readonly #services = new Map<string, Service>()

  constructor(options: HttpClientOptions, timing: Timing, connections: Connections, end: RunEnd) {
    this.#options = options
    this.#timing = timing
    this.#connections = connections
    this.#end = end
    this.#clock = options.clock ?? systemClock
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    const url = targetOf(request)
    const { attempts, refusedMs } = { ...this.#timing, ...request.patience }
    const patience = { attempts, refusedMs }
    const course = { request, url, service: this.#service(url.origin), patience }
    const answer = await persist<HttpResponse, RequestMiss>(
      {
        patience,
        waits: this.#timing,
        refusedSince: course.service.refusedSince,
        now: () => this.#clock.now(),
        deadline: this.#options.deadline,
        heldBack: request.gate !== undefined,
        sleep: (ms) => this.#sleep(ms, request, url),
        onWait: (miss, tally, ms) => {
          this.#report(course, miss, tally, ms)
        },
        givenUp: (miss, tally, stop) => givenUp(request, url, miss, { tally, stop, now: this.#clock.now() }),
      },
      (tally) => this.#attempt(course, tally.refusals + tally.failures > 0),
    )
    const ids = idsOf(answer)
    this.#options.log.debug(`${line(request, url)}: ${answer.status}${ids === '' ? '' : `, ${ids}`}`)
    return answer
  }

  /** See `HttpClient.clockAhead`. */
  clockAhead(url: string): number | undefined {
    const service = URL.canParse(url) ? this.#services.get(new URL(url).origin) : undefined
    return service?.clock.ahead(this.#clock.now(), this.#clock.date())
  }

  #service(origin: string): Service {
    const known = this.#services.get(origin)
    if (known !== undefined) return known
    const service = { refusedSince: new RefusedSince(), clock: new ClockOffset() }
    this.#services.set(origin, service)
    return service
  }

  async #sleep(ms: number, request: HttpRequest, url: URL): Promise<void> {
    const over = waitingFor(`the next attempt at ${line(request, url)}`)
    try {
      await this.#end.sleep(ms, request)
    } finally {
      over()
    }
  }

  async #attempt(course: Course, again: boolean): Promise<HttpResponse | RequestMiss> {
    const { request, url, service } = course
    const route = this.#connections.route(url, request.direct === true)
    const leave = await request.gate?.enter(again)
    let passage: Passage = 'failed'
    let askedMs: number | undefined
    try {
      this.#end.check(request)
      const sent = this.#clock.now()
      const raw = await this.#exchange(request, url, route)
      service.clock.learn(raw.headers['date'], sent, this.#clock.now())
      const verdict = verdictOn(raw)
      if (isFinal(verdict, course.patience)) {
        service.refusedSince.served()
        passage = 'done'
        const answer = accepted(raw, `${request.service} (${url.host})`, request.redirect === 'return')
        return { ...answer, clientRequestId: clientRequestIdOf(request) }
      }
      const miss = refused(raw, verdict === 'limited', route, this.#clock.date())
      askedMs = miss.askedMs
      if (miss.limited) passage = 'limited'
      return miss
    } catch (thrown) {
      return missed(thrown, course, route)
    } finally {
      leave?.(passage, askedMs)
    }
  }

  async #exchange(request: HttpRequest, url: URL, route: Route): Promise<RawResponse> {
    const exchange = new Exchange(request.maxBytes ?? MAX_BYTES)
    const ms = request.attemptMs ?? this.#timing.attemptMs
    const timer = setTimeout(() => {
      exchange.fail(new AttemptTimeout(ms))
    }, ms)
    const forget = this.#end.onEnd(request, (reason) => {
      exchange.fail(reason)
    })
    const over = waitingFor(line(request, url))
    try {
      const { body } = request
      route.dispatcher.dispatch(
        {
          origin: route.origin,
          path: route.path,
          method: request.method,
          headers: { ...IDENTITY, ...request.headers, ...route.headers },
          body: typeof body === 'function' ? Readable.from(body()) : (body ?? null),
        },
        exchange,
      )
      return await exchange.done
    } finally {
      clearTimeout(timer)
      forget()
      over()
    }
  }

  #report({ request, url, patience }: Course, miss: RequestMiss, tally: Tally, ms: number): void {
    const text = retryLine(request, url, miss, { tally, patience, ms })
    // Behind a gate refusals are how the rate is found: the gate says what it makes of them.
    if (miss.limited && request.gate !== undefined) this.#options.log.debug(text)
    else this.#options.log.info(text)
  }
}

/** Whether an answer goes to the caller: one attempt alone leaves what failed to him, and so do refusals that are not sat out. */
function isFinal(verdict: Verdict, { attempts, refusedMs }: Patience): boolean {
  if (verdict === 'limited') return refusedMs === 0
  return verdict === 'final' || attempts === 1
}

function refused(raw: RawResponse, limited: boolean, { proxy }: Route, date: number): RequestMiss {
  const said = saidBy(raw, SAID)
  return new RequestMiss(`it answered ${raw.status}${said === '' ? '' : ` ${said}`}`, {
    limited,
    askedMs: waitAskedBy(raw, date),
    answered: true,
    requestId: requestIdOf(raw),
    limit: limited ? limitIn(raw) : undefined,
    proxy,
  })
}

/** @throws ActionError UNAVAILABLE */
function targetOf(request: HttpRequest): URL {
  if (URL.canParse(request.url) && /^https?:/iu.test(request.url)) return new URL(request.url)
  throw new ActionError('UNAVAILABLE', `The address of ${request.service} is not the URL of a web service.`)
}

/** No query: GitHub's signed URLs carry a secret there. */
function line(request: HttpRequest, url: URL): string {
  return `${request.service}: ${request.method} ${url.host}${url.pathname}`
}

/** @throws ActionError what must not be repeated */
function missed(thrown: unknown, { request, url, patience }: Course, { proxy }: Route): RequestMiss {
  const error = Error.isError(thrown) ? thrown : new Error(String(thrown))
  const final = finalFailure(error, request.service, url.host, proxy)
  if (final !== undefined) throw final
  const why = wordsFor(error)
  if (patience.attempts === 1)
    throw new ActionError('UNAVAILABLE', `${request.service} (${url.host}): ${why}.`, { cause: error })
  const isProxys = error instanceof ProxyUnreachable
  const tooManyOpen = isTooManyOpen(isProxys ? error.cause : error)
  const nothing = { limited: false, answered: false, askedMs: undefined, requestId: undefined }
  return new RequestMiss(why, { ...nothing, proxy, isProxys, tooManyOpen })
}
