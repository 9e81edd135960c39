/** What a run tells of itself: summaries whatever it ends in, outputs that nobody takes, what this runner does not have. */
import { mkdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { runAction, type RunResult } from '../../emulator/runner/runner.ts'
import { localKey } from '../support/local-keys.ts'
import { pem } from '../../src/crypto/public-key.ts'
import { ReleaseFolder } from '../verify/release-folder.ts'
import { expectFailure, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith({ 'dist/a.tgz': 'a' })
})
afterEach(() => workspace.remove())

const files = { files: 'dist/a.tgz' }
const noticesOf = ({ annotations }: RunResult): readonly string[] =>
  annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)

it('OUTPUT_FAILED: names in the log the files that are in place', async () => {
  const output = workspace.at('output')
  await mkdir(output)
  const run = await sign(emulator, workspace, { inputs: files, env: { GITHUB_OUTPUT: output } })
  expectFailure(run, 'OUTPUT_FAILED')
  expect(existsSync(workspace.at('dist/a.tgz.sig'))).toBe(true)
  expect(run.stdout).toContain('\n  dist/a.tgz.sig\n')
  expect(run.summary).toMatch(/^## 1 file signed.*\n\n\*\*The signatures are made and in place, .*OUTPUT_FAILED\*\*/u)
})

it('OUTPUT_FAILED: verify has named in the log which file is bad', async () => {
  const key = localKey('ECDSA_NIST_P256_SHA_256')
  const folder = new ReleaseFolder()
  try {
    folder.sign(key, 'app', 'release')
    folder.write('app', 'changed')
    const env = { GITHUB_OUTPUT: folder.path }
    const inputs = { 'public-key': pem('PUBLIC KEY', key.publicKey.spki), files: 'app' }
    const run = await runAction({ action: 'verify', workspace: folder.path, inputs, env })
    expectFailure(run, 'OUTPUT_FAILED')
    expect(run.stdout).toContain('\nSIGNATURE_INVALID: app.sig')
    expect(run.annotations.at(-1)?.message).toMatch(/ 0 of 1 file verified; the log says what is wrong\.\n/u)
    expect(run.summary).toContain('## 0 of 1 files verified')
  } finally {
    folder.remove()
  }
})

it.each<[string, Record<string, string | undefined>, Record<string, string>]>([
  ['GitHub Enterprise Server', { GITHUB_SERVER_URL: 'https://github.example.com' }, {}],
  ['a runner of another system', { ACTIONS_RESULTS_URL: undefined, ACTIONS_RUNTIME_TOKEN: undefined }, {}],
])('says in one notice that %s takes no artifact', async (_, env, inputs) => {
  const pinned = { 'public-key': await emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem() }
  const run = await sign(emulator, workspace, { inputs: { ...files, ...pinned, ...inputs }, env })
  expectSuccess(run)
  expect(noticesOf(run)).toEqual([expect.stringMatching(/^No workflow artifact was uploaded: .*in the workspace/u)])
})

it('has a summary of a run that failed before it signed, of one that had nothing to sign, and of a dry run', async () => {
  const failed = await sign(emulator, workspace, { inputs: { files: 'none/*' } })
  expectFailure(failed, 'NO_FILES')
  expect(failed.summary).toMatch(/^## Nothing was signed: NO_FILES\n\n```text\n/u)
  const empty = await sign(emulator, workspace, { inputs: { files: 'none/*', 'if-no-files-found': 'ignore' } })
  expectSuccess(empty)
  expect(empty.summary).toBe('## No files found, and nothing signed\n')
  const dry = await sign(emulator, workspace, { inputs: { ...files, 'dry-run': 'true' } })
  expectSuccess(dry)
  expect(dry.summary).toMatch(/^## Dry run: 1 file would be signed with \d KMS calls\n/u)
})

it('shows in the summary what was uploaded where', async () => {
  const run = await sign(emulator, workspace, { inputs: files })
  expectSuccess(run)
  expect(run.summary).toMatch(/^- Workflow artifact: \[.+\]\(<https?:.+\/artifacts\/\d+>\), 3 files$/mu)
})
