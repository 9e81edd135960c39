/** The last part: everything is pushed, and read once more. */
import { ActionError, messageOf } from '../base/errors.ts'
import { counted, listed, printable } from '../base/log.ts'
import { mapBounded } from '../base/map-bounded.ts'
import type { Attachments } from './attachments.ts'
import { isComplete } from './image-plan.ts'
import { AT_ONCE } from './prepare-images.ts'
import { lastRead, pushImage, type PushedImage } from './push-image.ts'
import type { SignedImages } from './sign-images.ts'
import type { ImageLayout, ImageResult } from './types.ts'

/**
 * Pushes everything, and reads it once more when the last image is done.
 * @throws ActionError REGISTRY_UPLOAD_FAILED naming what is pushed and what is not; TIMED_OUT, CANCELLED
 */
export async function pushImages({ prepared, attachments }: SignedImages): Promise<readonly ImageResult[]> {
  const { signal, log } = prepared.request
  const done: Attachments[] = attachments.filter(({ plan }) => isComplete(plan))
  try {
    const pushed = await mapBounded(attachments, AT_ONCE, async (entry) => {
      const result = await pushImage(entry, signal)
      if (!isComplete(entry.plan)) done.push(entry)
      return result
    })
    const read = await mapBounded(pushed, AT_ONCE, (entry) => lastRead(entry, signal))
    return read.map((entry, index) => {
      const result = resultOf(entry, prepared.images[index]?.given ?? [])
      log.info(`${printable(result.image.given, 400)}: ${wordsFor(entry)}`)
      return result
    })
  } catch (error) {
    throw uploadFailed(error, attachments, done)
  }
}

function wordsFor({ attachments }: PushedImage): string {
  const { plan, signatures, attestations, referrers } = attachments
  if (isComplete(plan)) return 'all of its signatures were there already and verify; they are kept.'
  const parts = [
    ...(signatures.length > 0 ? ['its signature under the tag'] : []),
    ...(attestations.length > 0 ? [`${counted(attestations.length, 'attestation')} under the tag`] : []),
    ...(referrers.length > 0 ? [counted(referrers.length, 'referrer')] : []),
  ]
  return `pushed ${parts.join(', ')}.`
}

function resultOf({ attachments, signatures, attestations }: PushedImage, given: readonly string[]): ImageResult {
  const { plan, referrerOf } = attachments
  const hasTag = plan.layouts.includes('tag')
  const kept: ImageLayout[] = [
    ...(plan.payload?.layer === undefined ? [] : ['tag' as const]),
    ...(plan.sign?.referrer === undefined ? [] : ['referrer' as const]),
  ]
  return {
    image: plan.state.image,
    given,
    tag: hasTag ? signatures.found?.digest : undefined,
    referrer: plan.sign === undefined ? undefined : referrerOf.get(plan.sign),
    attestations: plan.attestations.map((planned) => ({
      predicateType: planned.predicateType,
      tag: hasTag ? attestations.found?.digest : undefined,
      referrer: referrerOf.get(planned),
    })),
    kept,
  }
}

function uploadFailed(error: unknown, all: readonly Attachments[], done: readonly Attachments[]): ActionError {
  if (error instanceof ActionError && (error.code === 'TIMED_OUT' || error.code === 'CANCELLED')) return error
  const names = (some: readonly Attachments[]): string[] =>
    some.map(({ plan }) => printable(plan.state.image.given, 400))
  const undone = all.filter((entry) => !done.includes(entry))
  const parts = [
    `The signatures of images could not all be pushed: ${printable(messageOf(error), 1500).replace(/\.$/u, '')}.`,
    ...(done.length === 0 ? ['No image has all of its signatures.'] : [`Pushed:\n${listed(names(done))}`]),
    ...(undone.length === 0 ? [] : [`Not pushed, or only in part:\n${listed(names(undone))}`]),
  ]
  const hint = error instanceof ActionError && error.hint !== undefined ? error.hint : 'Run the job again.'
  return new ActionError('REGISTRY_UPLOAD_FAILED', parts.join('\n'), {
    hint: `${hint} What is pushed is kept when the job is run again.`,
    cause: error,
  })
}
