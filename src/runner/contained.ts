/**
 * What keeps `@actions/artifact`, and `@actions/github` in it, within the bounds of a run. It knows no cancellation, and
 * each of these has happened:
 *
 * - *Output.* It prints what services say to standard output, where a line break starts a workflow command: all that it
 *   prints goes to debug logs, one harmless line each.
 * - *Strays.* It throws in timers and on sockets, where nobody can catch it: the call that did so fails, and not the run.
 * - *Hanging.* An answer whose body is cut off never settles: a call ends when its time is over, or the run's.
 * - *Afterlife.* A call that was given up goes on, and could delete what a later attempt has stored: its requests are
 *   broken off.
 * - *The runner's token.* It goes along with each request, redirects to other hosts included: those are broken off.
 * - *Loading.* The event's file is parsed as the code is loaded, which fails where that is not JSON: such a file is set
 *   aside before.
 *
 * The code that it runs is told from ours by its asynchronous context. A child process that can be killed would do for
 * three of the six, and costs: docs/architecture.md has the figures.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { readFile } from 'node:fs/promises'
import type { ClientRequest } from 'node:http'
import { ActionError, messageOf } from '../base/errors.ts'
import { waitingFor } from '../base/in-flight.ts'
import { printable, type Log } from '../base/log.ts'
import { commandsFor } from './commands.ts'

/** What ends a call of a library that knows no cancellation. */
export interface Bounds {
  /** Aborts with an ActionError TIMED_OUT or CANCELLED as its reason. */
  readonly signal: AbortSignal
  /** Time for one call, in ms. */
  readonly ms: number
  /** Gets what the library prints, as debug logs. */
  readonly log: Log
}

/** A call of a library. */
interface Call {
  readonly log: Log
  /** Gets what it throws where nobody can catch it, such as in a timer. */
  readonly onStray: (error: unknown) => void
  /** It was given up, or is done: it may send nothing any more. */
  isOver: boolean
}

const active = new AsyncLocalStorage<Call>()

/**
 * The value of `work`, until time or patience ends. The timer here keeps the process alive until there is a verdict.
 * @throws ActionError ARTIFACT_UPLOAD_FAILED when `ms` have passed, or it throws where nobody can catch it;
 * the signal's reason
 */
export async function contained<T>({ signal, log, ms }: Bounds, work: () => Promise<T>): Promise<T> {
  if (signal.aborted) throw reasonOf(signal)
  install()
  const end = Promise.withResolvers<never>()
  const failWith = (what: string, cause?: unknown): void => {
    end.reject(new ActionError('ARTIFACT_UPLOAD_FAILED', what, { cause }))
  }
  const timer = setTimeout(() => {
    failWith(`no answer within ${ms / 1000} s`)
  }, ms)
  const onAbort = (): void => {
    end.reject(reasonOf(signal))
  }
  signal.addEventListener('abort', onAbort)
  const arrived = waitingFor("GitHub's artifact service")
  const onStray = (error: unknown): void => {
    failWith(`the client broke down: ${messageOf(error)}`, error)
  }
  const call: Call = { log, onStray, isOver: false }
  try {
    return await Promise.race([active.run(call, work), end.promise])
  } finally {
    call.isOver = true
    arrived()
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

/** The signal's reason, or CANCELLED where it is not one of ours. */
export function reasonOf(signal: AbortSignal): ActionError {
  return signal.reason instanceof ActionError ? signal.reason : new ActionError('CANCELLED', 'The run was cancelled.')
}

/**
 * Hands an exception that nobody caught to the call that threw it; to be called where Node reports it.
 * @returns whether it was some call's
 */
export function takeStray(error: unknown): boolean {
  const call = active.getStore()
  if (call === undefined) return false
  active.exit(() => {
    call.onStray(error)
  })
  return true
}

let eventChecked: Promise<void> | undefined

/** What `load` imports. A GITHUB_EVENT_PATH that leads to no JSON is taken out of the environment before. */
export async function loadContained<T>(load: () => Promise<T>): Promise<T> {
  eventChecked ??= setBrokenEventAside()
  await eventChecked
  return load()
}

async function setBrokenEventAside(): Promise<void> {
  const path = process.env['GITHUB_EVENT_PATH']
  if (!path) return
  try {
    JSON.parse(await readFile(path, 'utf8'))
  } catch {
    delete process.env['GITHUB_EVENT_PATH'] // nobody could read anything from it
  }
}

let isGuarded = false
let filter: typeof process.stdout.write | undefined

/** Once, to the end of the process; what is printed also where somebody else has put himself before it. */
function install(): void {
  if (process.stdout.write !== filter) filterOutput()
  if (isGuarded) return
  isGuarded = true
  subscribe(REQUEST_CREATED, (message) => {
    if (isCreated(message)) guardRequest(message.request)
  })
}

/** Commands of one line, whose text `@actions/core` has escaped already. */
const MASK = /^::add-mask::[^\r\n]*\r?\n?$/u
const COMMAND = /^::(debug|warning)(?: [^\r\n]*?)?::([^\r\n]*)\r?\n?$/u
/** Of what a library says at once, in UTF-16 units. */
const MAX_SAID = 4000
/** The part of a signed URL of the blob store that lets one write there. */
const URL_SECRET = /([?&]sig=)[^&"'\s]+/gu

function filterOutput(): void {
  const original = process.stdout.write.bind(process.stdout)
  filter = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    const call = active.getStore()
    if (call === undefined) return original(chunk, ...rest)
    const whole = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    if (MASK.test(whole)) return commandsFor(process.env).masks ? original(chunk, ...rest) : true
    const text = whole.replace(URL_SECRET, '$1***')
    const [, command, said] = COMMAND.exec(text) ?? []
    const shown = said === undefined ? printable(text.trim()) : printable(unescaped(said), MAX_SAID)
    active.exit(() => {
      if (command === 'warning') call.log.warning(shown)
      else call.log.debug(shown)
    })
    return true
  }
  process.stdout.write = filter
}

/** The text of a command as it was before `@actions/core` escaped it. */
function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

/** Node's channel on which each request of `node:http` and `node:https` is announced before anything is sent. */
const REQUEST_CREATED = 'http.client.request.created'

function isCreated(message: unknown): message is { readonly request: ClientRequest } {
  return typeof message === 'object' && message !== null && 'request' in message
}

/**
 * Breaks off a request of a call that is over, and whosever would carry ACTIONS_RUNTIME_TOKEN to another host than that
 * of ACTIONS_RESULTS_URL.
 */
function guardRequest(request: ClientRequest): void {
  if (active.getStore()?.isOver === true) {
    request.destroy(new Error('The call was given up'))
    return
  }
  const token = process.env['ACTIONS_RUNTIME_TOKEN'] ?? ''
  if (token === '' || !JSON.stringify(request.getHeaders()).includes(token)) return
  const home = URL.parse(process.env['ACTIONS_RESULTS_URL'] ?? '')
  if (request.protocol === home?.protocol && request.getHeader('host') === home.host) return
  request.destroy(new Error('It led to another host, which does not get the token'))
}
