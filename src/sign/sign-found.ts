import { setFlagsFromString } from 'node:v8'
import { startLanes } from '../digest/lanes.ts'
import type { FoundFiles } from '../files/release-files.ts'
import { parseGivenCertificate } from '../formats/cms/given-certificate.ts'
import type { Predicate } from '../signing/predicate.ts'
import { knownWithoutRequests, planOutputs } from './plan.ts'
import type { Run, StartedRun } from './run.ts'

/** Signature files from which on memory counts for more than a few per cent of time. */
const MANY_OUTPUTS = 10_000

/**
 * With many signatures V8 lets the heap grow to several times what is live, for a gain of a few per cent: told before the
 * paths are planned, since it never shrinks much. Node warns of flags that are set after the start; these two only tell V8
 * when to collect. docs/architecture.md has what was tried instead.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
}

/**
 * What can be told of the files before any request: their readers are started, a given certificate is read, and the
 * paths are planned. What signs them is loaded meanwhile.
 * @throws ActionError whatever made the run fail
 */
export async function signFound(
  run: StartedRun & Pick<Run, 'inputs'>,
  found: FoundFiles,
  predicates: readonly Predicate[],
): Promise<void> {
  const { inputs } = run
  if (found.files.length * inputs.formats.length > MANY_OUTPUTS) keepHeapSmall()
  // The threads start while the rest of the code is loaded.
  using lanes = startLanes(found.files)
  const certificate =
    inputs.certificate === undefined ? undefined : parseGivenCertificate(inputs.certificate, new Date())
  const plan = planOutputs({ inputs, found, predicates }, knownWithoutRequests(inputs, found))
  const { signAndPublish } = await import('./sign-and-publish.ts')
  await signAndPublish({ ...run, found, plan, lanes, predicates, certificate })
}
