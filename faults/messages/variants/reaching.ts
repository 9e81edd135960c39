/** Failures on the way to the services that give tokens. */
import { startLoopback } from '../loopback.ts'
import { scene, type Variant } from '../variant.ts'

const NO_ENDPOINTS = { 'kms-endpoint': '', 'iam-endpoint': '', 'token-endpoint': '' }

export const REACHING: readonly Variant[] = [
  {
    code: 'UNAVAILABLE',
    when: 'a machine that is no virtual machine of Yandex Cloud',
    inputs: { 'yc-sa-id': '', 'yc-vm-service-account': 'true' },
    arrange: scene((emulator) => emulator.refuse('metadata', true)),
  },
  {
    code: 'UNAVAILABLE',
    when: 'a token exchange that cannot be reached',
    arrange: scene((emulator) => emulator.refuse('exchange', true)),
  },
  {
    code: 'UNAVAILABLE',
    when: 'GitHub’s OIDC service that keeps failing',
    arrange: scene((emulator) => emulator.setFault({ service: 'oidc', kind: 'status', status: 503 })),
  },
  {
    code: 'UNAVAILABLE',
    when: 'a proxy’s name that cannot be looked up',
    inputs: NO_ENDPOINTS,
    env: { HTTPS_PROXY: 'http://proxy.invalid:3128' },
  },
  {
    code: 'UNAVAILABLE',
    when: 'a proxy that refuses connections',
    inputs: NO_ENDPOINTS,
    env: { HTTPS_PROXY: 'http://127.0.0.1:9' },
  },
  ...[407, 403].map((status): Variant => ({
    code: 'UNAVAILABLE',
    when: `a proxy that answers ${status}`,
    inputs: NO_ENDPOINTS,
    arrange: async () => ({ env: { HTTPS_PROXY: (await startLoopback(status)).url } }),
  })),
  {
    code: 'INVALID_RESPONSE',
    when: 'a token exchange that answers with a page',
    arrange: scene((emulator) => emulator.setFault({ service: 'exchange', kind: 'html' })),
  },
  {
    code: 'INVALID_RESPONSE',
    when: 'a token exchange that redirects',
    arrange: scene((emulator) =>
      emulator.setFault({ service: 'exchange', kind: 'redirect', to: 'https://login.example.org/' }),
    ),
  },
]
