/** Runs that sign the entries of checksum files, in this process. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { startRunScene, type RunScene } from './run-scene.ts'

let scene: RunScene
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const line = (name: string, content = name): string => `${sha256(content)}  ${name}\n`
const SBOM = '{"bomFormat":"CycloneDX","specVersion":"1.6"}'

beforeAll(async () => {
  scene = await startRunScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reset({ 'dist/sums.txt': line('a.bin') + line('sub/b.bin') }))

type Given = Readonly<Record<string, string>>
const sign = (given: Given = {}) => scene.sign({ files: '', 'subject-checksums': 'dist/sums.txt', ...given })
const lines = (text: string | undefined): readonly string[] => (text ?? '').split('\n')

it('sign what they list, beside them, without the files', async () => {
  const front = await sign({ formats: 'sig, sshsig' })
  expect(lines(front.outputs['files'])).toEqual(
    [
      ...['a.bin.sig', 'a.bin.sshsig', 'b.bin.sig', 'b.bin.sshsig'],
      ...['kms-public-key.pem', 'kms-allowed-signers', 'signatures.json'],
    ].map((name) => `dist/${name}`),
  )
  expect(front.outputs['signed-count']).toBe('2')
  expect(front.log.lines).toContain('Found 2 files in checksum files.')
  expect(front.log.warnings).toEqual([])
  const manifest = JSON.parse(await readFile(scene.workspace.at('dist/signatures.json'), 'utf8')) as object
  expect(manifest).toMatchObject({
    files: [
      { name: 'a.bin', path: 'dist/a.bin', size: null, digest: `sha256:${sha256('a.bin')}` },
      { name: 'b.bin', path: 'dist/b.bin', size: null, digest: `sha256:${sha256('sub/b.bin')}` },
    ],
  })
})

it('warn that they state what the run did not build, where they state it', async () => {
  const stating = await sign({ sign: 'provenance' })
  expect(stating.log.warnings).toEqual([expect.stringMatching(/^The provenance will state that this run built files/u)])
  expect((await sign({ sign: 'checksums', overwrite: 'true' })).log.warnings).toEqual([])
})

it.each<readonly [string, string, Given]>([
  ['a key of another hash', 'CHECKSUMS_INVALID', { 'key-id': 'P-384' }],
  ['OpenPGP, which needs the files', 'INVALID_INPUT', { formats: 'openpgp' }],
])('stop before the first signature at %s', async (_, code, given) => {
  const key = 'key-id' in given ? { 'key-id': scene.emulator.keys.ECDSA_NIST_P384_SHA_384.id } : {}
  await expect(sign({ ...given, ...key })).rejects.toMatchObject({ code })
  expect(scene.count('SignHash')).toBe(0)
  expect(Object.keys(await scene.workspace.snapshot())).toEqual(['dist', 'dist/sums.txt'])
})

it('stop before the first signature at SSH’s signatures by a P-384 key, which hash the file anew', async () => {
  const digest = createHash('sha384').update('a').digest('hex')
  await writeFile(scene.workspace.at('dist/sums.txt'), `${digest}  a.bin\n`)
  const key = { 'key-id': scene.emulator.keys.ECDSA_NIST_P384_SHA_384.id }
  await expect(sign({ ...key, formats: 'sshsig' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(scene.count('SignHash')).toBe(0)
  const { outputs } = await sign({ ...key, formats: 'sig', sign: 'files, checksums' })
  expect(outputs['checksums-path']).toBe('dist/SHA384SUMS')
})

it('do not write their own checksum file over the one that they read', async () => {
  await writeFile(scene.workspace.at('dist/SHA256SUMS'), line('a.bin'))
  const given = { 'subject-checksums': 'dist/SHA256SUMS', sign: 'checksums', overwrite: 'true' }
  await expect(sign({ ...given, 'hash-algorithm': 'sha256' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(scene.emulator.requests).toEqual([])
  expect(await readFile(scene.workspace.at('dist/SHA256SUMS'), 'utf8')).toBe(line('a.bin'))
})

it('write each signature beside its own checksum file, and run files into the folder of all', async () => {
  await writeFile(scene.workspace.at('top.txt'), line('c.bin'))
  const front = await sign({ 'subject-checksums': 'dist/sums.txt\ntop.txt' })
  expect(lines(front.outputs['files'])).toContain('signatures.json')
  expect(lines(front.outputs['files'])).toContain('dist/a.bin.sig')
})

it('number their statements where there are more than 1024 subjects, each kind by itself', async () => {
  const many = Array.from({ length: 1025 }, (_, i) => line(`file-${String(i).padStart(4, '0')}`)).join('')
  await writeFile(scene.workspace.at('dist/sums.txt'), many)
  await writeFile(scene.workspace.at('sbom.json'), SBOM)
  await writeFile(scene.workspace.at('own.json'), '{}')
  const own = { 'predicate-type': 'https://example.org/own/v1', 'predicate-path': 'own.json' }
  const given = { sign: 'checksums, provenance', 'sbom-path': 'sbom.json', 'max-files': '0' }
  const { outputs, summaries } = await sign({ ...given, ...own })
  const numbered = (kind: string): readonly string[] => [1, 2].map((n) => `dist/${kind}-${n}.sigstore.json`)
  expect(lines(outputs['provenance-paths'])).toEqual(numbered('provenance'))
  expect(lines(outputs['attestation-paths'])).toEqual([...numbered('sbom'), ...numbered('attestation')])
  const notes = outputs['verification-notes'] ?? summaries.join('')
  expect(notes).toContain('`sbom-1.sigstore.json` is of the type `https://cyclonedx.org/bom`')
  expect(notes).toContain('`attestation-1.sigstore.json` is of the type `https://example.org/own/v1`')
  expect(notes.match(/There are 2 of this type/gu)).toHaveLength(2)
})
