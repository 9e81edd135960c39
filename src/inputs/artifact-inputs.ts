import type { Environment } from '../base/environment.ts'
import { artifactServiceAvailable } from '../github/artifact/artifact-service.ts'
import { quoted, type InputReader } from './input-reader.ts'

/** The workflow artifact that takes what was written. */
export interface ArtifactInputs {
  readonly name: string
  /** Whether the name has the form of the default, so that a taken one gets a number. */
  readonly nameIsDefault: boolean
  readonly retentionDays: number | undefined
}

/** What becomes of the files beside lying in the workspace. */
export interface ArtifactChoice {
  /** `undefined`: nothing is uploaded. */
  readonly artifact: ArtifactInputs | undefined
  /** Whether that is only because nobody here takes artifacts. */
  readonly lacksArtifactService: boolean
}

/** Reads what becomes a workflow artifact. Faults go to `reader`. */
export function readArtifact(reader: InputReader, env: Environment): ArtifactChoice {
  const wanted = reader.booleanOr('upload-artifact', 'auto')
  const available = artifactServiceAvailable(env)
  const stem = `signatures-${env['GITHUB_JOB'] ?? ''}-`
  const name = reader.text('artifact-name') || `${stem}0`
  if (/[":<>|*?\\/\r\n\0]/u.test(name)) {
    const what = `is ${quoted(name)}; an artifact's name has none of " : < > | * ? \\ / and no line break`
    reader.fault('artifact-name', what, '`artifact-name: signatures-linux`')
  }
  const retentionDays = reader.text('retention-days') === '' ? undefined : reader.number('retention-days', 30, 1, 400)
  if (wanted === true && !available) {
    const why = 'there is no artifact service here (GitHub Enterprise Server has none that the action can use)'
    reader.fault('upload-artifact', `is true, but ${why}`, '`upload-artifact: auto`')
  }
  if (wanted === false || !available)
    return { artifact: undefined, lacksArtifactService: wanted === 'auto' && !available }
  const nameIsDefault = name.startsWith(stem) && /^\d*$/u.test(name.slice(stem.length))
  return { artifact: { name, nameIsDefault, retentionDays }, lacksArtifactService: false }
}
