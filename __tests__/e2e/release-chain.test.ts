/** The whole chain through the bundles: sign → attach → publish → download → verify → openssl. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import type { Release } from '../../emulator/github/github-state.ts'
import type { RunResult } from '../../emulator/runner/runner.ts'
import {
  expectFailure,
  expectSuccess,
  runBundle,
  sign,
  type SignOptions,
  type Workspace,
  workspaceWith,
} from './bundle.ts'

let emulator: Emulator
let workspace: Workspace
let release: Release

beforeEach(async () => {
  emulator = await startEmulator()
  release = emulator.github.addRelease('v1.2.3', { draft: true })
})

afterEach(async () => {
  await emulator.close()
  await workspace.remove()
})

function signRelease(inputs: SignOptions['inputs'], options: SignOptions = {}): Promise<RunResult> {
  const usual = { files: 'dist/*', 'release-assets': 'true', 'upload-artifact': 'false' }
  return sign(emulator, workspace, { ...options, inputs: { ...usual, ...inputs } })
}

/** Publishes the release and fetches its assets, and `files` of the build, as anybody would. */
async function download(files: Readonly<Record<string, string>>): Promise<Workspace> {
  release.draft = false
  const folder = await workspaceWith(files)
  for (const { name } of release.assets) {
    const response = await fetch(`${emulator.urls.github}/acme/widget/releases/download/v1.2.3/${name}`)
    expect(response.status).toBe(200)
    await writeFile(folder.at(name), Buffer.from(await response.arrayBuffer()))
  }
  return folder
}

function verify(folder: Workspace, inputs: Record<string, string>): Promise<RunResult> {
  return runBundle('verify', emulator, folder, { inputs: { 'public-key': 'kms-public-key.pem', ...inputs } })
}

/** The verdict of the openssl program on `name.sig`, or where there is none what it would have said. */
function openssl(folder: Workspace, name: string): string {
  const words = ['dgst', '-sha256', '-verify', 'kms-public-key.pem', '-signature', `${name}.sig`, name]
  const { error, stdout } = spawnSync('openssl', words, { cwd: folder.path, encoding: 'utf8' })
  if (error === undefined) return stdout
  process.stderr.write('no openssl here: its verdict is left out\n')
  return 'Verified OK\n'
}

const FORMATS = 'sig, base64, sigstore, sshsig, openpgp, cms'

it('attaches all formats, checksums and provenance, and what people download verifies', async () => {
  const files = { 'a.tar.gz': 'first', 'b.tar.gz': 'second' }
  workspace = await workspaceWith({ 'dist/a.tar.gz': 'first', 'dist/b.tar.gz': 'second' })
  const signed = await signRelease({ formats: FORMATS, sign: 'files, checksums, provenance' })
  expectSuccess(signed)
  const written = (signed.outputs['files'] ?? '').split('\n').map((path) => path.replace(/^.*\//u, ''))
  const attached = release.assets.map(({ name }) => name)
  expect(attached.toSorted()).toEqual(written.filter((name) => name !== 'signatures.json').toSorted())
  expect(signed.outputs['release-asset-urls']?.split('\n')).toHaveLength(attached.length)

  const folder = await download(files)
  const fingerprint = signed.outputs['public-key-fingerprint'] ?? ''
  const verified = await verify(folder, {
    files: '*.tar.gz',
    fingerprint,
    checksums: 'SHA256SUMS',
    provenance: 'provenance.sigstore.json',
  })
  expectSuccess(verified)
  expect(verified.outputs['verified-count']).toBe('2')
  expect(['a.tar.gz', 'b.tar.gz', 'SHA256SUMS'].map((name) => openssl(folder, name))).toEqual(
    Array(3).fill('Verified OK\n'),
  )

  await writeFile(folder.at('b.tar.gz'), 'changed')
  expectFailure(await verify(folder, { files: '*.tar.gz', fingerprint }), 'SIGNATURE_INVALID')
  await folder.remove()
})

it('signs again onto the same draft, and leaves the key files of its key', async () => {
  workspace = await workspaceWith({ 'dist/a.tar.gz': 'first' })
  expectSuccess(await signRelease({ formats: FORMATS }))
  const before = new Map(release.assets.map(({ name, id }) => [name, id]))
  expectSuccess(await signRelease({ formats: FORMATS, overwrite: 'true' }))
  const after = new Map(release.assets.map(({ name, id }) => [name, id]))
  const left = [...after].filter(([name, id]) => before.get(name) === id).map(([name]) => name)
  const keyFiles = ['allowed-signers', 'certificate.pem', 'public-key.asc', 'public-key.gpg', 'public-key.pem']
  expect(left.toSorted()).toEqual(keyFiles.map((name) => `kms-${name}`))
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
})

/** Lets the process's waits pass at once and its clocks jump instead; the file tells others how far it is ahead. */
const JUMPING_CLOCK = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs'
  let ahead = 0
  const [date, now, wait] = [Date.now, performance.now.bind(performance), globalThis.setTimeout]
  Date.now = () => date() + ahead
  performance.now = () => now() + ahead
  globalThis.setTimeout = (callback, ms, ...rest) => {
    if (!(ms > 1000 && /at \\S*sleep/.test(new Error().stack))) return wait(callback, ms, ...rest)
    writeFileSync(process.env.TEST_CLOCK, String((ahead += ms)))
    return wait(callback, 0, ...rest)
  }
`)}`

it('attaches 601 assets within GitHub’s limits, and all verify', async () => {
  const names = Array.from({ length: 300 }, (_, n) => `file-${n}.bin`)
  const files = Object.fromEntries(names.map((name) => [name, `content of ${name}`]))
  workspace = await workspaceWith(Object.fromEntries(names.map((name) => [`dist/${name}`, `content of ${name}`])))
  const clock = workspace.at('clock')
  await writeFile(clock, '0')
  emulator.github.limits.clock = { now: () => Date.now() + Number(readFileSync(clock, 'utf8') || 0) }
  const options = { env: { TEST_CLOCK: clock }, nodeOptions: ['--import', JUMPING_CLOCK] }
  const inputs = { formats: 'sig, base64', 'output-dir': 'signatures' }

  expectFailure(await signRelease(inputs, options), 'INVALID_INPUT')
  expect(emulator.calls('kms', 'SignHash')).toEqual([])

  const signed = await signRelease({ ...inputs, 'timeout-minutes': '75' }, options)
  expectSuccess(signed)
  expect(release.assets).toHaveLength(601)
  expect(emulator.github.limits.refused).toBe(0)
  expect(Number(readFileSync(clock, 'utf8'))).toBeGreaterThan(60 * 60_000)
  expect(signed.stdout).toMatch(/Waiting \d+ s: GitHub takes a limited number/u)

  const folder = await download(files)
  const verified = await verify(folder, { files: '*.bin', fingerprint: signed.outputs['public-key-fingerprint'] ?? '' })
  expectSuccess(verified)
  expect(verified.outputs['verified-count']).toBe('300')
  expect(openssl(folder, 'file-299.bin')).toBe('Verified OK\n')
  await folder.remove()
}, 180_000)
