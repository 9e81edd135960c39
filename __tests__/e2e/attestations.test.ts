/** SBOMs and other attestations by the sign bundle, judged by the verify bundle, @sigstore/verify and cosign. */
import { spawnSync } from 'node:child_process'
import { createHash, createPublicKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { bundleFromJSON } from '@sigstore/bundle'
import { toSignedEntity, Verifier } from '@sigstore/verify'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { runAction } from '../../emulator/runner/runner.ts'
import { cosignFolder, itWith } from '../support/where-there.ts'
import { errorsOf, expectFailure, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

const COSIGN = join(cosignFolder() ?? '', 'cosign')

const TYPE = 'https://example.org/test-results/v1'
const RESULTS = '{ "passed" : 12,\n "failed":0 }\n'
const SPDX = '{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","name":"app"}'

/** As actions/attest states a run. */
const PREDICATE = {
  buildDefinition: {
    buildType: 'https://actions.github.io/buildtypes/workflow/v1',
    externalParameters: {
      workflow: {
        ref: 'refs/tags/v1',
        repository: 'https://github.com/acme/widget',
        path: '.github/workflows/r.yml',
      },
    },
    internalParameters: {
      github: {
        event_name: 'push',
        repository_id: '11',
        repository_owner_id: '22',
        runner_environment: 'github-hosted',
      },
    },
    resolvedDependencies: [
      { uri: 'git+https://github.com/acme/widget@refs/tags/v1', digest: { gitCommit: 'a'.repeat(40) } },
    ],
  },
  runDetails: {
    builder: { id: 'https://github.com/acme/widget/.github/workflows/r.yml@refs/tags/v1' },
    metadata: { invocationId: 'https://github.com/acme/widget/actions/runs/3/attempts/1' },
  },
}

const STATEMENT = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'app', digest: { sha256: createHash('sha256').update('app\n').digest('hex') } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: PREDICATE,
}

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
  workspace = await workspaceWith({
    'dist/app': 'app\n',
    'dist/lib': 'lib\n',
    'results.json': RESULTS,
    'b.spdx.json': SPDX,
  })
  // A real one, by npm, of this project.
  const made = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: join(import.meta.dirname, '../..'),
    maxBuffer: 64 * 1024 * 1024,
  })
  expect(made.status).toBe(0)
  writeFileSync(workspace.at('a.cdx.json'), made.stdout)
  const inputs = {
    files: 'dist/*',
    'sbom-path': '*.cdx.json\n*.spdx.json',
    'predicate-type': TYPE,
    'predicate-path': 'results.json',
  }
  const run = await sign(emulator, workspace, { inputs })
  expectSuccess(run)
  expect(run.outputs['attestation-paths']?.split('\n')).toEqual(NAMES.map((name) => `dist/${name}`))
  expect(run.outputs['verification-notes']).toContain('--type')
}, 120_000)
afterAll(async () => {
  await workspace.remove()
  await emulator.close()
})

const NAMES = ['sbom-1.sigstore.json', 'sbom-2.sigstore.json', 'attestation.sigstore.json']
const TYPES = ['https://cyclonedx.org/bom', 'https://spdx.dev/Document', TYPE]
const verify = (inputs: Record<string, string>) =>
  runAction({
    action: 'verify',
    workspace: workspace.path,
    inputs: { 'public-key': readFileSync(workspace.at('dist/kms-public-key.pem'), 'utf8'), files: 'dist/*', ...inputs },
  })
const payloadOf = (name: string) => {
  const bundle = JSON.parse(readFileSync(workspace.at(`dist/${name}`), 'utf8')) as { dsseEnvelope: { payload: string } }
  return Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString()
}

describe.each(NAMES.map((name, index) => [name, TYPES[index] ?? ''] as const))('%s', (name, type) => {
  it('has the file byte for byte, and both release files', () => {
    const file = ['a.cdx.json', 'b.spdx.json', 'results.json'][NAMES.indexOf(name)] ?? ''
    const statement = payloadOf(name)
    expect(statement.endsWith(`"predicate":${readFileSync(workspace.at(file), 'utf8').trim()}}`)).toBe(true)
    expect(JSON.parse(statement)).toMatchObject({ predicateType: type, subject: [{ name: 'app' }, { name: 'lib' }] })
  })

  it('is taken by the verify action as that type and no other', async () => {
    const right = await verify({ attestations: `dist/${name}`, 'predicate-type': type })
    expect([right.exitCode, right.annotations]).toEqual([0, []])
    expect(right.outputs['verified-count']).toBe('2')
    const wrong = await verify({ attestations: `dist/${name}`, 'predicate-type': `${type}/v2` })
    expect(wrong.annotations).toMatchObject([{ title: 'SIGNATURE_INVALID' }])
  })

  it('is taken by @sigstore/verify', () => {
    const publicKey = () => ({
      publicKey: createPublicKey(readFileSync(workspace.at('dist/kms-public-key.pem'))),
      validFor: () => true,
    })
    const trust = { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [], publicKey }
    const verifier = new Verifier(trust, { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 })
    const bundle = bundleFromJSON(JSON.parse(readFileSync(workspace.at(`dist/${name}`), 'utf8')))
    expect(() => verifier.verify(toSignedEntity(bundle))).not.toThrow()
  })

  itWith(COSIGN)('is taken by cosign, by the type and by its short name', () => {
    const short = { 'https://cyclonedx.org/bom': 'cyclonedx', 'https://spdx.dev/Document': 'spdxjson' }[type] ?? type
    for (const given of [type, short]) {
      const argv = [
        'verify-blob-attestation',
        '--key',
        'kms-public-key.pem',
        '--insecure-ignore-tlog=true',
        '--type',
        given,
      ]
      const { status, stderr } = spawnSync(COSIGN, [...argv, '--bundle', name, 'app'], {
        cwd: workspace.at('dist'),
        encoding: 'utf8',
      })
      expect([given, status, stderr]).toEqual([given, 0, expect.any(String)])
    }
  })
})

itWith(COSIGN)(
  'takes a statement that cosign signed in the form of actions/attest, and holds it against a policy',
  async () => {
    const elsewhere = await workspaceWith({ app: 'app\n', 'statement.json': JSON.stringify(STATEMENT) })
    const cosign = (...argv: string[]) => {
      const env = { ...process.env, COSIGN_PASSWORD: '' }
      const { status, stderr } = spawnSync(COSIGN, argv, { cwd: elsewhere.path, env, encoding: 'utf8' })
      expect([status, stderr]).toEqual([0, expect.any(String)])
    }
    cosign('generate-key-pair')
    const offline = ['--key', 'cosign.key', '--use-signing-config=false', '--tlog-upload=false', '-y']
    const about = ['--statement', 'statement.json', '--bundle', 'theirs.sigstore.json']
    cosign('attest-blob', ...offline, ...about, 'app')
    const verifyBy = (policy: string) =>
      runAction({
        action: 'verify',
        workspace: elsewhere.path,
        inputs: { 'public-key': 'cosign.pub', files: 'app', provenance: 'theirs.sigstore.json', policy },
      })
    const right = await verifyBy(
      'repository: acme/widget\nref: refs/tags/*\nbuilder: acme/widget/.github/workflows/r.yml@*',
    )
    expect([errorsOf(right), right.outputs['verified-count']]).toEqual(['', '1'])
    for (const wrong of [
      'repository: acme/fork',
      'ref: refs/heads/*',
      'workflow: .github/workflows/x.yml',
      'owner-id: 1',
    ])
      expect(errorsOf(await verifyBy(wrong))).toMatch(/^POLICY_VIOLATION/u)
    await elsewhere.remove()
  },
)

it('needs nothing of GitHub’s', async () => {
  const alone = await workspaceWith({ 'app.bin': 'app\n', 'b.spdx.json': SPDX })
  const env = Object.fromEntries(['GITHUB_REPOSITORY', 'GITHUB_SHA', 'GITHUB_WORKFLOW_REF'].map((name) => [name, '']))
  const run = await sign(emulator, alone, { inputs: { files: '*.bin', 'sbom-path': '*.spdx.json' }, env })
  expectSuccess(run)
  expect(run.outputs['attestation-paths']).toBe('sbom.sigstore.json')
  await alone.remove()
})

it.each([
  ['a pattern without a match', { 'sbom-path': 'no*.json' }, 'NO_FILES', /no\*\.json/u],
  [
    'an SBOM that is none',
    { 'sbom-path': 'results.json' },
    'INVALID_INPUT',
    /results\.json is neither SPDX nor CycloneDX/u,
  ],
  ['a file that is no JSON', { 'sbom-path': 'dist/app' }, 'INVALID_INPUT', /dist\/app is not JSON/u],
  [
    'one that is too large',
    { 'sbom-path': 'large.json' },
    'INVALID_INPUT',
    /large\.json is larger than 16777216 bytes/u,
  ],
  ['a type alone', { 'predicate-type': TYPE }, 'INVALID_INPUT', /'predicate-path' is empty/u],
  ['a path alone', { 'predicate-path': 'results.json' }, 'INVALID_INPUT', /'predicate-type' is empty/u],
  [
    'a path to nothing',
    { 'predicate-type': TYPE, 'predicate-path': 'none' },
    'INVALID_INPUT',
    /none cannot be read: ENOENT/u,
  ],
  [
    'the type of provenance',
    { 'predicate-type': 'https://slsa.dev/provenance/v1', 'predicate-path': 'results.json' },
    'INVALID_INPUT',
    /SLSA provenance/u,
  ],
  [
    'a type that is no URI',
    { 'predicate-type': 'spdx', 'predicate-path': 'results.json' },
    'INVALID_INPUT',
    /not a URI/u,
  ],
])('stops before any request for %s', async (_, inputs, code, message) => {
  writeFileSync(workspace.at('large.json'), SPDX.replace('app', 'x'.repeat(16 * 1024 * 1024)))
  emulator.requests.length = 0
  const run = await sign(emulator, workspace, { inputs: { files: 'dist/app', overwrite: 'true', ...inputs } })
  expectFailure(run, code)
  expect(run.annotations[0]?.message).toMatch(message)
  expect(emulator.requests).toEqual([])
})

it('counts and names the attestations of a dry run', async () => {
  const run = await sign(emulator, workspace, {
    inputs: { files: 'dist/app', 'sbom-path': 'b.spdx.json', 'dry-run': 'true', overwrite: 'true' },
  })
  expectSuccess(run)
  expect(run.stdout).toContain('dist/sbom.sigstore.json')
})
