/** What is pushed for one image, once everything is signed: new layers under its tags, and new referrers. */
import { content, describe, EMPTY_CONFIG, type Content } from './documents.ts'
import { SIGNATURE_ANNOTATION } from './existing.ts'
import type { ImagePlan, PlannedStatement } from './image-plan.ts'
import { CONTENT_ANNOTATION, PREDICATE_ANNOTATION } from './image-state.ts'
import { BUNDLE, MANIFEST } from './media-types.ts'
import { dsseBundle, dsseEnvelope } from './payloads.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import type { Descriptor } from './types.ts'

/** A layer of a manifest under a tag. */
export interface NewLayer {
  readonly blob: Content
  readonly descriptor: Descriptor
}
/** A manifest that refers to the image. */
export interface NewReferrer {
  readonly blob: Content
  readonly manifest: Content
  /** The entry of the list of referrers. */
  readonly descriptor: Descriptor
}
/** All that is pushed for one image. */
export interface Attachments {
  readonly plan: ImagePlan
  readonly signatures: readonly NewLayer[]
  readonly attestations: readonly NewLayer[]
  readonly referrers: readonly NewReferrer[]
  /** The referrer of each statement, old or new, in the order of the plan. */
  readonly referrerOf: ReadonlyMap<PlannedStatement, string>
}

/**
 * @param signatureOf KMS's verified signature over a digest
 * @param now the time that referrers say they were made at
 */
export async function attachmentsOf(
  plan: ImagePlan,
  key: SigningKey,
  signatureOf: (digest: Buffer) => Promise<Buffer>,
  now: Date,
): Promise<Attachments> {
  const { layouts, sign } = plan
  const statements = [...(sign === undefined ? [] : [sign]), ...plan.attestations]
  // All at once: one round trip to KMS.
  const [signatures, signed] = await Promise.all([
    signatureLayers(plan, signatureOf),
    Promise.all(
      statements.map(async (planned) => ({
        planned,
        signature: planned.signature ?? (await signatureOf(planned.digest)),
      })),
    ),
  ])
  const missing = layouts.includes('referrer') ? signed.filter(({ planned }) => planned.referrer === undefined) : []
  const referrers = missing.map(({ planned, signature }) => ({
    planned,
    made: referrerFor(plan, planned, dsseBundle(key, planned.statement, signature), now),
  }))
  const known = statements.map((planned) => [planned, planned.referrer?.digest] as const)
  const made = referrers.map(({ planned, made: { descriptor } }) => [planned, descriptor.digest] as const)
  const digests = [...known, ...made].flatMap(([planned, digest]) =>
    digest === undefined ? [] : [[planned, digest] as const],
  )
  return {
    plan,
    signatures,
    attestations: signed
      .filter(({ planned }) => layouts.includes('tag') && planned !== sign && planned.layer === undefined)
      .map(({ planned, signature }) => attestationLayer(planned, signature)),
    referrers: referrers.map((entry) => entry.made),
    referrerOf: new Map(digests),
  }
}

async function signatureLayers(
  { payload }: ImagePlan,
  signatureOf: (digest: Buffer) => Promise<Buffer>,
): Promise<readonly NewLayer[]> {
  if (payload === undefined || payload.layer !== undefined) return []
  return [signatureLayer(payload.payload, await signatureOf(payload.digest))]
}

function signatureLayer(blob: Content, signature: Buffer): NewLayer {
  const annotations = { [SIGNATURE_ANNOTATION]: signature.toString('base64') }
  return { blob, descriptor: { ...describe(blob), annotations } }
}

function attestationLayer({ statement, predicateType }: PlannedStatement, signature: Buffer): NewLayer {
  const blob = dsseEnvelope(statement, signature)
  return { blob, descriptor: { ...describe(blob), annotations: { [SIGNATURE_ANNOTATION]: '', predicateType } } }
}

function referrerFor({ state }: ImagePlan, { predicateType }: PlannedStatement, blob: Content, now: Date): NewReferrer {
  const annotations = {
    [CONTENT_ANNOTATION]: 'dsse-envelope',
    [PREDICATE_ANNOTATION]: predicateType,
    'org.opencontainers.image.created': now.toISOString().replace(/\.\d+Z$/u, 'Z'),
  }
  const manifest = content(MANIFEST, {
    schemaVersion: 2,
    mediaType: MANIFEST,
    artifactType: BUNDLE,
    config: describe(EMPTY_CONFIG),
    layers: [describe(blob)],
    subject: state.subject,
    annotations,
  })
  return { blob, manifest, descriptor: { ...describe(manifest), artifactType: BUNDLE, annotations } }
}
