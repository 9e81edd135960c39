/** All that a run writes, shows or passes on, searched for every secret that it held; with each credential, well and badly. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { runAction } from '../../emulator/runner/runner.ts'
import { errorsOf, expectNoSecrets, type Workspace, workspaceWith } from './bundle.ts'

const CREDENTIALS = ['yc-sa-id', 'yc-sa-json-credentials', 'yc-iam-token', 'yc-vm-service-account'] as const
type Kind = (typeof CREDENTIALS)[number]
const DEBUG = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true', ACTIONS_RUNNER_DEBUG: 'true' }
const ALL_OF_NODE = { NODE_DEBUG: 'http,https,http2,net,tls,undici,fetch,stream,fs,module,worker,timer' }

let emulator: Emulator
let workspace: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())
beforeEach(async () => {
  workspace = await workspaceWith({ 'dist/app.bin': 'app', 'dist/lib.bin': 'lib' })
})
afterEach(async () => {
  emulator.clearFaults()
  emulator.exchange.errorShape = 'oauth'
  emulator.artifacts.artifacts.length = 0
  await workspace.remove()
})

function credential(kind: Kind): Record<string, string> {
  const none = { 'yc-sa-id': '' }
  if (kind === 'yc-sa-json-credentials') return { ...none, [kind]: JSON.stringify(emulator.authorizedKey) }
  if (kind === 'yc-iam-token') return { ...none, [kind]: emulator.iam.issueToken(emulator.serviceAccountId).value }
  return kind === 'yc-vm-service-account' ? { ...none, [kind]: 'true' } : {}
}

/** What /proc tells of a process and of those below it: arguments and environment, which any user's process may read. */
async function spyOn(pid: number, seen: string[]): Promise<void> {
  for (;;) {
    try {
      seen.push(await readFile(`/proc/${pid}/cmdline`, 'latin1'))
      const tasks = await readdir(`/proc/${pid}/task`)
      for (const task of tasks) {
        const children = await readFile(`/proc/${pid}/task/${task}/children`, 'latin1')
        for (const child of children.split(' ').filter((id) => id !== '')) {
          seen.push(await readFile(`/proc/${child}/cmdline`, 'latin1'))
          seen.push(await readFile(`/proc/${child}/environ`, 'latin1'))
        }
      }
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** What the runner shows of `text`. */
const masked = (text: string, masks: readonly string[]) =>
  masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), text)

/** Runs with debug logs on, and searches everything. */
async function search(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<string> {
  const seen: string[] = []
  const usual = { files: 'dist', formats: 'sig sshsig', 'revoke-token': 'true', overwrite: 'true' }
  const run = await runAction({
    action: 'sign',
    workspace: workspace.path,
    contexts: emulator.contexts,
    inputs: { ...emulator.inputs, ...usual, ...inputs },
    env: { ...emulator.env, ...DEBUG, ...env },
    onStart: (pid) => void spyOn(pid, seen),
  })
  const names = await readdir(workspace.path, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const contents = await Promise.all(files.map((file) => readFile(file, 'latin1')))
  const json = JSON.stringify(emulator.authorizedKey)
  const bodies = emulator.calls('iam', 'CreateToken').map(({ body }) => JSON.parse(body ?? '{}') as { jwt?: string })
  const secrets = [
    ...emulator.secrets(),
    ...bodies.map(({ jwt }) => jwt ?? ''),
    ...[inputs['yc-iam-token'], inputs['yc-sa-json-credentials']].map((text) => text ?? ''),
    emulator.authorizedKey.private_key,
    JSON.stringify(emulator.authorizedKey.private_key).slice(1, -1),
    Buffer.from(json).toString('base64'),
    'proxy-p4ssw0rd',
    Buffer.from('user:proxy-p4ssw0rd').toString('base64'),
  ]
  // Nor the start of one, as far as it is not the same for all.
  const starts = secrets.filter((secret) => secret.length > 100).map((secret) => secret.slice(0, 60))
  // Node prints headers by itself where NODE_DEBUG is set: of those the mask must take care. Of all else, nothing need.
  const log = env['NODE_DEBUG'] === undefined ? run.shown : masked(run.shown, run.masks)
  const everything = [log, ...contents, ...seen].join('\n')
  expectNoSecrets({ ...run, shown: everything }, [...secrets, ...starts.filter((start) => !start.startsWith('-----'))])
  return errorsOf(run)
}

describe.each(CREDENTIALS)('with %s', (kind) => {
  it('shows no secret in a run that succeeds', async () => {
    expect(await search(credential(kind))).toBe('')
  })

  it('shows none in what Node itself says when it is told to say all', async () => {
    expect(await search(credential(kind), ALL_OF_NODE)).toBe('')
  })

  it.each([
    ['the key is refused', { service: 'kms', kind: 'status', status: 403 }],
    ['the token is refused', { service: 'kms', kind: 'unauthenticated' }],
    ['IAM is down', { service: 'iam', kind: 'reset-mid-body' }],
    ['a signature is false', { service: 'kms', call: 'SignHash', kind: 'other-digest' }],
    ['the artifact cannot be stored', { service: 'artifacts', kind: 'status', status: 403 }],
  ] as const)('shows none when %s', async (_, fault) => {
    emulator.setFault(fault)
    await search({ ...credential(kind), 'timeout-minutes': '0.1' })
  })
})

it('shows no secret of faulty inputs', async () => {
  const json = JSON.stringify(emulator.authorizedKey)
  for (const broken of [`'${json}'`, json.replaceAll('\\n', '\n'), Buffer.from(json).toString('base64'), json.slice(1)])
    expect(await search({ 'yc-sa-id': '', 'yc-sa-json-credentials': broken })).toMatch(/^SERVICE_ACCOUNT_KEY_INVALID/u)
  const both = { ...credential('yc-iam-token'), ...credential('yc-sa-json-credentials') }
  expect(await search({ ...both, 'yc-iam-token': credential('yc-iam-token')['yc-iam-token'] ?? '' })).toMatch(
    /^INVALID_INPUT/u,
  )
})

it('shows no password of a proxy', async () => {
  const proxy = 'http://user:proxy-p4ssw0rd@127.0.0.1:9'
  for (const more of [{}, ALL_OF_NODE]) {
    const env = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY: '', no_proxy: '', ...more }
    const inputs = { 'kms-endpoint': 'https://kms.example.net', 'timeout-minutes': '0.05', 'upload-artifact': 'false' }
    expect(await search({ ...credential('yc-iam-token'), ...inputs }, env)).not.toBe('')
  }
})
