import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { startEmulator } from '../../emulator/emulator.ts'
import { ActionError } from '../../src/base/errors.ts'
import { readInputs } from '../../src/sign/inputs.ts'
import { connect } from '../../src/sign/services.ts'
import { collectingLog } from '../support/collecting-log.ts'

it('revokes the token of a run that failed as patiently as that of one that did not', async () => {
  const emulator = await startEmulator()
  const workspace = mkdtempSync(join(tmpdir(), 'services-'))
  try {
    const given = { ...emulator.inputs, files: '*', 'revoke-token': 'true' }
    const asRunner = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    const env = { ...emulator.env, ...(Object.fromEntries(asRunner) as object), GITHUB_WORKSPACE: workspace }
    const { credentialChoice, ...inputs } = await readInputs(env)
    if (credentialChoice === undefined) throw new Error('no credential')
    const stop = new AbortController()
    const end = { signal: stop.signal, run: new AbortController().signal, deadline: Date.now() + 60_000 }
    const log = collectingLog()
    const { credential, http } = connect({ ...inputs, credentialChoice }, env, end, log)
    await credential.token()
    stop.abort(new ActionError('SIGNATURE_INVALID', 'no'))
    emulator.setFault({ service: 'iam', call: 'RevokeToken', kind: 'status', status: 503, first: 1 })
    await credential.revoke()
    await http.close()
    expect(emulator.calls('iam', 'RevokeToken').map(({ status }) => status)).toEqual([503, 200])
    expect(log.lines.at(-1)).toBe('The IAM token was revoked.')
  } finally {
    await emulator.close()
    rmSync(workspace, { recursive: true })
  }
})
