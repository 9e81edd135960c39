import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Emulator, startEmulator } from '../../emulator/emulator.ts'
import { startTlsFront, type TlsFront } from '../../emulator/server/tls-front.ts'
import {
  errorsOf,
  expectFailure,
  expectSuccess,
  sign,
  type SignOptions,
  type Workspace,
  workspaceWith,
} from './bundle.ts'

let emulator: Emulator
let front: TlsFront
let workspace: Workspace

beforeAll(async () => {
  emulator = await startEmulator()
  front = await startTlsFront(emulator)
})
afterAll(async () => {
  await front.close()
  await emulator.close()
})
beforeEach(async () => {
  workspace = await workspaceWith({ 'widget.bin': 'widget' })
  emulator.registry.login = { kind: 'yandex' }
  emulator.registry.realm = undefined
})
afterEach(async () => {
  emulator.requests.length = 0
  await workspace.remove()
})

const NO_ENDPOINTS = { 'kms-endpoint': '', 'iam-endpoint': '', 'token-endpoint': '' }
const reference = (text: string): string => `cr.yandex/crp123/app@${emulator.registry.addImage('crp123/app', text)}`
const signByName = (images: string, options: SignOptions = {}) =>
  sign(emulator, workspace, {
    ...options,
    inputs: { files: '', images, 'upload-artifact': 'false', ...NO_ENDPOINTS, ...options.inputs },
    env: { ...front.env, ...options.env },
  })

/** Requests that carried the run's IAM token in any form, by the host that they went to. */
function hostsWithTheToken(): readonly string[] {
  const tokens = [...emulator.iam.tokens.keys()]
  const forms = tokens.flatMap((token) => [token, Buffer.from(`iam:${token}`).toString('base64')])
  const hits = emulator.requests.filter(({ headers, body = '', path }) =>
    forms.some((form) => `${headers.authorization ?? ''} ${body} ${path}`.includes(form)),
  )
  return [...new Set(hits.map(({ host }) => host))].filter((host) => !/kms|iam/u.test(host))
}

describe('an image in Yandex Container Registry', () => {
  it('is signed with the run’s own IAM token, which its registry alone sees', async () => {
    const image = reference('one')
    const run = await signByName(image)
    expectSuccess(run)
    expect(JSON.parse(run.outputs['image-signatures'] ?? '')).toMatchObject({ [image]: { attestations: [] } })
    expect(hostsWithTheToken()).toEqual(['auth.cr.yandex'])
  })

  it('is refused before anything is signed where the role is missing, with the command that grants it', async () => {
    emulator.iam.withdraw(emulator.serviceAccountId, 'container-registry.images.pusher')
    const run = await signByName(reference('two'))
    emulator.iam.grant(emulator.serviceAccountId, 'container-registry.images.pusher')
    expectFailure(run, 'REGISTRY_REFUSED')
    expect(errorsOf(run)).toContain(
      `yc container repository add-access-binding --name crp123/app --role container-registry.images.pusher --service-account-id ${emulator.serviceAccountId}`,
    )
    expect(emulator.requests.filter(({ call }) => call === 'SignHash')).toEqual([])
  })

  it.each(['https://auth.example.com/token', 'https://auth.cr.yandex:8443/token', 'https://cr.yandex.example/token'])(
    'is refused where its registry names the token server %s',
    async (realm) => {
      emulator.registry.realm = realm
      const run = await signByName(reference('three'))
      expectFailure(run, 'REGISTRY_REFUSED')
      expect(hostsWithTheToken()).toEqual([])
    },
  )
})
