import { appendFileSync } from 'node:fs'
import * as core from '@actions/core'
import { messageOf } from '../base/errors.ts'
import type { Front } from '../base/front.ts'
import { printable } from '../base/log.ts'
import { rememberSecret, withoutSecrets } from '../base/secrets.ts'
import { runnerLog as log } from './annotations.ts'
import { commandsFor } from './commands.ts'
import { fitsOutput, setOutput } from './outputs.ts'

/** On long work, a line every few seconds; none on short work. */
const PROGRESS_MS = 5000

/** The runner of actions that started the process. */
export const runnerFront: Front = {
  log,
  group: (heading, stage) => {
    if (commandsFor(process.env).masks) return core.group(heading, stage)
    log.info(`${heading}:`)
    return stage()
  },
  setOutput: (name, value, instead = '') => {
    setOutput(name, value, instead, log)
  },
  fitsOutput,
  addSummary: (markdown) => {
    const path = process.env['GITHUB_STEP_SUMMARY']
    if (!path) return
    try {
      appendFileSync(path, `${withoutSecrets(markdown)}\n`)
    } catch (cause) {
      log.warning(`The job summary could not be written: ${printable(messageOf(cause))}`)
    }
  },
  mask: (secret) => {
    rememberSecret(secret)
    if (commandsFor(process.env).masks) core.setSecret(secret)
  },
  progress: {
    everyMs: PROGRESS_MS,
    show: (state) => {
      if (state !== undefined) log.info(state.text)
    },
  },
}
