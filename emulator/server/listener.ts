/** The HTTP side of every service: reads a request whole, records it, lets quota and faults have it, answers. */
import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { send } from './answer.ts'
import { sendFault } from '../faults/connection-faults.ts'
import { type Fault, type FaultRule, Faults } from '../faults/faults.ts'
import { googleStatus } from '../yandex/google-status.ts'
import { Quota, type QuotaRule } from '../faults/quota.ts'
import type { EmulatedRequest, EmulatedResponse, LogEntry, Route, Service } from './wire.ts'
import type { ServiceName } from './service-name.ts'

const LOGGED_BODY = 64 * 1024

/** What every listener of one emulator shares. */
export class Traffic {
  readonly log: LogEntry[] = []
  readonly faults = new Faults()
  readonly #latency = new Map<string, number>()
  readonly #quotas = new Map<string, Quota>()

  /** Delays every answer of `target` (`kms`, `kms.SignHash`, or `*`) by `milliseconds`; the closest target counts. */
  setLatency(target: string, milliseconds: number): void {
    this.#latency.set(target, milliseconds)
  }

  /** Bounds the requests of `target` (`kms`, `kms.SignHash`, or `*`); `undefined` lifts the bound. */
  setQuota(target: string, rule: QuotaRule | undefined): Quota | undefined {
    this.#quotas.delete(target)
    if (rule === undefined) return undefined
    const quota = new Quota(rule)
    this.#quotas.set(target, quota)
    return quota
  }

  latencyOf(service: ServiceName, call: string): number {
    return this.#latency.get(`${service}.${call}`) ?? this.#latency.get(service) ?? this.#latency.get('*') ?? 0
  }

  /** The refusal of the quota that this request goes beyond, if any. */
  refusalOf(service: ServiceName, call: string): EmulatedResponse | undefined {
    const quota = this.#quotas.get(`${service}.${call}`) ?? this.#quotas.get(service) ?? this.#quotas.get('*')
    const taken = quota?.take()
    if (quota === undefined || taken === undefined || taken.granted) return undefined
    const answer = googleStatus('RESOURCE_EXHAUSTED', 'The limit on requests per second was exceeded')
    if (quota.rule.retryAfter === undefined) return answer
    const seconds = Math.max(1, Math.ceil(taken.seconds))
    const value =
      quota.rule.retryAfter === 'date' ? new Date(Date.now() + seconds * 1000).toUTCString() : String(seconds)
    return { ...answer, headers: { ...answer.headers, 'retry-after': value } }
  }
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function findRoute(service: Service, method: string, path: string): { route: Route; params: string[] } | undefined {
  for (const route of service.routes) {
    const match = route.method === method ? route.path.exec(path) : null
    if (match === null) continue
    try {
      return { route, params: match.slice(1).map((group) => decodeURIComponent(group)) }
    } catch {
      return undefined
    }
  }
  return undefined
}

/** Faults that spoil the right answer, so that the service has to give one first. */
const SPOILS: ReadonlySet<Fault['kind']> = new Set([
  'truncated-json',
  'wrong-types',
  'wrong-key-id',
  'bad-base64',
  'empty-signature',
  'other-digest',
  'other-key',
  'starter',
  'one-byte-a-second',
  'reset-after-headers',
  'reset-mid-body',
  'truncated-body',
])

async function answer(
  service: Service,
  route: Route | undefined,
  request: EmulatedRequest,
  response: ServerResponse,
  rule: FaultRule | undefined,
): Promise<void> {
  const work = async (): Promise<EmulatedResponse> => (route ? route.handle(request) : service.otherwise(request))
  if (rule === undefined) {
    send(response, await work())
    return
  }
  const right = rule.after || SPOILS.has(rule.kind) ? await work() : { status: 200, json: {} }
  await sendFault(response, service.name, rule, right)
}

/** The log entry of a request, whose status follows when it is known. */
function record(request: EmulatedRequest, url: URL, response: ServerResponse, call: string): LogEntry {
  const { service, method, headers, bearer, body, fault } = request
  const entry: LogEntry = {
    service,
    call,
    method,
    host: headers.host ?? '',
    path: url.pathname + url.search,
    headers,
    bearer,
    body: body.length <= LOGGED_BODY ? body.toString('utf8') : undefined,
    bodyBytes: body.length,
    time: Date.now(),
    fault: fault?.kind,
    status: undefined,
  }
  response.once('finish', () => {
    entry.status = response.statusCode
  })
  return entry
}

async function handle(
  traffic: Traffic,
  service: Service,
  scheme: 'http' | 'https',
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(message.url ?? '/', `${scheme}://${message.headers.host ?? ''}`)
  const method = message.method ?? 'GET'
  const found = findRoute(service, method, url.pathname)
  const call = found?.route.call ?? 'unknown'
  const body = await readBody(message)
  const rule = traffic.faults.draw(service.name, call)
  const request: EmulatedRequest = {
    service: service.name,
    method,
    origin: url.origin,
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    bearer: /^(?:Bearer|token) (.+)$/i.exec(message.headers.authorization ?? '')?.[1],
    body,
    params: found?.params ?? [],
    fault: rule,
  }
  traffic.log.push(record(request, url, response, call))
  const delay = traffic.latencyOf(service.name, call)
  if (delay > 0) await sleep(delay)
  const refusal = traffic.refusalOf(service.name, call)
  if (refusal === undefined) await answer(service, found?.route, request, response, rule)
  else send(response, refusal)
}

/** A listener for Node's HTTP and HTTPS servers; `serviceFor` chooses by the Host header. */
export function createListener(
  traffic: Traffic,
  serviceFor: (host: string) => Service | undefined,
  scheme: 'http' | 'https',
): RequestListener {
  return (message, response) => {
    const host = message.headers.host ?? ''
    const service = serviceFor(host)
    if (service === undefined) {
      send(response, { status: 421, body: `No service is emulated at ${host}\n` })
      return
    }
    handle(traffic, service, scheme, message, response).catch((error: unknown) => {
      // The client went away in the middle, or a service has a defect: the latter must be seen.
      if (message.destroyed && !message.complete) return
      if (!response.headersSent) send(response, { status: 500, body: `emulator: ${String(error)}\n` })
    })
  }
}
