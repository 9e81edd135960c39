import { createHash } from 'node:crypto'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { signatureOver, signedLayer } from './existing.ts'
import { readBundles, readEnvelope, type Bundle, type ImageState } from './image-state.ts'
import { DSSE_ENVELOPE } from './media-types.ts'
import { dsseDigest, SIGN_PREDICATE, signStatement, simpleSigning, statementAbout } from './payloads.ts'
import type { Content } from './documents.ts'
import type { Descriptor, ImageLayout, ImagePredicate } from './types.ts'

/** A statement about an image: where it lies already, and the signature that it has or still needs. */
export interface PlannedStatement {
  readonly predicateType: string
  readonly statement: Buffer
  /** What KMS signs. */
  readonly digest: Buffer
  /** This key's signature in one of the layouts, which serves the other as well. */
  readonly signature: Buffer | undefined
  /** The layer under the tag that holds it. */
  readonly layer: Descriptor | undefined
  readonly referrer: Descriptor | undefined
}
/** cosign's payload likewise: it lies under a tag alone. */
interface PlannedPayload {
  readonly payload: Content
  readonly digest: Buffer
  readonly layer: Descriptor | undefined
}
/** What one image is to get, and has. */
export interface ImagePlan {
  readonly state: ImageState
  readonly layouts: readonly ImageLayout[]
  /** With the layout `tag`. */
  readonly payload: PlannedPayload | undefined
  /** With the layout `referrer`. */
  readonly sign: PlannedStatement | undefined
  readonly attestations: readonly PlannedStatement[]
}

/** How many blobs will be pushed to the repository of these images. */
export function blobsToPush(plans: readonly ImagePlan[]): number {
  const referrers = plans.flatMap(missingReferrers).length
  const underTags = plans.map((plan) => {
    const layers = missingLayers(plan).length
    const signature = plan.payload === undefined || plan.payload.layer !== undefined ? 0 : 1
    return signature * 2 + (layers === 0 ? 0 : layers + 1) // a config goes with the layers of each tag
  })
  const emptyConfig = referrers === 0 ? 0 : 1
  return underTags.reduce((sum, count) => sum + count, referrers + emptyConfig)
}

function missingLayers({ layouts, attestations }: ImagePlan): readonly PlannedStatement[] {
  return layouts.includes('tag') ? attestations.filter(({ layer }) => layer === undefined) : []
}

function missingReferrers({ layouts, sign, attestations }: ImagePlan): readonly PlannedStatement[] {
  const all = [...(sign === undefined ? [] : [sign]), ...attestations]
  return layouts.includes('referrer') ? all.filter(({ referrer }) => referrer === undefined) : []
}

/** Whether an image has everything already. */
export function isComplete(plan: ImagePlan): boolean {
  return blobsToPush([plan]) === 0
}

/** Compares what an image has with what it is to get. @throws ActionError what the registry's calls throw */
export async function planImage(
  state: ImageState,
  signBundles: Promise<readonly Bundle[]>,
  layouts: readonly ImageLayout[],
  key: SigningKey,
  predicates: readonly ImagePredicate[],
): Promise<ImagePlan> {
  const attestations = predicates.map((predicate) => planAttestation(state, layouts, key, predicate))
  return {
    state,
    layouts,
    payload: layouts.includes('tag') ? planPayload(state, key) : undefined,
    sign: layouts.includes('referrer') ? planSign(state, await signBundles, key) : undefined,
    attestations: await Promise.all(attestations),
  }
}

function planPayload({ image, signatures }: ImageState, key: SigningKey): PlannedPayload {
  const payload = simpleSigning(image)
  const digest = createHash(key.algorithm.hash).update(payload.bytes).digest()
  return { payload, digest, layer: signedLayer(signatures.found?.manifest.layers ?? [], payload, key) }
}

function planSign({ image }: ImageState, bundles: readonly Bundle[], key: SigningKey): PlannedStatement {
  const statement = signStatement(image)
  const found = inBundles(bundles, statement, key)
  const shared = { predicateType: SIGN_PREDICATE, statement, digest: dsseDigest(key, statement), layer: undefined }
  return { ...shared, signature: found?.signature, referrer: found?.referrer }
}

async function planAttestation(
  state: ImageState,
  layouts: readonly ImageLayout[],
  key: SigningKey,
  predicate: ImagePredicate,
): Promise<PlannedStatement> {
  const statement = statementAbout(state.image, predicate)
  const [inTag, bundles] = await Promise.all([
    layouts.includes('tag') ? inLayers(state, predicate.type, statement, key) : undefined,
    layouts.includes('referrer') ? readBundles(state, predicate.type) : [],
  ])
  const found = inBundles(bundles, statement, key)
  return {
    predicateType: predicate.type,
    statement,
    digest: dsseDigest(key, statement),
    signature: inTag?.signature ?? found?.signature,
    layer: inTag?.layer,
    referrer: found?.referrer,
  }
}

function inBundles(
  bundles: readonly Bundle[],
  statement: Buffer,
  key: SigningKey,
): { readonly signature: Buffer; readonly referrer: Descriptor } | undefined {
  for (const { referrer, envelope } of bundles) {
    const signature = signatureOver(envelope, statement, key)
    if (signature !== undefined) return { signature, referrer }
  }
  return undefined
}

/** CI that attests each build again and again leaves thousands: the latest are looked at. */
const MOST_LAYERS = 50

async function inLayers(
  { repository, attestations }: ImageState,
  predicateType: string,
  statement: Buffer,
  key: SigningKey,
): Promise<{ readonly signature: Buffer; readonly layer: Descriptor } | undefined> {
  const layers = (attestations.found?.manifest.layers ?? []).filter(
    ({ mediaType, annotations }) => mediaType === DSSE_ENVELOPE && annotations?.['predicateType'] === predicateType,
  )
  const found = await Promise.all(
    layers.slice(-MOST_LAYERS).map(async (layer) => {
      const signature = signatureOver(await readEnvelope(repository, layer), statement, key)
      return signature === undefined ? undefined : { signature, layer }
    }),
  )
  return found.find((entry) => entry !== undefined)
}
