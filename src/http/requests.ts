import { Readable } from 'node:stream'
import type { HttpClientOptions, HttpResponse, HttpRequest } from './types.ts'
import { ActionError } from '../base/errors.ts'
import { accepted, requestIdOf } from './answer.ts'
import type { Connections, Route } from './connections.ts'
import { AttemptTimeout, Exchange, type RawResponse } from './exchange.ts'
import { finalFailure, wordsFor } from './failure.ts'
import type { Passage } from './gate.ts'
import type { RunEnd } from './run-end.ts'
import { Patience, type Miss } from './patience.ts'
import { verdictOn, waitAskedBy, type Timing } from './retry.ts'

const MAX_BYTES = 1024 * 1024
const IDENTITY = { 'user-agent': 'yandex-kms-sign-action', 'accept-encoding': 'identity' }

/** The loop around the attempts of each request. */
export class Requests {
  readonly #options: HttpClientOptions
  readonly #timing: Timing
  readonly #connections: Connections
  readonly #patience: Patience
  readonly #end: RunEnd

  constructor(options: HttpClientOptions, timing: Timing, connections: Connections, end: RunEnd) {
    this.#options = options
    this.#timing = timing
    this.#connections = connections
    this.#patience = new Patience(timing, options.deadline)
    this.#end = end
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    const url = targetOf(request)
    const tally = { failures: 0, refusals: 0, started: Date.now() }
    for (;;) {
      const outcome = await this.#attempt(request, url, tally.refusals > 0)
      if (!('why' in outcome)) {
        this.#options.log.debug(`${line(request, url)}: ${outcome.status}${idOf(outcome.requestId)}`)
        return outcome
      }
      if (outcome.limited) tally.refusals += 1
      else tally.failures += 1
      this.#report(request, url, outcome)
      const wait = this.#patience.waitAfter(outcome, tally, request, url)
      if (wait > 0) await this.#end.sleep(wait, request)
    }
  }

  async #attempt(request: HttpRequest, url: URL, again: boolean): Promise<HttpResponse | Miss> {
    const route = this.#connections.route(url, request.direct === true)
    const leave = await request.gate?.enter(again)
    let passage: Passage = 'failed'
    let askedMs: number | undefined
    try {
      this.#end.check(request)
      const raw = await this.#exchange(request, route)
      const verdict = request.retry === false ? 'final' : verdictOn(raw)
      if (verdict === 'final') {
        this.#patience.answered(url.origin)
        passage = 'done'
        return accepted(raw, `${request.service} (${url.host})`, request.redirect === 'return')
      }
      askedMs = waitAskedBy(raw, Date.now())
      const limited = verdict === 'limited'
      if (limited) passage = 'limited'
      const why = `it answered ${raw.status}`
      return { limited, why, answered: true, askedMs, requestId: requestIdOf(raw), proxy: route.proxy }
    } catch (thrown) {
      return missed(thrown, request, url, route)
    } finally {
      leave?.(passage, askedMs)
    }
  }

  async #exchange(request: HttpRequest, route: Route): Promise<RawResponse> {
    const exchange = new Exchange(request.maxBytes ?? MAX_BYTES)
    const ms = request.attemptMs ?? this.#timing.attemptMs
    const timer = setTimeout(() => {
      exchange.fail(new AttemptTimeout(ms))
    }, ms)
    const forget = this.#end.onEnd(request, (reason) => {
      exchange.fail(reason)
    })
    try {
      const { body } = request
      route.dispatcher.dispatch(
        {
          origin: route.origin,
          path: route.path,
          method: request.method,
          headers: { ...IDENTITY, ...request.headers, ...route.headers },
          body: typeof body === 'function' ? iterated(body()) : (body ?? null),
        },
        exchange,
      )
      return await exchange.done
    } finally {
      clearTimeout(timer)
      forget()
    }
  }

  #report(request: HttpRequest, url: URL, miss: Miss): void {
    const ours = request.headers?.['x-client-request-id']
    const client = ours === undefined ? '' : `, client request id ${ours}`
    const text = `${line(request, url)}: ${miss.why}${idOf(miss.requestId)}${client}`
    // Behind a gate refusals are how the rate is found: the gate says what it makes of them.
    if (miss.limited && request.gate !== undefined) this.#options.log.debug(text)
    else this.#options.log.info(text)
  }
}

/** @throws ActionError UNAVAILABLE */
function targetOf(request: HttpRequest): URL {
  if (URL.canParse(request.url) && /^https?:/iu.test(request.url)) return new URL(request.url)
  throw new ActionError('UNAVAILABLE', `The address of ${request.service} is no URL of a web service.`)
}

/** No query: GitHub's signed URLs carry a secret there. */
function line(request: HttpRequest, url: URL): string {
  return `${request.service}: ${request.method} ${url.host}${url.pathname}`
}

function idOf(requestId: string | undefined): string {
  return requestId === undefined ? '' : `, request id ${requestId}`
}

/** @throws ActionError what must not be repeated */
function missed(thrown: unknown, request: HttpRequest, url: URL, { proxy }: Route): Miss {
  const error = Error.isError(thrown) ? thrown : new Error(String(thrown))
  const final = finalFailure(error, request.service, url.host, proxy)
  if (final !== undefined) throw final
  const why = wordsFor(error)
  if (request.retry === false)
    throw new ActionError('UNAVAILABLE', `${request.service} (${url.host}): ${why}.`, { cause: error })
  return { limited: false, why, answered: false, askedMs: undefined, requestId: undefined, proxy }
}

/** undici takes iterables of bytes, but its types want a stream. */
function iterated(body: AsyncIterable<Uint8Array>): Readable {
  return Readable.from(body)
}
