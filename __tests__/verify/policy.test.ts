import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { runPredicate } from '../../src/signing/provenance.ts'
import { misfits, readPolicy } from '../../src/verify/policy.ts'
import { FACTS, runFacts, type Fact } from '../../src/verify/run-facts.ts'
import { fc } from '../support/properties.ts'
import { localKey, type LocalKey } from '../support/local-keys.ts'
import { attestation, json, statement, subjectOf } from '../support/signature-makers.ts'
import { replaceJson } from '../support/trees.ts'
import { ReleaseFolder } from './release-folder.ts'

const SERVER = 'https://github.com'
const RUN = {
  GITHUB_REPOSITORY: 'Octo/App',
  GITHUB_REPOSITORY_ID: '11',
  GITHUB_REPOSITORY_OWNER_ID: '22',
  GITHUB_REF: 'refs/tags/v1',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_WORKFLOW_REF: 'Octo/App/.github/workflows/release.yml@refs/tags/v1',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_RUN_ID: '3',
  GITHUB_RUN_ATTEMPT: '1',
  RUNNER_ENVIRONMENT: 'github-hosted',
}
const PREDICATE = runPredicate(RUN)
const rules = (lines: string, server = SERVER) => readPolicy(lines, server, (text) => `"${text}"`)
const wrong = (lines: string, predicate: unknown = PREDICATE, server = SERVER) => {
  const read = rules(lines, server)
  expect(read.faults).toEqual([])
  return misfits(read.rules, runFacts(predicate)).map(({ rule, found }) => [rule.fact, found])
}

const RIGHT: Record<Fact, string> = {
  repository: 'octo/APP',
  'repository-id': '11',
  'owner-id': '22',
  ref: 'refs/tags/v1',
  commit: 'a'.repeat(40),
  workflow: '.github/workflows/release.yml',
  builder: 'Octo/App/.github/workflows/release.yml@refs/tags/v1',
  'runner-environment': 'github-hosted',
}
const WRONG: Record<Fact, string> = {
  repository: 'octo/app2',
  'repository-id': '1',
  'owner-id': '2',
  ref: 'refs/tags/v',
  commit: 'b'.repeat(40),
  workflow: '.github/workflows/other.yml',
  builder: 'Octo/App/.github/workflows/release.yml@refs/tags/v2',
  'runner-environment': 'self-hosted',
}
/** Where the predicate has it. */
const PLACES: Record<Fact, string> = {
  repository: 'buildDefinition.externalParameters.workflow.repository',
  'repository-id': 'buildDefinition.internalParameters.github.repository_id',
  'owner-id': 'buildDefinition.internalParameters.github.repository_owner_id',
  ref: 'buildDefinition.externalParameters.workflow.ref',
  commit: 'buildDefinition.resolvedDependencies.0.digest.gitCommit',
  workflow: 'buildDefinition.externalParameters.workflow.path',
  builder: 'runDetails.builder.id',
  'runner-environment': 'buildDefinition.internalParameters.github.runner_environment',
}

describe.each(FACTS)('%s', (fact) => {
  it('is met by the right value, and by no other', () => {
    expect(wrong(`${fact}: ${RIGHT[fact]}`)).toEqual([])
    expect(wrong(`  ${fact} :${WRONG[fact]}\r\n`)).toEqual([[fact, runFacts(PREDICATE)[fact]]])
  })

  it.each([undefined, null, '', 1, {}, [], ['x'], true])('is not met by %j in its place', (value) => {
    const changed = replaceJson(PREDICATE, PLACES[fact].split('.'), value)
    expect(wrong(`${fact}: ${RIGHT[fact]}`, changed)).toEqual([[fact, undefined]])
  })

  it('has to have a value, and to be there once', () => {
    for (const line of [fact, `${fact}:`, `${fact}:   `])
      expect(rules(line).faults).toEqual([expect.stringMatching(/without a value/u)])
    expect(rules(`${fact}: ${RIGHT[fact]}\n\n${fact}: ${RIGHT[fact]}`).faults).toEqual([`has "${fact}" twice`])
  })
})

it.each([
  ['ref: refs/tags/*', []],
  ['ref: refs/heads/*', [['ref', 'refs/tags/v1']]],
  ['builder: Octo/App/.github/workflows/release.yml@*', []],
  ['builder: Octo/App/.github/workflows/release.yml@refs/tags/*', []],
  ['builder: Octo/App/.github/workflows/rel.yml@*', [['builder', expect.any(String)]]],
  ['repository: https://github.com/octo/app', []],
  ['repository: https://ghes.example/octo/app', [['repository', 'https://github.com/Octo/App']]],
])('%s', (line, expected) => {
  expect(wrong(line)).toEqual(expected)
})

it('means the server of this run', () => {
  const there = runPredicate({ ...RUN, GITHUB_SERVER_URL: 'https://ghes.example' })
  expect(wrong('repository: octo/app', there)).toHaveLength(1)
  expect(
    wrong('repository: octo/app\nbuilder: Octo/App/.github/workflows/release.yml@*', there, 'https://ghes.example'),
  ).toEqual([])
})

it.each([
  'repo: octo/app',
  'octo/app',
  ': octo/app',
  '# repository: octo/app',
  'Repository: octo/app',
  'repository: octo',
  'repository: octo/',
  'repository: /app',
  'repository: octo/*',
  'repository: octo/app/more',
  'repository-id: x',
  'ref: *',
  'ref: v1',
  'ref: refs/*/v1',
  'commit: abc1234',
  'commit: HEAD',
  'workflow: *',
  'workflow: release',
  'builder: *',
  'builder: octo/app',
  'builder: octo/app/.github/workflows/release.yml',
  'builder: octo/app/.github/workflows/release.yml@',
  'runner-environment: any',
])('takes %j for a fault', (line) => {
  expect(rules(line)).toMatchObject({ rules: [], faults: [expect.any(String)] })
})

it.each([
  ['of another build type', (p: object) => replaceJson(p, ['buildDefinition', 'buildType'], 'https://example.net/')],
  ['that is no object', () => 'x'],
  ['that is nothing', () => null],
  ['whose parts are inherited', () => ({ __proto__: PREDICATE })],
])('finds nothing in a predicate %s', (_, change) => {
  expect(runFacts(change(PREDICATE))).toEqual({})
})

it('takes the commit of the own source alone, and none where two differ', () => {
  const place = ['buildDefinition', 'resolvedDependencies']
  const own = { uri: 'git+https://github.com/Octo/App@refs/tags/v1', digest: { gitCommit: 'a'.repeat(40) } }
  const other = { uri: 'git+https://github.com/evil/app@refs/tags/v1', digest: { gitCommit: 'b'.repeat(40) } }
  const line = `commit: ${'a'.repeat(40)}`
  expect(wrong(line, replaceJson(PREDICATE, place, [other, own]))).toEqual([])
  expect(wrong(line, replaceJson(PREDICATE, place, [own, own]))).toEqual([])
  for (const dependencies of [
    [other],
    [],
    [own, { ...own, digest: { gitCommit: 'b'.repeat(40) } }],
    [{ ...own, digest: {} }],
  ])
    expect(wrong(line, replaceJson(PREDICATE, place, dependencies))).toEqual([['commit', undefined]])
})

it('answers any lines and any predicate, and never lets a policy of lines become one of none', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `ref: ${text}`),
      ),
      fc.jsonValue(),
      (lines, predicate) => {
        const { rules: read, faults } = rules(lines)
        expect(read.length + faults.length > 0).toBe(lines.trim() !== '')
        expect(misfits(read, runFacts(predicate))).toHaveLength(read.length)
      },
    ),
  )
})

it('meets a policy by exactly what it says', () => {
  const refs = fc.stringMatching(/^refs\/[a-z]{1,4}\/[a-z0-9.]{0,6}\*?$/u)
  fc.assert(
    fc.property(refs, fc.stringMatching(/^refs\/[a-z]{1,4}\/[a-z0-9.]{1,8}$/u), (wanted, found) => {
      const fits = wanted.endsWith('*') ? found.startsWith(wanted.slice(0, -1)) : found === wanted
      const predicate = runPredicate({ ...RUN, GITHUB_REF: found })
      expect(wrong(`ref: ${wanted}`, predicate)).toEqual(fits ? [] : [['ref', found]])
    }),
  )
})

describe('a release', () => {
  let key: LocalKey
  let folder: ReleaseFolder
  beforeAll(() => {
    key = localKey('ECDSA_NIST_P256_SHA_256')
  })
  beforeEach(() => {
    folder = new ReleaseFolder()
    folder.write('app', 'a')
  })
  afterEach(() => {
    folder.remove()
  })
  const state = (name: string, predicate: unknown, content = 'a') => {
    folder.write(name, json(attestation(key, statement([subjectOf('app', Buffer.from(content))], { predicate }))))
  }
  const verify = (policy: string) =>
    folder.verify(key, { files: 'app', provenance: '*.sigstore.json', policy: rules(policy).rules })

  it('is verified by a statement that fits, whatever else there is', async () => {
    state('a.sigstore.json', { ...PREDICATE, buildDefinition: {} })
    state('b.sigstore.json', PREDICATE)
    const { problems, verdict } = await verify('repository: octo/app\nref: refs/tags/*')
    expect(problems).toEqual([])
    expect(verdict.files[0]?.proofs).toMatchObject([
      {
        by: 'provenance',
        source: expect.stringMatching(/b\.sigstore\.json$/u),
        run: { repository: 'https://github.com/Octo/App' },
      },
    ])
  })

  it('violates the policy where no statement fits, and tells what was wanted and found', async () => {
    state('provenance.sigstore.json', PREDICATE)
    expect((await verify('repository: octo/other\ncommit: ' + 'b'.repeat(40))).problems).toEqual([
      'POLICY_VIOLATION app: has no statement that fits the policy (provenance.sigstore.json: ' +
        `repository: wanted octo/other, found https://github.com/Octo/App; commit: wanted ${'b'.repeat(40)}, found ${'a'.repeat(40)})`,
    ])
    state('provenance.sigstore.json', {})
    expect((await verify('ref: refs/tags/v1')).problems).toEqual([
      'POLICY_VIOLATION app: has no statement that fits the policy (provenance.sigstore.json: ref: wanted refs/tags/v1, the statement does not say)',
    ])
  })

  it('is no violation but another file where no statement has its digest', async () => {
    state('provenance.sigstore.json', {}, 'b')
    expect((await verify('ref: refs/tags/v1')).problems).toEqual([expect.stringMatching(/^CHECKSUM_MISMATCH app/u)])
  })

  it('is not verified by parts of the policy from two statements', async () => {
    state('a.sigstore.json', runPredicate({ ...RUN, GITHUB_REF: 'refs/tags/v2' }))
    state('b.sigstore.json', runPredicate({ ...RUN, GITHUB_REPOSITORY: 'evil/app' }))
    const { problems } = await verify('repository: octo/app\nref: refs/tags/v1')
    expect(problems).toEqual([expect.stringMatching(/^POLICY_VIOLATION app: .*a\.sigstore.*b\.sigstore/u)])
  })
})
