import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { GithubLimits } from '../../emulator/github/github-limits.ts'
import type { RunResult } from '../../emulator/runner/runner.ts'
import { expectFailure, expectSuccess, sign, type SignOptions, type Workspace, workspaceWith } from './bundle.ts'

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith({ 'dist/widget.bin': 'widget' })
})
afterEach(async () => {
  const { github } = emulator
  github.releases.length = 0
  github.immutableReleases = false
  github.limits = new GithubLimits()
  emulator.clearFaults()
  emulator.requests.length = 0
  await workspace.remove()
})

function signRelease(options: SignOptions = {}): Promise<RunResult> {
  const inputs = { files: 'dist/*.bin', 'release-assets': 'true', 'upload-artifact': 'false', ...options.inputs }
  return sign(emulator, workspace, { ...options, inputs })
}

describe('before the first signature', () => {
  afterEach(() => {
    expect(emulator.calls('kms', 'SignHash')).toEqual([])
  })

  async function expectClean(code: string, options: SignOptions = {}): Promise<string> {
    const before = await workspace.snapshot()
    const run = await signRelease(options)
    expectFailure(run, code)
    expect(await workspace.snapshot()).toEqual(before)
    return run.annotations.find(({ level }) => level === 'error')?.message ?? ''
  }

  it('CHECKSUMS_INVALID, with the line', async () => {
    await workspace.remove()
    workspace = await workspaceWith({ 'dist/SHA256SUMS': `${'0'.repeat(64)}  widget.bin\nnot a checksum\n` })
    const inputs = { files: '', 'subject-checksums': 'dist/SHA256SUMS', 'release-assets': 'false' }
    expect(await expectClean('CHECKSUMS_INVALID', { inputs })).toMatch(/line 2|:2\b/)
    expect(emulator.requests).toEqual([])
  })

  it('ASSET_NAME_CONFLICT', async () => {
    await workspace.remove()
    workspace = await workspaceWith({ 'a/widget.bin': 'one', 'b/widget.bin': 'two' })
    await expectClean('ASSET_NAME_CONFLICT', { inputs: { files: '*/widget.bin' } })
    expect(emulator.requests).toEqual([])
  })

  it('INVALID_INPUT: a run that no tag started, and no release-tag', async () => {
    await expectClean('INVALID_INPUT', { env: { GITHUB_REF: 'refs/heads/main' } })
    expect(emulator.requests).toEqual([])
  })

  it('RELEASE_NOT_FOUND', async () => {
    expect(await expectClean('RELEASE_NOT_FOUND')).toContain('contents: write')
  })

  it('RELEASE_NOT_FOUND: a draft, to a token that may only read', async () => {
    emulator.github.addRelease('v1.2.3', { draft: true })
    emulator.github.tokens.set('ghs_reader', 'read')
    await expectClean('RELEASE_NOT_FOUND', { contexts: { 'github.token': 'ghs_reader' } })
    emulator.github.tokens.delete('ghs_reader')
  })

  it('RELEASE_NOT_FOUND: several drafts of one tag, each named', async () => {
    const drafts = [1, 2].map(() => emulator.github.addRelease('v1.2.3', { draft: true }))
    const message = await expectClean('RELEASE_NOT_FOUND')
    for (const { id } of drafts) expect(message).toContain(String(id))
  })

  it('RELEASE_NOT_FOUND: a draft beside a published release, whatever overwrite says', async () => {
    const releases = [true, false].map((draft) => emulator.github.addRelease('v1.2.3', { draft }))
    const message = await expectClean('RELEASE_NOT_FOUND', { inputs: { overwrite: 'true' } })
    for (const { id } of releases) expect(message).toContain(`release-id: ${id} (`)
  })

  it('INVALID_INPUT: Gitea, whose release API is another one', async () => {
    expect(await expectClean('INVALID_INPUT', { env: { GITEA_ACTIONS: 'true' } })).toContain('Gitea')
    expect(emulator.requests).toEqual([])
  })

  it.each(['files, checksums', 'checksums'])(
    'ASSET_EXISTS: a list of other files on a draft, sign: %s',
    async (targets) => {
      const release = emulator.github.addRelease('v1.2.3', { draft: true })
      emulator.github.addAsset(release, 'SHA256SUMS', `${'ab'.repeat(32)}  other.bin\n`)
      const message = await expectClean('ASSET_EXISTS', { inputs: { sign: targets } })
      expect(message).toContain('SHA256SUMS names files that this run does not sign: other.bin')
      expect(message).toContain('subject-checksums')
    },
  )

  it.each(['files, checksums', 'checksums', 'files, checksums, provenance'])(
    'ASSET_EXISTS: a published list of the same files with other digests, sign: %s',
    async (targets) => {
      await writeFile(workspace.at('dist/notes.bin'), 'notes')
      const release = emulator.github.addRelease('v1.2.3')
      const digest = createHash('sha256').update('notes').digest('hex')
      emulator.github.addAsset(release, 'SHA256SUMS', `${digest}  notes.bin\n${'ab'.repeat(32)}  widget.bin\n`)
      expect(await expectClean('ASSET_EXISTS', { inputs: { sign: targets } })).toContain('SHA256SUMS')
    },
  )

  it('ASSET_NAME_CONFLICT: a name that GitHub changes, in a statement', async () => {
    await writeFile(workspace.at('dist/app~rc1.bin'), 'x')
    await expectClean('ASSET_NAME_CONFLICT', { inputs: { sign: 'provenance' } })
    expect(emulator.requests).toEqual([])
  })

  it('RELEASE_FORBIDDEN: bad credentials', async () => {
    emulator.github.addRelease('v1.2.3')
    const token = 'ghs_nobodyknowsthistoken'
    await expectClean('RELEASE_FORBIDDEN', { contexts: { 'github.token': token }, secrets: [token] })
  })

  it('RELEASE_IMMUTABLE', async () => {
    emulator.github.immutableReleases = true
    emulator.github.addRelease('v1.2.3')
    expect(await expectClean('RELEASE_IMMUTABLE')).toContain('--draft')
  })

  it('RELEASE_FULL', async () => {
    const release = emulator.github.addRelease('v1.2.3')
    for (let at = 0; at < 999; at += 1) emulator.github.addAsset(release, `file-${at}.bin`, 'x')
    expect(await expectClean('RELEASE_FULL')).toContain('1000')
  })

  it('ASSET_EXISTS: on a published release, with the command that deletes it', async () => {
    const release = emulator.github.addRelease('v1.2.3')
    emulator.github.addAsset(release, 'widget.bin.sig', 'another signature')
    expect(await expectClean('ASSET_EXISTS')).toContain('gh release delete-asset')
  })

  it('ASSET_EXISTS: with every name in the log', async () => {
    const release = emulator.github.addRelease('v1.2.3')
    const names = Array.from({ length: 30 }, (_, at) => `file-${at}.bin`)
    await Promise.all(names.map((name) => writeFile(workspace.at(`dist/${name}`), name)))
    for (const name of names) emulator.github.addAsset(release, `${name}.sig`, 'another signature')
    const run = await signRelease()
    expectFailure(run, 'ASSET_EXISTS')
    for (const name of names) expect(run.stdout).toContain(`\n  ${name}.sig\n`)
  })

  it('ASSET_EXISTS: under a name that hangs on the key', async () => {
    const release = emulator.github.addRelease('v1.2.3')
    emulator.github.addAsset(release, 'SHA256SUMS.sig', 'another signature')
    expect(await expectClean('ASSET_EXISTS', { inputs: { sign: 'checksums' } })).toContain('SHA256SUMS.sig')
  })

  it('RELEASE_FULL: with files whose names hang on the key', async () => {
    const release = emulator.github.addRelease('v1.2.3')
    for (let at = 0; at < 998; at += 1) emulator.github.addAsset(release, `file-${at}.bin`, 'x')
    expect(await expectClean('RELEASE_FULL', { inputs: { sign: 'checksums' } })).toContain('1001')
  })
})

describe('once the files are in place', () => {
  it('attaches what was written but the manifest, and twice is once', async () => {
    const release = emulator.github.addRelease('v1.2.3', { draft: true })
    const run = await signRelease()
    expectSuccess(run)
    const names = ['kms-public-key.pem', 'widget.bin.sig']
    expect(release.assets.map(({ name }) => name).toSorted()).toEqual(names)
    expect(run.outputs['release-asset-urls']?.split('\n')).toHaveLength(2)
    expectSuccess(await signRelease({ inputs: { overwrite: 'true' } }))
    expect(release.assets.map(({ name }) => name).toSorted()).toEqual(names)
  })

  it('signs for a published release that has the very checksum file', async () => {
    const release = emulator.github.addRelease('v1.2.3')
    const digest = createHash('sha256').update('widget').digest('hex')
    const { id } = emulator.github.addAsset(release, 'SHA256SUMS', `${digest}  widget.bin\n`)
    expectSuccess(await signRelease({ inputs: { sign: 'files, checksums' } }))
    expect(release.assets.find(({ name }) => name === 'SHA256SUMS')?.id).toBe(id)
    expect(release.assets.map(({ name }) => name)).toContain('SHA256SUMS.sig')
  })

  it('takes the release that release-id names, and a tag from the event where GITHUB_REF is empty', async () => {
    const [draft] = [true, false].map((isDraft) => emulator.github.addRelease('v1.2.3', { draft: isDraft }))
    const run = await signRelease({ inputs: { 'release-id': String(draft?.id) } })
    expectSuccess(run)
    expect(draft?.assets).toHaveLength(2)
    const other = emulator.github.addRelease('v2')
    const env = { GITHUB_REF: '', GITHUB_EVENT_NAME: 'release' }
    await workspace.remove()
    workspace = await workspaceWith({ 'dist/widget.bin': 'widget' })
    expectSuccess(await signRelease({ env, event: { release: { tag_name: 'v2' } } }))
    expect(other.assets).toHaveLength(2)
  })

  it('finds a release that GitHub shows only after some seconds, and calls café.bin by the name that GitHub gave it', async () => {
    await writeFile(workspace.at('dist/café.bin'), 'café')
    const release = emulator.github.addRelease('v1.2.3', { hiddenMs: 2500 })
    expectSuccess(await signRelease())
    expect(release.assets.map(({ name }) => name)).toContain('cafe.bin.sig')
    const again = await signRelease({ inputs: { overwrite: 'true' } })
    expectSuccess(again)
    expect(release.assets).toHaveLength(3)
    expect(again.stdout).toMatch(/Deleting the asset cafe\.bin\.sig \(id \d+/u)
  })

  it.each([
    ['an answer that was lost', { kind: 'status', status: 502, after: true, first: 1 }],
    ['an upload that broke off inside GitHub', { kind: 'starter', first: 1 }],
    ['a reset', { kind: 'reset-before-headers', first: 1 }],
  ] as const)(
    'gets over %s',
    async (_, fault) => {
      const release = emulator.github.addRelease('v1.2.3')
      emulator.setFault({ service: 'uploads', call: 'UploadAsset', ...fault })
      expectSuccess(await signRelease())
      expect(release.assets.map(({ name, state }) => [name, state]).toSorted()).toEqual([
        ['kms-public-key.pem', 'uploaded'],
        ['widget.bin.sig', 'uploaded'],
      ])
    },
    30_000,
  )

  it('RELEASE_UPLOAD_FAILED: the files stay and are named', async () => {
    emulator.github.addRelease('v1.2.3')
    emulator.setFault({ service: 'uploads', kind: 'status', status: 422, body: { message: 'Validation Failed' } })
    const run = await signRelease()
    expectFailure(run, 'RELEASE_UPLOAD_FAILED')
    expect(run.outputs['files']?.split('\n')).toContain('dist/widget.bin.sig')
    expect(Object.keys(await workspace.snapshot())).toContain('dist/widget.bin.sig')
  })
})
