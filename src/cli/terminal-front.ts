import type { Front, ProgressState } from '../base/front.ts'
import { rememberSecret, withoutSecrets } from '../base/secrets.ts'
import { plainLog } from '../runner/plain-text.ts'

/** A front that is a terminal, or a file that takes the place of one. */
interface TerminalFront extends Front {
  /** The outputs that were set, by their names. */
  readonly outputs: Readonly<Record<string, string>>
}

/** Where the log goes. */
interface LogStream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  write(text: string): unknown
}

const BAR = 24
/** A bar moves; a file gets a line from time to time. */
const REDRAW_MS = 100
const LINE_MS = 5000
const ERASE = '\r\u001b[K'

/** A front whose log is plain text on `stream`, with a progress bar where that is a terminal. @param debug whether debug lines are shown */
export function terminalFront(stream: LogStream, debug: boolean): TerminalFront {
  const outputs: Record<string, string> = {}
  const isTerminal = stream.isTTY === true
  let bar = ''
  const line = (text: string): void => {
    stream.write(`${bar === '' ? '' : ERASE}${text}\n${bar}`)
  }
  const log = plainLog(line, () => debug)
  const show = (state: ProgressState | undefined): void => {
    if (!isTerminal) {
      if (state !== undefined) log.info(state.text)
      return
    }
    const before = bar
    bar = state === undefined ? '' : barOf(state, stream.columns ?? 80)
    if (bar !== before) stream.write(ERASE + bar)
  }
  return {
    log,
    outputs,
    group: (heading, stage) => {
      log.info(`${heading}:`)
      return stage()
    },
    setOutput: (name, value) => {
      outputs[name] = withoutSecrets(value)
    },
    fitsOutput: () => true,
    addSummary: () => undefined,
    mask: rememberSecret,
    progress: { everyMs: isTerminal ? REDRAW_MS : LINE_MS, show },
  }
}

function barOf({ text, done, total }: ProgressState, columns: number): string {
  const filled = total === 0 ? BAR : Math.min(BAR, Math.floor((done / total) * BAR))
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${text}`.slice(0, Math.max(0, columns - 1))
}
