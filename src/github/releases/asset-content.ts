import { createHash } from 'node:crypto'
import { ActionError } from '../../base/errors.ts'
import { FOR_UPLOADS } from '../../http/timing.ts'
import type { HttpResponse } from '../../http/types.ts'
import { printable } from '../../base/log.ts'
import { call, expectOk, standardHeaders, type GitHubAccess } from './api.ts'
import { LIMIT_HINT, unexpected } from './refusals.ts'
import type { ReleaseAsset, Release } from './types.ts'
import { isTrustedUploadHost } from './wire.ts'

/** The least that an upload gets through in a second before it counts as stuck, in bytes. */
const SLOWEST = 50_000

/**
 * The bytes of a small asset (1 MiB), as its digest or else its size tells. The store that GitHub hands on to gets no
 * token.
 * @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE and the client's
 */
export async function downloadAsset(access: GitHubAccess, asset: ReleaseAsset): Promise<Buffer> {
  const accept = { accept: 'application/octet-stream' }
  const path = `/releases/assets/${asset.id}`
  const response = await call(access, 'GET', path, { headers: accept, redirect: 'return', maxBytes: 1024 * 1024 })
  const location = response.headers['location']
  if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined)
    return contentOf(asset, expectOk(response))
  const store = URL.parse(location, access.apiUrl)
  if (store?.protocol !== 'https:' && store?.protocol !== new URL(access.apiUrl).protocol) throw unexpected(response)
  const stored = await access.http.request({ service: "GitHub's asset store", method: 'GET', url: store.href })
  return contentOf(asset, expectOk(stored))
}

/** Not what a login page on the way says in place of it. @throws ActionError INVALID_RESPONSE */
function contentOf(asset: ReleaseAsset, { body }: HttpResponse): Buffer {
  const { name, sha256, size } = asset
  const isWhole = sha256 === undefined ? body.length === size : sha256 === hexDigestOf(body)
  if (isWhole) return body
  const message = `GitHub gave other bytes for the asset ${printable(name)} than it lists: ${body.length} bytes.`
  throw new ActionError('INVALID_RESPONSE', message, {
    hint: 'Run the job again. If it goes on, see that no proxy or login page stands between the runner and GitHub.',
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
    `GitHub names ${printable(url.origin)} for uploads, which is no host of its own.`,
    {
      hint: 'See that GITHUB_API_URL is right and that nothing stands between the runner and GitHub.',
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
  const url = trustedUploadUrl(access, release)
  url.searchParams.set('name', asset.name)
  return access.http.request({
    service: "GitHub's asset upload",
    method: 'POST',
    url: url.href,
    headers: { ...standardHeaders(access), 'content-type': asset.contentType },
    body: asset.content,
    attemptMs: 60_000 + (asset.content.length / SLOWEST) * 1000,
    patience: FOR_UPLOADS,
    limitHint: LIMIT_HINT,
  })
}
