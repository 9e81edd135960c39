/** This repository's own workflows, their scripts run as written: the one that releases, the prober, and Dependabot's. */
import { createHash, verify } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals'
import type { Release } from '../../emulator/github/github-state.ts'
import { ExampleRun, type Project } from './examples/example-run.ts'
import { commit, npmScript, prepareRelease, ran } from './workflows/prepared.ts'
import { describeOnLinux, itWith } from '../support/where-there.ts'

jest.setTimeout(120_000)

/** `gh api --jq` has a jq of its own; its stand-in asks the real one. */
const withJq = itWith('jq')
const NAME = 'yandex-kms-sign-action-v1.2.3'
let folder: string
let clone: string
let run: ExampleRun
const refs = () => run.emulator.github.refs

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-workflows-'))
  clone = join(folder, 'clone')
  if (process.platform === 'linux') prepareRelease(clone)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function start(contexts: Project['contexts'] = {}, build = 'exit 1'): Promise<void> {
  const programs = { node: `exec "${process.execPath}" "$@"`, npm: npmScript(build) }
  const given: Record<string, string> = { ...contexts }
  run = await ExampleRun.start({ clone, contexts: given, programs })
  const { emulator, fingerprint } = run
  emulator.github.immutableReleases = true
  given['vars.KMS_KEY_ID'] = emulator.inputs['key-id'] ?? ''
  given['vars.KMS_KEY_FINGERPRINT'] = fingerprint
  given['vars.YC_SA_ID'] = emulator.serviceAccountId
}

afterEach(() => run.close())

/** Runs the job that builds, once for all tests: what it hands over is kept. */
async function build(): Promise<void> {
  const kept = join(folder, 'built')
  if (!existsSync(kept)) {
    await run.run('release.yml', {}, ['build'])
    cpSync(run.artifacts.get('release') ?? '', kept, { recursive: true })
  }
  run.artifacts.set('release', kept)
}

function assetsOf(release: Release | undefined): ReadonlyMap<string, Buffer> {
  return new Map(release?.assets.map(({ name, content }) => [name, content]) ?? [])
}

describeOnLinux('release.yml', () => {
  beforeEach(() => start())

  withJq('publishes a release that it signed itself, and moves the tag of the major version', async () => {
    await build()
    await run.run('release.yml', {}, ['publish'])
    const [release, ...others] = run.emulator.github.releases
    expect([others, release?.draft, release?.name]).toEqual([[], false, 'v1.2.3'])
    const assets = assetsOf(release)
    for (const name of [`${NAME}.tar.gz`, `${NAME}.cdx.json`, 'verify.html', 'SHA256SUMS']) {
      const [content, signature] = [assets.get(name), assets.get(`${name}.sig`)]
      expect([
        name,
        verify('sha256', content ?? Buffer.alloc(0), run.publicKeyPem, signature ?? Buffer.alloc(0)),
      ]).toEqual([name, true])
      expect(assets.has(`${name}.sigstore.json`)).toBe(true)
    }
    const sums = assets.get('SHA256SUMS')?.toString() ?? ''
    const archive = assets.get(`${NAME}.tar.gz`) ?? Buffer.alloc(0)
    expect(sums).toContain(`${createHash('sha256').update(archive).digest('hex')}  ${NAME}.tar.gz\n`)
    const sbom = JSON.parse(assets.get(`${NAME}.cdx.json`)?.toString() ?? '{}') as {
      metadata: { component: { version: string } }
      components: { name: string }[]
    }
    expect(sbom.metadata.component.version).toBe('1.2.3')
    expect(sbom.components.map(({ name }) => name)).toContain('undici')
    expect([...assets.keys()]).toEqual(expect.arrayContaining(['kms-public-key.pem', 'provenance.sigstore.json']))
    expect([...assets.keys()]).not.toContain('notes.md')
    expect(release?.body).toMatch(/\*\*The sign action\*\*[^]*openssl/u)
    expect(refs().get('refs/tags/v1')).toBe(refs().get('refs/tags/v1.2.3'))
  })

  withJq(
    'is completed by "Re-run failed jobs" after a failure of any step, and changes nothing that is published',
    async () => {
      await build()
      const publish = () => run.run('release.yml', {}, ['publish'])
      let published: ReadonlyMap<string, Buffer> = new Map()
      for (const where of [
        { service: 'uploads', call: 'UploadAsset', skip: 4 },
        { service: 'github', call: 'UpdateRelease' },
        { service: 'github', call: 'ListRefs' },
      ] as const) {
        run.emulator.setFault({ ...where, kind: 'status', status: 502, first: 1 })
        await expect(publish()).rejects.toThrow(/502/u)
        expect(refs().has('refs/tags/v1')).toBe(false)
        published = assetsOf(run.emulator.github.releases.find(({ draft }) => !draft))
      }
      expect(published.has(`${NAME}.tar.gz.sig`)).toBe(true)
      await publish()
      expect(run.emulator.github.releases).toHaveLength(1)
      expect([...assetsOf(run.emulator.github.releases[0])]).toEqual([...published])
      expect(refs().get('refs/tags/v1')).toBe(refs().get('refs/tags/v1.2.3'))
    },
  )

  withJq('leaves the tag of the major version where a newer version is, whatever else is tagged', async () => {
    const [old, newer] = ['1'.repeat(40), '2'.repeat(40)]
    refs().set('refs/tags/v1', old)
    refs().set('refs/tags/v1.10.0', newer)
    await build()
    await run.run('release.yml', {}, ['publish'])
    expect(refs().get('refs/tags/v1')).toBe(old)
    expect(run.said.join('')).toContain('::notice::v1 stays at v1.10.0, which is newer than v1.2.3.')
    refs().delete('refs/tags/v1.10.0')
    refs().set('refs/tags/v1.3.0-rc.1', newer)
    await run.run('release.yml', {}, ['publish'])
    expect(refs().get('refs/tags/v1')).toBe(refs().get('refs/tags/v1.2.3'))
  })

  withJq('signs nothing where the tag is not what the tree says', async () => {
    writeFileSync(join(clone, 'CHANGELOG.md'), '# Changelog\n')
    commit(clone, 'Lose the changelog')
    try {
      ran(clone, 'git', 'tag', '--force', 'v1.2.3')
      await expect(run.run('release.yml')).rejects.toThrow(/no section "## 1\.2\.3"/u)
      expect(run.emulator.calls('kms')).toEqual([])
    } finally {
      ran(clone, 'git', 'reset', '--hard', '--quiet', 'HEAD~')
      ran(clone, 'git', 'tag', '--force', 'v1.2.3')
    }
  })
})

describeOnLinux('prober.yml', () => {
  it('says why it does not run where no account is configured', async () => {
    await start({ 'vars.PROBER_KMS_KEY_ID': '', 'vars.PROBER_YC_SA_ID': '' })
    await run.run('prober.yml')
    expect(run.said.join('')).toMatch(/^::notice::Not run: the variables PROBER_KMS_KEY_ID and PROBER_YC_SA_ID/u)
    expect(run.outputs).toEqual([])
  })

  it('signs and verifies with the newest release', async () => {
    await start()
    await build()
    const { emulator } = run
    const file = join(run.artifacts.get('release') ?? '', `${NAME}.tar.gz`)
    const released = emulator.github.addRelease('v1.2.3')
    const asset = emulator.github.addAsset(released, `${NAME}.tar.gz`, readFileSync(file))
    run.project = {
      ...(run.project as Project),
      contexts: {
        'vars.PROBER_KMS_KEY_ID': emulator.inputs['key-id'] ?? '',
        'vars.PROBER_YC_SA_ID': emulator.serviceAccountId,
      },
    }
    emulator.exchange.credentials.push({
      serviceAccountId: emulator.serviceAccountId,
      externalSubjectId: 'repo:acme/widget:environment:prober',
    })
    await run.run('prober.yml')
    expect(run.outputs.at(-1)?.['verified-count']).toBe('1')
    expect(run.said.at(-1)).toContain('Verified OK')
    asset.content = asset.content.subarray(0, 100)
    await expect(run.run('prober.yml')).rejects.toThrow(/gzip|tar/u)
  })
})

describeOnLinux('dependabot-dist.yml', () => {
  const LOGIN = 'github.event.pull_request.user.login'
  /** Changes one file of dist/, takes one away, and makes a new one. */
  const BUILD =
    'echo changed >> dist/sign/index.js && rm dist/licenses.txt && head -c 300 /dev/urandom > dist/sign/new.js'

  it('offers a patch that makes dist/ what it built', async () => {
    await start({ [LOGIN]: 'dependabot[bot]' }, BUILD)
    await run.run('dependabot-dist.yml')
    const patch = join(run.artifacts.get('dist-patch') ?? '', 'dist.patch')
    const copy = join(folder, 'applied')
    ran(folder, 'git', 'clone', '--quiet', clone, copy)
    ran(copy, 'git', 'apply', patch)
    const built = run.workspaces[0] ?? ''
    for (const path of ['dist/sign/index.js', 'dist/sign/new.js'])
      expect(readFileSync(join(copy, path)).equals(readFileSync(join(built, path)))).toBe(true)
    expect(ran(copy, 'git', 'status', '--porcelain').trimEnd().split('\n')).toEqual([
      ' D dist/licenses.txt',
      ' M dist/sign/index.js',
      '?? dist/sign/new.js',
    ])
    appendFileSync(join(copy, 'dist/sign/index.js'), 'more')
    expect(() => ran(copy, 'git', 'apply', patch)).toThrow()
  })

  it('does nothing for anybody else', async () => {
    await start({ [LOGIN]: 'octocat' }, BUILD)
    await run.run('dependabot-dist.yml')
    expect(run.workspaces).toEqual([])
  })
})
