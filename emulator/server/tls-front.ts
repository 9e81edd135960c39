/** The emulated services under their own names: TLS with certificates of a CA made for it, behind a CONNECT proxy. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext, type SecureContext } from 'node:tls'
import { ConnectProxy } from './connect-proxy.ts'
import type { Emulator } from '../emulator.ts'
import { publicUrl, serviceAt } from './hosts.ts'
import { createListener } from './listener.ts'
import { CertificateAuthority } from '../crypto/x509.ts'

/** What can be wrong with the certificate that a host shows. */
type CertificateFault = 'expired' | 'other-name' | 'unknown-authority'

export interface TlsFront {
  /** Leads a run that sets no endpoint here: proxy, CA, GitHub's services under their names. */
  readonly env: Readonly<Record<string, string>>
  readonly proxy: ConnectProxy
  /** PEM of the CA that clients have to trust. */
  readonly root: string
  /** Port of the TLS server on loopback. */
  readonly port: number
  /** Spoils the certificate of `host`; `undefined` mends it. Connections that are open stay. */
  readonly setCertificateFault: (host: string, fault: CertificateFault | undefined) => void
  readonly close: () => Promise<void>
}

/** Chooses, and makes when first asked, the certificate for a name. */
class Certificates {
  readonly authority = new CertificateAuthority('Emulator CA')
  readonly faults = new Map<string, CertificateFault>()
  readonly #stranger = new CertificateAuthority('Unknown CA')
  readonly #contexts = new Map<string, SecureContext>()

  contextFor(host: string): SecureContext {
    const fault = this.faults.get(host)
    const id = `${host} ${fault ?? ''}`
    const known = this.#contexts.get(id)
    if (known !== undefined) return known
    const authority = fault === 'unknown-authority' ? this.#stranger : this.authority
    const issued = authority.issue(fault === 'other-name' ? 'elsewhere.invalid' : host, fault === 'expired')
    const context = createSecureContext(issued)
    this.#contexts.set(id, context)
    return context
  }
}

function environment(emulator: Emulator, proxy: ConnectProxy, rootPath: string): Record<string, string> {
  return {
    ...emulator.env,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${publicUrl('oidc')}/idtoken/run/job?api-version=2.0`,
    ACTIONS_RESULTS_URL: `${publicUrl('artifacts')}/`,
    GITHUB_API_URL: publicUrl('github'),
    HTTPS_PROXY: proxy.url,
    NODE_EXTRA_CA_CERTS: rootPath,
    NO_PROXY: '127.0.0.1,localhost',
  }
}

/** Puts TLS and a proxy (with `credentials`, `user:password`, if given) before a running emulator. */
export async function startTlsFront(
  emulator: Emulator,
  options: { readonly credentials?: string } = {},
): Promise<TlsFront> {
  const certificates = new Certificates()
  const serviceFor = (host: string) => {
    const service = serviceAt(host.replace(/:443$/, ''))
    return service === undefined ? undefined : emulator.services.get(service)
  }
  const server = createServer(
    {
      ...certificates.authority.issue('127.0.0.1'),
      SNICallback: (name, done) => {
        done(null, certificates.contextFor(name))
      },
      keepAliveTimeout: 60_000,
    },
    createListener(emulator.traffic, serviceFor, 'https'),
  )
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const proxy = await ConnectProxy.start(port, options.credentials)
  const folder = await mkdtemp(join(tmpdir(), 'emulator-ca-'))
  const rootPath = join(folder, 'root.pem')
  await writeFile(rootPath, certificates.authority.root)
  return {
    env: environment(emulator, proxy, rootPath),
    proxy,
    root: certificates.authority.root,
    port,
    setCertificateFault: (host, fault) => {
      if (fault === undefined) certificates.faults.delete(host)
      else certificates.faults.set(host, fault)
    },
    close: async () => {
      await proxy.close()
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
      await rm(folder, { recursive: true, force: true })
    },
  }
}
