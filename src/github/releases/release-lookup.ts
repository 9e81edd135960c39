import { ActionError } from '../../base/errors.ts'
import { WRITE_PERMISSION } from './refusals.ts'
import type { GitHubAccess } from './api.ts'
import { draftsOf, publishedRelease } from './releases.ts'
import { type Release } from './types.ts'
import { printable } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'

/**
 * The release of a tag that can take assets: the published one, else the only draft that bears the tag.
 * @throws ActionError RELEASE_NOT_FOUND, RELEASE_IMMUTABLE, RELEASE_FORBIDDEN
 */
export async function findRelease(access: GitHubAccess, tag: string): Promise<Release> {
  const published = await publishedRelease(access, tag)
  if (published?.immutable === true && !published.draft) throw immutable(published)
  if (published !== undefined) return published
  const drafts = await draftsOf(access, tag)
  const [draft, ...others] = drafts
  if (draft === undefined) throw notFound(access, tag)
  if (others.length > 0) throw ambiguous(drafts, tag)
  return draft
}

function notFound({ repository }: GitHubAccess, tag: string): ActionError {
  const create = `gh release create ${printableWord(tag)} --repo ${printableWord(repository)} --draft --verify-tag`
  const message = `There is no release of the tag ${printable(tag)} in ${repository}, or the token does not see it.`
  return new ActionError('RELEASE_NOT_FOUND', message, {
    hint: `If it is a draft: GitHub shows drafts only to tokens that may write. ${WRITE_PERMISSION} If there is none yet, make it before this step: ${create}`,
  })
}

function ambiguous(drafts: readonly Release[], tag: string): ActionError {
  const named = drafts.map(({ id, title, htmlUrl }) => `${id} "${printable(title, 80)}" ${printable(htmlUrl, 200)}`)
  const message = `${drafts.length} drafts bear the tag ${printable(tag)}, so none is taken: ${named.slice(0, 10).join('; ')}.`
  return new ActionError('RELEASE_NOT_FOUND', message, {
    hint: 'Delete all but one in the browser, or by its id: gh api --method DELETE repos/{owner}/{repo}/releases/ID',
  })
}

function immutable({ tag }: Release): ActionError {
  const word = printableWord(tag)
  return new ActionError(
    'RELEASE_IMMUTABLE',
    `The release of the tag ${printable(tag)} is published and immutable: GitHub takes no asset for it any more.`,
    {
      hint: `Sign before publishing: gh release create ${word} --draft, then this action with release-assets: true, then gh release edit ${word} --draft=false. For this release nothing can be attached; set release-assets: false and pass the signatures on in another way.`,
    },
  )
}
