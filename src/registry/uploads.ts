import { ActionError } from '../base/errors.ts'
import type { HttpResponse } from '../http/types.ts'
import type { Content } from './documents.ts'
import { invalid, refused, unexpected } from './refusals.ts'
import type { Registry } from './registry.ts'

/** An upload that was lost on its way is begun again, so often. */
const MOST_BEGINNINGS = 3
/** What is given back at the end of a run must not hold it up. */
const HASTE_MS = 2000

/** Uploads of blobs to one repository, each blob once. */
export class Uploads {
  readonly #registry: Registry
  readonly #repository: string
  readonly #blobs = new Map<string, Promise<void>>()
  /** Places of uploads that were begun. */
  readonly #begun: Promise<string>[] = []

  constructor(registry: Registry, repository: string) {
    this.#registry = registry
    this.#repository = repository
  }

  get #name(): string {
    return `${this.#registry.host}/${this.#repository}`
  }

  /**
   * Begins an upload, which the first blob will use: so a login that may not push is known before anything is signed.
   * @throws ActionError REGISTRY_REFUSED, INVALID_RESPONSE
   */
  async begin(): Promise<void> {
    const begun = this.#begin()
    this.#begun.push(begun)
    await begun
  }

  /** Has so many uploads begun that each blob takes one round trip; whoever uses one sees its failure. */
  reserve(count: number): void {
    while (this.#begun.length < count) {
      const begun = this.#begin()
      begun.catch(() => undefined)
      this.#begun.push(begun)
    }
  }

  /** Gives back uploads that were begun for nothing, also when the run was cancelled or failed; never throws. */
  async cancel(): Promise<void> {
    await Promise.all(
      this.#begun.splice(0).map(async (begun) => {
        try {
          const url = await begun
          await this.#registry.send(this.#repository, {
            method: 'DELETE',
            url,
            patience: { attempts: 1 },
            attemptMs: HASTE_MS,
            afterAbort: true,
            redirect: 'return',
          })
        } catch {
          // It ends by itself: registries clear away what nobody went on with.
        }
      }),
    )
  }

  /** Uploads a blob, unless it was by this run. @throws ActionError */
  upload(blob: Content): Promise<void> {
    const known = this.#blobs.get(blob.digest)
    if (known !== undefined) return known
    const uploaded = this.#upload(blob)
    this.#blobs.set(blob.digest, uploaded)
    return uploaded
  }

  async #upload(blob: Content): Promise<void> {
    for (let beginning = 1; ; beginning += 1) {
      const location = await (this.#begun.shift() ?? this.#begin())
      const response = await this.#put(location, blob)
      if (response.status === 201 || response.status === 204) return
      if (response.status === 401 || response.status === 403) throw this.#refused(response)
      // An answer that got lost makes the client ask again, and then the upload is over: the blob may be there.
      if (await this.#isThere(blob.digest)) return
      if (beginning === MOST_BEGINNINGS) throw unexpected(response, this.#name, 'the upload of a blob')
    }
  }

  async #begin(): Promise<string> {
    const response = await this.#registry.send(this.#repository, {
      method: 'POST',
      url: this.#path,
      headers: { 'content-length': '0' },
      redirect: 'return',
    })
    if (response.status === 202) return this.#locationOf(response)
    if (response.status === 401 || response.status === 403) throw this.#refused(response)
    throw unexpected(response, this.#name, 'the beginning of an upload')
  }

  #put(location: string, blob: Content): Promise<HttpResponse> {
    const url = this.#registry.resolve(location)
    // The location's own query is a part of it: parameters of the registry's storage, signatures among them.
    url.search += `${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(blob.digest)}`
    return this.#registry.send(this.#repository, {
      method: 'PUT',
      url: url.href,
      headers: { 'content-type': 'application/octet-stream' },
      body: blob.bytes,
      redirect: 'return',
    })
  }

  async #isThere(digest: string): Promise<boolean> {
    const url = `/v2/${this.#repository}/blobs/${digest}`
    const { status } = await this.#registry.send(this.#repository, {
      method: 'HEAD',
      url,
      maxBytes: Infinity,
      redirect: 'return',
    })
    return status === 200 || status === 307
  }

  get #path(): string {
    return `/v2/${this.#repository}/blobs/uploads/`
  }

  #locationOf({ headers }: HttpResponse): string {
    try {
      return this.#registry.resolve(headers['location'] ?? '\0').href
    } catch (cause) {
      throw invalid(this.#name, 'names a place for an upload that is not an https:// URL', cause)
    }
  }

  #refused(response: HttpResponse): ActionError {
    const { serviceAccountId } = this.#registry
    return refused(response, { name: this.#name, what: `pushing to ${this.#repository}`, serviceAccountId })
  }
}
