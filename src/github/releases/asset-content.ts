import { createHash } from 'node:crypto'
import { ActionError } from '../../base/errors.ts'
import { FOR_UPLOADS } from '../../http/timing.ts'
import type { HttpResponse } from '../../http/types.ts'
import { printable } from '../../base/log.ts'
import { call, expectOk, type GitHubAccess } from './api.ts'
import { unexpected } from './refusals.ts'
import type { ReleaseAsset, Release } from './types.ts'
import { isTrustedUploadHost } from './wire.ts'

/** The least that an upload gets through in a second before it counts as stuck, in bytes. */
const SLOWEST = 50_000

/** The most that is read of an asset to compare it, in bytes: statements and checksum files of thousands of names. */
export const MAX_COMPARED = 16 * 1024 * 1024

/**
 * The bytes of an asset of at most {@link MAX_COMPARED}, as its digest or else its size tells. The store that GitHub
 * hands on to gets no token.
 * @returns `undefined` where the asset is gone: another job can have deleted it since it was listed
 * @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE and the client's
 */
export async function downloadAsset(access: GitHubAccess, asset: ReleaseAsset): Promise<Buffer | undefined> {
  const response = await call(
    access,
    ({ rest }, repository) =>
      rest.repos.getReleaseAsset({
        ...repository,
        asset_id: asset.id,
        headers: { accept: 'application/octet-stream' },
      }),
    { redirect: 'return', maxBytes: MAX_COMPARED },
  )
  if (response.status === 404) return undefined
  const location = response.headers['location']
  if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined)
    return contentOf(asset, expectOk(response))
  const store = URL.parse(location, access.apiUrl)
  if (store?.protocol !== 'https:' && store?.protocol !== new URL(access.apiUrl).protocol) throw unexpected(response)
  const service = "GitHub's asset store"
  const stored = await access.http.request({ service, method: 'GET', url: store.href, maxBytes: MAX_COMPARED })
  // A store refuses what it does not have: whether the asset is gone, GitHub itself says.
  if (stored.status === 404 || (stored.status === 403 && (await isGone(access, asset)))) return undefined
  return contentOf(asset, expectOk(stored))
}

async function isGone(access: GitHubAccess, asset: ReleaseAsset): Promise<boolean> {
  const { status } = await call(access, ({ rest }, repository) =>
    rest.repos.getReleaseAsset({ ...repository, asset_id: asset.id }),
  )
  return status === 404
}

/** Not what a login page on the way says in place of it. @throws ActionError INVALID_RESPONSE */
function contentOf(asset: ReleaseAsset, { body }: HttpResponse): Buffer {
  const { name, sha256, size } = asset
  const isWhole = sha256 === undefined ? body.length === size : sha256 === hexDigestOf(body)
  if (isWhole) return body
  const message = `GitHub gave other bytes for the asset ${printable(name)} than it lists: ${body.length} bytes.`
  throw new ActionError('INVALID_RESPONSE', message, {
    hint: 'Run the job again. If it keeps failing, check that no proxy or login page stands between the runner and GitHub.',
  })
}

function hexDigestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Where assets of a release are uploaded to, if it is a host that the token may go to.
 * @throws ActionError INVALID_RESPONSE
 */
export function trustedUploadUrl({ apiUrl }: GitHubAccess, release: Release): URL {
  const url = new URL(release.uploadUrl)
  if (isTrustedUploadHost(url, apiUrl)) return url
  throw new ActionError(
    'INVALID_RESPONSE',
    `GitHub names ${printable(url.origin)} for uploads, which is not a host of its own.`,
    {
      hint: 'Check that GITHUB_API_URL is right and that nothing stands between the runner and GitHub.',
    },
  )
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
  const url = trustedUploadUrl(access, release).href
  const { name, contentType, content } = asset
  const headers = { 'content-type': contentType }
  return call(
    access,
    ({ request }) => request({ method: 'POST', url: `${url}{?name}`, name, headers, data: content }),
    {
      service: "GitHub's asset upload",
      attemptMs: 60_000 + (content.length / SLOWEST) * 1000,
      patience: FOR_UPLOADS,
    },
  )
}
