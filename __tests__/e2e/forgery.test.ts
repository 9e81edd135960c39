/**
 * One key, several formats: for each, a real attempt at having a raw signature pass for another format's, judged by the
 * verifiers that people have. Without the check it works; with the check the action does not sign.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { ecdsaIntegers } from '../../src/crypto/ecdsa-integers.ts'
import { pem } from '../../src/crypto/public-key.ts'
import { armor, mpi, packet, subpacket, uint16, uint32 } from '../../src/formats/openpgp/packets.ts'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import {
  certificateInOpenPgp,
  cmsAttributes,
  cmsMessage,
  FORGERIES,
  openPgpVersion3,
  type Published,
} from '../support/forgeries.ts'
import { FOREIGN_FORGERIES, GIT_OBJECTS } from '../support/foreign-forgeries.ts'
import { METADATA_FORGERIES } from '../support/metadata-forgeries.ts'
import { itWith } from '../support/where-there.ts'
import { expectFailure, expectSuccess, sign, type Workspace, workspaceWith } from './bundle.ts'

let emulator: Emulator
let release: Workspace
let published: Published
beforeAll(async () => {
  emulator = await startEmulator()
  release = await workspaceWith({ innocent: 'innocent\n' })
  const inputs = { files: 'innocent', formats: 'sig sshsig openpgp cms', identity: 'Acme <release@acme.example>' }
  expectSuccess(await sign(emulator, release, { inputs }))
  const keyring = await readFile(release.at('kms-public-key.gpg'))
  const body = keyring.subarray(2, 2 + (keyring[1] ?? 0))
  const hashed = Buffer.concat([Buffer.of(0x99, 0, body.length), body])
  published = { folder: release.path, openPgpKeyId: createHash('sha1').update(hashed).digest().subarray(-8) }
}, 60_000)
afterAll(async () => {
  await release.remove()
  await emulator.close()
})
beforeEach(() => {
  emulator.requests.length = 0
})

/** What KMS would answer if the file were signed. */
const signatureOf = (file: Buffer) =>
  emulator.keys.ECDSA_NIST_P256_SHA_256.signDigest(createHash('sha256').update(file).digest())

const ALL = [...FORGERIES, ...FOREIGN_FORGERIES, ...METADATA_FORGERIES]

describe.each(ALL.map((forgery) => [forgery.what, forgery] as const))('%s', (_, forgery) => {
  itWith(forgery.program)(
    `would be had by the raw signature of a file${forgery.program === undefined ? '' : `, as ${forgery.program} judges`}`,
    async () => {
      const raw = await signatureOf(forgery.file(published))
      expect(forgery.fools(published, raw)).toBe(true)
      expect(forgery.fools(published, await signatureOf(Buffer.from('something else')))).toBe(false)
    },
  )

  it('is not signed', async () => {
    const workspace = await workspaceWith({ 'evil.bin': forgery.file(published) })
    const before = await workspace.snapshot()
    const run = await sign(emulator, workspace, { inputs: { files: '*.bin' } })
    expectFailure(run, 'UNSAFE_FILE')
    expect(emulator.calls('kms', 'SignHash')).toEqual([])
    expect(await workspace.snapshot()).toEqual(before)
    await workspace.remove()
  })
})

it('is not signed in the midst of other files either, nor written when they are signed', async () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`file-${index}.bin`, `${index}\n`]))
  const workspace = await workspaceWith(files)
  for (const [index, forgery] of ALL.entries())
    await writeFile(workspace.at(`file-${index}-evil.bin`), forgery.file(published))
  const digests = ALL.map((forgery) => createHash('sha256').update(forgery.file(published)).digest('base64'))
  const before = await workspace.snapshot()
  expectFailure(await sign(emulator, workspace, { inputs: { files: '*.bin' } }), 'UNSAFE_FILE')
  const asked = emulator.calls('kms', 'SignHash').map(({ body }) => body)
  expect(digests.filter((digest) => asked.some((body) => body?.includes(digest) ?? true))).toEqual([])
  expect(await workspace.snapshot()).toEqual(before)
  await workspace.remove()
})

// What is left, as SECURITY.md says: version 3 has no form of its own that could be refused.
itWith('gpgv')('does not see an OpenPGP signature of version 3, which gpgv still takes', async () => {
  const forgery = openPgpVersion3('gpgv')
  expect(forgery.fools(published, await signatureOf(forgery.file(published)))).toBe(true)
})
itWith('sqv')('does not see an OpenPGP signature of version 3, which sqv refuses', async () => {
  const forgery = openPgpVersion3('sqv')
  expect(forgery.fools(published, await signatureOf(forgery.file(published)))).toBe(false)
})

itWith('openssl')('is not signed for OpenPGP where that would make it a certificate', async () => {
  const forgery = certificateInOpenPgp()
  const workspace = await workspaceWith({ 'evil.bin': forgery.file(published) })
  const run = await sign(emulator, workspace, { inputs: { files: '*.bin', formats: 'openpgp' } })
  const signature = await readFile(workspace.at('evil.bin.asc'), 'utf8').catch(() => undefined)
  expect(signature !== undefined && forgery.fools(published, signature)).toBe(false)
  expectFailure(run, 'UNSAFE_FILE')
  await workspace.remove()
})

describe.each(['commit', 'tag'] as const)('a git %s', (type) => {
  const object = GIT_OBJECTS[type]
  const SIGNATURES = {
    openpgp: async (content: Buffer) => {
      const { hashed, trailer } = openPgpHashed()
      return openPgpSignature(hashed, content, await signatureOf(Buffer.concat([content, trailer])))
    },
    x509: async (content: Buffer) => {
      const attributes = cmsAttributes(content)
      const inMessage = Buffer.concat([Buffer.of(0xa0), attributes.subarray(1)])
      return pem('SIGNED MESSAGE', cmsMessage(published, inMessage, await signatureOf(attributes)))
    },
  }

  itWith('git').each(['openpgp', 'x509'] as const)(
    'would be signed by the signature of a file, by %s',
    async (format) => {
      expect(object.fools(published, format, await SIGNATURES[format](object.file))).toBe(true)
      expect(object.fools(published, format, await SIGNATURES[format](Buffer.from('something else')))).toBe(false)
    },
  )

  it('is not signed', async () => {
    const workspace = await workspaceWith({ 'evil.bin': object.file })
    const run = await sign(emulator, workspace, { inputs: { files: '*.bin', formats: 'openpgp cms' } })
    expectFailure(run, 'UNSAFE_FILE')
    expect(emulator.calls('kms', 'SignHash')).toEqual([])
    await workspace.remove()
  })
})

/** The hashed part of a signature over a binary document, and what follows the document in the hash. */
function openPgpHashed() {
  const created = subpacket(2, uint32(Math.floor(Date.now() / 1000) - 60))
  const hashed = Buffer.concat([Buffer.from([4, 0, 19, 8]), uint16(created.length), created])
  return { hashed, trailer: Buffer.concat([hashed, Buffer.from([4, 0xff]), uint32(hashed.length)]) }
}

function openPgpSignature(hashed: Buffer, content: Buffer, raw: Buffer): string {
  const issuer = subpacket(16, published.openPgpKeyId)
  const trailer = Buffer.concat([hashed, Buffer.from([4, 0xff]), uint32(hashed.length)])
  const digest = createHash('sha256').update(content).update(trailer).digest()
  const body = [hashed, uint16(issuer.length), issuer, digest.subarray(0, 2), ...ecdsaIntegers(raw).map(mpi)]
  return armor('PGP SIGNATURE', packet(2, Buffer.concat(body))).toString()
}
