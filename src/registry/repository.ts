import type { HttpResponse } from '../http/types.ts'
import { digestOf, isSha256, readIndex, type Content, type Index } from './documents.ts'
import { IMAGE_TYPES, INDEX } from './media-types.ts'
import { invalid, refused, unexpected } from './refusals.ts'
import type { Registry } from './registry.ts'
import type { Descriptor } from './types.ts'
import { Uploads } from './uploads.ts'

/** What the specification has registries take of a manifest ("Pushing manifests"). */
const MANIFEST_BYTES = 4 * 1024 * 1024
/** Statuses of registries that do not know of referrers; the specification names 404 alone. */
const NOT_SERVED: ReadonlySet<number> = new Set([400, 404, 405, 501])
const MOST_PAGES = 50
const MOST_REDIRECTS = 3

/** One repository of a registry: the calls of OCI's distribution specification 1.1. */
export class Repository {
  /** `HOST/REPO` */
  readonly name: string
  readonly uploads: Uploads
  readonly #registry: Registry
  readonly #path: string
  readonly #repository: string

  constructor(registry: Registry, repository: string) {
    this.#registry = registry
    this.#repository = repository
    this.#path = `/v2/${repository}`
    this.name = `${registry.host}/${repository}`
    this.uploads = new Uploads(registry, repository)
  }

  /**
   * The manifest or index under a tag or digest, or `undefined` where there is none.
   * @throws ActionError REGISTRY_REFUSED; INVALID_RESPONSE, also for other bytes than a digest names
   */
  async manifest(reference: string): Promise<Content | undefined> {
    const response = await this.#get(`${this.#path}/manifests/${reference}`, { accept: IMAGE_TYPES.join(', ') })
    if (response.status === 404) return undefined
    if (response.status !== 200) throw this.#failed(response, `a request for the manifest ${reference}`, 'pulling')
    const bytes = response.body
    const digest = digestOf(bytes)
    if (isSha256(reference) && digest !== reference)
      throw invalid(this.name, `served other bytes under ${reference}: they have the digest ${digest}`)
    return { bytes, digest, mediaType: typeOf(response) }
  }

  /** @returns whether the registry took note of the manifest's subject by itself @throws ActionError */
  async putManifest(reference: string, { bytes, mediaType, digest }: Content): Promise<boolean> {
    const response = await this.#registry.send(this.#repository, {
      method: 'PUT',
      url: `${this.#path}/manifests/${reference}`,
      headers: { 'content-type': mediaType },
      body: bytes,
    })
    if (response.status !== 201 && response.status !== 200)
      throw this.#failed(response, `the manifest ${reference} pushed to it`, 'pushing')
    const stored = response.headers['docker-content-digest'] ?? digest
    if (stored !== digest) throw invalid(this.name, `stored other bytes than the manifest ${reference} pushed to it`)
    return response.headers['oci-subject'] !== undefined
  }

  /**
   * A blob's bytes, from wherever the registry leads: the login goes to the registry alone. `undefined` where there is
   * none. @throws ActionError REGISTRY_REFUSED; INVALID_RESPONSE, also for other bytes than the digest names
   */
  async blob({ digest }: Descriptor, maxBytes: number): Promise<Buffer | undefined> {
    let url = `${this.#path}/blobs/${digest}`
    for (let redirects = 0; ; redirects += 1) {
      const response = await this.#get(url, {}, { maxBytes, redirect: 'return' })
      const { status, headers } = response
      if (status === 200) {
        if (digestOf(response.body) === digest) return response.body
        throw invalid(this.name, `served other bytes under ${digest}`)
      }
      if (status === 404) return undefined
      if (status < 300 || status >= 400 || redirects === MOST_REDIRECTS)
        throw this.#failed(response, `a request for the blob ${digest}`, 'pulling')
      url = this.#resolved(headers['location'], url)
    }
  }

  /** All referrers of a digest; `undefined` where the registry does not know of referrers. @throws ActionError */
  async referrers(digest: string): Promise<readonly Descriptor[] | undefined> {
    const found: Descriptor[] = []
    let url: string | undefined = `${this.#path}/referrers/${digest}`
    for (let page = 0; url !== undefined && page < MOST_PAGES; page += 1) {
      const response = await this.#get(url, { accept: INDEX })
      if (page === 0 && NOT_SERVED.has(response.status)) return undefined
      if (response.status !== 200) throw this.#failed(response, 'a request for referrers', 'pulling')
      found.push(...this.#indexIn(response.body).manifests)
      const next: string | undefined = /<([^>]+)>\s*;[^,]*\brel="?next\b/iu.exec(response.headers['link'] ?? '')?.[1]
      url = next === undefined ? undefined : this.#resolved(next, url)
    }
    return found
  }

  #indexIn(bytes: Buffer): Index {
    try {
      return readIndex(bytes)
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause
      throw invalid(this.name, `answered with a list of referrers that ${cause.message}`, cause)
    }
  }

  #resolved(location: string | undefined, from: string): string {
    try {
      const base = this.#registry.resolve(from)
      return this.#registry.resolve(new URL(location ?? '', base).href).href
    } catch (cause) {
      throw invalid(this.name, 'leads on to something that is not an https:// URL', cause)
    }
  }

  #get(
    url: string,
    headers: Record<string, string>,
    options: { readonly maxBytes?: number; readonly redirect?: 'return' } = {},
  ): Promise<HttpResponse> {
    return this.#registry.send(this.#repository, { method: 'GET', maxBytes: MANIFEST_BYTES, ...options, url, headers })
  }

  #failed(response: HttpResponse, to: string, what: 'pulling' | 'pushing'): Error {
    if (response.status !== 401 && response.status !== 403) return unexpected(response, this.name, to)
    const preposition = what === 'pulling' ? 'from' : 'to'
    const { serviceAccountId } = this.#registry
    return refused(response, { name: this.name, what: `${what} ${preposition} ${this.#repository}`, serviceAccountId })
  }
}

function typeOf({ headers }: HttpResponse): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
