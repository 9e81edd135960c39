/** Failures of container images. */
import { startTlsFront } from '../../../emulator/server/tls-front.ts'
import type { Emulator } from '../../../emulator/emulator.ts'
import type { Variant } from '../variant.ts'

const NO_ENDPOINTS = { 'kms-endpoint': '', 'iam-endpoint': '', 'token-endpoint': '' }

/** An image in the registry of the emulator, under its own address. */
const local = (
  code: Variant['code'],
  when: string,
  change: (emulator: Emulator) => unknown,
  inputs: Record<string, string> = {},
): Variant => ({
  code,
  when,
  arrange: async ({ emulator, workspace }) => {
    const image = `${new URL(emulator.urls.registry).host}/team/app@${emulator.registry.addImage('team/app', 'image')}`
    await change(emulator)
    return { inputs: { files: '', images: image, ...inputs }, env: { DOCKER_CONFIG: workspace.path } }
  },
})
/** An image in cr.yandex, by that name. */
const yandex = (code: Variant['code'], when: string, change: (emulator: Emulator) => unknown): Variant => {
  let close = (): Promise<void> => Promise.resolve()
  return {
    code,
    when,
    arrange: async ({ emulator }) => {
      const front = await startTlsFront(emulator)
      close = () => front.close()
      emulator.registry.login = { kind: 'yandex' }
      const image = `cr.yandex/crp123/app@${emulator.registry.addImage('crp123/app', 'image')}`
      await change(emulator)
      return { inputs: { ...NO_ENDPOINTS, files: '', images: image }, env: front.env }
    },
    after: () => close(),
  }
}

export const IMAGES: readonly Variant[] = [
  yandex('REGISTRY_REFUSED', 'no role in cr.yandex', ({ iam, serviceAccountId }) => {
    iam.withdraw(serviceAccountId, 'container-registry.images.pusher')
  }),
  yandex('REGISTRY_REFUSED', 'a token server that is not below cr.yandex', ({ registry }) => {
    registry.realm = 'https://auth.example.com/token'
  }),
  local('REGISTRY_REFUSED', 'no login', ({ registry }) => {
    registry.login = { kind: 'basic', username: 'user', password: 'password' }
  }),
  local(
    'REGISTRY_REFUSED',
    'a wrong password',
    ({ registry }) => {
      registry.login = { kind: 'basic', username: 'user', password: 'password' }
    },
    { 'registry-username': 'user', 'registry-password': 'other-password' },
  ),
  local('IMAGE_NOT_FOUND', 'a digest that the registry does not have', ({ registry }) => {
    registry.repositories.get('team/app')?.manifests.clear()
  }),
  local('REGISTRY_UPLOAD_FAILED', 'a registry that keeps failing', (emulator) =>
    emulator.setFault({ service: 'registry', call: 'PutManifest', kind: 'status', status: 503 }),
  ),
  local('REGISTRY_UPLOAD_FAILED', '403 to a push', (emulator) =>
    emulator.setFault({ service: 'registry', call: 'PutManifest', kind: 'status', status: 403 }),
  ),
  local('INVALID_RESPONSE', 'a registry that answers with a page', (emulator) =>
    emulator.setFault({ service: 'registry', kind: 'html' }),
  ),
  local('RATE_LIMITED', 'a registry’s limit', (emulator) =>
    emulator.setFault({ service: 'registry', call: 'GetImage', kind: 'status', status: 429, retryAfter: 7200 }),
  ),
  {
    code: 'UNSUPPORTED_FORMAT',
    when: 'an image with an RSA key',
    arrange: ({ emulator }) => ({
      inputs: {
        files: '',
        'key-id': emulator.keys.RSA_2048_SIGN_PSS_SHA_256.id,
        images: `${new URL(emulator.urls.registry).host}/team/app@${emulator.registry.addImage('team/app', 'image')}`,
      },
    }),
  },
  {
    code: 'UNAVAILABLE',
    when: 'a certificate that is not trusted',
    ...(() => {
      let close = (): Promise<void> => Promise.resolve()
      return {
        arrange: async ({ emulator }: Parameters<NonNullable<Variant['arrange']>>[0]) => {
          const front = await startTlsFront(emulator)
          close = () => front.close()
          front.setCertificateFault('kms.api.cloud.yandex.net', 'unknown-authority')
          return { inputs: NO_ENDPOINTS, env: front.env }
        },
        after: () => close(),
      }
    })(),
  },
]
