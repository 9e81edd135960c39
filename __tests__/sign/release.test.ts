/** Runs that attach what they write to a release, in this process. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Release } from '../../emulator/github/github-state.ts'
import { startRunScene, type RunScene } from './run-scene.ts'

let scene: RunScene
beforeAll(async () => {
  scene = await startRunScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reset({ 'a.bin': 'content of a', 'b.bin': 'content of b' }))

type Given = Readonly<Record<string, string>>
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const SUMS = `${sha256('content of a')}  a.bin\n${sha256('content of b')}  b.bin\n`
const attach = (given: Given = {}) => scene.sign({ files: '*.bin', 'release-assets': 'true', ...given })
const names = ({ assets }: Release): readonly string[] => assets.map(({ name }) => name).sort()
const first = (call: string): number => scene.emulator.requests.findIndex((entry) => entry.call === call)
const last = (call: string): number => scene.emulator.requests.findLastIndex((entry) => entry.call === call)

describe('a published release with a checksum file', () => {
  it.each<readonly [string, Given]>([
    ['files and checksums', { sign: 'files, checksums' }],
    ['checksums alone', { sign: 'checksums' }],
    ['checksums, with a hash that is given', { sign: 'checksums', 'hash-algorithm': 'sha256' }],
  ])('takes the signature of the very same one, once all files are hashed: %s', async (_, given) => {
    const release = scene.emulator.github.addRelease('v1.2.3')
    scene.emulator.github.addAsset(release, 'SHA256SUMS', SUMS)
    await attach(given)
    expect(names(release)).toEqual(expect.arrayContaining(['SHA256SUMS', 'SHA256SUMS.sig', 'kms-public-key.pem']))
    expect(names(release).filter((name) => name === 'SHA256SUMS')).toHaveLength(1)
    expect(await readFile(scene.workspace.at('SHA256SUMS'), 'utf8')).toBe(SUMS)
  })

  it.each<readonly [string, Given]>([
    ['files and checksums', { sign: 'files, checksums' }],
    ['checksums alone', { sign: 'checksums' }],
    ['a hash that is given', { sign: 'files, checksums', 'hash-algorithm': 'sha256' }],
    ['a key that is pinned', { sign: 'files, checksums', 'public-key': 'PINNED' }],
  ])('stops the run before the first signature where it is another one: %s', async (_, given) => {
    const release = scene.emulator.github.addRelease('v1.2.3')
    scene.emulator.github.addAsset(release, 'SHA256SUMS', SUMS.replaceAll(/^./gmu, '0'))
    const pem = await scene.emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem()
    const pinned = 'public-key' in given ? { 'public-key': pem } : {}
    const run = attach({ ...given, ...pinned })
    await expect(run).rejects.toMatchObject({ code: 'ASSET_EXISTS', message: expect.stringContaining('SHA256SUMS') })
    expect(scene.count('SignHash')).toBe(0)
    expect(Object.keys(await scene.workspace.snapshot())).toEqual(['a.bin', 'b.bin'])
  })

  it('leaves nobody waiting for all digests where a file has none', async () => {
    const release = scene.emulator.github.addRelease('v1.2.3')
    scene.emulator.github.addAsset(release, 'SHA256SUMS', SUMS)
    await writeFile(scene.workspace.at('b.bin'), 'DSSEv1 ')
    await expect(attach({ sign: 'files, checksums' })).rejects.toMatchObject({ code: 'UNSAFE_FILE' })
    expect(scene.count('SignHash')).toBe(0)
  })

  it('takes another one with `overwrite`, and so does a draft', async () => {
    for (const [draft, overwrite] of [
      [false, 'true'],
      [true, 'false'],
    ] as const) {
      scene.emulator.github.releases.length = 0
      const release = scene.emulator.github.addRelease('v1.2.3', { draft })
      scene.emulator.github.addAsset(release, 'SHA256SUMS', SUMS.replaceAll(/^./gmu, '0'))
      await attach({ sign: 'checksums', overwrite, 'output-dir': draft ? 'draft' : 'published' })
      expect(release.assets.find(({ name }) => name === 'SHA256SUMS')?.content.toString()).toBe(SUMS)
    }
  })

  it('does not hold back a run that makes none', async () => {
    const release = scene.emulator.github.addRelease('v1.2.3')
    scene.emulator.github.addAsset(release, 'SHA256SUMS', 'of somebody')
    await attach({ sign: 'files' })
    expect(names(release)).toEqual(['SHA256SUMS', 'a.bin.sig', 'b.bin.sig', 'kms-public-key.pem'])
  })
})

it('an asset under a name that hangs on the key stops the run before the first signature', async () => {
  const release = scene.emulator.github.addRelease('v1.2.3')
  scene.emulator.github.addAsset(release, 'SHA256SUMS.sig', 'signed before')
  await expect(attach({ sign: 'checksums' })).rejects.toMatchObject({
    code: 'ASSET_EXISTS',
    message: expect.stringContaining('SHA256SUMS.sig'),
  })
  expect(scene.count('SignHash')).toBe(0)
})

it('the log names each asset by its ID in debug logs, and which was there already', async () => {
  const release = scene.emulator.github.addRelease('v1.2.3')
  const pem = await scene.emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem()
  const old = scene.emulator.github.addAsset(release, 'kms-public-key.pem', pem)
  await writeFile(scene.workspace.at('c.bin'), 'content of c')
  const { log, outputs } = await attach()
  expect(log.lines).toContain(
    `kms-public-key.pem is the asset kms-public-key.pem (id ${old.id}) that was there already.`,
  )
  const own = release.assets.find(({ name }) => name === 'c.bin.sig')
  expect(log.lines).toContain(`c.bin.sig is the asset c.bin.sig (id ${own?.id}).`)
  expect(log.lines).toContain('The release v1.2.3 has all 4 files.')
  expect((outputs['release-asset-urls'] ?? '').split('\n')).toHaveLength(4)
  expect(names(release)).not.toContain('signatures.json')
})

it('all files are hashed and all signatures made before the first asset goes up', async () => {
  scene.emulator.github.addRelease('v1.2.3', { draft: true })
  const front = await attach({ sign: 'files, checksums, provenance', formats: 'sig, openpgp' })
  expect(last('SignHash')).toBeLessThan(first('UploadAsset'))
  expect(front.headings).toEqual(['Find the files', 'Sign', 'Attach to the release'])
})
