/** The calls of a run: the columns of the tables in docs/reliability.md. */
import type { Emulator } from '../emulator/emulator.ts'
import type { ServiceName } from '../emulator/wire.ts'

/** Who answers decides what a failure is called. */
export type Family = 'yandex' | 'release' | 'artifact' | 'upload'

export interface Call {
  readonly heading: string
  readonly service: ServiceName
  /** As the emulator names it. */
  readonly call: string
  readonly family: Family
  /** What a 401 that lasts ends in. */
  readonly unauthenticated: string
  /** Inputs that make a run come by this call. */
  readonly inputs: (emulator: Emulator) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
  /** Host under which a TLS front shows its certificate. */
  readonly host: string
  /** Lets so many of these calls pass first, where a fault in the middle of the run is more. */
  readonly skip?: number
}

const none = (): Record<string, string> => ({})
const artifact = (): Record<string, string> => ({ 'upload-artifact': 'true' })
const release = (): Record<string, string> => ({ 'release-assets': 'true' })

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
    heading: 'Release lookup',
    service: 'github',
    call: 'GetReleaseByTag',
    family: 'release',
    unauthenticated: 'RELEASE_FORBIDDEN',
    inputs: release,
    host: 'api.github.com',
  },
  {
    heading: 'Asset list',
    service: 'github',
    call: 'ListAssets',
    family: 'release',
    unauthenticated: 'RELEASE_FORBIDDEN',
    inputs: release,
    host: 'api.github.com',
  },
  {
    heading: 'CreateArtifact',
    service: 'artifacts',
    call: 'CreateArtifact',
    family: 'artifact',
    unauthenticated: 'ARTIFACT_UPLOAD_FAILED',
    inputs: artifact,
    host: 'results-receiver.actions.githubusercontent.com',
  },
  {
    heading: 'Blob upload',
    service: 'blobs',
    call: 'Upload',
    family: 'artifact',
    unauthenticated: 'ARTIFACT_UPLOAD_FAILED',
    inputs: artifact,
    host: 'productionresultssa0.blob.core.windows.net',
  },
  {
    heading: 'FinalizeArtifact',
    service: 'artifacts',
    call: 'FinalizeArtifact',
    family: 'artifact',
    unauthenticated: 'ARTIFACT_UPLOAD_FAILED',
    inputs: artifact,
    host: 'results-receiver.actions.githubusercontent.com',
  },
  {
    heading: 'Asset upload',
    service: 'uploads',
    call: 'UploadAsset',
    family: 'upload',
    unauthenticated: 'RELEASE_UPLOAD_FAILED',
    inputs: release,
    host: 'uploads.github.com',
  },
]
