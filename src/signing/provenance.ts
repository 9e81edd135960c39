import { statementFileNames } from '../formats/run-files.ts'
import { otherServer, type Environment } from '../base/environment.ts'
import { ActionError } from '../base/errors.ts'
import { JOB_WORKFLOW_REF } from './token-claims.ts'
import type { HashAlgorithm } from '../crypto/hashes.ts'

/** What a statement is about: a release file. */
interface Subject {
  readonly name: string
  /** Raw digest by the key's hash. */
  readonly digest: Buffer
}

/** An in-toto statement and the file that its bundle goes into. */
interface ProvenanceStatement {
  readonly fileName: string
  /** JSON, UTF-8: the DSSE payload. */
  readonly statement: Buffer
}

const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1'
const BUILD_TYPE = 'https://actions.github.io/buildtypes/workflow/v1'
/** sigstore-go and cosign refuse a statement with more subjects. */
const MAX_SUBJECTS = 1024

/** What the runner sets in every job, and the predicate states. */
const REQUIRED = [
  'GITHUB_REPOSITORY',
  'GITHUB_REPOSITORY_ID',
  'GITHUB_REPOSITORY_OWNER_ID',
  'GITHUB_REF',
  'GITHUB_SHA',
  'GITHUB_WORKFLOW_REF',
  'GITHUB_EVENT_NAME',
  'GITHUB_RUN_ID',
  'GITHUB_RUN_ATTEMPT',
] as const

type Facts = Readonly<Record<(typeof REQUIRED)[number], string>>

/**
 * In-toto statements (v1) over all subjects, each with the SLSA provenance predicate (v1) of the run as
 * actions/attest-build-provenance describes it (https://actions.github.io/buildtypes/workflow/v1), at most 1024 subjects each.
 * That action reads the OIDC token's claims; here `withClaims` puts them into the environment where there is such a token, and
 * else the runner's variables stand in for them. Without a token, nothing says `job_workflow_ref`: of a reusable workflow
 * the calling workflow is the builder then.
 * @throws ActionError INVALID_INPUT naming the variables that are missing
 */
export function provenanceStatements(
  environment: Environment,
  subjects: readonly Subject[],
  hash: HashAlgorithm,
): ProvenanceStatement[] {
  const predicate = runPredicate(environment)
  const fileNames = provenanceFileNames(subjects.length)
  return fileNames.map((fileName, index) => {
    const part = subjects.slice(index * MAX_SUBJECTS, (index + 1) * MAX_SUBJECTS)
    const statement = {
      _type: STATEMENT_TYPE,
      subject: part.map(({ name, digest }) => ({ name, digest: { [hash]: digest.toString('hex') } })),
      predicateType: PREDICATE_TYPE,
      predicate,
    }
    return { fileName, statement: Buffer.from(JSON.stringify(statement)) }
  })
}

/** The names of the bundles over so many release files, before anything of them is known. */
export function provenanceFileNames(subjects: number): string[] {
  return statementFileNames('provenance', Math.ceil(subjects / MAX_SUBJECTS))
}

/** The predicate of a run. Exported for checking the environment ahead. @throws ActionError INVALID_INPUT */
export function runPredicate(environment: Environment): object {
  const facts = requiredFacts(environment)
  const server = given(environment, 'GITHUB_SERVER_URL') ?? 'https://github.com'
  const repository = `${server}/${facts.GITHUB_REPOSITORY}`
  const path = facts.GITHUB_WORKFLOW_REF.replace(`${facts.GITHUB_REPOSITORY}/`, '').replace(WORKFLOW_REF, '')
  const runner = given(environment, 'RUNNER_ENVIRONMENT')
  return {
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: { workflow: { ref: facts.GITHUB_REF, repository, path } },
      internalParameters: {
        github: {
          event_name: facts.GITHUB_EVENT_NAME,
          repository_id: facts.GITHUB_REPOSITORY_ID,
          repository_owner_id: facts.GITHUB_REPOSITORY_OWNER_ID,
          ...(runner === undefined ? {} : { runner_environment: runner }),
        },
      },
      resolvedDependencies: [{ uri: `git+${repository}@${facts.GITHUB_REF}`, digest: { gitCommit: facts.GITHUB_SHA } }],
    },
    runDetails: {
      builder: { id: `${server}/${given(environment, JOB_WORKFLOW_REF) ?? facts.GITHUB_WORKFLOW_REF}` },
      metadata: {
        invocationId: `${repository}/actions/runs/${facts.GITHUB_RUN_ID}/attempts/${facts.GITHUB_RUN_ATTEMPT}`,
      },
    },
  }
}

/** What follows the path in GITHUB_WORKFLOW_REF; both may hold an `@`, too. */
const WORKFLOW_REF = /@(?:refs\/.*|[^@]*)$/su

const OUTSIDE_HINT =
  "GitHub's runner sets these in every job: run the action in a workflow, or leave `provenance` out of `sign`."
const OTHER_SERVER_HINT =
  "GitHub's runner sets these in every job, and without them no verifier could tell which run it was: leave `provenance` out of `sign` here. Signatures over files and checksums need none of it."

function requiredFacts(environment: Environment): Facts {
  const missing = REQUIRED.filter((name) => given(environment, name) === undefined)
  if (missing.length > 0) {
    const server = otherServer(environment)
    const whose = server === undefined ? 'the environment has no' : `the runner of ${server} sets no`
    throw new ActionError('INVALID_INPUT', `\`sign: provenance\` states the run, and ${whose} ${missing.join(', ')}.`, {
      hint: server === undefined ? OUTSIDE_HINT : OTHER_SERVER_HINT,
    })
  }
  return Object.fromEntries(REQUIRED.map((name) => [name, environment[name] ?? ''])) as Facts
}

function given(environment: Environment, name: string): string | undefined {
  const value = environment[name]
  return value === '' ? undefined : value
}
