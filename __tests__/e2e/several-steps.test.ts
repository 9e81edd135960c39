/** Several steps of one job that write into the same folder. */
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { expectFailure, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith({ 'dist/a': 'one', 'dist/b': 'two' })
})
afterEach(() => workspace.remove())

const step = (inputs: Readonly<Record<string, string>>) =>
  sign(emulator, workspace, { inputs: { files: 'dist', 'upload-artifact': 'false', ...inputs } })

const manifest = async () =>
  JSON.parse(await readFile(workspace.at('dist/signatures.json'), 'utf8')) as {
    readonly files: readonly { readonly path: string; readonly files: readonly string[] }[]
    readonly checksums: { readonly files: readonly string[] } | null
    readonly runFiles: readonly string[]
  }

it('add to one manifest, and share the files of the key', async () => {
  expectSuccess(await step({ formats: 'sig' }))
  const key = await readFile(workspace.at('dist/kms-public-key.pem'))
  expectSuccess(await step({ formats: 'openpgp' }))
  const armored = await readFile(workspace.at('dist/kms-public-key.asc'))
  await writeFile(workspace.at('dist/c'), 'three')
  expectSuccess(await step({ files: 'dist/c', formats: 'openpgp, sshsig' }))
  expect(await readFile(workspace.at('dist/kms-public-key.pem'))).toEqual(key)
  expect(await readFile(workspace.at('dist/kms-public-key.asc'))).toEqual(armored)
  const { files, runFiles } = await manifest()
  expect(files.map(({ path, files: written }) => [path, ...written])).toEqual([
    ['dist/a', 'dist/a.sig', 'dist/a.asc'],
    ['dist/b', 'dist/b.sig', 'dist/b.asc'],
    ['dist/c', 'dist/c.sshsig', 'dist/c.asc'],
  ])
  expect(runFiles.toSorted()).toEqual(
    ['kms-allowed-signers', 'kms-public-key.asc', 'kms-public-key.gpg', 'kms-public-key.pem', 'signatures.json'].map(
      (name) => `dist/${name}`,
    ),
  )
  const schema = await readFile(new URL('../../schemas/signatures.schema.json', import.meta.url), 'utf8')
  expect(new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object)(await manifest())).toBe(true)
})

it.each(['checksums', 'files, checksums'])(
  'sign one checksum file in several formats with `sign: %s`',
  async (targets) => {
    expectSuccess(await step({ sign: targets, formats: 'sig' }))
    const sums = await readFile(workspace.at('dist/SHA256SUMS'))
    expectSuccess(await step({ sign: targets, formats: 'sshsig', 'hash-algorithm': 'sha256' }))
    expect(await readFile(workspace.at('dist/SHA256SUMS'))).toEqual(sums)
    expect((await manifest()).checksums?.files).toEqual([
      'dist/SHA256SUMS.sig',
      'dist/SHA256SUMS',
      'dist/SHA256SUMS.sshsig',
    ])
  },
)

it.each<[string, () => Promise<unknown>, object, boolean]>([
  ['lists other files', () => writeFile(workspace.at('dist/c'), 'three'), { 'hash-algorithm': 'sha256' }, false],
  ['lists another digest', () => writeFile(workspace.at('dist/a'), 'other'), {}, true],
  [
    'lists another digest, with hash-algorithm',
    () => writeFile(workspace.at('dist/a'), 'other'),
    { 'hash-algorithm': 'sha256' },
    true,
  ],
  ['is none', () => writeFile(workspace.at('dist/SHA256SUMS'), 'text'), { 'hash-algorithm': 'sha256' }, false],
])('sign nothing where a checksum file of that name %s', async (_, change, inputs, mayAsk) => {
  expectSuccess(await step({ sign: 'checksums' }))
  await change()
  const before = await workspace.snapshot()
  emulator.requests.length = 0
  expectFailure(await step({ sign: 'checksums', formats: 'base64', ...inputs }), 'OUTPUT_EXISTS')
  expect(emulator.requests.filter(({ call }) => call === 'SignHash' || !mayAsk)).toEqual([])
  expect(await workspace.snapshot()).toEqual(before)
})

it('still do not replace signature files, and ask nobody before they say so', async () => {
  expectSuccess(await step({ formats: 'sig' }))
  emulator.requests.length = 0
  expectFailure(await step({ formats: 'sig' }), 'OUTPUT_EXISTS')
  expect(emulator.requests).toEqual([])
})

it.each([
  ['a key file that holds none', 'dist/kms-public-key.pem', 'somebody’s'],
  ['a manifest that is none', 'dist/signatures.json', '{}'],
])('ask nobody where there is %s', async (_, path, content) => {
  await writeFile(workspace.at(path), content)
  emulator.requests.length = 0
  expectFailure(await step({ files: 'dist/a' }), 'OUTPUT_EXISTS')
  expect(emulator.requests).toEqual([])
})
