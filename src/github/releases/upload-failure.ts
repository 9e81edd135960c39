import { ActionError } from '../../base/errors.ts'
import { printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import type { HttpResponse } from '../../http/types.ts'
import { MAX_ASSETS } from './asset-plan.ts'
import { saidBy, WRITE_PERMISSION } from './refusals.ts'
import type { Release } from './types.ts'
import { refusalOf } from './wire.ts'

/** RELEASE_UPLOAD_FAILED. @param what one sentence @param hint what to do, by the cause */
export function uploadFailed(what: string, hint: string): ActionError {
  return new ActionError('RELEASE_UPLOAD_FAILED', what, { hint })
}

/** Run it again: what helps where the cause is gone by then. */
export function runAgain({ draft }: Pick<Release, 'draft'>): string {
  return draft
    ? 'Run the job again: what is attached already stays or is replaced.'
    : 'Run the job again with overwrite: true, which replaces what is attached already.'
}

/** Somebody else's asset that came while this run attached: it is never replaced, since its job may still be at work. */
export function meanwhile(name: string): ActionError {
  return uploadFailed(
    `An asset ${printable(name)} was attached while this run was at work`,
    'Another job attaches files of the same names at the same time: let one job sign for the release, or the jobs run one after the other (needs, concurrency). Then run this job again.',
  )
}

/** Why GitHub refused an upload or a deletion for good, and what helps against just that. */
export function refused(response: HttpResponse, release: Release): ActionError {
  const said = `GitHub answered ${saidBy(response)}`
  const { status } = response
  if (status === 401)
    return uploadFailed(
      said,
      `The token is not valid any more: it ends with its job, and others expire. ${runAgain(release)}`,
    )
  if (status === 403) return uploadFailed(said, `${WRITE_PERMISSION} Then: ${lowered(runAgain(release))}`)
  if (status === 404) {
    const hint = `The release was deleted meanwhile, or the token may not write to it. ${WRITE_PERMISSION}`
    return uploadFailed(said, hint)
  }
  if (status === 413) return uploadFailed(said, TOO_LARGE)
  return uploadFailed(
    said,
    status === 422 ? hintFor422(response, release) : `Look at https://www.githubstatus.com. ${runAgain(release)}`,
  )
}

const TOO_LARGE = 'GitHub takes assets below 2 GiB: publish this file in another place.'

/** 422 has many reasons: GitHub's codes, fields and words tell which. */
function hintFor422(response: HttpResponse, release: Release): string {
  const { message, fields } = refusalOf(response)
  const word = printableWord(release.tag)
  if (/\bimmutable\b/iu.test(message))
    return `The release was published meanwhile and is immutable: nothing can be attached to it any more, so running the job again does not help. Publish the signatures in another place, or make a new version: gh release create TAG --draft, this action, then gh release edit TAG --draft=false.`
  if (fields.includes('file_count') || /\bfile_count\b|\btoo many (?:assets|files)\b/iu.test(message))
    return `A release holds at most ${MAX_ASSETS} assets: delete some that nobody needs (gh release delete-asset ${word} NAME), take fewer formats, or set sign: checksums.`
  if (fields.includes('size') || /\btoo (?:large|big)\b|\b2 ?Gi?B\b/iu.test(message)) return TOO_LARGE
  if (fields.includes('name')) return 'GitHub does not take that name for an asset: rename the file.'
  return `GitHub's words say what it does not take; this action knows no more of it. ${runAgain(release)}`
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
