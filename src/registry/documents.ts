import { createHash } from 'node:crypto'
import { asArray, asObject, asString, readJsonObject, type JsonObject } from '../base/json.ts'
import { CONFIG, DOCKER_MANIFEST, EMPTY, INDEX, MANIFEST } from './media-types.ts'
import type { Descriptor } from './types.ts'

/** Bytes with what names them. */
export interface Content {
  readonly bytes: Buffer
  /** `sha256:<hex>` */
  readonly digest: string
  readonly mediaType: string
}

/** An image manifest as it was read: what is unknown here stays when it is written again. */
export interface Manifest {
  readonly fields: JsonObject
  readonly mediaType: string
  readonly layers: readonly Descriptor[]
}
/** An image index likewise. */
export interface Index {
  readonly fields: JsonObject
  readonly manifests: readonly Descriptor[]
}

const DIGEST = /^sha256:[0-9a-f]{64}$/u

/** `sha256:<hex>` of bytes. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** Bytes and their digest. */
export function content(mediaType: string, value: Buffer | object): Content {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))
  return { bytes, digest: digestOf(bytes), mediaType }
}

/** Content as others refer to it. */
export function describe({ mediaType, digest, bytes }: Content): Descriptor {
  return { mediaType, digest, size: bytes.length }
}

/** A manifest out of bytes. @throws RangeError */
export function readManifest(bytes: Buffer, contentType: string): Manifest {
  const fields = readJsonObject(bytes)
  const mediaType = typeof fields['mediaType'] === 'string' ? fields['mediaType'] : contentType
  if (mediaType !== MANIFEST && mediaType !== DOCKER_MANIFEST) throw new RangeError('is not an image manifest')
  return { fields, mediaType, layers: descriptors(fields['layers']) }
}

/** An index out of bytes. @throws RangeError */
export function readIndex(bytes: Buffer): Index {
  const fields = readJsonObject(bytes)
  const mediaType = fields['mediaType']
  if (mediaType !== undefined && mediaType !== INDEX) throw new RangeError('is not an image index')
  // What Go's encoding/json makes of a list that was never filled.
  return { fields, manifests: fields['manifests'] === null ? [] : descriptors(fields['manifests']) }
}

function descriptors(value: unknown): Descriptor[] {
  return asArray(value, 'content').map((entry) => {
    const fields = asObject(entry, 'descriptor')
    const digest = asString(fields['digest'], 'digest')
    const { size } = fields
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
      throw new RangeError('has a descriptor without a size')
    // Every text of a descriptor is compared before it is used; digests become part of URLs.
    if (!/^[\w+.:-]{1,200}$/u.test(digest)) throw new RangeError('has a descriptor whose digest is not well formed')
    return { ...fields, digest, size, mediaType: asString(fields['mediaType'], 'media type'), ...annotationsIn(fields) }
  })
}

function annotationsIn(fields: JsonObject): { annotations?: Readonly<Record<string, string>> } {
  const { annotations } = fields
  if (annotations === undefined || annotations === null) return {}
  const entries = Object.entries(asObject(annotations, 'annotations'))
  return { annotations: Object.fromEntries(entries.map(([name, value]) => [name, asString(value, 'annotation')])) }
}

/** Whether a digest is one that is checked here. */
export function isSha256(digest: string): boolean {
  return DIGEST.test(digest)
}

/** Date of everything that cosign writes without one: the same content has the same digest. */
const NO_TIME = '0001-01-01T00:00:00Z'

/** The config that cosign writes for signatures in tags: an image without a system, of these layers. */
export function signatureConfig(layers: readonly Descriptor[]): Content {
  return content(CONFIG, {
    architecture: '',
    created: NO_TIME,
    history: layers.map(() => ({ created: NO_TIME })),
    os: '',
    rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
    config: {},
  })
}

/** A manifest under a tag with more layers: those of others stay, and so does what is unknown here. */
export function withLayers(manifest: Manifest | undefined, layers: readonly Descriptor[], config: Content): Content {
  const mediaType = manifest?.mediaType ?? MANIFEST
  const fields = { schemaVersion: 2, mediaType, ...manifest?.fields }
  return content(mediaType, { ...fields, config: describe(config), layers })
}

/** The config of every referrer. */
export const EMPTY_CONFIG: Content = content(EMPTY, {})

/** An index with more entries; those of others stay. */
export function withManifests(index: Index | undefined, manifests: readonly Descriptor[]): Content {
  const fields = { schemaVersion: 2, mediaType: INDEX, ...index?.fields }
  return content(INDEX, { ...fields, manifests })
}
