/** The bundles where no runner of actions is: INPUT_* alone, and an ID token of another issuer. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { expectFailure, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** What a runner would take for a command. */
const COMMAND = /^\s*::|##\[/mu
let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith({ 'dist/a.tgz': 'a' })
  emulator.oidc.issuer = emulator.exchange.issuer = 'https://gitlab.example'
  emulator.oidc.subject = 'project_path:acme/widget:ref_type:tag:ref:v1'
  emulator.exchange.credentials.splice(0, 9, {
    serviceAccountId: emulator.serviceAccountId,
    externalSubjectId: emulator.oidc.subject,
  })
})
afterEach(() => workspace.remove())

const idToken = () => emulator.oidc.issue(emulator.exchange.audiences[0] ?? '')

/** Only PATH, INPUT_* and `more` are set; the emulator lives in this process, so the run must not block it. */
async function bare(inputs: Readonly<Record<string, string>>, action = 'sign', more: Record<string, string> = {}) {
  const given = { ...emulator.inputs, files: 'dist/*', ...inputs }
  const variables = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const env = { PATH: process.env['PATH'], ...more, ...(Object.fromEntries(variables) as object) }
  const child = spawn(process.execPath, [join(ROOT, 'dist', action, 'index.js')], { cwd: workspace.path, env })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, stdout, stderr }
}

it('sign with nothing but INPUT_* set, and print no command for runners', async () => {
  const { status, stdout, stderr } = await bare({ 'oidc-token': idToken() })
  expect([status, stderr]).toEqual([0, ''])
  expect(existsSync(workspace.at('dist/a.tgz.sig'))).toBe(true)
  expect(stdout).not.toMatch(COMMAND)
  for (const secret of emulator.secrets()) expect(stdout.includes(secret)).toBe(false)
  expect(stdout.match(/^Note: No workflow artifact was uploaded/gmu)).toHaveLength(1)
})

it.each(['sign', 'verify'] as const)('%s fails with plain text and the exit code of a failure', async (action) => {
  const { status, stdout, stderr } = await bare({ files: 'nowhere/*', 'public-key': 'key.pem' }, action)
  expect([status, stderr]).toEqual([1, ''])
  expect(stdout).not.toMatch(COMMAND)
  expect(stdout).toMatch(/^(?:NO_FILES|INVALID_INPUT): .{20}/mu)
})

it('fails with an annotation where somebody takes outputs, and masks nothing', async () => {
  const { status, stdout } = await bare({ files: 'nowhere/*' }, 'sign', { GITHUB_OUTPUT: workspace.at('outputs') })
  expect(status).toBe(1)
  expect(stdout).toMatch(/^::error title=NO_FILES::/mu)
  expect(stdout).not.toContain('add-mask')
})

it('show no secret of an account key either', async () => {
  const json = JSON.stringify(emulator.authorizedKey)
  const { status, stdout } = await bare({ 'yc-sa-id': '', 'yc-sa-json-credentials': json })
  expect(status).toBe(0)
  for (const secret of emulator.secrets()) expect(stdout.includes(secret)).toBe(false)
})

it('exchange an ID token of another issuer in a runner too, and mask it there', async () => {
  const token = idToken()
  const run = await sign(emulator, workspace, { inputs: { files: 'dist/*', 'oidc-token': token } })
  expectSuccess(run)
  expect(run.masks).toContain(token)
  expect(emulator.calls('oidc')).toEqual([])
})

it('say whose token was refused, and how to link it, without a word on GitHub’s settings', async () => {
  emulator.exchange.credentials.splice(0)
  const run = await sign(emulator, workspace, { inputs: { files: 'dist/*', 'oidc-token': idToken() } })
  expectFailure(run, 'TOKEN_EXCHANGE_REFUSED')
  const [{ message } = { message: '' }] = run.annotations.filter(({ level }) => level === 'error')
  for (const told of ['https://gitlab.example', emulator.exchange.audiences[0] ?? '', emulator.oidc.subject])
    expect(message).toContain(told)
  expect(message).toMatch(/only if nobody but the release job can have it[^]*federated-credential create/u)
  expect(message).not.toMatch(/environment:|Settings →/u)
})

it.each([
  ['expired', () => ((emulator.oidc.lifetimeSeconds = -60), idToken())],
  ['no JWT', () => 'glpat-0123456789abcdef0123456789'],
])('refuse a token that is %s without printing it', async (_, make) => {
  const token = make()
  emulator.oidc.lifetimeSeconds = 300
  const run = await sign(emulator, workspace, { inputs: { files: 'dist/*', 'oidc-token': token }, secrets: [token] })
  expectFailure(run, 'INVALID_INPUT')
})
