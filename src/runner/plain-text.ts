import type { Log } from '../base/log.ts'
import { withoutSecrets } from '../base/secrets.ts'
import { asKnown, causesOf } from './failures.ts'

/** A `Log` for people: no line of it is a command. @param line prints text of one or more lines */
export function plainLog(line: (text: string) => void, isDebug: () => boolean): Log {
  const print = (text: string): void => {
    line(withoutSecrets(text))
  }
  return {
    debug: (message) => {
      if (isDebug()) print(message)
    },
    info: print,
    notice: (message) => {
      print(`Note: ${message}`)
    },
    warning: (message) => {
      print(`Warning: ${message}`)
    },
  }
}

/** Tells people why a run failed: what caused it, then `CODE: message` and the hint. */
export function reportPlainly(error: unknown, log: Log): void {
  const known = asKnown(error)
  for (const line of causesOf(known)) log.info(line)
  log.info(`${known.code}: ${known.message}${known.hint === undefined ? '' : `\n${known.hint}`}`)
}
