/** What people see of the actions: pages made of real runs of the bundles. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startEmulator, type Emulator } from '../../emulator/emulator.ts'
import { runAction, type RunResult } from '../../emulator/runner/runner.ts'
import { sized } from '../../src/base/log.ts'
import { parsePublicKey } from '../../src/crypto/public-key.ts'
import type { View } from './browser.ts'
import { logPage, markdownPage, releasePage } from './page.ts'

/** A picture to be made. */
export interface Screen {
  readonly name: string
  readonly html: string
  readonly view?: Partial<View>
}

type Inputs = Readonly<Record<string, string>>

const FILES = {
  'app-linux-amd64.tar.gz': 3_204_117,
  'app-darwin-arm64.tar.gz': 2_961_540,
  'app-windows.zip': 3_377_902,
}
const ACTION = { GITHUB_ACTION_REPOSITORY: 'acme/yandex-kms-sign-action', GITHUB_ACTION_REF: 'v1' }

/** A workspace with a build, and the services around it. */
class Stage {
  readonly emulator: Emulator
  readonly workspace = mkdtempSync(join(tmpdir(), 'screens-'))
  readonly fingerprint: string

  /** @param files name → bytes */
  constructor(emulator: Emulator, publicKeyPem: string, files: Readonly<Record<string, number>>) {
    this.emulator = emulator
    this.fingerprint = parsePublicKey(publicKeyPem).fingerprint
    mkdirSync(join(this.workspace, 'dist'))
    for (const [name, size] of Object.entries(files)) this.write(`dist/${name}`, randomBytes(size))
  }

  static async open(files: Readonly<Record<string, number>> = FILES): Promise<Stage> {
    const emulator = await startEmulator()
    return new Stage(emulator, await emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem(), files)
  }

  write(path: string, content: Buffer | string): void {
    writeFileSync(join(this.workspace, path), content)
  }

  /** @throws Error where it ends in another way than it has to */
  async run(action: 'sign' | 'verify', inputs: Inputs, exitCode = 0): Promise<RunResult> {
    const { emulator, workspace } = this
    const given = action === 'sign' ? { ...emulator.inputs, 'public-key': this.fingerprint, ...inputs } : inputs
    const env = { ...emulator.env, ...ACTION }
    const run = await runAction({ action, workspace, inputs: given, env, contexts: emulator.contexts })
    if (run.exitCode !== exitCode) throw new Error(`${action} ended with ${String(run.exitCode)}: ${run.stdout}`)
    return run
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.close()
    rmSync(this.workspace, { recursive: true, force: true })
  }
}

const ALL = { files: 'dist/app-*', sign: 'files, checksums, provenance', formats: 'sig, sigstore', 'output-dir': 'out' }

/** The release that the README's quick start makes: one file, and everything else as it is by default. */
async function releaseScreen(): Promise<Screen> {
  await using stage = await Stage.open({ 'app.tar.gz': 3_204_117 })
  const signed = await stage.run('sign', { files: 'dist/*.tar.gz' })
  // `gh release create … dist/*`
  const assets = readdirSync(join(stage.workspace, 'dist')).map((file) => {
    const content = readFileSync(join(stage.workspace, 'dist', file))
    return { name: file, size: sized(content.length), digest: createHash('sha256').update(content).digest('hex') }
  })
  const body = signed.outputs['verification-notes'] ?? ''
  return { name: 'release', html: releasePage({ tag: 'v1.2.3', body, assets }), view: { width: 860 } }
}

/** Those that README and docs show. */
export async function committedScreens(): Promise<readonly Screen[]> {
  await using stage = await Stage.open()
  const dry = await stage.run('sign', { ...ALL, 'dry-run': 'true' })
  const other = `sha256:${'0123456789abcdef'.repeat(4)}`
  const failed = await stage.run('sign', { ...ALL, 'public-key': other }, 1)
  stage.emulator.github.addRelease('v1.2.3', { draft: true })
  const signed = await stage.run('sign', { ...ALL, 'release-assets': 'true' })
  const verify = {
    'public-key': 'out/kms-public-key.pem',
    fingerprint: stage.fingerprint,
    files: 'dist/app-*',
    'signatures-dir': 'out',
  }
  stage.write('dist/app-windows.zip', 'changed')
  const refused = await stage.run('verify', verify, 1)
  return [
    await releaseScreen(),
    { name: 'summary-signed', html: markdownPage(signed.summary) },
    { name: 'summary-failed', html: markdownPage(failed.summary) },
    { name: 'summary-dry-run', html: markdownPage(dry.summary) },
    { name: 'summary-verify-failed', html: markdownPage(refused.summary) },
  ]
}

/** The log as GitHub shows it: without debug lines and masks. */
const asShown = (stdout: string): string =>
  stdout.replace(/^::(?:debug|add-mask|endgroup)::.*\n/gm, '').replaceAll('%0A', '\n')

/** Those that are only looked at. */
export async function otherScreens(root: string): Promise<readonly Screen[]> {
  await using stage = await Stage.open()
  for (let index = 0; index < 300; index++) stage.write(`dist/app-${index}.whl`, `wheel ${index}`)
  const many = await stage.run('sign', { ...ALL, files: 'dist/*.whl' })
  const { emulator, workspace } = stage
  emulator.setFault({ service: 'kms', call: 'SignHash', kind: 'status', status: 503, first: 6 })
  const retried = await stage.run('sign', { ...ALL, overwrite: 'true', 'output-dir': 'again' })
  const verified = await stage.run('verify', {
    'public-key': 'again/kms-public-key.pem',
    fingerprint: stage.fingerprint,
    files: join(workspace, 'dist/app-*z*'),
    'signatures-dir': 'again',
  })
  const readme = (name: string, view: Partial<View> = {}): Screen => ({
    name,
    html: markdownPage(readFileSync(join(root, 'README.md'), 'utf8'), pathToFileURL(`${root}/`).href),
    view,
  })
  const chart = `<img src="performance.svg">`
  const base = pathToFileURL(join(root, 'docs/')).href
  return [
    { name: 'summary-many', html: markdownPage(many.summary) },
    { name: 'summary-verified', html: markdownPage(verified.summary) },
    { name: 'log', html: logPage(asShown(retried.stdout)), view: { width: 720 } },
    readme('readme'),
    readme('readme-narrow', { width: 420, scheme: 'dark' }),
    { name: 'chart-light', html: markdownPage(chart, base) },
    { name: 'chart-dark', html: markdownPage(chart, base), view: { scheme: 'dark' } },
  ]
}
