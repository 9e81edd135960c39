import { ActionError } from '../errors.ts'
import type { HttpClient, HttpRequest, HttpResponse } from '../http.ts'
import { forbidden, unexpected } from './refusals.ts'
import { isTrustedUploadHost, jsonOf, readAsset, readList, readRelease } from './wire.ts'

/** A release, as far as it matters here. @see https://docs.github.com/rest/releases/releases */
export interface Release {
  readonly id: number
  readonly tag: string
  readonly title: string
  readonly draft: boolean
  /** Published in a repository with immutable releases: takes no asset any more. */
  readonly immutable: boolean
  /** Where assets are uploaded to, without the template at its end. */
  readonly uploadUrl: string
  readonly htmlUrl: string
}

/** An asset of a release. @see https://docs.github.com/rest/releases/assets */
export interface ReleaseAsset {
  readonly id: number
  /** As GitHub stored it. */
  readonly name: string
  /** `false`: an upload that broke off left it in the state `starter`. */
  readonly complete: boolean
  /** Bytes. */
  readonly size: number
  /** SHA-256 in lower-case hex; GitHub Enterprise Server and old assets have none. */
  readonly sha256: string | undefined
  /** Where people download it. */
  readonly url: string
}

/** Which repository, and as whom. */
export interface GitHubAccess {
  readonly http: HttpClient
  /** GITHUB_API_URL: `https://api.github.com`, or on a server of one's own `https://HOST/api/v3`. */
  readonly apiUrl: string
  /** `owner/name` */
  readonly repository: string
  /** Masked by the runner; it goes to the API and to its upload host alone. */
  readonly token: string
}

const SERVICE = "GitHub's release API"
/** A release comes with all its assets, 1,000 at most, some 2 kB each; a page of releases with several of those. */
const MAX_BYTES = 64 * 1024 * 1024
const RELEASES_A_PAGE = 30
const ASSETS_A_PAGE = 100
/** GitHub lists the latest 10,000 releases. */
const MAX_PAGES = 400
/** The least that an upload gets through in a second before it counts as stuck, in bytes. */
const SLOWEST = 50_000

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

/** The bytes of a small asset (1 MiB). The store that GitHub hands on to gets no token. @throws as `publishedRelease` */
export async function downloadAsset(access: GitHubAccess, asset: ReleaseAsset): Promise<Buffer> {
  const accept = { accept: 'application/octet-stream' }
  const path = `/releases/assets/${asset.id}`
  const response = await call(access, 'GET', path, { headers: accept, redirect: 'return', maxBytes: 1024 * 1024 })
  const location = response.headers['location']
  if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined) return expectOk(response).body
  const store = URL.parse(location, access.apiUrl)
  if (store?.protocol !== 'https:' && store?.protocol !== new URL(access.apiUrl).protocol) throw unexpected(response)
  return expectOk(await access.http.request({ service: "GitHub's asset store", method: 'GET', url: store.href })).body
}

/**
 * One attempt to upload an asset, nothing repeated: the caller judges the answer.
 * @throws ActionError UNAVAILABLE where there was no answer, INVALID_RESPONSE, TIMED_OUT, CANCELLED
 */
export async function postAsset(
  access: GitHubAccess,
  release: Release,
  asset: { readonly name: string; readonly contentType: string; readonly content: Buffer },
): Promise<HttpResponse> {
  const url = new URL(release.uploadUrl)
  if (!isTrustedUploadHost(url, access.apiUrl)) {
    throw new ActionError('INVALID_RESPONSE', `GitHub names ${url.host} for uploads, which is no host of its own.`, {
      hint: 'See that GITHUB_API_URL is right and that nothing stands between the runner and GitHub.',
    })
  }
  url.searchParams.set('name', asset.name)
  return access.http.request({
    service: "GitHub's asset upload",
    method: 'POST',
    url: url.href,
    headers: { ...standardHeaders(access), 'content-type': asset.contentType },
    body: asset.content,
    attemptMs: 60_000 + (asset.content.length / SLOWEST) * 1000,
    retry: false,
  })
}

function call(
  access: GitHubAccess,
  method: HttpRequest['method'],
  path: string,
  options: Partial<HttpRequest> = {},
): Promise<HttpResponse> {
  const url = `${access.apiUrl.replace(/\/+$/u, '')}/repos/${access.repository}${path}`
  const headers = { ...standardHeaders(access), ...options.headers }
  return access.http.request({ service: SERVICE, method, url, maxBytes: MAX_BYTES, ...options, headers })
}

function standardHeaders(access: GitHubAccess): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${access.token}`,
    'x-github-api-version': '2022-11-28',
  }
}

/** @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE */
function expectOk(response: HttpResponse): HttpResponse {
  if (response.status >= 200 && response.status < 300) return response
  if (response.status === 401 || response.status === 403) throw forbidden(response)
  throw unexpected(response)
}
