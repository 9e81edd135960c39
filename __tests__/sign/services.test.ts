import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { startEmulator } from '../../emulator/emulator.ts'
import { ActionError } from '../../src/base/errors.ts'
import { TaskGroup } from '../../src/base/task-group.ts'
import { readInputs } from '../../src/sign/inputs.ts'
import { startLimits } from '../../src/sign/run-limits.ts'
import { connect } from '../../src/sign/services.ts'
import { collectingFront } from '../support/collecting-front.ts'

async function runOf(given: Readonly<Record<string, string>>, env: Readonly<Record<string, string | undefined>> = {}) {
  const asRunner = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const all = { ...env, ...(Object.fromEntries(asRunner) as object) }
  const { credentialChoice, ...inputs } = await readInputs(all)
  if (credentialChoice === undefined) throw new Error('no credential')
  const limits = startLimits(60_000)
  const tasks = new TaskGroup(limits.signal)
  return { inputs: { ...inputs, credentialChoice }, env: all, limits, tasks, front: collectingFront() }
}

it('revokes the token of a run that failed as patiently as that of one that did not', async () => {
  const emulator = await startEmulator()
  const workspace = mkdtempSync(join(tmpdir(), 'services-'))
  try {
    const given = { ...emulator.inputs, files: '*', 'revoke-token': 'true' }
    const run = await runOf(given, { ...emulator.env, GITHUB_WORKSPACE: workspace })
    {
      await using services = await connect(run)
      await services.credential.token()
      run.tasks.fail(new ActionError('SIGNATURE_INVALID', 'no'))
      emulator.setFault({ service: 'iam', call: 'RevokeToken', kind: 'status', status: 503, first: 1 })
    }
    run.limits.dispose()
    expect(emulator.calls('iam', 'RevokeToken').map(({ status }) => status)).toEqual([503, 200])
    expect(run.front.log.lines.at(-1)).toBe('The IAM token was revoked.')
  } finally {
    await emulator.close()
    rmSync(workspace, { recursive: true })
  }
})

it('leaves no connection open when the account key is not one', async () => {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const endpoints = { 'kms-endpoint': origin, 'iam-endpoint': origin, 'token-endpoint': `${origin}/token` }
  const run = await runOf({ ...endpoints, 'key-id': 'abj1', files: '*', 'yc-sa-json-credentials': '{"id":"broken"}' })
  try {
    await expect(connect(run)).rejects.toMatchObject({ code: 'SERVICE_ACCOUNT_KEY_INVALID' })
    await run.tasks[Symbol.asyncDispose]()
    await wait(100) // as long as connections on loopback need to be opened
    expect(open.size).toBe(0)
  } finally {
    run.limits.dispose()
    for (const socket of open) socket.destroy()
    server.close()
  }
})
