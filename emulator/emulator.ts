/**
 * Stands in for the services that a run talks to: Yandex Cloud's KMS, IAM, token exchange, endpoint list and VM
 * metadata, GitHub's OIDC issuer, artifact service and releases. Real cryptography over loopback, each service on a port of
 * its own. It is built from what the services document and shares no code with the action.
 */
import type { FaultRule } from './faults/faults.ts'
import { ALL_ROLES, type AuthorizedKeyFile } from './yandex/iam-state.ts'
import { ALGORITHM_NAMES, type Algorithm, KmsKey } from './yandex/kms-keys.ts'
import { Traffic } from './server/listener.ts'
import { LoopbackServer } from './server/loopback-server.ts'
import type { Quota, QuotaRule } from './faults/quota.ts'
import { freshStates, services, type States } from './services.ts'
import type { LogEntry, Service } from './server/wire.ts'
import type { ServiceName } from './server/service-name.ts'

export interface Emulator extends States {
  /** What the runner would put into the environment: OIDC, artifact service, VM metadata. */
  readonly env: Readonly<Record<string, string>>
  /** Inputs that lead the action here, with the P-256 key and the service account of OIDC. */
  readonly inputs: Readonly<Record<string, string>>
  /** What `${{ … }}` in defaults of action.yml means here. */
  readonly contexts: Readonly<Record<string, string>>
  /** Origin of each service: `http://127.0.0.1:<port>`. */
  readonly urls: Readonly<Record<ServiceName, string>>
  /** One key an algorithm. */
  readonly keys: Readonly<Record<Algorithm, KmsKey>>
  /** Has all roles on all keys, and is linked to the OIDC subject. */
  readonly serviceAccountId: string
  /** An authorized key of it. */
  readonly authorizedKey: AuthorizedKeyFile
  /** Every request since the start, or since `requests.length = 0`. */
  readonly requests: LogEntry[]
  /** The requests of one service, or of one call of it. */
  readonly calls: (service: ServiceName, call?: string) => readonly LogEntry[]
  /** Puts a fault in force; the function returned takes it out again. */
  readonly setFault: (rule: FaultRule) => () => void
  readonly clearFaults: () => void
  /** Delays answers of `kms`, `kms.SignHash`, … or `*`. */
  readonly setLatency: (target: string, milliseconds: number) => void
  /** Bounds requests of `kms`, `kms.SignHash`, … or `*`. */
  readonly setQuota: (target: string, rule: QuotaRule | undefined) => Quota | undefined
  /** Closes a service's port, so that connections to it are refused, and opens it again. */
  readonly refuse: (service: ServiceName, refused: boolean) => Promise<void>
  /** All secrets that were in play so far: what no output may show. */
  readonly secrets: () => readonly string[]
  /** What other listeners are built on. */
  readonly traffic: Traffic
  readonly services: ReadonlyMap<ServiceName, Service>
  readonly close: () => Promise<void>
}

function environment(states: States, urls: Readonly<Record<ServiceName, string>>): Record<string, string> {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${urls.oidc}/idtoken/run/job?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: states.oidc.requestToken,
    ACTIONS_RESULTS_URL: `${urls.artifacts}/`,
    ACTIONS_RUNTIME_TOKEN: states.artifacts.runtimeToken,
    GITHUB_API_URL: urls.github,
    YC_METADATA_ADDR: new URL(urls.metadata).host,
  }
}

function secretsOf(states: States, authorizedKey: AuthorizedKeyFile): readonly string[] {
  const privateLines = authorizedKey.private_key.split('\n').filter((line) => /^[A-Za-z0-9+/=]{40,}$/.test(line))
  return [
    ...states.iam.tokens.keys(),
    ...states.oidc.issued,
    states.oidc.requestToken,
    states.artifacts.runtimeToken,
    ...states.artifacts.artifacts.map(({ signature }) => signature),
    ...states.github.tokens.keys(),
    ...states.registry.secrets(),
    ...privateLines,
  ]
}

/** Starts all services on free loopback ports. */
export async function startEmulator(): Promise<Emulator> {
  const states = freshStates()
  const { iam, exchange, oidc, kms } = states
  const serviceAccountId = iam.addServiceAccount()
  const authorizedKey = iam.addAuthorizedKey(serviceAccountId)
  for (const role of ALL_ROLES) iam.grant(serviceAccountId, role)
  exchange.credentials.push({ serviceAccountId, externalSubjectId: oidc.subject })
  states.metadata.serviceAccountId = serviceAccountId
  const keys = Object.fromEntries(ALGORITHM_NAMES.map((name) => [name, new KmsKey(name)])) as Record<Algorithm, KmsKey>
  for (const key of Object.values(keys)) kms.keys.set(key.id, key)

  const traffic = new Traffic()
  const servers = new Map<ServiceName, LoopbackServer>()
  const serverOf = (service: ServiceName): LoopbackServer => {
    const server = servers.get(service)
    if (server === undefined) throw new Error(`${service} is not emulated`)
    return server
  }
  const all = services(states, (name) => serverOf(name).url)
  for (const service of all) servers.set(service.name, await LoopbackServer.start(traffic, service))
  const urls = Object.fromEntries([...servers].map(([name, { url }]) => [name, url])) as Record<ServiceName, string>

  return {
    ...states,
    env: environment(states, urls),
    inputs: {
      'key-id': keys.ECDSA_NIST_P256_SHA_256.id,
      'yc-sa-id': serviceAccountId,
      'kms-endpoint': urls.kms,
      'iam-endpoint': urls.iam,
      'token-endpoint': `${urls.exchange}/oauth/token`,
    },
    contexts: { 'github.token': states.github.token },
    urls,
    keys,
    serviceAccountId,
    authorizedKey,
    traffic,
    services: new Map(all.map((service) => [service.name, service])),
    requests: traffic.log,
    calls: (service, call) =>
      traffic.log.filter((entry) => entry.service === service && (call === undefined || entry.call === call)),
    setFault: (rule) => traffic.faults.add(rule),
    clearFaults: () => {
      traffic.faults.clear()
    },
    setLatency: (target, milliseconds) => {
      traffic.setLatency(target, milliseconds)
    },
    setQuota: (target, rule) => traffic.setQuota(target, rule),
    refuse: (service, refused) => (refused ? serverOf(service).close() : serverOf(service).open()),
    secrets: () => secretsOf(states, authorizedKey),
    close: async () => {
      await Promise.all([...servers.values()].map((server) => server.close()))
    },
  }
}
