import { mkdirSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { readInputs } from '../../src/sign/inputs.ts'
import { readPredicates } from '../../src/sign/read-predicates.ts'
import { collectingLog } from '../support/collecting-log.ts'
import { type Workspace, workspaceWith } from '../support/workspace.ts'

const TYPE = 'https://example.org/results/v1'
const LIMIT = 16 * 1024 * 1024
const SPDX = '{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT"}'
const CYCLONEDX = '{"bomFormat":"CycloneDX","specVersion":"1.6"}'

let workspace: Workspace
beforeEach(async () => {
  workspace = await workspaceWith({
    'b.spdx.json': SPDX,
    'sub/a.cdx.json': ` ${CYCLONEDX}\n`,
    'results.json': '{"a":1}',
  })
})
afterEach(() => workspace.remove())

async function read(given: Record<string, string>) {
  const inputs = { 'key-id': 'abj1', files: 'dist/*', 'yc-iam-token': 't1.x', ...given }
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  const read = await readInputs({ GITHUB_WORKSPACE: workspace.path, GITHUB_JOB: 'build', ...env })
  return readPredicates(read, new AbortController().signal, collectingLog())
}
const OWN = { 'predicate-type': TYPE, 'predicate-path': 'results.json' }

it('reads SBOMs sorted by path, and the other behind them', async () => {
  const { predicates, readPaths } = await read({ 'sbom-path': '**/*.cdx.json\n*.spdx.json', ...OWN })
  expect(predicates).toEqual([
    { kind: 'sbom', type: 'https://spdx.dev/Document', json: SPDX },
    { kind: 'sbom', type: 'https://cyclonedx.org/bom', json: CYCLONEDX },
    { kind: 'attestation', type: TYPE, json: '{"a":1}' },
  ])
  expect(readPaths).toEqual(['b.spdx.json', 'sub/a.cdx.json', 'results.json'].map((path) => workspace.at(path)))
  expect(await read({})).toEqual({ predicates: [], readPaths: [] })
})

it('takes 16 MiB, and not a byte more', async () => {
  const filled = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`
  writeFileSync(workspace.at('results.json'), filled(LIMIT))
  expect((await read(OWN)).predicates[0]?.json).toHaveLength(LIMIT)
  writeFileSync(workspace.at('results.json'), filled(LIMIT + 1))
  await expect(read(OWN)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining(`results.json is larger than ${LIMIT} bytes`) as unknown,
  })
})

it('names every file that is not what it has to be, with its input', async () => {
  writeFileSync(workspace.at('b.spdx.json'), '{}')
  writeFileSync(workspace.at('results.json'), '[1]')
  const failure = await read({ 'sbom-path': '*.spdx.json', ...OWN }).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(/^What is to be attested cannot be used:\n/u) as unknown,
    hint: expect.stringMatching(/^An SBOM is .*npm sbom/u) as unknown,
  })
  const { message } = failure as Error
  expect(message).toContain('`sbom-path`: b.spdx.json is neither SPDX nor CycloneDX in JSON')
  expect(message).toContain('`predicate-path`: results.json has no object as its content')
})

it.each([
  ['is not there', () => undefined, /gone\.json cannot be read: ENOENT/u],
  [
    'is a folder',
    () => {
      mkdirSync(workspace.at('gone.json'))
    },
    /gone\.json (?:is not a regular file|cannot be read: EISDIR)/u,
  ],
  [
    'is not JSON',
    () => {
      writeFileSync(workspace.at('gone.json'), 'x')
    },
    /gone\.json is not JSON/u,
  ],
  [
    'has a member twice',
    () => {
      writeFileSync(workspace.at('gone.json'), '{"a":1,"\\u0061":2}')
    },
    /gone\.json has a member twice/u,
  ],
])('refuses a predicate that %s', async (_, make, message) => {
  make()
  await expect(read({ ...OWN, 'predicate-path': 'gone.json' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(message) as unknown,
  })
})

it('has no files where a pattern of SBOMs matches nothing, whatever `if-no-files-found` says', async () => {
  await expect(read({ 'sbom-path': '*.spdx.json\nnone*.json', 'if-no-files-found': 'ignore' })).rejects.toMatchObject({
    code: 'NO_FILES',
    message: expect.stringContaining('none*.json') as unknown,
  })
})
