import * as core from '@actions/core'
import type { Log } from '../base/log.ts'
import { withoutSecrets } from './secrets.ts'

/** One environment string of a process holds 128 KiB on Linux, and an output often ends up in one. */
export const MAX_OUTPUT_BYTES = 96 * 1024

/**
 * Sets an output of the step, without what a service may have repeated of a secret; one of more than 96 KiB (UTF-8) is left empty, with a warning.
 * @param instead where the same is to be found, e.g. `Read it from the file in manifest-path.`
 */
export function setBoundedOutput(name: string, value: string, instead: string, log: Log): void {
  const bytes = Buffer.byteLength(value)
  if (bytes > MAX_OUTPUT_BYTES)
    log.warning(
      `The output ${name} is left empty: it would hold ${bytes} bytes, the most is ${MAX_OUTPUT_BYTES}. ${instead}`,
    )
  core.setOutput(name, bytes > MAX_OUTPUT_BYTES ? '' : withoutSecrets(value))
}
