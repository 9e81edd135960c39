import { call, expectOk, type GitHubAccess } from './api.ts'
import type { Release, ReleaseAsset } from './types.ts'
import { jsonOf, readAsset, readList, readRelease } from './wire.ts'

const RELEASES_A_PAGE = 30
const ASSETS_A_PAGE = 100
/** GitHub lists the latest 10,000 releases. */
const MAX_PAGES = 400
/** The published release of a tag, or `undefined`. @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE and the client's */
export async function publishedRelease(access: GitHubAccess, tag: string): Promise<Release | undefined> {
  const response = await call(access, 'GET', `/releases/tags/${encodeURIComponent(tag)}`)
  if (response.status === 404) return undefined
  return readRelease(jsonOf(expectOk(response)))
}

/** The drafts that bear a tag: GitHub lists drafts only for tokens that may write. @throws as `publishedRelease` */
export async function draftsOf(access: GitHubAccess, tag: string): Promise<readonly Release[]> {
  const drafts: Release[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const response = await call(access, 'GET', `/releases?per_page=${RELEASES_A_PAGE}&page=${page}`)
    if (response.status === 404) return drafts
    const releases = readList(jsonOf(expectOk(response)), readRelease)
    drafts.push(...releases.filter((release) => release.draft && release.tag === tag))
    if (releases.length < RELEASES_A_PAGE) break
  }
  return drafts
}

/** All assets of a release. @throws as `publishedRelease` */
export async function assetsOf(access: GitHubAccess, release: Release): Promise<readonly ReleaseAsset[]> {
  const assets: ReleaseAsset[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const path = `/releases/${release.id}/assets?per_page=${ASSETS_A_PAGE}&page=${page}`
    const some = readList(jsonOf(expectOk(await call(access, 'GET', path))), readAsset)
    assets.push(...some)
    if (some.length < ASSETS_A_PAGE) break
  }
  return assets
}

/** Deletes an asset; one that is gone already is no failure. @throws as `publishedRelease` */
export async function deleteAsset(access: GitHubAccess, asset: ReleaseAsset): Promise<void> {
  const response = await call(access, 'DELETE', `/releases/assets/${asset.id}`)
  if (response.status !== 204 && response.status !== 404) expectOk(response)
}
