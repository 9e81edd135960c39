import { ActionError } from '../../base/errors.ts'
import { printable, type Log } from '../../base/log.ts'
import { printableWord } from '../../base/shell.ts'
import type { Clock } from '../../base/clock.ts'
import type { GitHubAccess } from './api.ts'
import { WRITE_PERMISSION } from './refusals.ts'
import { assetsOf, draftsOf, publishedRelease, releaseById } from './releases.ts'
import type { Release } from './types.ts'

/** Which release is meant: by its ID, by its tag, or by both, which have to agree. */
interface WantedRelease {
  readonly tag: string | undefined
  readonly id: number | undefined
}

/** How long a look-up may take. */
interface LookupBounds {
  readonly clock: Clock
  readonly signal: AbortSignal
  /** When the run is over, as `clock` counts. */
  readonly deadline: number
  readonly log: Log
}

/** A release made by the step before is not always seen at once: 15 s together. */
const LOOK_AGAIN_MS = [1000, 2000, 4000, 8000]
/** Beside a published release, and when looking again, drafts are looked for among the newest 300 and 90 releases. */
const PAGES_BESIDE = 10
const PAGES_AGAIN = 3

/**
 * The one release that is meant and can take assets.
 * @throws ActionError RELEASE_NOT_FOUND (also where several bear the tag: they are listed, and none is taken),
 * RELEASE_IMMUTABLE, RELEASE_FORBIDDEN
 */
export async function findRelease(access: GitHubAccess, wanted: WantedRelease, bounds: LookupBounds): Promise<Release> {
  let candidates = await candidatesFor(access, wanted)
  for (const wait of LOOK_AGAIN_MS) {
    if (candidates.length > 0 || bounds.clock.now() + wait >= bounds.deadline) break
    if (wait === LOOK_AGAIN_MS[0])
      bounds.log.info(`GitHub shows no release ${named(wanted)}: looking again for 15 s, in case it was just made.`)
    await bounds.clock.sleep(wait, bounds.signal)
    candidates = await candidatesFor(access, wanted, PAGES_AGAIN)
  }
  const [release, ...others] = candidates
  if (release === undefined) throw notFound(access, wanted)
  if (others.length > 0) throw await ambiguous(access, candidates, wanted.tag ?? release.tag)
  if (wanted.tag !== undefined && release.tag !== wanted.tag) throw otherTag(release, wanted.tag, wanted.id)
  if (release.immutable && !release.draft) throw immutable(release)
  return release
}

async function candidatesFor(
  access: GitHubAccess,
  { id, tag }: WantedRelease,
  pages?: number,
): Promise<readonly Release[]> {
  if (id !== undefined) {
    const release = await releaseById(access, id)
    return release === undefined ? [] : [release]
  }
  const wanted = tag ?? ''
  const published = await publishedRelease(access, wanted)
  const drafts = await draftsOf(access, wanted, published === undefined ? pages : PAGES_BESIDE)
  return published === undefined ? drafts : [published, ...drafts.filter(({ id: draft }) => draft !== published.id)]
}

function named({ id, tag }: WantedRelease): string {
  return id === undefined ? `of the tag ${printable(tag ?? '')}` : `with the ID ${id}`
}

function notFound({ repository }: GitHubAccess, wanted: WantedRelease): ActionError {
  const message = `There is no release ${named(wanted)} in ${printable(repository)}, or the token does not see it.`
  const tag = wanted.tag === undefined ? 'TAG' : printableWord(wanted.tag)
  const create = `gh release create ${tag} --repo ${printableWord(repository)} --draft --verify-tag`
  const other =
    wanted.id === undefined
      ? `If there is none yet, make it before this step: ${create}`
      : `Or the ID is of another repository's release: gh api repos/${printable(repository)}/releases lists those of this one.`
  return new ActionError('RELEASE_NOT_FOUND', message, {
    hint: `If it is a draft: GitHub shows drafts only to tokens that may write. ${WRITE_PERMISSION} ${other}`,
  })
}

/** The most releases that a message lists. */
const MAX_LISTED = 10

async function ambiguous(access: GitHubAccess, releases: readonly Release[], tag: string): Promise<ActionError> {
  const lines = await Promise.all(
    releases.slice(0, MAX_LISTED).map(async (release) => {
      const { id, draft, title, createdAt, htmlUrl } = release
      const count = (await assetsOf(access, release)).length
      const assets = count === 1 ? '1 asset' : `${count} assets`
      const kind = draft ? 'draft' : release.immutable ? 'published, immutable' : 'published'
      return `  release-id: ${id} (${kind}, made ${printable(createdAt, 40) || 'at an unknown time'}, ${assets}) "${printable(title, 80)}" ${printable(htmlUrl, 200)}`
    }),
  )
  const more = releases.length > MAX_LISTED ? [`  … and ${releases.length - MAX_LISTED} more`] : []
  const message = `${releases.length} releases bear the tag ${printable(tag)}, so none is taken:\n${[...lines, ...more].join('\n')}`
  return new ActionError('RELEASE_NOT_FOUND', message, {
    hint: 'Choose one by the input release-id (the step that makes the release has its ID, often as an output), or delete those that are left over: gh api --method DELETE repos/{owner}/{repo}/releases/ID',
  })
}

function otherTag(release: Release, tag: string, id: number | undefined): ActionError {
  if (id === undefined)
    return new ActionError(
      'INVALID_RESPONSE',
      `Asked for the release of the tag ${printable(tag)}, GitHub answered with that of ${printable(release.tag)}.`,
      { hint: 'Check that GITHUB_API_URL is right, and that nothing stands between the runner and GitHub.' },
    )
  return new ActionError(
    'RELEASE_NOT_FOUND',
    `The release ${release.id} bears the tag ${printable(release.tag)}, not ${printable(tag)}.`,
    { hint: 'Leave release-tag empty where release-id chooses the release, or correct one of the two.' },
  )
}

function immutable({ tag }: Release): ActionError {
  const word = printableWord(tag)
  return new ActionError(
    'RELEASE_IMMUTABLE',
    `The release of the tag ${printable(tag)} is published and immutable: GitHub takes no assets for it any more.`,
    {
      hint: `Sign before publishing: gh release create ${word} --draft, then this action with release-assets: true, then gh release edit ${word} --draft=false. For this release set release-assets: false and publish the signatures in another place.`,
    },
  )
}
