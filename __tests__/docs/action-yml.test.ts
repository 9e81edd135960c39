import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { readInputs as readSignInputs } from '../../src/sign/inputs.ts'

const root = join(import.meta.dirname, '../..')

interface ActionFile {
  readonly inputs: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>
  readonly outputs: Readonly<Record<string, { description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

const read = (path: string): ActionFile => parse(readFileSync(join(root, path), 'utf8')) as ActionFile

/** What users were promised: name → default, `required`, or undefined where the default depends on something else. */
const SIGN_INPUTS: Readonly<Record<string, string | undefined>> = {
  'key-id': 'required',
  files: undefined,
  'subject-checksums': undefined,
  images: undefined,
  'image-layouts': 'tag, referrer',
  'registry-username': undefined,
  'registry-password': undefined,
  sign: 'files',
  formats: 'sig',
  'hash-algorithm': 'auto',
  identity: undefined,
  certificate: undefined,
  'public-key': undefined,
  'yc-sa-id': undefined,
  'yc-sa-json-credentials': undefined,
  'yc-iam-token': undefined,
  'yc-vm-service-account': 'false',
  'oidc-token': undefined,
  'oidc-audience': undefined,
  'revoke-token': 'false',
  'output-dir': undefined,
  overwrite: 'false',
  'if-no-files-found': 'error',
  'max-files': '1000',
  'upload-artifact': 'auto',
  'artifact-name': 'signatures-${{ github.job }}-${{ strategy.job-index }}',
  'retention-days': undefined,
  'release-assets': 'false',
  'release-tag': undefined,
  'github-token': '${{ github.token }}',
  'max-concurrency': '16',
  'timeout-minutes': '15',
  'dry-run': 'false',
  'api-endpoint': 'api.cloud.yandex.net',
  'kms-endpoint': undefined,
  'iam-endpoint': undefined,
  'token-endpoint': undefined,
}
const VERIFY_INPUTS: typeof SIGN_INPUTS = {
  'public-key': 'required',
  fingerprint: undefined,
  files: 'required',
  formats: 'sig, base64, sigstore, sshsig, openpgp, cms, openpgp-clear',
  'signatures-dir': undefined,
  checksums: undefined,
  provenance: undefined,
  'hash-algorithm': 'auto',
  'if-no-files-found': 'error',
}
const SIGN_OUTPUTS = [
  'files',
  'signed-count',
  'signatures',
  'manifest-path',
  'checksums-path',
  'provenance-paths',
  'attestation-paths',
  'public-key-path',
  'public-key-fingerprint',
  'algorithm',
  'artifact-id',
  'artifact-url',
  'artifact-digest',
  'release-asset-urls',
  'image-signatures',
  'verification-notes',
]

describe.each([
  ['action.yml', 'dist/sign/index.js', SIGN_INPUTS, SIGN_OUTPUTS],
  ['verify/action.yml', '../dist/verify/index.js', VERIFY_INPUTS, ['verified-count', 'results']],
] as const)('%s', (path, main, inputs, outputs) => {
  const action = read(path)

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main })
    expect(existsSync(join(root, path, '..', main))).toBe(true)
  })

  it('has the inputs that were promised, with their defaults', () => {
    const found = Object.entries(action.inputs).map(([name, { required, default: value }]) => [
      name,
      required === true ? 'required' : value,
    ])
    expect(Object.fromEntries(found)).toEqual(inputs)
  })

  it('has the outputs that were promised', () => {
    expect(Object.keys(action.outputs).toSorted()).toEqual([...outputs].toSorted())
  })

  it('describes every input and output in one line', () => {
    expect(Object.keys(action.inputs).length).toBeGreaterThan(0)
    expect(Object.keys(action.outputs).length).toBeGreaterThan(0)
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description).toMatch(/^[^\n]{10,}\S$/u)
    }
  })
})

const SCENARIOS: readonly Readonly<Record<string, string>>[] = [
  { 'yc-sa-id': 'aje' },
  { 'yc-iam-token': 't1.x', 'release-assets': 'true', 'release-tag': 'v1', 'upload-artifact': 'false' },
  { 'yc-vm-service-account': 'true', 'subject-checksums': 'SHA256SUMS', files: '' },
]

/** The environment of a step whose inputs are `given`, with `defaults` for the others; `asked` collects what is read. */
function environment(
  given: Readonly<Record<string, string>>,
  defaults: Readonly<Record<string, string>>,
  asked: Set<string>,
): Readonly<Record<string, string | undefined>> {
  const inputs = { ...defaults, 'key-id': 'abj', files: '*.tgz', ...given }
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const env: Record<string, string> = {
    ...(Object.fromEntries(variables) as Record<string, string>),
    GITHUB_JOB: 'release',
    GITHUB_WORKSPACE: root,
  }
  return new Proxy(env, {
    get: (target, name) => {
      if (typeof name === 'string' && name.startsWith('INPUT_')) asked.add(name.slice('INPUT_'.length).toLowerCase())
      return Reflect.get(target, name) as unknown
    },
  })
}

describe('the reading of sign’s inputs', () => {
  const { inputs } = read('action.yml')

  it('asks for every input of action.yml and for no other', async () => {
    const asked = new Set<string>()
    for (const given of SCENARIOS) await readSignInputs(environment(given, { 'github-token': 'x' }, asked))
    expect([...asked].toSorted()).toEqual(Object.keys(inputs).toSorted())
  })

  it.each(SCENARIOS)('takes the defaults of action.yml for its own: %j', async (given) => {
    const contexts: Readonly<Record<string, string>> = {
      '${{ github.token }}': 'ghs_x',
      '${{ github.job }}': 'release',
      '${{ strategy.job-index }}': '0',
    }
    const defaults = Object.entries(inputs).map(([name, { default: value = '' }]) => [
      name,
      value.replaceAll(/\$\{\{.*?\}\}/gu, (context) => contexts[context] ?? context),
    ])
    // The one default that code cannot know.
    const token = { 'github-token': 'ghs_x' }
    const withDefaults = await readSignInputs(
      environment(given, Object.fromEntries(defaults) as Record<string, string>, new Set()),
    )
    const without = await readSignInputs(environment(given, token, new Set()))
    expect(withDefaults).toEqual(without)
  })
})

/** The text of all sources of one action and of what it shares. */
function sources(folder: string): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n')
}

it.each([
  ['action.yml', 'src'],
  ['verify/action.yml', 'src/verify'],
])('every input and output of %s occurs in %s', (path, folder) => {
  const { inputs, outputs } = read(path)
  const text = sources(folder)
  const names = [...Object.keys(inputs), ...Object.keys(outputs)]
  expect(names.filter((name) => !text.includes(`'${name}'`) && !new RegExp(`\\b${name}:`, 'u').test(text))).toEqual([])
})

it('the README shows every input and output of both actions', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const names = ['action.yml', 'verify/action.yml']
    .map(read)
    .flatMap(({ inputs, outputs }) => [...Object.keys(inputs), ...Object.keys(outputs)])
  expect(names.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([])
})

/** Feather's icons that the Marketplace does not take, and the colours that it does. Source: GitHub, "Metadata syntax". */
const REFUSED_ICONS = [
  ...[
    'coffee',
    'columns',
    'divide-circle',
    'divide-square',
    'divide',
    'frown',
    'hexagon',
    'key',
    'meh',
    'mouse-pointer',
  ],
  ...['smile', 'tool', 'x-octagon'],
]
const COLOURS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']

it.each(['action.yml', 'verify/action.yml'])('%s is what the Marketplace takes', (path) => {
  const file = parse(readFileSync(join(root, path), 'utf8')) as {
    readonly name: string
    readonly author?: string
    readonly description: string
    readonly branding: { readonly icon: string; readonly color: string }
  }
  expect(file.description.length).toBeLessThan(125)
  expect(file.name.length).toBeGreaterThan(0)
  expect(file.author ?? '').not.toBe('')
  expect(file.branding.icon).toMatch(/^[a-z-]+$/u)
  expect(REFUSED_ICONS).not.toContain(file.branding.icon)
  expect(COLOURS).toContain(file.branding.color)
})
