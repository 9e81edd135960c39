import { resolve } from 'node:path'
import type { Environment } from '../base/environment.ts'
import type { ActionError } from '../base/errors.ts'
import type { Front } from '../base/front.ts'
import { TaskGroup } from '../base/task-group.ts'
import type { RunAccount } from '../report/run-account.ts'
import { asKnown } from '../runner/failures.ts'
import { helpLink } from '../runner/help-link.ts'
import { findFiles } from './find-files.ts'
import { readInputs } from './inputs.ts'
import type { ReadPredicates } from './read-predicates.ts'
import { setEmptyOutputs } from './report.ts'
import { startLimits } from './run-limits.ts'
import type { StartedRun } from './run.ts'
import { assertTrustedEvent } from './untrusted-event.ts'

/**
 * Signs what the inputs name, from the environment to outputs and summary.
 * What a run without files does not need is loaded only once there are some.
 * @throws ActionError whatever made the run fail; nothing that it staged is left then
 */
export async function run(env: Environment, front: Front): Promise<void> {
  const account: RunAccount = { uploads: [] }
  try {
    await limitedRun(env, front, account)
    await summarize(env, front, account)
  } catch (thrown) {
    const failure = await asFailure(thrown, account, env)
    await summarize(env, front, account, failure)
    throw failure
  }
}

/** What was thrown, with what it means for the release and paths as people know them. */
async function asFailure(thrown: unknown, account: RunAccount, env: Environment): Promise<ActionError> {
  const { outcomeOf, withMeaning, withShortPaths } = await import('../report/outcome.ts')
  const known = withShortPaths(asKnown(thrown), resolve(env['GITHUB_WORKSPACE'] ?? '.'))
  return withMeaning(known, outcomeOf(account, known.code))
}

async function limitedRun(env: Environment, front: Front, account: RunAccount): Promise<void> {
  const inputs = await readInputs(env)
  const limits = startLimits(inputs.timeoutMs)
  const tasks = new TaskGroup(limits.signal)
  try {
    await limits.inTime(stages({ inputs, env, front, limits, tasks, account }))
  } catch (thrown) {
    throw tasks.fail(thrown)
  } finally {
    limits.dispose()
  }
}

/** The stages in order; values go one way. */
async function stages(run: StartedRun): Promise<void> {
  const { inputs, env, front, limits } = run
  if (!inputs.dryRun) await assertTrustedEvent(env)
  if (inputs.targets.includes('provenance')) {
    const { runPredicate } = await import('../signing/provenance.ts')
    runPredicate(env)
  }
  const files = await front.group('Find the files', () => findFiles(inputs, limits.signal, front.log))
  const { credentialChoice } = inputs
  const { predicates, readPaths } = await attested(run)
  const found = { ...files, readPaths: [...files.readPaths, ...readPaths] }
  if (found.files.length === 0 && inputs.images === undefined) setEmptyOutputs(front)
  else if (inputs.dryRun || credentialChoice === undefined) {
    const { dryRun } = await import('./dry-run.ts')
    await front.group('Dry run', () => dryRun(run, found, predicates))
  } else {
    const { signFound } = await import('./sign-found.ts')
    await signFound({ ...run, inputs: { ...inputs, credentialChoice } }, found, predicates)
  }
}

/** What is attested besides, read before any request. */
async function attested({ inputs, limits, front }: StartedRun): Promise<ReadPredicates> {
  if (inputs.sbomPath === undefined && inputs.predicate === undefined) return { predicates: [], readPaths: [] }
  const { readPredicates } = await import('./read-predicates.ts')
  return readPredicates(inputs, limits.signal, front.log)
}

async function summarize(env: Environment, front: Front, account: RunAccount, failure?: ActionError): Promise<void> {
  const { signSummary } = await import('../report/job-summary.ts')
  if (failure === undefined) front.addSummary(signSummary(account))
  else front.addSummary(signSummary(account, { failure, help: helpLink(failure.code, env) }))
}
