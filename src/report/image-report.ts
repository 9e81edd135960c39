import { counted } from '../base/log.ts'
import { foldedTable, markdownCode } from '../base/markdown.ts'
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

/** The images of a job summary, Markdown. Digests of manifests are cut short, so that all columns are seen; the output has them. */
export function imageTable(results: readonly PushedImage[]): string {
  const rows = results.map(({ image, tag, referrer, attestations, kept }) => [
    image.given.split(/(?=@)/u).map(markdownCode).join(' '),
    digestCell(tag, kept.includes('tag')),
    digestCell(referrer, kept.includes('referrer')),
    attestations.map(({ predicateType }) => markdownCode(predicateType)).join(', ') || '—',
  ])
  const header = ['Image', 'Signature under its tag', 'Signature as a referrer', 'Statements']
  return `### Images\n\n${foldedTable(counted(rows.length, 'image'), header, rows)}`
}

function digestCell(digest: string | undefined, kept: boolean): string {
  if (digest === undefined) return '—'
  return `${markdownCode(digest.slice(0, 'sha256:'.length + 12))}…${kept ? ' (was there already)' : ''}`
}
