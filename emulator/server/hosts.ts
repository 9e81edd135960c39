/** The names under which the services are known on the Internet. */
import type { Endpoint } from '../yandex/discovery.ts'
import type { ServiceName } from './service-name.ts'

/** The names of a run that sets no endpoint. */
const PUBLIC: Readonly<Record<ServiceName, string>> = {
  kms: 'kms.api.cloud.yandex.net',
  'kms-crypto': 'kms.yandex',
  iam: 'iam.api.cloud.yandex.net',
  exchange: 'auth.yandex.cloud',
  discovery: 'api.cloud.yandex.net',
  metadata: 'metadata.invalid',
  oidc: 'run-actions.actions.githubusercontent.com',
  artifacts: 'results-receiver.actions.githubusercontent.com',
  blobs: 'productionresultssa0.blob.core.windows.net',
  github: 'api.github.com',
  uploads: 'uploads.github.com',
  registry: 'cr.yandex',
  'registry-auth': 'auth.cr.yandex',
  'registry-store': 'storage.yandexcloud.net',
}

/** Another installation: only the first of these names is documented, discovery has to tell the rest. */
const KAZAKHSTAN: Readonly<Record<string, ServiceName>> = {
  'api.yandexcloud.kz': 'discovery',
  'kms.api.yandexcloud.kz': 'kms',
  'crypto.kms.yandexcloud.kz': 'kms-crypto',
  'iam.api.yandexcloud.kz': 'iam',
  'auth.yandexcloud.kz': 'exchange',
}

const BY_NAME: Readonly<Record<string, ServiceName>> = {
  ...Object.fromEntries(Object.entries(PUBLIC).map(([service, name]) => [name, service as ServiceName])),
  ...KAZAKHSTAN,
}

/** The service that is known under `name` (a host without port). */
export function serviceAt(name: string): ServiceName | undefined {
  return BY_NAME[name]
}

/** `https://` and the name of `service`. */
export function publicUrl(service: ServiceName): string {
  return `https://${PUBLIC[service]}`
}

/** The endpoint list of the installation whose API is at `name`. */
export function publicEndpoints(name: string): readonly Endpoint[] {
  const names = name in KAZAKHSTAN ? Object.entries(KAZAKHSTAN) : Object.entries(PUBLIC).map(([id, host]) => [host, id])
  const ids: readonly unknown[] = ['kms-crypto', 'kms', 'iam']
  return names
    .filter(([, id]) => ids.includes(id))
    .map(([host, id]) => ({ id: id ?? '', address: `${host ?? ''}:443` }))
}
