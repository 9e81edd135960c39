/** Whom a run asks, and whom it does not, in this process. */
import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { TaskGroup } from '../../src/base/task-group.ts'
import { readInputs } from '../../src/sign/inputs.ts'
import { startLimits } from '../../src/sign/run-limits.ts'
import { connect } from '../../src/sign/services.ts'
import { collectingFront } from '../support/collecting-front.ts'
import { startRunScene, type RunScene } from './run-scene.ts'

let scene: RunScene
beforeAll(async () => {
  scene = await startRunScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.reset({ 'a.bin': 'content of a' }))
afterEach(() => {
  scene.emulator.oidc.claims = {}
})

type Given = Readonly<Record<string, string>>
const FILES = { files: 'a.bin' }

async function iamToken(): Promise<string> {
  await scene.sign({ ...FILES, overwrite: 'true' })
  const token = scene.emulator.requests.find(({ call }) => call === 'SignHash')?.bearer ?? ''
  scene.emulator.requests.length = 0
  return token
}

describe('another installation', () => {
  const elsewhere = (): Given => {
    const host = (name: 'kms' | 'kms-crypto'): string => new URL(scene.emulator.urls[name]).host
    const body = {
      endpoints: [
        { id: 'kms', address: host('kms') },
        { id: 'kms-crypto', address: host('kms-crypto') },
      ],
    }
    scene.emulator.setFault({ service: 'discovery', call: 'Endpoints', kind: 'status', status: 200, body })
    return { ...FILES, 'api-endpoint': scene.emulator.urls.discovery, 'kms-endpoint': '', 'iam-endpoint': '' }
  }

  it('is asked for its hosts, and needs no IAM where no request goes there', async () => {
    await scene.sign(elsewhere())
    expect(scene.count('Endpoints')).toBe(1)
    const kms = scene.calls().filter((call) => call.startsWith('kms'))
    expect(kms.toSorted()).toEqual(['kms GetKey', 'kms-crypto GetPublicKey', 'kms-crypto SignHash'])
  })

  it.each<readonly [string, () => Promise<Given> | Given]>([
    ['a token is to be revoked', () => ({ 'revoke-token': 'true' })],
    [
      'a token is made by an authorized key',
      () => ({ 'yc-sa-id': '', 'yc-sa-json-credentials': JSON.stringify(scene.emulator.authorizedKey) }),
    ],
  ])('has to name its IAM where %s', async (_, given) => {
    const run = scene.sign({ ...elsewhere(), ...(await given()) })
    await expect(run).rejects.toMatchObject({ code: 'INVALID_RESPONSE', message: expect.stringContaining('iam') })
    expect(scene.count('SignHash')).toBe(0)
  })

  it('needs none for a token that it was given, which is never revoked', async () => {
    const token = await iamToken()
    const given = { 'yc-sa-id': '', 'yc-iam-token': token, 'revoke-token': 'true', overwrite: 'true' }
    await scene.sign({ ...elsewhere(), ...given })
    expect(scene.count('RevokeToken')).toBe(0)
  })
})

describe('provenance', () => {
  const PROVENANCE = { ...FILES, sign: 'provenance' }

  async function statement(): Promise<string> {
    const bundle = JSON.parse(await readFile(scene.workspace.at('provenance.sigstore.json'), 'utf8')) as {
      dsseEnvelope: { payload: string }
    }
    return Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString()
  }

  it('states what the token says: of a reusable workflow, that one as the builder', async () => {
    scene.emulator.oidc.claims = { job_workflow_ref: 'acme/builders/.github/workflows/sign.yml@refs/heads/main' }
    await scene.sign(PROVENANCE)
    expect(JSON.parse(await statement())).toMatchObject({
      predicate: {
        runDetails: { builder: { id: 'https://github.com/acme/builders/.github/workflows/sign.yml@refs/heads/main' } },
      },
    })
  })

  it('asks for the token where nothing else has needed one by then', async () => {
    scene.emulator.oidc.claims = { job_workflow_ref: 'acme/builders/.github/workflows/sign.yml@refs/heads/main' }
    const pem = await scene.emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem()
    await scene.sign({ ...PROVENANCE, 'public-key': pem })
    expect(await statement()).toContain('acme/builders/.github/workflows/sign.yml@refs/heads/main')
    expect(scene.calls().filter((call) => call.startsWith('kms'))).toEqual(['kms SignHash'])
  })

  it('states what the runner says where the credential says nothing of the run', async () => {
    const token = await iamToken()
    await scene.sign({ ...PROVENANCE, 'yc-sa-id': '', 'yc-iam-token': token, overwrite: 'true' })
    expect(scene.count('IdToken')).toBe(0)
    expect(await statement()).toContain('acme/widget/.github/workflows/release.yml@refs/tags/v1.2.3')
  })

  it.each([{}, { 'hash-algorithm': 'sha256' }])(
    'is not signed where runner and token say different things: %j',
    async (given) => {
      scene.emulator.oidc.claims = { sha: 'f'.repeat(40) }
      const run = scene.sign({ ...PROVENANCE, ...given, sign: 'files, provenance' })
      await expect(run).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('GITHUB_SHA') })
      expect(scene.count('SignHash')).toBe(0)
      await scene.sign(FILES)
    },
  )
})

it('warns of a clock that is not that of Yandex Cloud, before the first signature', async () => {
  const realNow = Date.now
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + 3_600_000)
  try {
    const { log } = await scene.sign({ ...FILES, formats: 'openpgp' })
    expect(log.warnings).toEqual([expect.stringMatching(/^The runner's clock is 3[56]\d\d s ahead of Yandex Cloud's/u)])
  } finally {
    clock.mockRestore()
  }
  expect((await scene.sign({ ...FILES, overwrite: 'true' })).log.warnings).toEqual([])
})

describe('before the token is there', () => {
  interface Counted {
    readonly server: Server
    readonly origin: string
    readonly open: Set<Socket>
    readonly seen: () => number
  }
  const servers: Counted[] = []
  afterEach(() => {
    for (const { server, open } of servers.splice(0)) {
      for (const socket of open) socket.destroy()
      server.close()
    }
  })

  /** Takes connections and answers nothing. */
  async function silent(): Promise<Counted> {
    const open = new Set<Socket>()
    let seen = 0
    const server = createServer((socket) => {
      seen += 1
      open.add(socket)
      socket.on('error', () => undefined)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const counted = { server, origin, open, seen: () => seen }
    servers.push(counted)
    return counted
  }

  it.each<readonly [string, Given, readonly [number, number, number]]>([
    ['an OIDC token', { 'yc-sa-id': 'aje1' }, [3, 0, 1]],
    ['an authorized key', { 'yc-sa-json-credentials': 'KEY' }, [3, 1, 0]],
    ['an IAM token', { 'yc-iam-token': 't1.x' }, [3, 0, 0]],
  ])('connections are opened to whom %s leads', async (_, credential, expected) => {
    const [kms, iam, exchange] = [await silent(), await silent(), await silent()]
    const key = JSON.stringify(scene.emulator.authorizedKey)
    const given: Given = {
      ...Object.fromEntries(Object.entries(credential).map(([name, value]) => [name, value === 'KEY' ? key : value])),
      ...{ 'key-id': 'abj1', files: '*', 'kms-endpoint': kms.origin, 'iam-endpoint': iam.origin },
      'token-endpoint': `${exchange.origin}/token`,
    }
    const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
    const { credentialChoice, ...inputs } = await readInputs(env)
    if (credentialChoice === undefined) throw new Error('no credential')
    const limits = startLimits(60_000)
    const tasks = new TaskGroup(limits.signal)
    {
      await using services = await connect({
        inputs: { ...inputs, credentialChoice },
        env,
        limits,
        tasks,
        front: collectingFront(),
      })
      expect(services.kms.calls).toMatchObject({ signHash: 0 })
      const counts = (): readonly number[] => [kms.seen(), iam.seen(), exchange.seen()]
      for (let i = 0; i < 100 && counts().join() !== expected.join(); i += 1) await wait(10)
      await wait(30)
      expect(counts()).toEqual(expected)
    }
    await tasks[Symbol.asyncDispose]()
    limits.dispose()
  })
})
