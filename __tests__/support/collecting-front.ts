import type { Front } from '../../src/base/front.ts'
import { collectingLog, type CollectingLog } from './collecting-log.ts'

/** A front that keeps what it is told. */
export interface CollectingFront extends Front {
  readonly log: CollectingLog
  readonly outputs: Record<string, string>
  readonly summaries: string[]
  readonly masked: string[]
  /** Of the stages, in order. */
  readonly headings: string[]
}

export function collectingFront(): CollectingFront {
  const outputs: Record<string, string> = {}
  const summaries: string[] = []
  const masked: string[] = []
  const headings: string[] = []
  return {
    log: collectingLog(),
    outputs,
    summaries,
    masked,
    headings,
    group: (heading, stage) => {
      headings.push(heading)
      return stage()
    },
    setOutput: (name, value) => {
      outputs[name] = value
    },
    fitsOutput: () => true,
    addSummary: (markdown) => {
      summaries.push(markdown)
    },
    mask: (secret) => {
      masked.push(secret)
    },
    progress: { everyMs: 5000, show: () => undefined },
  }
}
