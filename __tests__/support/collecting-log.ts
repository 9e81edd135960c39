import type { Log } from '../../src/base/log.ts'

/** A log that keeps what it is told: `lines` of all kinds in order, `warnings` apart. */
export interface CollectingLog extends Log {
  readonly lines: string[]
  readonly warnings: string[]
}

export function collectingLog(): CollectingLog {
  const lines: string[] = []
  const warnings: string[] = []
  const add = (message: string): void => void lines.push(message)
  return {
    lines,
    warnings,
    debug: add,
    info: add,
    notice: add,
    warning: (message) => {
      warnings.push(message)
      add(message)
    },
  }
}
