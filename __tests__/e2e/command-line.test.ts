/** The command line as it is installed: packed by npm, unpacked into an empty folder, run by Node alone. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { type Workspace, workspaceWith } from './bundle.ts'

const ROOT = join(import.meta.dirname, '..', '..')
let emulator: Emulator
let workspace: Workspace
let installed: string
let program: string

beforeAll(async () => {
  emulator = await startEmulator()
  installed = mkdtempSync(join(tmpdir(), 'installed-'))
  const before = readFileSync(join(ROOT, 'package.json'), 'utf8')
  execFileSync('npm', ['pack', '--silent', '--pack-destination', installed], { cwd: ROOT, stdio: 'pipe' })
  expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).toBe(before)
  writeFileSync(join(installed, 'package.json'), '{"private":true}')
  // Offline: a package that needs another one could not be installed.
  const [tarball] = execFileSync('ls', [installed], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => name.endsWith('.tgz'))
  const options = ['--offline', '--no-audit', '--no-fund', '--silent', '--cache', join(installed, 'cache')]
  execFileSync('npm', ['install', ...options, join(installed, tarball ?? '')], { cwd: installed, stdio: 'pipe' })
  program = join(installed, 'node_modules/.bin/yandex-kms-sign')
}, 120_000)
afterAll(async () => {
  rmSync(installed, { recursive: true, force: true })
  await emulator.close()
})
beforeEach(async () => {
  workspace = await workspaceWith({ 'dist/a.tgz': 'a', 'dist/b.tgz': 'b' })
})
afterEach(() => workspace.remove())

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(program, [...args], { cwd: workspace.path, env: { PATH: process.env['PATH'], ...env } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  for (const secret of emulator.secrets()) expect((stdout + stderr).includes(secret)).toBe(false)
  expect(stdout + stderr).not.toMatch(/^::/mu)
  return { status, stdout, stderr }
}

const options = (): string[] =>
  Object.entries(emulator.inputs).flatMap(([name, value]) => (name === 'yc-sa-id' ? [] : [`--${name}`, value]))
const key = () => ({ YC_SA_JSON_CREDENTIALS: JSON.stringify(emulator.authorizedKey) })

it('needs nothing but Node: no other package is installed with it', () => {
  expect(execFileSync('ls', [join(installed, 'node_modules')], { encoding: 'utf8' }).trim()).toBe(
    'yandex-kms-sign-action',
  )
})

it('signs, lists what it wrote on standard output, and verifies that', async () => {
  const signed = await run(
    ['sign', ...options(), '--files', 'dist/*.tgz', '--formats', 'sig', '--formats', 'cms'],
    key(),
  )
  expect(signed.status).toBe(0)
  const written = signed.stdout.trim().split('\n')
  expect(written).toContain('dist/a.tgz.sig')
  for (const path of written) expect(existsSync(workspace.at(path))).toBe(true)
  expect(signed.stderr).toMatch(/Signed 2 files with \d+ KMS calls/u)
  const verify = ['verify', '--public-key', 'dist/kms-public-key.pem', '--files', 'dist/*.tgz']
  expect(await run(verify)).toMatchObject({ status: 0, stdout: 'dist/a.tgz\ndist/b.tgz\n' })
  writeFileSync(workspace.at('dist/b.tgz'), 'changed')
  const refused = await run(verify)
  expect(refused).toMatchObject({ status: 1, stdout: 'dist/a.tgz\n' })
  expect(refused.stderr).toMatch(/^SIGNATURE_INVALID: 1 of 2 files not verified/mu)
})

it('prints the outputs as JSON, of a run that fails too', async () => {
  const good = await run(['sign', ...options(), '--files', 'dist/a.tgz', '--json'], key())
  expect(good.status).toBe(0)
  expect(JSON.parse(good.stdout)).toMatchObject({ 'signed-count': '1', 'manifest-path': 'dist/signatures.json' })
  const bad = await run(['verify', '--public-key', 'dist/kms-public-key.pem', '--files', 'dist/b.tgz', '--json'])
  expect(bad.status).toBe(1)
  expect(JSON.parse(bad.stdout)).toMatchObject({ 'verified-count': '0' })
  const none = await run(['sign', ...options(), '--files', 'none/*', '--json'], key())
  expect([none.status, JSON.parse(none.stdout)]).toEqual([1, {}])
  expect(none.stderr).toMatch(/^NO_FILES: /mu)
})

it('reads secrets from the environment, the account key from a file as well', async () => {
  writeFileSync(workspace.at('key.json'), JSON.stringify(emulator.authorizedKey))
  const given = ['sign', ...options(), '--files', 'dist/a.tgz', '--overwrite']
  expect(await run(given, { YC_SA_JSON_CREDENTIALS: 'key.json' })).toMatchObject({ status: 0 })
  const token = emulator.oidc.issue(emulator.exchange.audiences[0] ?? '')
  expect(await run([...given, '--yc-sa-id', emulator.serviceAccountId], { OIDC_TOKEN: token })).toMatchObject({
    status: 0,
  })
  expect(await run([...given, '--dry-run'])).toMatchObject({ status: 0, stdout: '' })
})

it.each([
  ['a bad value', ['sign', '--key-id', 'a/b', '--files', 'x', '--dry-run'], 1, /^INVALID_INPUT: Input 'key-id'/mu],
  ['an unknown option', ['sign', '--frobnicate'], 2, /^There is no option --frobnicate\.$/mu],
  ['an unknown command', ['frobnicate'], 2, /^The first word is the command: sign or verify\.$/mu],
  ['a secret as an option', ['sign', '--yc-iam-token', 't1.s3cret'], 2, /YC_IAM_TOKEN/u],
])('ends with the code for %s', async (_, args, code, told) => {
  const { status, stdout, stderr } = await run(args)
  expect([status, stdout]).toEqual([code, ''])
  expect(stderr).toMatch(told)
  expect(stderr).not.toContain('t1.s3cret')
})

it('shows help and version', async () => {
  expect(await run(['--help'])).toMatchObject({ status: 0, stderr: '' })
  expect((await run(['sign', '--help'])).stdout).toContain('YC_SA_JSON_CREDENTIALS')
  expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u)
})
