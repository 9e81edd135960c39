import { ActionError } from '../base/errors.ts'
import { printable } from '../base/log.ts'
import { isSha256, readIndex, readManifest, type Index, type Manifest } from './documents.ts'
import { envelopeIn, type Envelope } from './existing.ts'
import { BUNDLE, EMPTY, IMAGE_TYPES } from './media-types.ts'
import { invalid } from './refusals.ts'
import { hexOf } from './reference.ts'
import type { Repository } from './repository.ts'
import type { Descriptor, ImageReference } from './types.ts'

/** An image as the registry has it, with what is attached to it. */
export interface ImageState {
  readonly image: ImageReference
  readonly repository: Repository
  /** The image itself: the subject of referrers. */
  readonly subject: Descriptor
  readonly signatures: Tagged
  readonly attestations: Tagged
  readonly referrers: Referrers
}
/** The manifest under a tag, if there is one. */
export interface Tagged {
  readonly tag: string
  readonly found: { readonly digest: string; readonly manifest: Manifest } | undefined
}
/** What refers to an image. */
interface Referrers {
  /** Whether the registry keeps the list; else it is an index under a tag ("Referrers Tag Schema"). */
  readonly served: boolean
  readonly listed: readonly Descriptor[]
}
/** A referrer that holds a DSSE envelope. */
export interface Bundle {
  readonly referrer: Descriptor
  readonly envelope: Envelope
}

/** Annotations of a referrer that holds a Sigstore bundle. */
export const CONTENT_ANNOTATION = 'dev.sigstore.bundle.content'
export const PREDICATE_ANNOTATION = 'dev.sigstore.bundle.predicateType'

/** A bundle around a predicate of 16 MiB, in base64. */
const BUNDLE_BYTES = 32 * 1024 * 1024
/** CI that attests each build again and again leaves thousands: the latest are looked at. */
const MOST_BUNDLES = 50

/** The tag that the specification and cosign give what belongs to a digest. */
export function tagOf(image: ImageReference, suffix: '' | '.sig' | '.att'): string {
  return `sha256-${hexOf(image)}${suffix}`
}

/**
 * Fetches an image by its digest, and all that is attached to it, in one round trip where the registry serves
 * referrers.
 * @param readsAttestations whether the tag of attestations will be added to
 * @throws ActionError IMAGE_NOT_FOUND, REGISTRY_REFUSED, INVALID_RESPONSE, and what the client throws
 */
export async function readImage(
  repository: Repository,
  image: ImageReference,
  readsAttestations: boolean,
): Promise<ImageState> {
  const attestationTag = tagOf(image, '.att')
  const [subject, signatures, attestations, referrers] = await Promise.all([
    readSubject(repository, image),
    readTag(repository, tagOf(image, '.sig')),
    readsAttestations ? readTag(repository, attestationTag) : { tag: attestationTag, found: undefined },
    readReferrers(repository, image),
  ])
  return { image, repository, subject, signatures, attestations, referrers }
}

async function readSubject(repository: Repository, image: ImageReference): Promise<Descriptor> {
  const found = await repository.manifest(image.digest)
  if (found === undefined)
    throw new ActionError('IMAGE_NOT_FOUND', `The registry has no image ${printable(image.given, 400)}.`, {
      hint: 'Push the image before this step and take its digest from that push, such as `steps.<id>.outputs.digest` of docker/build-push-action. A private repository hides its images from a login that may not pull.',
    })
  if (!IMAGE_TYPES.includes(found.mediaType))
    throw invalid(repository.name, `has no image under ${image.digest} but "${printable(found.mediaType, 100)}"`)
  return { mediaType: found.mediaType, digest: image.digest, size: found.bytes.length }
}

/** @throws ActionError INVALID_RESPONSE for a tag that holds something else: it is never written over */
export async function readTag(repository: Repository, tag: string): Promise<Tagged> {
  const found = await repository.manifest(tag)
  if (found === undefined) return { tag, found }
  try {
    return { tag, found: { digest: found.digest, manifest: readManifest(found.bytes, found.mediaType) } }
  } catch (cause) {
    throw somethingElse(repository, tag, cause)
  }
}

/** The index under the tag of the fallback. @throws ActionError INVALID_RESPONSE */
export async function readFallback(repository: Repository, image: ImageReference): Promise<Index | undefined> {
  const tag = tagOf(image, '')
  const found = await repository.manifest(tag)
  if (found === undefined) return undefined
  try {
    return readIndex(found.bytes)
  } catch (cause) {
    throw somethingElse(repository, tag, cause)
  }
}

function somethingElse({ name }: Repository, tag: string, cause: unknown): unknown {
  if (!(cause instanceof RangeError)) return cause
  return invalid(name, `has something under the tag ${tag} that ${cause.message}: it is left as it is`, cause)
}

async function readReferrers(repository: Repository, image: ImageReference): Promise<Referrers> {
  const served = await repository.referrers(image.digest)
  if (served !== undefined) return { served: true, listed: served }
  return { served: false, listed: (await readFallback(repository, image))?.manifests ?? [] }
}

/** Whether a referrer holds a Sigstore bundle; cosign's own entries and some registries name the config's type. */
export function isBundle({ artifactType, annotations }: Descriptor): boolean {
  return artifactType === BUNDLE || annotations?.[CONTENT_ANNOTATION] !== undefined || artifactType === EMPTY
}

/** The bundles among an image's referrers that may hold a statement of a predicate type. */
export async function readBundles(
  { repository, referrers }: Pick<ImageState, 'repository' | 'referrers'>,
  predicateType: string,
): Promise<readonly Bundle[]> {
  const candidates = referrers.listed.filter(
    (referrer) =>
      isBundle(referrer) &&
      isSha256(referrer.digest) &&
      (referrer.annotations?.[PREDICATE_ANNOTATION] ?? predicateType) === predicateType,
  )
  const bundles = await Promise.all(candidates.slice(-MOST_BUNDLES).map((referrer) => readBundle(repository, referrer)))
  return bundles.filter((bundle) => bundle !== undefined)
}

async function readBundle(repository: Repository, referrer: Descriptor): Promise<Bundle | undefined> {
  const found = await repository.manifest(referrer.digest)
  const layer = found === undefined ? undefined : layersOf(found.bytes, found.mediaType).find(isBundleLayer)
  const envelope = layer === undefined ? undefined : await readEnvelope(repository, layer)
  return envelope === undefined ? undefined : { referrer, envelope }
}

function layersOf(bytes: Buffer, mediaType: string): readonly Descriptor[] {
  try {
    return readManifest(bytes, mediaType).layers
  } catch (error) {
    if (error instanceof RangeError) return [] // somebody else's, and of another kind
    throw error
  }
}

function isBundleLayer({ mediaType }: Descriptor): boolean {
  return mediaType === BUNDLE
}

/** The envelope in a blob, bare or in a bundle. */
export async function readEnvelope(repository: Repository, layer: Descriptor): Promise<Envelope | undefined> {
  if (layer.size > BUNDLE_BYTES || !isSha256(layer.digest)) return undefined
  const bytes = await repository.blob(layer, BUNDLE_BYTES)
  return bytes === undefined ? undefined : envelopeIn(bytes)
}
