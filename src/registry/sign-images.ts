/** The second part: what each image lacks is found out, and signed. */
import { mapBounded } from '../base/map-bounded.ts'
import type { SigningKey } from '../crypto/key-algorithm.ts'
import { attachmentsOf, type Attachments } from './attachments.ts'
import { checkCurve, warnOfCosign } from './cosign-limits.ts'
import { blobsToPush, isComplete, planImage, type ImagePlan } from './image-plan.ts'
import { AT_ONCE, type PreparedImages } from './prepare-images.ts'
import type { Repository } from './repository.ts'
import type { ImagePredicate } from './types.ts'

/** Images, and what each is to get. */
export interface PlannedImages {
  readonly prepared: PreparedImages
  readonly key: SigningKey
  readonly plans: readonly ImagePlan[]
}
/** Images with all that is to be pushed for them. */
export interface SignedImages {
  readonly prepared: PreparedImages
  readonly attachments: readonly Attachments[]
}

/**
 * Compares what the images have with what they are to get; after this, nothing but KMS stands between an image and its
 * signatures.
 * @throws ActionError UNSUPPORTED_FORMAT, REGISTRY_REFUSED, INVALID_RESPONSE, and what the client throws
 */
export async function planImages(
  prepared: PreparedImages,
  key: SigningKey,
  predicates: readonly ImagePredicate[],
): Promise<PlannedImages> {
  checkCurve(key.algorithm)
  const { layouts, log } = prepared.request
  const plans = await mapBounded(prepared.images, AT_ONCE, async ({ state, signBundles, refusal }) => {
    const plan = await planImage(state, signBundles, layouts, key, predicates)
    const reason = isComplete(plan) ? undefined : await refusal
    if (reason !== undefined) throw reason
    return plan
  })
  for (const plan of plans) warnOfCosign(plan, key, log)
  await cancelUnused(plans)
  return { prepared, key, plans }
}

/** Gives back the uploads that were begun to repositories whose images have everything. */
async function cancelUnused(plans: readonly ImagePlan[]): Promise<void> {
  const unused = [...byRepository(plans)].filter(([, ofIt]) => ofIt.every(isComplete))
  await Promise.all(unused.map(([repository]) => repository.uploads.cancel()))
}

function byRepository(plans: readonly ImagePlan[]): ReadonlyMap<Repository, readonly ImagePlan[]> {
  return Map.groupBy(plans, ({ state }) => state.repository)
}

/** Gives back what was begun and will not be gone on with. Never throws. */
export async function abandonImages({ images }: PreparedImages): Promise<void> {
  const all = new Set(images.map(({ state }) => state.repository))
  await Promise.all([...all].map((repository) => repository.uploads.cancel()))
}

/** @param sign KMS's verified signature over a digest @throws what `sign` throws */
export async function signImages(
  { prepared, key, plans }: PlannedImages,
  sign: (digest: Buffer) => Promise<Buffer>,
): Promise<SignedImages> {
  const now = new Date()
  for (const [repository, ofIt] of byRepository(plans)) repository.uploads.reserve(blobsToPush(ofIt)) // while KMS signs
  const attachments = await Promise.all(plans.map((plan) => attachmentsOf(plan, key, sign, now)))
  return { prepared, attachments }
}
