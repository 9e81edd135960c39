/** A container registry of the benchmark: OCI's distribution specification with referrers, without checks and logins. */
import { createHash } from 'node:crypto'

/** What was asked of the registry, by the kind of call. */
export type RegistryCounts = Readonly<Record<string, number>>

interface RegistryAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

interface RegistryRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly contentType: string
  readonly body: Buffer
}

const INDEX = 'application/vnd.oci.image.index.v1+json'
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const REPOSITORY = 'team/app'

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** An image by its number: a manifest whose parts nobody asks for. */
function imageBytes(number: number): Buffer {
  const part = (mediaType: string) => ({ mediaType, digest: digestOf(Buffer.from(`${mediaType} ${number}`)), size: 1 })
  const config = part('application/vnd.oci.image.config.v1+json')
  const layers = [part('application/vnd.oci.image.layer.v1.tar')]
  return Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, config, layers }))
}

/** So many images, by digest. */
export function imageDigests(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => digestOf(imageBytes(number)))
}

interface Stored {
  readonly mediaType: string
  readonly bytes: Buffer
}

export class BenchRegistry {
  #manifests = new Map<string, Stored>()
  #tags = new Map<string, string>()
  #blobs = new Map<string, Buffer>()
  #uploads = 0
  #counts: Record<string, number> = {}

  /** @param images how many of them there are; nothing is signed */
  reset(images: number): void {
    this.#manifests = new Map()
    this.#tags = new Map()
    this.#blobs = new Map()
    for (let number = 0; number < images; number++) {
      const bytes = imageBytes(number)
      this.#manifests.set(digestOf(bytes), { mediaType: MANIFEST, bytes })
    }
    this.recount()
  }

  /** Begins to count again; what was pushed stays. */
  recount(): void {
    this.#counts = {}
  }

  get counts(): RegistryCounts {
    return this.#counts
  }

  answer({ method, url, contentType, body }: RegistryRequest): RegistryAnswer {
    const [, kind = '', rest = ''] =
      /^\/v2\/team\/app\/(manifests|referrers|blobs\/uploads|blobs)\/([^?]*)/u.exec(url) ?? []
    const call = kind === 'blobs/uploads' ? (rest === '' ? 'uploads' : 'upload') : kind
    const name = `${method} ${call}`
    this.#counts[name] = (this.#counts[name] ?? 0) + 1
    switch (name) {
      case 'GET manifests':
        return this.#get(rest)
      case 'PUT manifests':
        return this.#put(rest, contentType, body)
      case 'GET referrers':
        return this.#referrers(rest)
      case 'GET blobs':
        return this.#blob(rest)
      case 'POST uploads':
        this.#uploads += 1
        return plain(202, { location: `/v2/${REPOSITORY}/blobs/uploads/${this.#uploads}` })
      case 'PUT upload':
        this.#blobs.set(digestOf(body), body)
        return plain(201)
      case 'DELETE upload':
        return plain(204)
      default:
        return plain(404)
    }
  }

  #get(reference: string): RegistryAnswer {
    const found = this.#manifests.get(this.#tags.get(reference) ?? reference)
    if (found === undefined) return plain(404)
    return { status: 200, headers: { 'content-type': found.mediaType }, body: found.bytes }
  }

  #blob(digest: string): RegistryAnswer {
    const body = this.#blobs.get(digest)
    return body === undefined ? plain(404) : { status: 200, headers: {}, body }
  }

  #put(reference: string, mediaType: string, bytes: Buffer): RegistryAnswer {
    const digest = digestOf(bytes)
    this.#manifests.set(digest, { mediaType, bytes })
    if (reference !== digest) this.#tags.set(reference, digest)
    return plain(201, { 'docker-content-digest': digest, 'oci-subject': 'noted' })
  }

  #referrers(subject: string): RegistryAnswer {
    const manifests = [...this.#manifests].flatMap(([digest, { mediaType, bytes }]) => {
      const fields = JSON.parse(bytes.toString()) as { subject?: { digest: string }; artifactType?: string }
      return fields.subject?.digest === subject
        ? [{ mediaType, digest, size: bytes.length, artifactType: fields.artifactType }]
        : []
    })
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }))
    return { status: 200, headers: { 'content-type': INDEX }, body }
  }
}

const plain = (status: number, headers: Record<string, string> = {}): RegistryAnswer => ({
  status,
  headers,
  body: Buffer.alloc(0),
})
