import * as core from '@actions/core'
import { startLanes } from '../digest/lanes.ts'
import type { Environment } from '../base/environment.ts'
import { TaskGroup } from '../base/task-group.ts'
import { runnerLog as log } from '../runner/annotations.ts'
import { runPredicate } from '../signing/provenance.ts'
import { findFiles } from './find-files.ts'
import { readInputs, type SignInputs } from './inputs.ts'
import { setEmptyOutputs } from './report.ts'
import { startLimits, type RunLimits } from './run-limits.ts'
import { assertTrustedEvent } from './untrusted-event.ts'

/**
 * The sign action, from the runner's environment to outputs and summary.
 * What a run without files does not need is loaded only once there are some.
 * @throws ActionError whatever made the run fail; nothing that it staged is left then
 */
export async function run(env: Environment): Promise<void> {
  const inputs = await readInputs(env)
  const limits = startLimits(inputs.timeoutMs)
  const tasks = new TaskGroup(limits.signal)
  try {
    await limits.inTime(stages(inputs, env, limits, tasks))
  } catch (thrown) {
    throw tasks.fail(thrown)
  } finally {
    limits.dispose()
  }
}

/** The stages in order; values go one way. */
async function stages(inputs: SignInputs, env: Environment, limits: RunLimits, tasks: TaskGroup): Promise<void> {
  if (!inputs.dryRun) await assertTrustedEvent(env)
  if (inputs.targets.includes('provenance')) runPredicate(env)
  const found = await core.group('Find the files', () => findFiles(inputs, limits.signal, log))
  if (found.files.length === 0) setEmptyOutputs()
  else if (inputs.dryRun || inputs.credentialChoice === undefined) {
    const { dryRun } = await import('./dry-run.ts')
    await core.group('Dry run', () => dryRun(inputs, found, limits.signal, log))
  } else {
    // The threads start while the rest of the code is loaded.
    using lanes = startLanes(found.files)
    const { parseGivenCertificate } = await import('../formats/cms/given-certificate.ts')
    const certificate =
      inputs.certificate === undefined ? undefined : parseGivenCertificate(inputs.certificate, new Date())
    const { signAndPublish } = await import('./sign-and-publish.ts')
    await signAndPublish({
      inputs: { ...inputs, credentialChoice: inputs.credentialChoice },
      found,
      lanes,
      certificate,
      env,
      limits,
      tasks,
      log,
    })
  }
}
