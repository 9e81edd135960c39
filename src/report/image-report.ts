import { markdownCode, markdownTable } from '../base/markdown.ts'
import type { PushedImage } from './signing-result.ts'

/** The output `image-signatures`: JSON by the reference as it was given. */
export function imageOutput(results: readonly PushedImage[]): string {
  const entries = results.flatMap(({ image, given, tag, referrer, attestations }) => {
    const value = {
      digest: image.digest,
      tag: tag ?? null,
      referrer: referrer ?? null,
      attestations: attestations.map((attestation) => ({
        predicateType: attestation.predicateType,
        tag: attestation.tag ?? null,
        referrer: attestation.referrer ?? null,
      })),
    }
    return given.map((reference) => [reference, value] as const)
  })
  return JSON.stringify(Object.fromEntries(entries))
}

/** The images of a job summary, Markdown. */
export function imageTable(results: readonly PushedImage[]): string {
  const rows = results.map(({ image, tag, referrer, attestations, kept }) => [
    markdownCode(image.given),
    digestCell(tag, kept.includes('tag')),
    digestCell(referrer, kept.includes('referrer')),
    attestations.map(({ predicateType }) => markdownCode(predicateType)).join(', ') || '—',
  ])
  return `### Images\n\n${markdownTable(['Image', 'Signature under its tag', 'Signature as a referrer', 'Statements'], rows)}`
}

function digestCell(digest: string | undefined, kept: boolean): string {
  if (digest === undefined) return '—'
  return `${markdownCode(digest)}${kept ? ' (was there already)' : ''}`
}
