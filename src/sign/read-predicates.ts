import { ActionError, messageOf } from '../base/errors.ts'
import { listed, printable, type Log } from '../base/log.ts'
import { displayPath } from '../base/display-path.ts'
import { readBounded } from '../base/read-bounded.ts'
import { collectMatches, refuseProblems, reportUnmatched } from '../files/matches.ts'
import { customPredicate, sbomPredicate, type Predicate } from '../signing/predicate.ts'
import type { SignInputs } from './inputs.ts'

/** As actions/attest has it. */
const MAX_PREDICATE_BYTES = 16 * 1024 * 1024

/** What is attested, and where it was read from. */
export interface ReadPredicates {
  readonly predicates: readonly Predicate[]
  /** Absolute paths: nothing may be written over them. */
  readonly readPaths: readonly string[]
}

/**
 * The predicates that `sbom-path` and `predicate-path` name: SBOMs sorted by path, then the other.
 * @throws ActionError NO_FILES, FILE_UNREADABLE; INVALID_INPUT naming every file that is not what it has to be
 */
export async function readPredicates(inputs: SignInputs, signal: AbortSignal, log: Log): Promise<ReadPredicates> {
  const { sbomPath, predicate, workspace } = inputs
  const predicates: Predicate[] = []
  const faults: string[] = []
  const read = async (path: string, input: string, parse: (bytes: Buffer) => Predicate) => {
    try {
      predicates.push(parse(await readBounded(path, MAX_PREDICATE_BYTES)))
    } catch (error) {
      const why = error instanceof RangeError ? error.message : `cannot be read: ${messageOf(error)}`
      faults.push(`\`${input}\`: ${printable(displayPath(path, workspace), 200)} ${printable(why, 300)}`)
    }
  }
  const sboms = sbomPath === undefined ? [] : await sbomFiles(sbomPath, inputs, signal, log)
  for (const path of sboms) await read(path, 'sbom-path', sbomPredicate)
  if (predicate !== undefined)
    await read(predicate.path, 'predicate-path', (bytes) => customPredicate(predicate.type, bytes))
  if (faults.length > 0) throw notPredicates(faults)
  return { predicates, readPaths: [...sboms, ...(predicate === undefined ? [] : [predicate.path])] }
}

async function sbomFiles(
  patterns: string,
  { workspace }: SignInputs,
  signal: AbortSignal,
  log: Log,
): Promise<readonly string[]> {
  const search = { patterns, input: 'sbom-path', workspace, maxFiles: 0, ifNoFilesFound: 'error', signal, log } as const
  const found = await collectMatches(search)
  refuseProblems(found.matches)
  reportUnmatched(search, found.patterns, found.matches)
  return found.matches.map(({ path }) => path).sort()
}

function notPredicates(faults: readonly string[]): ActionError {
  return new ActionError('INVALID_INPUT', `What is to be attested cannot be used:\n${listed(faults)}`, {
    hint: 'An SBOM is SPDX or CycloneDX in JSON, a predicate any JSON object, each at most 16 MiB (16777216 bytes). Example: `npm sbom --sbom-format cyclonedx > sbom.json`.',
  })
}
