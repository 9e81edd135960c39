/** With GitHub's OIDC as the credential, provenance says what the job's token says. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { runAction } from '../../emulator/runner/runner.ts'
import { expectFailure, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

const BUILDER = 'acme/signing/.github/workflows/sign.yml@refs/tags/v2'
let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
  workspace = await workspaceWith({ 'app.bin': 'app\n' })
})
beforeEach(() => {
  emulator.requests.length = 0
})
afterAll(async () => {
  await workspace.remove()
  await emulator.close()
})
const inputs = { files: '*.bin', sign: 'provenance', overwrite: 'true' }

it('names the reusable workflow that signs as the builder, which a policy can ask for', async () => {
  emulator.oidc.claims = {
    job_workflow_ref: BUILDER,
    workflow_ref: 'acme/widget/.github/workflows/release.yml@refs/tags/v1.2.3',
  }
  expectSuccess(await sign(emulator, workspace, { inputs }))
  const verify = (policy: string) =>
    runAction({
      action: 'verify',
      workspace: workspace.path,
      inputs: {
        'public-key': readFileSync(workspace.at('kms-public-key.pem'), 'utf8'),
        files: '*.bin',
        provenance: 'provenance.sigstore.json',
        policy,
      },
    })
  expect((await verify(`builder: ${BUILDER}\nrepository: acme/widget`)).exitCode).toBe(0)
  const other = await verify('builder: acme/widget/.github/workflows/release.yml@*')
  expect(other.annotations).toMatchObject([{ title: 'POLICY_VIOLATION' }])
  expect(other.annotations[0]?.message).toContain(BUILDER)
})

it('stops before the first signature where variables and token differ', async () => {
  emulator.oidc.claims = { repository_id: '1' }
  const run = await sign(emulator, workspace, { inputs })
  expectFailure(run, 'INVALID_INPUT')
  expect(run.annotations[0]?.message).toMatch(/GITHUB_REPOSITORY_ID is 710000001, and the token's repository_id is 1/u)
  expect(emulator.calls('kms', 'SignHash')).toEqual([])
  emulator.oidc.claims = { repository_id: '1' }
  expectSuccess(await sign(emulator, workspace, { inputs: { ...inputs, sign: 'files' } }))
})
