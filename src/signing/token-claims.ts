import { ActionError } from '../base/errors.ts'
import type { Environment } from '../base/environment.ts'
import { listed, printable } from '../base/log.ts'

/** The claims of the job's OIDC token, as GitHub signed them. */
export type TokenClaims = Readonly<Record<string, unknown>>

/** The claims that runner's variables say, too (GitHub, "OpenID Connect reference"). */
const VARIABLES: Readonly<Record<string, string>> = {
  repository: 'GITHUB_REPOSITORY',
  repository_id: 'GITHUB_REPOSITORY_ID',
  repository_owner_id: 'GITHUB_REPOSITORY_OWNER_ID',
  ref: 'GITHUB_REF',
  sha: 'GITHUB_SHA',
  workflow_ref: 'GITHUB_WORKFLOW_REF',
  event_name: 'GITHUB_EVENT_NAME',
  run_id: 'GITHUB_RUN_ID',
  run_attempt: 'GITHUB_RUN_ATTEMPT',
  runner_environment: 'RUNNER_ENVIRONMENT',
}

/** Where provenance finds the workflow whose job signs: of a reusable workflow, that one. No runner sets it. */
export const JOB_WORKFLOW_REF = 'JOB_WORKFLOW_REF'

/**
 * The runner's variables, with what the token says in their place: each step can write variables, and none a token.
 * @throws ActionError INVALID_INPUT where the two differ in what both say
 */
export function withClaims(environment: Environment, claims: TokenClaims): Environment {
  const said = Object.entries(VARIABLES).flatMap(([claim, variable]) => {
    const value = textOf(claims[claim])
    return value === undefined ? [] : [{ claim, variable, value }]
  })
  const different = said.filter(({ variable, value }) => (environment[variable] || value) !== value)
  if (different.length > 0) throw otherRun(different, environment)
  const { job_workflow_ref: builder } = claims
  return {
    ...environment,
    ...Object.fromEntries(said.map(({ variable, value }) => [variable, value])),
    [JOB_WORKFLOW_REF]: textOf(builder),
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

interface Said {
  readonly claim: string
  readonly variable: string
  readonly value: string
}

function otherRun(different: readonly Said[], environment: Environment): ActionError {
  const lines = different.map(
    ({ claim, variable, value }) =>
      `${variable} is ${printable(environment[variable] ?? '', 200)}, and the token's ${claim} is ${printable(value, 200)}`,
  )
  return new ActionError(
    'INVALID_INPUT',
    `\`sign: provenance\` states the run, and the runner's variables say something else of it than GitHub's token:\n${listed(lines)}`,
    {
      hint: 'Find out which step of the job sets these variables (by `$GITHUB_ENV` or `env:`), and take that out: they have to be as the runner sets them.',
    },
  )
}
