/** What a container registry holds, and how it behaves where the specification leaves it free. */
import { createHash } from 'node:crypto'
import { secret } from '../crypto/random.ts'

interface StoredManifest {
  readonly mediaType: string
  /** Tests spoil it to have the registry serve other bytes under a digest. */
  bytes: Buffer
}

export interface StoredRepository {
  /** By digest. */
  readonly blobs: Map<string, Buffer>
  /** By digest. */
  readonly manifests: Map<string, StoredManifest>
  /** Tag → digest. */
  readonly tags: Map<string, string>
}

/** Who may come in, and how one says who one is. */
type RegistryLogin =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic' | 'token'; readonly username: string; readonly password: string }
  /** Yandex Container Registry: the user `iam` with an IAM token, and the role for pushing. */
  | { readonly kind: 'yandex' }

interface RegistryToken {
  readonly repository: string
  readonly actions: readonly string[]
  /** Milliseconds since the epoch. */
  expiresAt: number
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

export class RegistryState {
  readonly repositories = new Map<string, StoredRepository>()
  login: RegistryLogin = { kind: 'none' }
  /** Refresh tokens that the token server takes (docker's identity tokens). */
  readonly refreshTokens = new Set<string>()
  readonly tokens = new Map<string, RegistryToken>()
  tokenLifetimeSeconds = 300
  /** What the token server says of it, where that is something else. */
  toldLifetimeSeconds: number | undefined
  /** Whether `/referrers/` is served. */
  hasReferrers = true
  /** Whether a manifest's subject is confirmed by OCI-Subject, where referrers are served. */
  confirmsSubject = true
  /** Referrers on a page; 0: all. */
  pageSize = 0
  /** Whether uploads go to the store, another host. */
  uploadsToStore = false
  /** Whether downloads of blobs lead to the store. */
  downloadsFromStore = false
  /** The token server that a challenge names in place of the own one. */
  realm: string | undefined
  /** Actions that a token server grants at most. */
  grants: readonly string[] = ['pull', 'push']
  /** Called after each manifest that was pushed: another writer. */
  afterPush: ((repository: string, reference: string) => void) | undefined
  /** Open uploads: id → repository. */
  readonly uploads = new Map<string, string>()
  /** What the store's URLs are signed with. */
  readonly storeSignature = secret(32)

  repository(name: string): StoredRepository {
    const known = this.repositories.get(name)
    if (known !== undefined) return known
    const made = { blobs: new Map(), manifests: new Map(), tags: new Map() }
    this.repositories.set(name, made)
    return made
  }

  /** Puts a manifest there, whatever it is about; its digest. */
  addManifest(repository: string, mediaType: string, value: object, tag?: string): string {
    const bytes = Buffer.from(JSON.stringify(value))
    const digest = digestOf(bytes)
    this.repository(repository).manifests.set(digest, { mediaType, bytes })
    if (tag !== undefined) this.repository(repository).tags.set(tag, digest)
    return digest
  }

  addBlob(repository: string, bytes: Buffer): string {
    const digest = digestOf(bytes)
    this.repository(repository).blobs.set(digest, bytes)
    return digest
  }

  /** An image of one layer that holds `text`; its digest. `mediaType`: OCI's or Docker's of a manifest. */
  addImage(repository: string, text: string, mediaType = MANIFEST): string {
    const part = (content: string, type: string) => {
      const bytes = Buffer.from(content)
      return { mediaType: type, digest: this.addBlob(repository, bytes), size: bytes.length }
    }
    const config = part('{"architecture":"amd64","os":"linux"}', 'application/vnd.oci.image.config.v1+json')
    const layers = [part(text, 'application/vnd.oci.image.layer.v1.tar')]
    return this.addManifest(repository, mediaType, { schemaVersion: 2, mediaType, config, layers })
  }

  /** The manifest under a tag or a digest. */
  find(repository: string, reference: string): (StoredManifest & { readonly digest: string }) | undefined {
    const stored = this.repositories.get(repository)
    const digest = reference.includes(':') ? reference : stored?.tags.get(reference)
    const manifest = digest === undefined ? undefined : stored?.manifests.get(digest)
    return manifest === undefined || digest === undefined ? undefined : { ...manifest, digest }
  }

  issueToken(repository: string, actions: readonly string[]): string {
    const value = `${secret(40)}.${secret(40)}`
    this.tokens.set(value, { repository, actions, expiresAt: Date.now() + this.tokenLifetimeSeconds * 1000 })
    return value
  }

  /** Ends every token that was issued so far. */
  expireTokens(): void {
    for (const token of this.tokens.values()) token.expiresAt = 0
  }

  secrets(): readonly string[] {
    const password = 'password' in this.login ? [this.login.password] : []
    return [...password, ...this.tokens.keys(), ...this.refreshTokens, this.storeSignature]
  }
}
