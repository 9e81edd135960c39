/** What the examples say, run in order with the real bundles: each ends in something that openssl verifies. */
import { spawnSync } from 'node:child_process'
import { createHash, verify } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import type { Release } from '../../emulator/github/github-state.ts'
import { describeOnLinux, itWith } from '../support/where-there.ts'
import { ExampleRun } from './examples/example-run.ts'
import { readZip } from './examples/zip.ts'

jest.setTimeout(120_000)

// The scripts of the examples are for Linux, but for those that name another system.

let run: ExampleRun

beforeEach(async () => {
  run = await ExampleRun.start()
})

afterEach(() => run.close())

type Files = ReadonlyMap<string, Buffer>

const assetsOf = (release: Release | undefined): Files =>
  new Map(release?.assets.map(({ name, content }) => [name, content]) ?? [])

function artifactOf(name: string): Files {
  return readZip(run.emulator.artifacts.find(name)?.content ?? Buffer.alloc(0))
}

/** The names of files that have a `.sig` which is right. */
function verified(files: Files, contents: Files = files): string[] {
  return [...files]
    .filter(([name]) => name.endsWith('.sig'))
    .map(([name, signature]) => [name.slice(0, -'.sig'.length), signature] as const)
    .filter(([name, signature]) => verify('sha256', contents.get(name) ?? Buffer.alloc(0), run.publicKeyPem, signature))
    .map(([name]) => name)
    .toSorted()
}

function folderOf(path: string): Files {
  return new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]))
}

describeOnLinux('examples that make a release', () => {
  it.each([
    ['release-by-tag.yml', ['app-Linux.tar.gz']],
    ['sign-draft-then-publish.yml', ['app-Linux.tar.gz']],
    ['with-action-gh-release.yml', ['app-Linux.tar.gz']],
    ['goreleaser.yml', ['app_1.2.3_darwin.tar.gz', 'app_1.2.3_linux.tar.gz']],
    ['build-matrix.yml', ['app-Linux.tar.gz', 'app-Windows.tar.gz', 'app-macOS.tar.gz']],
    ['calling-reusable-signing.yml', ['app-Linux.tar.gz']],
  ])('%s: every file of the published release is signed', async (example, names) => {
    await run.run(example)
    const [release, ...others] = run.emulator.github.releases
    expect(others).toEqual([])
    expect(release?.draft).toBe(false)
    expect(verified(assetsOf(release))).toEqual(expect.arrayContaining(names))
    expect([...assetsOf(release).keys()].filter((name) => name.endsWith('.tar.gz')).toSorted()).toEqual(names)
  })

  it('many-files.yml: one signature covers all', async () => {
    await run.run('many-files.yml')
    const assets = assetsOf(run.emulator.github.releases[0])
    expect(run.emulator.github.releases[0]?.draft).toBe(false)
    expect(verified(assets)).toEqual(['SHA256SUMS'])
    const wheels = [...assets].filter(([name]) => name.endsWith('.whl'))
    expect(wheels).toHaveLength(5)
    const sums = assets.get('SHA256SUMS')?.toString() ?? ''
    for (const [name, content] of wheels)
      expect(sums).toContain(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    expect(run.emulator.calls('kms-crypto', 'SignHash').length + run.emulator.calls('kms', 'SignHash').length).toBe(1)
  })

  it('sign-draft-then-publish.yml: works where releases are immutable', async () => {
    run.emulator.github.immutableReleases = true
    await run.run('sign-draft-then-publish.yml')
    expect(verified(assetsOf(run.emulator.github.releases[0]))).toEqual(['app-Linux.tar.gz'])
  })

  it('sign-draft-then-publish.yml: publishes nothing that was changed after it was signed', async () => {
    const { github } = run.emulator
    const upload = github.addAsset.bind(github)
    github.addAsset = (release, name, content, options) =>
      upload(release, name, name === 'kms-public-key.pem' ? tamper(release, content) : content, options)
    await expect(run.run('sign-draft-then-publish.yml')).rejects.toThrow('SIGNATURE_INVALID')
    expect(github.releases[0]?.draft).toBe(true)
  })
})

/** Somebody changes what was built when the last file is attached. */
function tamper(release: Release, content: Buffer | string): Buffer | string {
  const at = release.assets.findIndex(({ name }) => name.endsWith('.tar.gz'))
  const [asset] = release.assets.splice(at, 1)
  if (asset) release.assets.push({ ...asset, content: Buffer.from('changed') })
  return content
}

describeOnLinux('a release that broke off after any of its steps', () => {
  // Which of the steps that leave traces is the last one before the machine is lost.
  it.each([
    ['release-by-tag.yml', [1]],
    ['sign-draft-then-publish.yml', [1, 3]],
    ['with-action-gh-release.yml', [1, 2]],
    ['goreleaser.yml', [1, 2]],
    ['many-files.yml', [1, 2]],
    ['build-matrix.yml', [7]],
    ['calling-reusable-signing.yml', [2, 3]],
  ])('%s: is completed by "Re-run all jobs"', async (example, breaks) => {
    expect(breaks.length).toBeGreaterThan(0)
    for (const steps of breaks) {
      expect(await run.interrupt(example, steps)).toBeDefined()
      await run.run(example)
      const [release, ...others] = run.emulator.github.releases
      expect([example, steps, others.length, release?.draft]).toEqual([example, steps, 0, false])
      expect(verified(assetsOf(release))).not.toEqual([])
      expect(release?.body).toMatch(/openssl/u)
      await run.close()
      run = await ExampleRun.start()
    }
  })
})

describeOnLinux('release-by-tag.yml, whose upload breaks off', () => {
  it('leaves no release behind, and is completed by "Re-run all jobs"', async () => {
    run.emulator.setFault({ service: 'uploads', call: 'UploadAsset', kind: 'status', status: 502, skip: 1, first: 1 })
    await expect(run.run('release-by-tag.yml')).rejects.toThrow(/502/u)
    expect(run.emulator.github.releases).toEqual([])
    await run.run('release-by-tag.yml')
    expect(run.emulator.github.releases).toHaveLength(1)
    expect(verified(assetsOf(run.emulator.github.releases[0]))).toEqual(['app-Linux.tar.gz'])
  })
})

describeOnLinux('examples that make an artifact', () => {
  it.each(['service-account-key.yml', 'self-hosted-yandex-vm.yml'])('%s: the artifact verifies', async (example) => {
    await run.run(example)
    const built = folderOf(join(run.workspaces[0] ?? '', 'dist'))
    expect(verified(artifactOf('signatures'), built)).toEqual(['app-Linux.tar.gz'])
  })
})

describeOnLinux('deploy-verified.yml', () => {
  it('installs what verifies, and refuses a release that was changed', async () => {
    await run.run('release-by-tag.yml')
    await run.run('deploy-verified.yml', { tag: 'v1.2.3' })
    expect(existsSync(join(run.workspaces.at(-1) ?? '', 'installed'))).toBe(true)
    const [release] = run.emulator.github.releases
    if (release) tamper(release, '')
    await expect(run.run('deploy-verified.yml', { tag: 'v1.2.3' })).rejects.toThrow('SIGNATURE_INVALID')
    expect(existsSync(join(run.workspaces.at(-1) ?? '', 'installed'))).toBe(false)
  })
})

it('covers every example', () => {
  const examples = readdirSync(join(import.meta.dirname, '../../examples')).filter((name) => name.endsWith('.yml'))
  const text = readFileSync(import.meta.filename, 'utf8')
  // Registries and cosign judge images in the interop suite.
  const called = ['reusable-signing.yml', 'sign-image.yml']
  expect(examples.filter((name) => !text.includes(`'${name}'`) && !called.includes(name))).toEqual([])
})

describeOnLinux('openssl', () => {
  itWith('openssl')('verifies a release', async () => {
    await run.run('release-by-tag.yml')
    await run.run('deploy-verified.yml', { tag: 'v1.2.3' })
    const download = join(run.workspaces.at(-1) ?? '', 'download')
    const words = [
      'dgst',
      '-sha256',
      '-verify',
      'kms-public-key.pem',
      '-signature',
      'app-Linux.tar.gz.sig',
      'app-Linux.tar.gz',
    ]
    expect(spawnSync('openssl', words, { cwd: download, encoding: 'utf8' }).stdout).toBe('Verified OK\n')
  })
})
