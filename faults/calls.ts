/** The calls of a run: the columns of the tables in docs/reliability.md. */
import type { Emulator } from '../emulator/emulator.ts'
import { GITHUB_CALLS } from './github-calls.ts'
import { SUCCESS } from './judge.ts'
import { REGISTRY_CALLS } from './registry-calls.ts'
import type { Call } from './types.ts'

const none = (): Record<string, string> => ({})

/** The audience of its JWT is that of the default installation, where nothing has to be discovered. */
function authorizedKey(emulator: Emulator): Record<string, string> {
  return {
    'yc-sa-id': '',
    'yc-sa-json-credentials': JSON.stringify(emulator.authorizedKey),
    'api-endpoint': 'api.cloud.yandex.net',
    'kms-endpoint': emulator.urls.kms,
    'iam-endpoint': emulator.urls.iam,
  }
}

/** With the pin no other call goes to the host of SignHash, so that all of it can be out of order. */
async function pinned(emulator: Emulator): Promise<Record<string, string>> {
  return { 'public-key': await emulator.keys.ECDSA_NIST_P256_SHA_256.publicKeyPem() }
}

export const CALLS: readonly Call[] = [
  {
    heading: 'OIDC token',
    service: 'oidc',
    call: 'IdToken',
    family: 'yandex',
    unauthenticated: 'ID_TOKEN_UNAVAILABLE',
    inputs: none,
    host: 'run-actions.actions.githubusercontent.com',
  },
  {
    heading: 'Exchange',
    service: 'exchange',
    call: 'ExchangeToken',
    family: 'yandex',
    unauthenticated: 'TOKEN_EXCHANGE_REFUSED',
    inputs: none,
    host: 'auth.yandexcloud.kz',
  },
  {
    heading: 'IAM',
    service: 'iam',
    call: 'CreateToken',
    family: 'yandex',
    unauthenticated: 'UNAUTHENTICATED',
    inputs: authorizedKey,
    host: 'iam.api.cloud.yandex.net',
  },
  {
    heading: 'Discovery',
    service: 'discovery',
    call: 'Endpoints',
    family: 'yandex',
    unauthenticated: 'INVALID_RESPONSE',
    inputs: none,
    host: 'api.yandexcloud.kz',
  },
  {
    heading: 'Key.Get',
    service: 'kms',
    call: 'GetKey',
    family: 'yandex',
    unauthenticated: 'UNAUTHENTICATED',
    inputs: none,
    host: 'kms.api.yandexcloud.kz',
  },
  {
    heading: 'GetPublicKey',
    service: 'kms-crypto',
    call: 'GetPublicKey',
    family: 'yandex',
    unauthenticated: 'UNAUTHENTICATED',
    inputs: none,
    host: 'crypto.kms.yandexcloud.kz',
  },
  {
    heading: 'SignHash',
    service: 'kms-crypto',
    call: 'SignHash',
    family: 'yandex',
    unauthenticated: 'UNAUTHENTICATED',
    inputs: pinned,
    host: 'crypto.kms.yandexcloud.kz',
    skip: 1,
  },
  {
    heading: 'Metadata token',
    service: 'metadata',
    call: 'Token',
    family: 'yandex',
    unauthenticated: 'UNAUTHENTICATED',
    inputs: () => ({ 'yc-sa-id': '', 'yc-vm-service-account': 'true' }),
    host: undefined,
  },
  ...GITHUB_CALLS,
  ...REGISTRY_CALLS,
  {
    heading: 'Revocation',
    service: 'iam',
    call: 'RevokeToken',
    family: 'revocation',
    // A token that IAM does not take any more is what was wanted (RFC 7009, 2.2).
    unauthenticated: SUCCESS,
    inputs: () => ({ 'revoke-token': 'true' }),
    host: 'iam.api.yandexcloud.kz',
    // Nothing of that answer is used but that it is one.
    lasting: { 'wrong-types': SUCCESS },
  },
]
