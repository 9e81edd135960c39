import type { HttpResponse } from '../../http/types.ts'
import { call, expectOk, type GitHubAccess } from './api.ts'
import type { Release, ReleaseAsset } from './types.ts'
import { jsonOf, readAsset, readList, readRelease } from './wire.ts'

/** A release can hold 1,000 assets of some 2 kB each in a list: more of them would be too much for one answer. */
const RELEASES_A_PAGE = 30
const ASSETS_A_PAGE = 100
/** GitHub lists the latest 10,000 releases. */
const MAX_PAGES = 400

/** The published release of a tag, or `undefined`. @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE and the client's */
export async function publishedRelease(access: GitHubAccess, tag: string): Promise<Release | undefined> {
  const response = await call(access, ({ rest }, repository) => rest.repos.getReleaseByTag({ ...repository, tag }))
  if (response.status === 404) return undefined
  return readRelease(jsonOf(expectOk(response)))
}

/** The release of an ID, drafts too for tokens that may write, or `undefined`. @throws as `publishedRelease` */
export async function releaseById(access: GitHubAccess, id: number): Promise<Release | undefined> {
  const response = await call(access, ({ rest }, repository) =>
    rest.repos.getRelease({ ...repository, release_id: id }),
  )
  if (response.status === 404) return undefined
  return readRelease(jsonOf(expectOk(response)))
}

/**
 * The drafts that bear a tag: GitHub lists drafts only for tokens that may write.
 * @param pages how many pages of 30 releases are looked at, the newest first
 * @throws as `publishedRelease`
 */
export async function draftsOf(access: GitHubAccess, tag: string, pages = MAX_PAGES): Promise<readonly Release[]> {
  const drafts: Release[] = []
  for (let page = 1; page <= pages; page++) {
    const response = await call(access, ({ rest }, repository) =>
      rest.repos.listReleases({ ...repository, per_page: RELEASES_A_PAGE, page }),
    )
    // 404: the repository is not shown to the token; 422: the list ends after 10,000 results.
    if (response.status === 404 || (response.status === 422 && page > 1)) break
    const releases = readList(jsonOf(expectOk(response)), readRelease)
    drafts.push(...releases.filter((release) => release.draft && release.tag === tag))
    if (isLastPage(response, releases.length, RELEASES_A_PAGE)) break
  }
  return drafts
}

/** All assets of a release. @throws as `publishedRelease` */
export async function assetsOf(access: GitHubAccess, release: Release): Promise<readonly ReleaseAsset[]> {
  const assets: ReleaseAsset[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const response = await call(access, ({ rest }, repository) =>
      rest.repos.listReleaseAssets({
        ...repository,
        release_id: release.id,
        per_page: ASSETS_A_PAGE,
        page,
      }),
    )
    const now = Date.parse(response.headers['date'] ?? '')
    const some = readList(jsonOf(expectOk(response)), (item) => readAsset(item, now))
    assets.push(...some)
    if (isLastPage(response, some.length, ASSETS_A_PAGE)) break
  }
  return assets
}

/**
 * Pages are asked for by number. The address that an answer's Link header names would get the token, wherever it leads;
 * that there is one counts, since what a token is not shown can leave a page short.
 */
function isLastPage({ headers }: HttpResponse, items: number, aPage: number): boolean {
  return items < aPage && !/;\s*rel="?next"?/u.test(headers['link'] ?? '')
}

/** Asks to delete an asset. @returns the answer, whatever it is @throws what the client throws */
export function deleteAsset(access: GitHubAccess, { id }: ReleaseAsset): Promise<HttpResponse> {
  return call(access, ({ rest }, repository) => rest.repos.deleteReleaseAsset({ ...repository, asset_id: id }))
}
