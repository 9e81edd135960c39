/** Several steps of one job that write into one folder, in this process. */
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { localKey } from '../support/local-keys.ts'
import { pem } from '../../src/crypto/public-key.ts'
import { startRunScene, type RunScene } from './run-scene.ts'

let scene: RunScene
beforeAll(async () => {
  scene = await startRunScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reset({ 'dist/a.bin': 'content of a', 'dist/b.bin': 'content of b' }))

type Given = Readonly<Record<string, string>>
const ALL_KEY_FILES = { formats: 'sshsig, openpgp, cms' }
const KEY_FILES = [
  ...['kms-public-key.pem', 'kms-allowed-signers', 'kms-public-key.asc', 'kms-public-key.gpg'],
  'kms-certificate.pem',
] as const

const step = (given: Given) => scene.sign({ files: 'dist/*.bin', ...given })
const content = (name: string): Promise<string> => readFile(scene.workspace.at(`dist/${name}`), 'latin1')
const contents = () => Promise.all(KEY_FILES.map(content))
const otherKey = (): string => pem('PUBLIC KEY', localKey('ECDSA_NIST_P256_SHA_256').publicKey.spki)
const ownPem = (): Promise<string> => scene.emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem()
const edited = async (name: string, change: (text: string) => string): Promise<void> =>
  writeFile(scene.workspace.at(`dist/${name}`), change(await content(name)))

interface Manifest {
  readonly files: readonly { readonly name: string; readonly files: readonly string[] }[]
}

describe('a second step', () => {
  it('adds to the manifest, and leaves the key files of the same key as they are', async () => {
    await step({ files: 'dist/a.bin', ...ALL_KEY_FILES })
    const before = await contents()
    await step({ files: 'dist/b.bin', ...ALL_KEY_FILES })
    expect(await contents()).toEqual(before)
    await step({ formats: 'sig' })
    const { files } = JSON.parse(await content('signatures.json')) as Manifest
    expect(files.map(({ name, files: written }) => [name, written.length])).toEqual([
      ['a.bin', 4],
      ['b.bin', 4],
    ])
  })

  it('with `overwrite` writes them anew', async () => {
    await step(ALL_KEY_FILES)
    const before = await contents()
    await step({ ...ALL_KEY_FILES, overwrite: 'true' })
    // Their self-signatures are made with random numbers, and the rest of them is the same.
    const changed = (await contents()).map((text, at) => text !== before[at])
    expect(changed).toEqual([false, false, true, true, true])
  })

  it('takes files of the key that other programs wrote another way', async () => {
    await step(ALL_KEY_FILES)
    await edited('kms-public-key.pem', (text) => text.replaceAll('\n', '\r\n'))
    await step({ formats: 'sig', 'public-key': await ownPem() })
    expect(await content('kms-public-key.pem')).toContain('\r\n')
  })

  it.each<readonly [string, string, (text: string) => string, Given]>([
    ['a key file that holds none', 'kms-public-key.pem', () => 'somebody’s', {}],
    ['the file of another key', 'kms-public-key.pem', otherKey, {}],
    ['a key file of more than 64 KiB', 'kms-public-key.pem', (text) => `${text}${'\n'.repeat(65_536)}`, {}],
    ['a principal of another name', 'kms-allowed-signers', (text) => text, { formats: 'sshsig', identity: 'other' }],
    ['a signature of its own format', 'a.bin.sshsig', () => 'signed before', { formats: 'sshsig' }],
    ['a manifest that is none', 'signatures.json', () => '{}', {}],
    ['the manifest of another key ID', 'signatures.json', (text) => text.replace(/"keyId": "/u, '$&x'), {}],
    ['the manifest of another key', 'signatures.json', (text) => text.replace(/"sha256:\w{4}/u, '"sha256:0000'), {}],
  ])('stops before any request at %s', async (_, name, change, given) => {
    await step({ files: 'dist/a.bin', formats: 'sshsig' })
    await edited(name, change)
    const before = await scene.workspace.snapshot()
    scene.emulator.requests.length = 0
    await expect(step({ formats: 'sig', ...given })).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
    expect(scene.emulator.requests).toEqual([])
    expect(await scene.workspace.snapshot()).toEqual(before)
  })

  it('whose pin is another key does not take the earlier key’s files for its own', async () => {
    await step({ formats: 'sig' })
    const { fingerprint } = localKey('ECDSA_NIST_P256_SHA_256').publicKey
    scene.emulator.requests.length = 0
    for (const pin of [fingerprint, otherKey()]) {
      const run = step({ formats: 'base64', 'public-key': pin })
      await expect(run).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
    }
    expect(scene.emulator.requests).toEqual([])
  })

  it('with another key in KMS stops before the first signature', async () => {
    await step({ formats: 'sig' })
    scene.emulator.requests.length = 0
    const other = scene.emulator.keys.ECDSA_NIST_P384_SHA_384.id
    await expect(step({ formats: 'base64', 'key-id': other })).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
    expect(scene.count('SignHash')).toBe(0)
  })

  it('whose key files are not beside the manifest writes its own', async () => {
    await step({ formats: 'sig', 'output-dir': 'one' })
    await step({ formats: 'sig', 'output-dir': 'two' })
    const key = await readFile(scene.workspace.at('one/kms-public-key.pem'), 'utf8')
    expect(await readFile(scene.workspace.at('two/kms-public-key.pem'), 'utf8')).toBe(key)
  })

  it('that is given the certificate of the step before goes on with it', async () => {
    await step({ files: 'dist/a.bin', formats: 'cms' })
    const certificate = await content('kms-certificate.pem')
    await step({ files: 'dist/b.bin', formats: 'cms', certificate: 'dist/kms-certificate.pem' })
    expect(await content('kms-certificate.pem')).toBe(certificate)
  })

  it('that is given another certificate stops at the one that is there', async () => {
    await step({ files: 'dist/a.bin', formats: 'cms', 'output-dir': 'other' })
    await step({ files: 'dist/a.bin', formats: 'cms' })
    const given = { formats: 'cms', certificate: 'other/kms-certificate.pem' }
    await expect(step({ ...given, files: 'dist/b.bin' })).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
  })

  describe('with a checksum file', () => {
    const SUMS = { sign: 'checksums' }

    it('shares that of the step before, where both sign the same files', async () => {
      await step({ ...SUMS, formats: 'sig' })
      const before = await content('SHA256SUMS')
      const second = await step({ ...SUMS, formats: 'sshsig', 'hash-algorithm': 'sha256' })
      expect(await content('SHA256SUMS')).toBe(before)
      expect(second.outputs['checksums-path']).toBe('dist/SHA256SUMS')
      const { checksums } = JSON.parse(await content('signatures.json')) as { checksums: object }
      expect(checksums).toMatchObject({
        signature: expect.stringMatching(/^MEQ|^MEU|^MEY/u),
        files: ['SHA256SUMS.sig', 'SHA256SUMS', 'SHA256SUMS.sshsig'].map((name) => `dist/${name}`),
      })
    })

    it('takes that of the build, where it is the very same', async () => {
      await step({ ...SUMS, formats: 'sig', 'output-dir': 'elsewhere' })
      const sums = await readFile(scene.workspace.at('elsewhere/SHA256SUMS'))
      await writeFile(scene.workspace.at('dist/SHA256SUMS'), sums)
      await step({ ...SUMS, formats: 'sig' })
      expect(await content('SHA256SUMS')).toBe(sums.toString())
    })

    it.each<readonly [string, (text: string) => string]>([
      ['other files', (text) => text.replace('b.bin', 'c.bin')],
      ['fewer files', (text) => text.replace(/.*b\.bin\n/u, '')],
      ['a comment', (text) => `# by the build\n${text}`],
      ['another form', (text) => text.replaceAll('  ', ' *')],
      ['digests in capital letters', (text) => text.replace(/^[0-9a-f]+/u, (hex) => hex.toUpperCase())],
    ])('stops before any request at one that lists %s', async (_, change) => {
      await step({ ...SUMS, formats: 'sig' })
      await edited('SHA256SUMS', change)
      scene.emulator.requests.length = 0
      const run = step({ ...SUMS, formats: 'sshsig', 'hash-algorithm': 'sha256' })
      await expect(run).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
      await expect(run).rejects.toThrow('dist/SHA256SUMS')
      expect(scene.emulator.requests).toEqual([])
    })

    it.each<readonly [string, Given]>([
      ['the key tells the hash', {}],
      [
        'signatures may go ahead of the key',
        { formats: 'base64', 'hash-algorithm': 'sha256', sign: 'files, checksums' },
      ],
    ])('stops before the first signature at one of other digests, where %s', async (_, given) => {
      await step({ ...SUMS, formats: 'sig' })
      await writeFile(scene.workspace.at('dist/b.bin'), 'newer content of b')
      const before = await scene.workspace.snapshot()
      scene.emulator.requests.length = 0
      scene.emulator.setLatency('kms.GetPublicKey', 50)
      const run = step({ ...SUMS, formats: 'sshsig', ...given })
      await expect(run).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' })
      await expect(run).rejects.toThrow('dist/SHA256SUMS')
      expect(scene.count('SignHash')).toBe(0)
      expect(await scene.workspace.snapshot()).toEqual(before)
      const dry = await step({ ...SUMS, formats: 'sshsig', 'hash-algorithm': 'sha256', 'dry-run': 'true' })
      expect(dry.log.warnings).toEqual([expect.stringMatching(/would stop with OUTPUT_EXISTS.*\n.*dist\/SHA256SUMS/u)])
      const over = await step({ ...SUMS, formats: 'sshsig', ...given, overwrite: 'true' })
      expect(over.outputs['checksums-path']).toBe('dist/SHA256SUMS')
    })
  })
})
