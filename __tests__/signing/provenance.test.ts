import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { withClaims } from '../../src/signing/token-claims.ts'
import { thrownBy } from '../support/thrown-by.ts'
import { provenanceFileNames, provenanceStatements, runPredicate } from '../../src/signing/provenance.ts'

const RUN = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/widgets',
  GITHUB_REPOSITORY_ID: '101',
  GITHUB_REPOSITORY_OWNER_ID: '202',
  GITHUB_REF: 'refs/tags/v1.2.3',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_WORKFLOW_REF: 'acme/widgets/.github/workflows/release.yml@refs/tags/v1.2.3',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_RUN_ID: '303',
  GITHUB_RUN_ATTEMPT: '2',
  RUNNER_ENVIRONMENT: 'github-hosted',
}

const subjects = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    name: `file ${i}`,
    digest: createHash('sha384').update(String(i)).digest(),
  }))

const parse = (statement: Buffer | undefined): { subject: unknown[] } & Record<string, unknown> =>
  JSON.parse(statement?.toString() ?? '') as { subject: unknown[] } & Record<string, unknown>

describe('a statement', () => {
  it('describes the run as actions/attest-build-provenance does', () => {
    const [{ fileName, statement } = {}, ...others] = provenanceStatements(RUN, subjects(1), 'sha384')
    expect(others).toEqual([])
    expect(fileName).toBe('provenance.sigstore.json')
    expect(parse(statement)).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'file 0', digest: { sha384: createHash('sha384').update('0').digest('hex') } }],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: {
          buildType: 'https://actions.github.io/buildtypes/workflow/v1',
          externalParameters: {
            workflow: {
              ref: 'refs/tags/v1.2.3',
              repository: 'https://github.com/acme/widgets',
              path: '.github/workflows/release.yml',
            },
          },
          internalParameters: {
            github: {
              event_name: 'push',
              repository_id: '101',
              repository_owner_id: '202',
              runner_environment: 'github-hosted',
            },
          },
          resolvedDependencies: [
            {
              uri: 'git+https://github.com/acme/widgets@refs/tags/v1.2.3',
              digest: { gitCommit: '0123456789abcdef0123456789abcdef01234567' },
            },
          ],
        },
        runDetails: {
          builder: { id: 'https://github.com/acme/widgets/.github/workflows/release.yml@refs/tags/v1.2.3' },
          metadata: { invocationId: 'https://github.com/acme/widgets/actions/runs/303/attempts/2' },
        },
      },
    })
  })

  it('names the whole file of a workflow whose name holds an @', () => {
    const path = '.github/workflows/release@next.yml'
    const run = { ...RUN, GITHUB_WORKFLOW_REF: `acme/widgets/${path}@refs/tags/v1@2` }
    expect(runPredicate(run)).toMatchObject({ buildDefinition: { externalParameters: { workflow: { path } } } })
  })

  it('says nothing of a runner that does not name its kind, and takes github.com where no server is named', () => {
    const { RUNNER_ENVIRONMENT, GITHUB_SERVER_URL, ...rest } = RUN
    const text = JSON.stringify(runPredicate({ ...rest, GITHUB_SERVER_URL: '' }))
    expect(text).not.toContain('runner_environment')
    expect(text).toContain(`${GITHUB_SERVER_URL}/acme/widgets`)
    expect(JSON.stringify(runPredicate(RUN))).toContain(RUNNER_ENVIRONMENT)
  })

  it.each(Object.keys(RUN).filter((name) => !['GITHUB_SERVER_URL', 'RUNNER_ENVIRONMENT'].includes(name)))(
    'is refused without %s, naming it',
    (name) => {
      for (const value of [undefined, '']) {
        expect(() => runPredicate({ ...RUN, [name]: value })).toThrow(
          expect.objectContaining({
            code: 'INVALID_INPUT',
            message: expect.stringMatching(`no ${name}\\.$`),
          }),
        )
      }
    },
  )
})

it.each([
  [1024, [1024], ['provenance.sigstore.json']],
  [1025, [1024, 1], ['provenance-1.sigstore.json', 'provenance-2.sigstore.json']],
  [2049, [1024, 1024, 1], [1, 2, 3].map((n) => `provenance-${n}.sigstore.json`)],
])('puts %i files into statements of %j subjects', (count, sizes, names) => {
  const statements = provenanceStatements(RUN, subjects(count), 'sha384')
  expect(statements.map(({ statement }) => parse(statement).subject.length)).toEqual(sizes)
  expect(statements.map(({ fileName }) => fileName)).toEqual(names)
  expect(provenanceFileNames(count)).toEqual(names)
  const all = statements.flatMap(({ statement }) => parse(statement).subject)
  expect(all.map((subject) => (subject as { name: string }).name)).toEqual(subjects(count).map(({ name }) => name))
})

describe('a token of the job', () => {
  const CLAIMS = {
    repository: 'acme/widgets',
    repository_id: '101',
    repository_owner_id: '202',
    ref: 'refs/tags/v1.2.3',
    sha: RUN.GITHUB_SHA,
    workflow_ref: RUN.GITHUB_WORKFLOW_REF,
    job_workflow_ref: 'acme/signing/.github/workflows/sign.yml@refs/tags/v2',
    event_name: 'push',
    run_id: '303',
    run_attempt: '2',
    runner_environment: 'github-hosted',
  }

  it('names the reusable workflow as the builder', () => {
    const predicate = runPredicate(withClaims(RUN, CLAIMS))
    expect(predicate).toMatchObject({
      buildDefinition: { externalParameters: { workflow: { path: '.github/workflows/release.yml' } } },
      runDetails: { builder: { id: 'https://github.com/acme/signing/.github/workflows/sign.yml@refs/tags/v2' } },
    })
  })

  it.each(Object.keys(CLAIMS).filter((claim) => claim !== 'job_workflow_ref'))(
    'stops the run that has another %s',
    (claim) => {
      const other = { ...CLAIMS, [claim]: 'x::y\u202e' }
      expect(thrownBy(() => withClaims(RUN, other))).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining(`, and the token's ${claim} is x::y\\u{202e}`) as unknown,
        hint: expect.stringMatching(/^Find out which step/u) as unknown,
      })
    },
  )

  it('says what the runner does not, and the runner what the token does not', () => {
    expect(runPredicate(withClaims({ ...RUN, GITHUB_REF: undefined, GITHUB_SHA: '' }, CLAIMS))).toEqual(
      runPredicate(withClaims(RUN, CLAIMS)),
    )
    expect(runPredicate(withClaims(RUN, {}))).toEqual(runPredicate(RUN))
    expect(runPredicate(withClaims(RUN, { job_workflow_ref: 1, ref: null, run_id: 303 }))).toMatchObject({
      runDetails: { builder: { id: 'https://github.com/1' } },
    })
  })
})

it.each([
  ['outside a workflow', {}, /the environment has no GITHUB_WORKFLOW_REF\.$/u],
  ['on a runner of Gitea', { GITEA_ACTIONS: 'true' }, /the runner of Gitea sets no GITHUB_WORKFLOW_REF\.$/u],
])('says %s what is missing', (_, variables, message) => {
  const env = { ...RUN, ...variables, GITHUB_WORKFLOW_REF: undefined }
  expect(thrownBy(() => runPredicate(env))).toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(message) as unknown,
    hint: expect.stringContaining('leave `provenance` out of `sign`') as unknown,
  })
})
