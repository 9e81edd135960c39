import * as core from '@actions/core'
import { ActionError, messageOf } from '../base/errors.ts'
import { printable, type Log } from '../base/log.ts'
import { withoutSecrets } from '../base/secrets.ts'

/** What the outputs of one step may come to. */
interface OutputLimits {
  /** How long a value is, in what `most` counts. */
  readonly lengthOf: (value: string) => number
  readonly most: number
  readonly unit: string
}

/** One environment string of a process holds 128 KiB on Linux, and an output often ends up in one. */
const OF_POSIX: OutputLimits = { lengthOf: (value) => Buffer.byteLength(value), most: 96 * 1024, unit: 'bytes' }
/** There it holds 32,767 characters, with its name and what is around it. */
const OF_WINDOWS: OutputLimits = { lengthOf: (value) => value.length, most: 32_000, unit: 'characters' }
/** All outputs of a job come to 1 MB, counted as UTF-16: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
const MOST_IN_ALL = 480_000

/** What an output may hold on a system of this kind. */
export function outputLimits(platform: NodeJS.Platform = process.platform): OutputLimits {
  return platform === 'win32' ? OF_WINDOWS : OF_POSIX
}

let charactersInAll = 0

/**
 * Sets an output of the step, without what a service may have repeated of a secret. One that is too long is left empty,
 * with a warning. Nothing is set where nobody takes outputs (GITHUB_OUTPUT is empty).
 * @param instead where the same is to be found, e.g. `Read it from the file in manifest-path.`
 * @throws ActionError OUTPUT_FAILED
 */
export function setOutput(name: string, value: string, instead: string, log: Log, limits = outputLimits()): void {
  if (!process.env['GITHUB_OUTPUT']) return
  const why = tooLong(value, limits)
  if (why !== undefined) log.warning(`The output ${name} is left empty: ${why}. ${instead}`)
  else charactersInAll += value.length
  try {
    core.setOutput(name, why === undefined ? withoutSecrets(value) : '')
  } catch (cause) {
    throw new ActionError(
      'OUTPUT_FAILED',
      `The runner does not take the output ${name}: ${printable(messageOf(cause))}`,
      {
        hint: 'The log has what the outputs would have said. GITHUB_OUTPUT must be a file that the step may write to: check the disk of the runner and, in a container, that the runner’s folder is mounted.',
        cause,
      },
    )
  }
}

/** Whether an output of this value would be set as it is. */
export function fitsOutput(value: string): boolean {
  return tooLong(value, outputLimits()) === undefined
}

function tooLong(value: string, { lengthOf, most, unit }: OutputLimits): string | undefined {
  const length = lengthOf(value)
  if (length > most) return `it would hold ${length} ${unit}, and the most is ${most}`
  if (charactersInAll + value.length <= MOST_IN_ALL) return undefined
  return `with it, the outputs of this step would hold more than ${MOST_IN_ALL} characters, and a job may have 1 MB`
}
