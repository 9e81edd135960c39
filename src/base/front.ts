import type { Log } from './log.ts'

/** How far work has come that takes long. */
export interface ProgressState {
  /** A sentence for a log. */
  readonly text: string
  readonly done: number
  readonly total: number
}

/**
 * Whoever started a run and hears of it: a runner of actions, or a terminal. This is all that a stage knows of it.
 * What it is told is free of secrets, once they are masked.
 */
export interface Front {
  readonly log: Log
  /** Runs a stage, whose lines of the log stand under a heading. */
  readonly group: <T>(heading: string, stage: () => Promise<T>) => Promise<T>
  /**
   * Sets an output of the run. A value that is too long for whoever takes it is left empty, with a warning.
   * @param instead where the same is to be found, e.g. `Read it from the file in manifest-path.`
   * @throws ActionError OUTPUT_FAILED
   */
  readonly setOutput: (name: string, value: string, instead?: string) => void
  /** Whether an output of this value would be set as it is. */
  readonly fitsOutput: (value: string) => boolean
  /** Adds Markdown to the job's summary, where there is one. What cannot be written is a warning, no failure. */
  readonly addSummary: (markdown: string) => void
  /** Keeps a secret from being shown, from now on. */
  readonly mask: (secret: string) => void
  /** Told every `everyMs` while long work goes on, and once with `undefined` when it is over. */
  readonly progress: { readonly everyMs: number; readonly show: (state: ProgressState | undefined) => void }
}
