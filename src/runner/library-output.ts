import { AsyncLocalStorage } from 'node:async_hooks'
import { EOL } from 'node:os'
import { printable, type Log } from '../base/log.ts'

/** What becomes of a library's work beside its result. */
interface WorkHooks {
  /** Gets what it throws where nobody can catch it, such as in a timer. */
  readonly onStray: (error: unknown) => void
  /** Whether it was given up, or is done: it may send nothing any more. */
  readonly isOver: () => boolean
}

interface Work extends WorkHooks {
  readonly log: Log
}

const active = new AsyncLocalStorage<Work>()
/** Commands of one line, whose text `@actions/core` has escaped already. */
const MASK = /^::add-mask::[^\r\n]*\r?\n?$/u
const COMMAND = /^(::(?:debug|warning)(?: [^\r\n]*?)?::)([^\r\n]*)\r?\n?$/u
/** Of what a library says at once, in UTF-16 units. */
const MAX_SAID = 4000
/** The part of a signed URL of the blob store that lets one write there. */
const URL_SECRET = /([?&]sig=)[^&"'\s]+/gu

/**
 * Runs `work` with what it prints to standard output sent to debug logs, one harmless line each. A library that
 * reports through `@actions/core` repeats services' words there, and a line break in them would start a command.
 * Only what `work` itself prints is caught, also when it goes on after it has been given up.
 */
export function withQuietOutput<T>(log: Log, work: () => Promise<T>, hooks: WorkHooks): Promise<T> {
  install()
  return active.run({ log, ...hooks }, work)
}

/** Whether who calls this is work that was given up. */
export function isGivenUp(): boolean {
  return active.getStore()?.isOver() ?? false
}

/**
 * Hands an exception that nobody caught to the work that threw it; to be called where Node reports it.
 * @returns whether it was some work's
 */
export function takeStray(error: unknown): boolean {
  const work = active.getStore()
  if (work === undefined) return false
  active.exit(() => {
    work.onStray(error)
  })
  return true
}

let filter: typeof process.stdout.write | undefined

function install(): void {
  if (process.stdout.write === filter) return
  const original = process.stdout.write.bind(process.stdout)
  filter = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    const work = active.getStore()
    if (work === undefined) return original(chunk, ...rest)
    const whole = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    // Elsewhere than in a runner the command would show what it is to hide.
    if (MASK.test(whole)) return process.env['GITHUB_ACTIONS'] ? original(chunk, ...rest) : true
    const text = whole.replace(URL_SECRET, '$1***')
    const [, command, said = ''] = COMMAND.exec(text) ?? []
    if (command !== undefined) return original(`${command}${printable(said, MAX_SAID)}${EOL}`, ...rest)
    active.exit(() => {
      work.log.debug(printable(text.trim()))
    })
    return true
  }
  process.stdout.write = filter
}
