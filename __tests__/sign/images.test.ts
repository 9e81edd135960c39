import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startEmulator, type Emulator } from '../../emulator/emulator.ts'
import { run } from '../../src/sign/main.ts'
import { collectingFront, type CollectingFront } from '../support/collecting-front.ts'
import { workspaceWith, type Workspace } from '../support/workspace.ts'

let emulator: Emulator
let workspace: Workspace

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith({ 'app.tgz': 'content' })
  emulator.clearFaults()
  emulator.registry.repositories.clear()
  emulator.registry.login = { kind: 'none' }
  emulator.requests.length = 0
})
afterEach(() => workspace.remove())

/** What the emulator's OIDC token says of the run, too. */
const GITHUB = {
  GITHUB_REPOSITORY: 'acme/widget',
  GITHUB_REPOSITORY_ID: '710000001',
  GITHUB_REPOSITORY_OWNER_ID: '720000001',
  GITHUB_REF: 'refs/tags/v1.2.3',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_WORKFLOW_REF: 'acme/widget/.github/workflows/release.yml@refs/tags/v1.2.3',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_RUN_ID: '4242',
  GITHUB_RUN_ATTEMPT: '1',
}

/** An image that is there, by its reference. */
const image = (text = 'one', repository = 'team/app'): string =>
  `${new URL(emulator.urls.registry).host}/${repository}@${emulator.registry.addImage(repository, text)}`

async function sign(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<CollectingFront> {
  const front = collectingFront()
  const given = { ...emulator.inputs, 'upload-artifact': 'false', ...inputs }
  const variables = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  await run(
    {
      ...emulator.env,
      ...GITHUB,
      DOCKER_CONFIG: join(workspace.path, 'no-docker'),
      GITHUB_WORKSPACE: workspace.path,
      ...(Object.fromEntries(variables) as Record<string, string>),
      ...env,
    },
    front,
  )
  return front
}

const signed = (): number => emulator.calls('kms', 'SignHash').length + emulator.calls('kms-crypto', 'SignHash').length

describe('a run with images', () => {
  it('signs them without any file', async () => {
    const reference = image()
    const front = await sign({ images: `# the release\n${reference}\n` })
    expect(JSON.parse(front.outputs['image-signatures'] ?? '')).toEqual({
      [reference]: {
        digest: reference.split('@')[1],
        tag: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
        referrer: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
        attestations: [],
      },
    })
    expect(signed()).toBe(2)
    expect(front.outputs['signed-count']).toBe('0')
    expect(front.outputs['files']).toBe('kms-public-key.pem\nsignatures.json')
    const manifest = JSON.parse(await readFile(join(workspace.path, 'signatures.json'), 'utf8')) as object
    const [name, digest] = reference.split('@')
    expect(manifest).toMatchObject({ images: [{ name, digest, layouts: ['tag', 'referrer'], attestations: [] }] })
    expect(front.summaries.join('')).toMatch(/^## 1 image signed with Yandex Cloud KMS\n/u)
    expect(front.summaries.join('')).toContain('### Images')
    expect(front.outputs['verification-notes']).toContain('cosign verify --key kms-public-key.pem')
  })

  it('costs no call of SignHash when all is there', async () => {
    const images = image()
    await sign({ images })
    const before = signed()
    const front = await sign({ images, overwrite: 'true' })
    expect(signed()).toBe(before)
    expect(front.summaries.join('')).toContain('(was there already)')
    expect(front.log.lines.join('\n')).toContain('they are kept')
  })

  it('signs files and images, and states the provenance of both apart', async () => {
    const reference = image()
    const front = await sign({ files: 'app.tgz', images: reference, sign: 'files, provenance' })
    const [entry] = Object.values(JSON.parse(front.outputs['image-signatures'] ?? '{}') as Record<string, unknown>)
    expect(entry).toMatchObject({ attestations: [{ predicateType: 'https://slsa.dev/provenance/v1' }] })
    // The file, its statement, both layouts, and the statement about the image.
    expect(signed()).toBe(5)
    const bundle = JSON.parse(await readFile(join(workspace.path, 'provenance.sigstore.json'), 'utf8')) as {
      dsseEnvelope: { payload: string }
    }
    const statement = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString()
    expect(JSON.parse(statement)).toMatchObject({ subject: [{ name: 'app.tgz' }] })
    expect(statement).not.toContain(reference.split('@sha256:')[1])
    expect(front.summaries.join('')).toMatch(/^## 1 file and 1 image signed/u)
  })

  it('writes no checksum file and no statement over no files', async () => {
    const inputs = { files: '*.absent', 'if-no-files-found': 'ignore', sign: 'checksums, provenance' }
    const front = await sign({ ...inputs, images: image() })
    expect(front.outputs['files']).toBe('kms-public-key.pem\nsignatures.json')
  })

  it('asks nobody in a dry run', async () => {
    const reference = image()
    const front = await sign({ images: reference, 'dry-run': 'true', 'yc-sa-id': '' })
    expect(emulator.requests).toHaveLength(0)
    expect(front.log.lines.join('\n')).toContain(`${reference}: under its tag (.sig), as a referrer`)
    expect(front.log.lines.join('\n')).toContain('4 KMS calls')
  })

  it.each([
    ['is not there', () => image().replace(/[0-9a-f]{64}$/u, 'ab'.repeat(32)), 'IMAGE_NOT_FOUND'],
    [
      'is served with other bytes',
      () => {
        const reference = image()
        const [, digest = ''] = reference.split('@')
        const stored = emulator.registry.repository('team/app').manifests.get(digest)
        if (stored !== undefined) stored.bytes = Buffer.from('{}')
        return reference
      },
      'INVALID_RESPONSE',
    ],
  ])('signs nothing and writes nothing when one %s', async (_, make, code) => {
    await expect(sign({ files: 'app.tgz', images: `${image('good')}\n${make()}` })).rejects.toMatchObject({ code })
    expect(signed()).toBe(0)
    await expect(readFile(join(workspace.path, 'app.tgz.sig'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('refuses a key that cosign does not take', async () => {
    const key = emulator.keys.RSA_2048_SIGN_PSS_SHA_256
    await expect(sign({ images: image(), 'key-id': key.id })).rejects.toMatchObject({ code: 'UNSUPPORTED_FORMAT' })
    expect(signed()).toBe(0)
    emulator.requests.length = 0
    const pinned = sign({ images: image(), 'key-id': key.id, 'public-key': await key.publicKeyPem() })
    await expect(pinned).rejects.toMatchObject({ code: 'UNSUPPORTED_FORMAT' })
    expect(emulator.calls('registry')).toHaveLength(0)
  })

  it('says what is pushed and what is not, with the files in place', async () => {
    emulator.setFault({ service: 'registry', call: 'PutManifest', kind: 'status', status: 403 })
    const failed = sign({ files: 'app.tgz', images: image() })
    await expect(failed).rejects.toMatchObject({ code: 'REGISTRY_UPLOAD_FAILED' })
    await expect(failed).rejects.toThrow('No image has all of its signatures.')
    expect((await readFile(join(workspace.path, 'app.tgz.sig'))).length).toBeGreaterThan(60)
  })

  it.each([
    [{ images: 'cr.yandex/a/b:latest' }, /Input 'images' holds "cr\.yandex\/a\/b:latest", which has no digest/u],
    [{ images: 'alpine' }, /Input 'images' holds "alpine", which has no digest/u],
    [{ images: '', files: '' }, /'images': nothing says what to sign/u],
    [{ images: `a.example/b@sha256:${'a'.repeat(64)}`, sign: 'checksums' }, /Input 'sign' holds checksums/u],
    [
      { images: `a.example/b@sha256:${'a'.repeat(64)}`, 'image-layouts': 'tags' },
      /Input 'image-layouts' holds "tags"/u,
    ],
    [
      { images: `a.example/b@sha256:${'a'.repeat(64)}`, 'registry-username': 'x' },
      /Input 'registry-password' is empty/u,
    ],
    [
      {
        images: `a.example/b@sha256:${'a'.repeat(64)}\nb.example/b@sha256:${'a'.repeat(64)}`,
        'registry-username': 'x',
        'registry-password': 'never shown',
      },
      /Input 'registry-username' is given, and the images are in 2 registries/u,
    ],
  ])('refuses inputs before any request: %j', async (inputs, message) => {
    const failed = sign(inputs)
    await expect(failed).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(failed).rejects.toThrow(message)
    await expect(failed).rejects.not.toThrow('never shown')
    expect(emulator.requests).toHaveLength(0)
  })

  it('shows no secret of a login', async () => {
    const password = 'the password of a registry'
    emulator.registry.login = { kind: 'token', username: 'someone', password }
    const login = { 'registry-username': 'someone', 'registry-password': password }
    const front = await sign({ images: image(), ...login })
    const said = [...front.log.lines, front.summaries.join(''), ...Object.values(front.outputs)].join('\n')
    for (const secret of emulator.registry.secrets()) expect(said).not.toContain(secret)
    expect(front.masked).toEqual(expect.arrayContaining([password, ...emulator.registry.tokens.keys()]))
  })
})
