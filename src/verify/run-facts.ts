/**
 * What SLSA provenance of GitHub Actions says of its run, as actions/attest, actions/attest-build-provenance and the sign
 * action write it (https://actions.github.io/buildtypes/workflow/v1).
 */
type Fact =
  'repository' | 'repository-id' | 'owner-id' | 'ref' | 'commit' | 'workflow' | 'builder' | 'runner-environment'

/** The names of the input `policy`. */
export const FACTS: readonly Fact[] = [
  'repository',
  'repository-id',
  'owner-id',
  'ref',
  'commit',
  'workflow',
  'builder',
  'runner-environment',
]

/** What a statement says; a fact that it lacks, or has in another form, is not there. `repository` and `builder` are URLs. */
export type RunFacts = Readonly<Partial<Record<Fact, string>>>

export type { Fact }

/** Both describe the same fields: the first is the older name. */
const BUILD_TYPES: readonly unknown[] = [
  'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
  'https://actions.github.io/buildtypes/workflow/v1',
]

/**
 * The facts of a SLSA provenance predicate v1, which a trusted key has signed. One of another build type has none:
 * its fields may mean something else.
 */
export function runFacts(predicate: unknown): RunFacts {
  const definition = at(predicate, 'buildDefinition')
  if (!BUILD_TYPES.includes(at(definition, 'buildType'))) return {}
  const workflow = at(definition, 'externalParameters', 'workflow')
  const github = at(definition, 'internalParameters', 'github')
  const [repository, ref] = [text(at(workflow, 'repository')), text(at(workflow, 'ref'))]
  const facts: Record<Fact, string | undefined> = {
    repository,
    'repository-id': text(at(github, 'repository_id')),
    'owner-id': text(at(github, 'repository_owner_id')),
    ref,
    commit: commitOf(at(definition, 'resolvedDependencies'), `git+${repository ?? ''}@${ref ?? ''}`),
    workflow: text(at(workflow, 'path')),
    builder: text(at(predicate, 'runDetails', 'builder', 'id')),
    'runner-environment': text(at(github, 'runner_environment')),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** The commit of the run's own source: other dependencies may be listed beside it. Two that differ are none. */
function commitOf(dependencies: unknown, uri: string): string | undefined {
  if (!Array.isArray(dependencies)) return undefined
  const own = dependencies.filter((dependency) => at(dependency, 'uri') === uri)
  const commits = new Set(own.map((dependency) => text(at(dependency, 'digest', 'gitCommit'))))
  return commits.size === 1 ? [...commits][0] : undefined
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[name]
  }
  return found
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
