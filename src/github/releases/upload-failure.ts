import { ActionError } from '../../base/errors.ts'
import { printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import type { HttpResponse } from '../../http/types.ts'
import { MAX_ASSETS } from './asset-plan.ts'
import { saidBy, WRITE_PERMISSION } from './refusals.ts'
import type { Release } from './types.ts'
import { refusalOf } from './wire.ts'

/** Why an asset could not be attached. */
export class UploadFailure extends ActionError {
  /** Whether neither another run nor an upload by hand can help. */
  readonly lasting: boolean

  /** @param what one sentence, without its full stop @param hint what to do, by the cause */
  constructor(what: string, hint: string, lasting = false) {
    super('RELEASE_UPLOAD_FAILED', what, { hint })
    this.lasting = lasting
  }
}

/** Run it again: what helps where the cause is gone by then. */
export function runAgain({ draft }: Pick<Release, 'draft'>): string {
  return draft
    ? 'Run the job again: what is attached already stays or is replaced.'
    : 'Run the job again with overwrite: true, which replaces what is attached already.'
}

/** Somebody else's asset that came while this run attached: it is never replaced, since its job may still be at work. */
export function meanwhile(name: string): ActionError {
  return new UploadFailure(
    `An asset ${printable(name)} was attached while this run was at work`,
    'Another job attaches files of the same names at the same time: let one job sign for the release, or the jobs run one after the other (needs, concurrency). Then run this job again.',
  )
}

/**
 * Why GitHub refused an upload or a deletion for good, and what helps against just that.
 * @param to what was asked for, printable: `the upload of app.sig`
 */
export function refused(response: HttpResponse, release: Release, to: string): UploadFailure {
  const said = `GitHub refused ${to}: ${saidBy(response)}`
  const again = runAgain(release)
  switch (response.status) {
    case 401:
      return new UploadFailure(
        said,
        `The token is not valid any more: it ends with its job, and others expire. ${again}`,
      )
    case 403:
      return new UploadFailure(said, `${WRITE_PERMISSION} Then ${lowered(again)}`)
    case 404:
      return new UploadFailure(
        said,
        `The release was deleted meanwhile, or the token may not write to it. ${WRITE_PERMISSION}`,
      )
    case 413:
      return new UploadFailure(said, TOO_LARGE, true)
    case 422:
      return unprocessable(said, response, release)
    default:
      return new UploadFailure(said, `Look at https://www.githubstatus.com. ${again}`)
  }
}

const TOO_LARGE = 'GitHub takes assets below 2 GiB: publish this file in another place.'
const IMMUTABLE =
  'The release was published meanwhile and is immutable: nothing can be attached to it any more, so running the job again does not help. Publish the signatures in another place, or make a new version: gh release create TAG --draft, this action, then gh release edit TAG --draft=false.'

/** 422 has many reasons: GitHub's codes, fields and words tell which. */
function unprocessable(said: string, response: HttpResponse, release: Release): UploadFailure {
  const { message, fields } = refusalOf(response)
  if (/\bimmutable\b/iu.test(message)) return new UploadFailure(said, IMMUTABLE, true)
  if (fields.includes('file_count') || /\bfile_count\b|\btoo many (?:assets|files)\b/iu.test(message)) {
    const remove = `gh release delete-asset ${printableWord(release.tag)} NAME`
    const hint = `A release holds at most ${MAX_ASSETS} assets: delete some that nobody needs (${remove}), take fewer formats, or set sign: checksums.`
    return new UploadFailure(said, hint)
  }
  if (fields.includes('size') || /\btoo (?:large|big)\b|\b2 ?Gi?B\b/iu.test(message))
    return new UploadFailure(said, TOO_LARGE, true)
  if (fields.includes('name'))
    return new UploadFailure(said, 'GitHub does not take that name for an asset: rename the file.', true)
  return new UploadFailure(
    said,
    `GitHub's words say what it does not take; this action knows no more of it. ${runAgain(release)}`,
  )
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
