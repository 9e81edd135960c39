import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { newRunMark } from '../../src/writing/run-mark.ts'
import type { ServiceName } from '../../emulator/server/service-name.ts'
import type { ProgressState } from '../../src/base/front.ts'
import { localKey } from '../support/local-keys.ts'
import { pem } from '../../src/crypto/public-key.ts'
import { startRunScene, type RunScene } from './run-scene.ts'

let scene: RunScene

beforeAll(async () => {
  scene = await startRunScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reset({ 'a.bin': 'content of a', 'b.bin': 'content of b' }))

type Given = Readonly<Record<string, string>>
type Environment = Readonly<Record<string, string | undefined>>
const NO_CERTIFICATE = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
const nothing = (): void => undefined
const KEY_CALLS = ['GetKey', 'GetPublicKey']

/** Where the first and the last of some calls came, among all. */
const first = (call: string): number => scene.emulator.requests.findIndex((entry) => entry.call === call)
const last = (call: string): number => scene.emulator.requests.findLastIndex((entry) => entry.call === call)

async function left(): Promise<readonly string[]> {
  return Object.keys(await scene.workspace.snapshot()).filter((name) => !/^[ab]\.bin$/u.test(name))
}

describe('before the first signature', () => {
  it.each<readonly [string, string, Given, () => void]>([
    ['the key is not there', 'KEY_NOT_FOUND', { 'key-id': 'abjnobodyhasthis0000' }, nothing],
    ['the key is another than the pinned one', 'KEY_MISMATCH', { 'public-key': `sha256:${'ab'.repeat(32)}` }, nothing],
    ['the hash is not the key’s', 'INVALID_INPUT', { 'hash-algorithm': 'sha512', formats: 'sshsig' }, nothing],
    [
      'the release has an asset of the name',
      'ASSET_EXISTS',
      { 'release-assets': 'true' },
      () => {
        const release = scene.emulator.github.addRelease('v1.2.3')
        scene.emulator.github.addAsset(release, 'a.bin.sig', 'built before')
      },
    ],
    ['an image is not there', 'IMAGE_NOT_FOUND', { images: `REGISTRY/a/b@sha256:${'0'.repeat(64)}` }, nothing],
  ])('it is found out that %s', async (_, code, inputs, prepare) => {
    prepare()
    const { host } = new URL(scene.emulator.urls.registry)
    const entries = Object.entries({ files: '*.bin', ...inputs })
    const given = Object.fromEntries(entries.map(([name, value]) => [name, value.replace('REGISTRY', host)]))
    // So that whatever is wrong is known later than everything else.
    scene.emulator.setLatency('github', 150)
    scene.emulator.setLatency('registry', 150)
    scene.emulator.setLatency('kms.GetKey', 150)
    scene.emulator.setLatency('kms.GetPublicKey', 150)
    await expect(scene.sign(given)).rejects.toMatchObject({ code })
    expect(scene.count('SignHash')).toBe(0)
    expect(await left()).toEqual([])
    expect(scene.front().outputs).toEqual({})
    expect(scene.front().summaries.join('')).toContain(`## Nothing was signed: ${code}`)
  })

  it.each<readonly [string, string, Given, Environment]>([
    [
      'a file that is there under an output’s name',
      'OUTPUT_EXISTS',
      { files: 'b.bin\na.bin', 'output-dir': 'out' },
      {},
    ],
    ['no file', 'NO_FILES', { files: '*.absent' }, {}],
    ['too many files', 'TOO_MANY_FILES', { 'max-files': '1' }, {}],
    ['a certificate that is none', 'INVALID_INPUT', { formats: 'cms', certificate: NO_CERTIFICATE }, {}],
    ['an SBOM that is none', 'INVALID_INPUT', { 'sbom-path': 'a.bin' }, {}],
    ['no SBOM', 'NO_FILES', { 'sbom-path': '*.absent' }, {}],
    [
      'an SBOM where a signature goes',
      'INVALID_INPUT',
      { files: 'b.bin', formats: 'sigstore', 'sbom-path': 'b.bin.sigstore.json', overwrite: 'true' },
      {},
    ],
    ['no run to state', 'INVALID_INPUT', { sign: 'files, provenance' }, { GITHUB_REPOSITORY: undefined }],
    ['a stranger’s event', 'UNTRUSTED_EVENT', {}, { GITHUB_EVENT_NAME: 'pull_request_target' }],
    ['two assets of one name', 'ASSET_NAME_CONFLICT', { files: '*.bin\nsub/*.bin', 'release-assets': 'true' }, {}],
    ['a name that no artifact has', 'INVALID_INPUT', { files: '*.bin\nodd/*', 'upload-artifact': 'true' }, {}],
  ])('%s is told without a request', async (_, code, inputs, env) => {
    for (const folder of ['out', 'sub', 'odd']) await mkdir(scene.workspace.at(folder))
    await writeFile(scene.workspace.at('out/a.bin.sig'), 'built before')
    await writeFile(scene.workspace.at('sub/a.bin'), 'another')
    await writeFile(scene.workspace.at('odd/a:b'), 'odd')
    await writeFile(scene.workspace.at('b.bin.sigstore.json'), '{"bomFormat":"CycloneDX","specVersion":"1.6"}')
    const before = await scene.workspace.snapshot()
    await expect(scene.sign({ files: '*.bin', ...inputs }, env)).rejects.toMatchObject({ code })
    expect(scene.emulator.requests).toEqual([])
    expect(await scene.workspace.snapshot()).toEqual(before)
  })
})

describe('while signatures are made', () => {
  it.each<[string, string, () => void]>([
    [
      'one is of another digest',
      'SIGNATURE_INVALID',
      () => scene.emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'other-digest', skip: 3 }),
    ],
    [
      'KMS refuses in the middle',
      'PERMISSION_DENIED',
      () => {
        scene.emulator.setFault({
          service: 'kms',
          call: 'SignHash',
          kind: 'status',
          status: 403,
          skip: 2,
          body: { code: 7, message: 'no' },
        })
      },
    ],
  ])('nothing stays where %s', async (_, code, prepare) => {
    prepare()
    const inputs = {
      files: '*.bin',
      formats: 'sig, sshsig',
      sign: 'files, checksums, provenance',
      images: scene.image(),
    }
    await expect(scene.sign({ ...inputs })).rejects.toMatchObject({ code })
    expect(await left()).toEqual([])
    expect(scene.count('PutManifest')).toBe(0)
    expect(scene.emulator.registry.uploads.size).toBe(0)
    expect(scene.front().outputs).toEqual({})
  })

  it('nothing stays where the key is another than the one that was pinned as a PEM', async () => {
    const other = pem('PUBLIC KEY', localKey('ECDSA_NIST_P256_SHA_256').publicKey.spki)
    const run = scene.sign({ files: '*.bin', 'public-key': other })
    await expect(run).rejects.toMatchObject({ code: 'KEY_MISMATCH' })
    expect(await left()).toEqual([])
  })

  it('no more files are under way than requests need', async () => {
    for (let i = 0; i < 20; i += 1) await writeFile(scene.workspace.at(`${i}.bin`), String(i))
    scene.emulator.setLatency('kms.SignHash', 15)
    const ahead: number[] = []
    const signed: number[] = []
    const show = (state: ProgressState | undefined): void => {
      const [, hashed, done] = /^Hashed (\d+) of 22 .* signed (\d+) of 22\.$/u.exec(state?.text ?? '') ?? []
      if (hashed === undefined || done === undefined) return
      ahead.push(Number(hashed) - Number(done))
      signed.push(Number(done))
    }
    const given = { files: '*.bin', 'max-concurrency': '1', 'hash-algorithm': 'sha256' }
    await scene.sign(given, {}, { progress: { everyMs: 2, show } })
    expect(Math.max(...ahead)).toBe(4)
    expect(new Set(signed).size).toBeGreaterThan(10)
  })

  it('each waits for all that is known of the key, the release and the images', async () => {
    scene.emulator.github.addRelease('v1.2.3')
    const hash = { 'hash-algorithm': 'sha256', images: scene.image(), 'release-assets': 'true' }
    scene.emulator.setLatency('kms.GetKey', 60)
    scene.emulator.setLatency('github', 60)
    scene.emulator.setLatency('registry', 60)
    await scene.sign({ files: '*.bin', ...hash })
    for (const call of [...KEY_CALLS, 'GetReleaseByTag', 'ListReferrers', 'StartUpload', 'GetTag'])
      expect([call, first(call) >= 0 && first(call) < first('SignHash')]).toEqual([call, true])
  })

  it('the files are hashed while the key is looked up, where their hash is known', async () => {
    const ownPem = await scene.emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem()
    const hashedEarly = async (given: Given): Promise<boolean> => {
      let early = false
      const show = (state: ProgressState | undefined): void => {
        const isKnown = scene.emulator.requests.some(({ call, status }) => KEY_CALLS.includes(call) && status === 200)
        early ||= !isKnown && state?.text.startsWith('Hashed 2 of 2 ') === true
      }
      scene.emulator.requests.length = 0
      await scene.sign({ files: '*.bin', overwrite: 'true', ...given }, {}, { progress: { everyMs: 2, show } })
      return early
    }
    for (const call of KEY_CALLS) scene.emulator.setLatency(`kms.${call}`, 150)
    const hash = { 'hash-algorithm': 'sha256' }
    expect(await hashedEarly({})).toBe(false)
    expect(await hashedEarly({ ...hash, formats: 'sshsig' })).toBe(true)
    expect(await hashedEarly({ 'public-key': ownPem, formats: 'sig, cms' })).toBe(true)
    // What is hashed behind the file hangs on when the key was made.
    expect(await hashedEarly({ ...hash, formats: 'sig, openpgp' })).toBe(false)
    expect(await hashedEarly({ ...hash, formats: 'openpgp', sign: 'checksums' })).toBe(true)
  })

  it.each<[boolean, Readonly<Record<string, string>>]>([
    [true, { 'hash-algorithm': 'sha256' }],
    [true, { 'hash-algorithm': 'sha256', formats: 'sig, base64, sigstore' }],
    [false, {}],
    [false, { 'hash-algorithm': 'sha256', formats: 'sig, sshsig' }],
    [false, { 'hash-algorithm': 'sha256', 'release-assets': 'true' }],
    [false, { 'hash-algorithm': 'sha256', images: 'one' }],
    [false, { 'hash-algorithm': 'sha256', 'public-key': 'pinned' }],
  ])('they go ahead of what is known of the key: %j, %j', async (ahead, inputs) => {
    scene.emulator.github.addRelease('v1.2.3')
    scene.emulator.setLatency('kms.GetKey', 400)
    scene.emulator.setLatency('kms.GetPublicKey', 400)
    const more = {
      ...('images' in inputs && { images: scene.image() }),
      ...('public-key' in inputs && { 'public-key': `sha256:${'00'.repeat(32)}` }),
    }
    const signing = scene.sign({ files: '*.bin', ...inputs, ...more })
    if ('public-key' in more) await expect(signing).rejects.toMatchObject({ code: 'KEY_MISMATCH' })
    else await signing
    const keyKnown = scene.emulator.requests.filter(({ call }) => call === 'GetPublicKey').map(({ time }) => time + 400)
    const signed = scene.emulator.requests.filter(({ call }) => call === 'SignHash').map(({ time }) => time)
    const early = signed.filter((time) => time < Math.min(...keyKnown) - 5)
    expect(early.length > 0).toBe(ahead)
  })
})

describe('while another run moves its files into the folder', () => {
  it.each([
    ['a file that is written to is found out', 'CONTENT of a', 'FILE_CHANGED'],
    ['nothing is found out where nothing is written to', undefined, undefined],
  ])('%s', async (_, content, code) => {
    const hidden = join(scene.workspace.path, await newRunMark())
    await mkdir(hidden)
    await writeFile(join(hidden, 'moving'), '')
    const signing = scene.sign({ files: '*.bin' }).then(
      () => undefined,
      (error: unknown) => (error instanceof ActionError ? error.code : error),
    )
    // Its own flag is up: all that it signed is staged, and the files were looked at for the last time but one.
    const isWaiting = async (): Promise<boolean> => {
      const names = await readdir(scene.workspace.path, { recursive: true })
      return names.some((name) => name.endsWith('/moving') && !hidden.endsWith(dirname(name)))
    }
    while (!(await isWaiting())) await setTimeout(5)
    if (content !== undefined) await writeFile(join(scene.workspace.path, 'a.bin'), content)
    await rm(hidden, { recursive: true })
    expect(await signing).toBe(code)
    const names = ['a.bin.sig', 'b.bin.sig', 'kms-public-key.pem', 'signatures.json']
    expect((await left()).toSorted()).toEqual(code === undefined ? names : [])
  })
})

describe('once the files are in place', () => {
  it('they go to the release, and the images come last', async () => {
    const release = scene.emulator.github.addRelease('v1.2.3')
    const front = await scene.sign({ files: '*.bin', 'release-assets': 'true', images: scene.image() })
    expect(release.assets.map(({ name }) => name).sort()).toEqual(['a.bin.sig', 'b.bin.sig', 'kms-public-key.pem'])
    expect(last('SignHash')).toBeLessThan(first('UploadAsset'))
    expect(last('UploadAsset')).toBeLessThan(first('PutBlob'))
    expect(last('UploadAsset')).toBeLessThan(first('PutManifest'))
    expect(front.headings).toEqual(['Find the files', 'Sign', 'Attach to the release', 'Push the signatures of images'])
    expect(front.outputs['release-asset-urls']?.split('\n')).toHaveLength(3)
    expect(front.log.lines.join('\n')).toContain('The release v1.2.3 has all 3 files.')
    const summary = front.summaries.join('')
    expect(summary).toMatch(/\n- Release: .*, 3 files\n/u)
    expect(scene.emulator.registry.uploads.size).toBe(0)
    expect(summary).toContain('### Images')
  })

  it('a failure of the release leaves them, their outputs and the images as they are', async () => {
    scene.emulator.github.addRelease('v1.2.3')
    scene.emulator.setFault({ service: 'uploads', call: 'UploadAsset', kind: 'status', status: 422 })
    const run = scene.sign({ files: '*.bin', 'release-assets': 'true', images: scene.image() })
    await expect(run).rejects.toMatchObject({ code: 'RELEASE_UPLOAD_FAILED' })
    await expect(run).rejects.toThrow('The files are signed and in place.')
    expect(await left()).toEqual(['a.bin.sig', 'b.bin.sig', 'kms-public-key.pem', 'signatures.json'])
    expect(scene.front().outputs).toMatchObject({ 'signed-count': '2', 'manifest-path': 'signatures.json' })
    expect(scene.front().outputs['image-signatures']).toBeUndefined()
    expect(scene.count('PutManifest')).toBe(0)
    expect(scene.emulator.registry.uploads.size).toBe(0)
    expect(scene.front().summaries.join('')).toContain(
      'The signatures are made and in place, but a later step failed: RELEASE_UPLOAD_FAILED',
    )
  })

  it.each<readonly [string, ServiceName, string, Given, string]>([
    ['the artifact', 'artifacts', 'Upload the artifact', { 'upload-artifact': 'true' }, 'The workflow artifact is not'],
    ['the release', 'uploads', 'Attach to the release', { 'release-assets': 'true' }, 'The log names the assets that'],
    [
      'images',
      'registry',
      'Push the signatures of images',
      { images: 'IMAGE' },
      'Some images may have their signatures',
    ],
  ])('a run that is cancelled leaves %s in part, and says so', async (_, service, stage, given, meaning) => {
    scene.emulator.github.addRelease('v1.2.3')
    const images = 'images' in given ? { images: scene.image() } : {}
    const saved = { ...process.env }
    Object.assign(process.env, scene.emulator.env)
    const print = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
    const group = <T>(heading: string, work: () => Promise<T>): Promise<T> => {
      if (heading === stage) {
        scene.emulator.setFault({ service, kind: 'black-hole' })
        setImmediate(() => process.emit('SIGTERM', 'SIGTERM'))
      }
      return work()
    }
    try {
      await expect(scene.sign({ files: '*.bin', ...given, ...images }, {}, { group })).rejects.toMatchObject({
        code: 'CANCELLED',
        message: expect.stringContaining(`The files are signed and in place. ${meaning}`),
      })
    } finally {
      print.mockRestore()
      process.env = saved
    }
    expect(await left()).toEqual(['a.bin.sig', 'b.bin.sig', 'kms-public-key.pem', 'signatures.json'])
  })

  it.each([true, false])('the token is revoked at the end, after a failure too: %j', async (fails) => {
    if (fails) scene.emulator.setFault({ service: 'registry', call: 'PutManifest', kind: 'status', status: 400 })
    const run = scene.sign({ files: '*.bin', images: scene.image(), 'revoke-token': 'true' })
    if (fails) await expect(run).rejects.toMatchObject({ code: 'REGISTRY_UPLOAD_FAILED' })
    else await run
    expect(scene.count('RevokeToken')).toBe(1)
    expect(last('RevokeToken')).toBeGreaterThan(last('PutManifest'))
    expect(scene.front().log.lines.at(-1)).toBe('The IAM token was revoked.')
  })
})
