/**
 * What other systems have a key sign while they talk to somebody: the bytes that a real program asks for are taken as a
 * release file. Their raw signature is what the program waits for; the action does not give it.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { logIn, SSHD } from '../support/ssh-login.ts'
import { shakeHands } from '../support/tls-server.ts'
import { describeOnLinux, itWith } from '../support/where-there.ts'
import { expectFailure, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

let emulator: Emulator
let release: Workspace
beforeAll(async () => {
  emulator = await startEmulator()
  release = await workspaceWith({ innocent: 'innocent\n' })
  expectSuccess(await sign(emulator, release, { inputs: { files: 'innocent', formats: 'sig sshsig cms' } }))
}, 60_000)
afterAll(async () => {
  await release.remove()
  await emulator.close()
})

/** What KMS would answer if the file were signed. */
const signatureOf = (file: Buffer) =>
  emulator.keys.ECDSA_NIST_P256_SHA_256.signDigest(createHash('sha256').update(file).digest())
const somethingElse = Buffer.from('something else')

/** Has the action refuse these bytes as a file, before it asks KMS. */
async function expectRefused(file: Buffer): Promise<void> {
  const workspace = await workspaceWith({ 'evil.bin': file })
  const before = await workspace.snapshot()
  emulator.requests.length = 0
  expectFailure(await sign(emulator, workspace, { inputs: { files: '*.bin' } }), 'UNSAFE_FILE')
  expect(emulator.calls('kms', 'SignHash')).toEqual([])
  expect(await workspace.snapshot()).toEqual(before)
  await workspace.remove()
}

describeOnLinux('a login by SSH', () => {
  itWith(SSHD)('would be had by the raw signature of a file, as sshd judges, and the file is not signed', async () => {
    const [, , type = '', key = ''] = (await readFile(release.at('kms-allowed-signers'), 'utf8')).trim().split(' ')
    const { accepted, asked = Buffer.alloc(0) } = await logIn(release.path, `${type} ${key}`, signatureOf)
    expect(accepted).toBe(true)
    const other = await logIn(release.path, `${type} ${key}`, () => signatureOf(somethingElse))
    expect(other.accepted).toBe(false)
    expect(other.asked).toHaveLength(asked.length)
    await expectRefused(asked)
  })
})

describeOnLinux('a handshake of TLS 1.3', () => {
  itWith('openssl')(
    'would be had by the raw signature of a file, as openssl judges, and the file is not signed',
    async () => {
      const { accepted, asked = Buffer.alloc(0) } = await shakeHands(release.path, signatureOf)
      expect(accepted).toBe(true)
      const other = await shakeHands(release.path, () => signatureOf(somethingElse))
      expect(other.accepted).toBe(false)
      expect(other.asked).toHaveLength(asked.length)
      await expectRefused(asked)
    },
  )
})
