/** GitHub's REST API for the assets of releases: listed, read, downloaded, deleted. */
import { assetJson, type Asset, type Release } from './github-state.ts'
import { NOT_FOUND, paginate, releaseOf, visibleReleases, type Handler, type ReleaseApi } from './rest.ts'
import type { EmulatedRequest, EmulatedResponse } from '../server/wire.ts'

function assetOf(
  api: ReleaseApi,
  request: EmulatedRequest,
  access: 'write' | 'read',
): { readonly release: Release; readonly asset: Asset } | undefined {
  return visibleReleases(api, access)
    .flatMap((release) => release.assets.map((asset) => ({ release, asset })))
    .find(({ asset }) => String(asset.id) === request.params[0])
}

export const listAssets =
  (api: ReleaseApi): Handler =>
  (request, access) => {
    const release = releaseOf(api, request, access)
    if (release === undefined) return NOT_FOUND
    const origin = api.origins(request).api
    return paginate(
      request,
      release.assets.map((asset) => assetJson(api.state, release, asset, origin)),
    )
  }

export const getAsset =
  (api: ReleaseApi): Handler =>
  (request, access) => {
    const found = assetOf(api, request, access)
    if (found === undefined) return NOT_FOUND
    if (request.headers.accept !== 'application/octet-stream')
      return { status: 200, json: assetJson(api.state, found.release, found.asset, api.origins(request).api) }
    const blobs = `${api.origins(request).blobs}/release-assets`
    return {
      status: 302,
      headers: { location: `${blobs}/${found.asset.id}?sig=${api.state.downloadSignature}` },
      body: '',
    }
  }

export const removeAsset =
  (api: ReleaseApi): Handler =>
  (request, access) => {
    const found = assetOf(api, request, access)
    if (found === undefined) return NOT_FOUND
    if (api.state.isImmutable(found.release))
      return { status: 422, json: { message: 'Cannot delete asset from an immutable release.', status: '422' } }
    found.release.assets.splice(found.release.assets.indexOf(found.asset), 1)
    return { status: 204 }
  }

export const downloadAsset =
  ({ state }: ReleaseApi): Handler =>
  (request) => {
    const [tag, name] = request.params
    const release = state.releases.find((one) => one.tag === tag && !one.draft)
    const asset = release?.assets.find((one) => one.name === name && one.state === 'uploaded')
    return asset ? assetContent(asset) : NOT_FOUND
  }

/** The bytes of an asset, as a download. */
export function assetContent(asset: Asset): EmulatedResponse {
  const disposition = `attachment; filename=${asset.name}`
  return {
    status: 200,
    headers: { 'content-type': asset.contentType, 'content-disposition': disposition },
    body: asset.content,
  }
}
