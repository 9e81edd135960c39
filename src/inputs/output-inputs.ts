import { resolve } from 'node:path'
import type { InputReader } from './input-reader.ts'

/** Where everything is written. */
export interface OutputInputs {
  /** Absolute. */
  readonly workspace: string
  /** Absolute, or `undefined`: beside the files. */
  readonly outputDir: string | undefined
  readonly overwrite: boolean
}

/** Reads where everything is written. Faults go to `reader`. @param workspace absolute */
export function readOutput(reader: InputReader, workspace: string): OutputInputs {
  const outputDir = reader.optional('output-dir')
  return {
    workspace,
    outputDir: outputDir === undefined ? undefined : resolve(workspace, outputDir),
    overwrite: reader.boolean('overwrite', false),
  }
}
