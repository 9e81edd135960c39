/** A dry run in this process: what it says is what a run does. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { counted } from '../../src/base/log.ts'
import { pem } from '../../src/crypto/public-key.ts'
import type { CollectingFront } from '../support/collecting-front.ts'
import { localKey } from '../support/local-keys.ts'
import { startRunScene, type RunScene } from './run-scene.ts'

let scene: RunScene
beforeAll(async () => {
  scene = await startRunScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reset({ 'dist/a.bin': 'one', 'dist/b.bin': 'one', 'dist/c.bin': 'two' }))

const RSA_PEM = pem('PUBLIC KEY', localKey('RSA_2048_SIGN_PSS_SHA_256').publicKey.spki)
const SBOM = '{"bomFormat":"CycloneDX","specVersion":"1.6"}'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
type Given = Readonly<Record<string, string>>

const dryRun = (inputs: Given, env: Readonly<Record<string, string>> = {}): Promise<CollectingFront> =>
  scene.sign({ files: 'dist/*.bin', ...inputs, 'dry-run': 'true', 'yc-sa-id': '' }, env)
const ecPem = (): Promise<string> => scene.emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem()
const kmsCalls = (): number =>
  scene.emulator.requests.filter(({ call }) => ['SignHash', 'GetKey', 'GetPublicKey'].includes(call)).length

/** The lines that follow a line of the log, without their indentation. */
function listBelow({ log }: CollectingFront, head: string): readonly string[] {
  const start = log.lines.findIndex((line) => line.startsWith(head))
  const rest = log.lines.slice(start + 1)
  const end = rest.findIndex((line) => !line.startsWith('  '))
  return start < 0 ? [] : rest.slice(0, end < 0 ? undefined : end).map((line) => line.trim())
}

describe('tells what a run would do', () => {
  it.each<[Given, readonly string[]]>([
    [{ formats: 'sig, base64, sigstore', 'hash-algorithm': 'sha256', sign: 'files, checksums' }, []],
    [{ formats: 'sig, sshsig, openpgp', 'hash-algorithm': 'sha256', sign: 'files checksums provenance' }, []],
    [{ formats: 'cms', 'hash-algorithm': 'sha256', sign: 'checksums', 'sbom-path': 'sbom.json' }, []],
    [{ formats: 'sig', sign: 'provenance' }, ['public-key']],
    [{ formats: 'sig, cms' }, ['public-key']],
    [{ images: 'IMAGE', sign: 'files, provenance', 'sbom-path': 'sbom.json' }, ['public-key']],
    [{ images: 'IMAGE', 'image-layouts': 'referrer', files: '' }, ['public-key']],
  ])('with the calls and files of that run: %j', async (given, [pinned]) => {
    await writeFile(scene.workspace.at('sbom.json'), SBOM)
    const images = 'images' in given ? { images: scene.image() } : {}
    const inputs = { ...given, ...images, ...(pinned !== undefined && { [pinned]: await ecPem() }) }
    const before = await scene.workspace.snapshot()
    const dry = await dryRun(inputs)
    expect(scene.emulator.requests).toEqual([])
    expect(await scene.workspace.snapshot()).toEqual(before)
    expect(dry.outputs).toEqual({})
    const signed = await scene.sign({ files: 'dist/*.bin', ...inputs })
    const said = dry.log.lines.at(-1)
    const calls = counted(kmsCalls(), 'KMS call')
    expect(said).toContain(`would be signed with ${calls}. Nothing was requested or written.`)
    const written = listBelow(dry, 'Would write')
    const marks = pinned === undefined ? ['and kms-public-key.pss.pem, if the key is an RSA key'] : []
    expect(written.toSorted()).toEqual([...(signed.outputs['files'] ?? '').split('\n'), ...marks].sort())
    expect(dry.log.lines).toContain(`Would write ${written.length - marks.length} files:`)
    expect(dry.summaries.join('')).toContain(`### ${written.length - marks.length} files would be written`)
    for (const path of written.slice(0, -1)) expect(dry.summaries.join('')).toContain(path)
    expect(dry.log.warnings).toEqual([])
  })

  it('with the digest of each file', async () => {
    const dry = await dryRun({ 'public-key': await ecPem() })
    const [one, two] = [sha256('one'), sha256('two')]
    expect(listBelow(dry, 'Would sign 3 files:')).toEqual([`${one}  a.bin`, `${one}  b.bin`, `${two}  c.bin`])
    expect(dry.summaries.join('')).toMatch(/^## Dry run: 3 files would be signed with 2 KMS calls\n/u)
    expect(dry.summaries.join('')).toContain(two)
    expect(dry.headings).toEqual(['Find the files', 'Dry run'])
    expect(dry.log.lines.at(-1)).toMatch(/^Dry run: 3 files would/u)
  })

  it('with what hangs on the key marked, where nothing tells of it', async () => {
    const dry = await dryRun({ sign: 'files, checksums' })
    expect(listBelow(dry, 'Would sign 3 files (SHA-256 is shown; the key may call for another hash):')).toHaveLength(3)
    expect(listBelow(dry, 'Would write').slice(3)).toEqual([
      'dist/kms-public-key.pem',
      'dist/SHA256SUMS (the name depends on the key)',
      'dist/SHA256SUMS.sig (the name depends on the key)',
      'dist/signatures.json',
      'and kms-public-key.pss.pem, if the key is an RSA key',
    ])
    // Two contents, the checksum file, Key.Get and GetPublicKey.
    expect(dry.log.lines.at(-1)).toContain(' with 5 KMS calls')
  })

  it('with both public keys of an RSA key, whose hash it shows', async () => {
    const pinned = { 'public-key': RSA_PEM, sign: 'checksums' }
    const unknown = await dryRun(pinned)
    expect(listBelow(unknown, 'Would write').slice(0, 3)).toEqual([
      'dist/kms-public-key.pem',
      'dist/kms-public-key.pss.pem',
      'dist/SHA256SUMS (the name depends on the key)',
    ])
    // The key's hash is not in a PEM: Key.Get is asked.
    expect(unknown.log.lines.at(-1)).toContain('with 2 KMS calls')
    const known = await dryRun({ ...pinned, 'hash-algorithm': 'sha512' })
    expect(listBelow(known, 'Would sign 3 files:')[0]).toMatch(/^[0-9a-f]{128} {2}a\.bin$/u)
    expect(listBelow(known, 'Would write')).toContain('dist/SHA512SUMS')
  })
})

describe('warns of what would stop a run', () => {
  it('a file under an output’s name', async () => {
    await writeFile(scene.workspace.at('dist/a.bin.sig'), 'old')
    const dry = await dryRun({})
    expect(dry.log.warnings).toEqual([
      expect.stringMatching(/^Without `dry-run` the run would stop with OUTPUT_EXISTS\. .*\n.*dist\/a\.bin\.sig/u),
    ])
    expect(dry.log.warnings[0]).toMatch(/\n.*overwrite.*$/u)
    expect((await dryRun({ overwrite: 'true' })).log.warnings).toEqual([])
  })

  it('a key that images cannot be signed with', async () => {
    const dry = await dryRun({ files: '', images: scene.image(), 'public-key': RSA_PEM })
    expect(dry.log.warnings).toEqual([
      expect.stringMatching(/^Without `dry-run` the run would stop with UNSUPPORTED_FORMAT\. Images.*\nUse a key of/u),
    ])
  })

  it('and stops itself at a certificate that is none', async () => {
    const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
    await expect(dryRun({ formats: 'cms', certificate })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('of images', () => {
  it('says what would be pushed where, and counts one image once', async () => {
    await writeFile(scene.workspace.at('sbom.json'), SBOM)
    const image = scene.image()
    const tagged = image.replace('@', ':v1@')
    const dry = await dryRun({ files: '', images: `${image}\n${tagged}`, 'public-key': await ecPem() })
    expect(listBelow(dry, 'Would push signatures of 2 images, where they are not there yet:')).toEqual(
      [image, tagged].map((name) => `${name}: under its tag (.sig), as a referrer`),
    )
    expect(dry.log.lines.some((line) => line.startsWith('Would sign'))).toBe(false)
    expect(dry.log.lines.at(-1)).toMatch(/^Dry run: 2 images would be signed with 2 KMS calls\./u)
    expect(dry.summaries.join('')).toContain(`- \`${image}\``)
    const inputs = { sign: 'files, provenance', 'sbom-path': 'sbom.json', images: image, 'image-layouts': 'tag' }
    const stated = await dryRun(inputs)
    expect(listBelow(stated, 'Would push')).toEqual([`${image}: under its tag (.sig), and 2 statements about it`])
    expect(stated.log.lines.at(-1)).toMatch(/^Dry run: 3 files and 1 image would be signed with/u)
    expect((await dryRun({})).log.lines.join('\n')).not.toContain('Would push')
  })
})

it('may look at a stranger’s files, since it signs none of them', async () => {
  const dry = await dryRun({}, { GITHUB_EVENT_NAME: 'pull_request_target' })
  expect(dry.log.lines.at(-1)).toMatch(/^Dry run: 3 files would/u)
})

it('refuses the digests of another hash than the one given, without a request', async () => {
  const digest = createHash('sha512').update('one').digest('hex')
  await writeFile(scene.workspace.at('dist/SHA512SUMS'), `${digest}  a\n`)
  const sums = { files: '', 'subject-checksums': 'dist/SHA512SUMS' }
  await expect(dryRun({ ...sums, 'hash-algorithm': 'sha256' })).rejects.toMatchObject({ code: 'CHECKSUMS_INVALID' })
  const dry = await dryRun({ ...sums, sign: 'files, checksums' })
  expect(listBelow(dry, 'Would sign 1 file:')).toEqual([`${digest}  a`])
  expect(listBelow(dry, 'Would write')).toContain('dist/a.sig')
  expect(listBelow(dry, 'Would write')).toContain('and kms-public-key.pss.pem, if the key is an RSA key')
})
