/** The emulated services and what each of them knows, before any of them listens. */
import { ArtifactState, artifactService } from './github/artifact-service.ts'
import { blobService } from './github/blob-store.ts'
import { discoveryService, type Endpoint } from './yandex/discovery.ts'
import { GithubState } from './github/github-state.ts'
import { publicEndpoints, publicUrl } from './server/hosts.ts'
import { IamState } from './yandex/iam-state.ts'
import { iamService } from './yandex/iam.ts'
import { kmsService, type KmsState } from './yandex/kms.ts'
import { metadataService, type MetadataState } from './yandex/metadata.ts'
import { OidcState, oidcService } from './github/oidc.ts'
import { releaseApi } from './github/release-api.ts'
import { releaseUploads } from './github/release-uploads.ts'
import { exchangeService, type ExchangeState } from './yandex/token-exchange.ts'
import { RegistryState } from './registry/registry-state.ts'
import { registryService } from './registry/registry-service.ts'
import { registryAuthService } from './registry/registry-auth.ts'
import { registryStoreService } from './registry/registry-store.ts'
import type { EmulatedRequest, Service } from './server/wire.ts'
import type { ServiceName } from './server/service-name.ts'

/** What the services know, and tests change. */
export interface States {
  readonly iam: IamState
  readonly exchange: ExchangeState
  readonly oidc: OidcState
  readonly metadata: MetadataState
  readonly kms: KmsState
  readonly artifacts: ArtifactState
  readonly github: GithubState
  readonly registry: RegistryState
}

/** Services that know nobody yet. */
export function freshStates(): States {
  const oidc = new OidcState()
  return {
    iam: new IamState(),
    oidc,
    exchange: {
      issuer: oidc.issuer,
      audiences: [`https://github.com/${oidc.owner}`],
      credentials: [],
      errorShape: 'oauth',
      expiryShape: 'number',
    },
    metadata: { serviceAccountId: undefined },
    kms: {
      keys: new Map(),
      unknownMethod: undefined,
      wire: { numericEnums: false, fraction: '' },
      answered: { signHash: 0, getPublicKey: 0, getKey: 0 },
    },
    artifacts: new ArtifactState(),
    github: new GithubState(),
    registry: new RegistryState(),
  }
}

/** All services; `localUrl` tells where each listens. */
export function services(states: States, localUrl: (service: ServiceName) => string): readonly Service[] {
  const { iam, exchange, oidc, metadata, kms, artifacts, github, registry } = states
  // Who came by TLS, under a public name, is led on to public names.
  const urlFor = (request: EmulatedRequest, service: ServiceName): string =>
    request.origin.startsWith('https:') ? publicUrl(service) : localUrl(service)
  const origins = (request: EmulatedRequest) => ({
    api: urlFor(request, 'github'),
    uploads: urlFor(request, 'uploads'),
    blobs: urlFor(request, 'blobs'),
  })
  const endpoint = (id: ServiceName): Endpoint => ({ id, address: new URL(localUrl(id)).host })
  return [
    kmsService(iam, kms, 'kms'),
    kmsService(iam, kms, 'kms-crypto'),
    iamService(iam),
    exchangeService(iam, exchange, oidc.publicKey),
    metadataService(iam, metadata),
    oidcService(oidc),
    artifactService(artifacts, (request) => urlFor(request, 'blobs')),
    blobService(artifacts, github),
    releaseApi(github, origins),
    releaseUploads(github, origins),
    registryService(registry, iam, (request, service) => urlFor(request, service)),
    registryAuthService(registry, iam),
    registryStoreService(registry),
    discoveryService((origin) =>
      origin.startsWith('https:')
        ? publicEndpoints(new URL(origin).hostname)
        : [endpoint('kms-crypto'), endpoint('kms'), endpoint('iam')],
    ),
  ]
}
