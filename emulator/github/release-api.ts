/** GitHub's REST API for releases: reading, creating, publishing; assets are read, renamed and deleted here. */
import { assetJson, type Asset, type GithubState, type Release, releaseJson } from './github-state.ts'
import { type EmulatedRequest, type EmulatedResponse, jsonObject, type Route, type Service } from '../server/wire.ts'

export type Handler = (request: EmulatedRequest, access: 'write' | 'read') => EmulatedResponse

export interface Origins {
  readonly api: string
  readonly uploads: string
  readonly blobs: string
}

export const NOT_FOUND: EmulatedResponse = { status: 404, json: { message: 'Not Found', status: '404' } }

export function validationFailed(resource: string, code: string, field: string): EmulatedResponse {
  return { status: 422, json: { message: 'Validation Failed', errors: [{ resource, code, field }], status: '422' } }
}

/** Puts limits, authentication and the repository's name before `handler`; its params lose owner and repo. */
export function guarded(state: GithubState, needs: 'read' | 'write', handler: Handler): Route['handle'] {
  return (request) => {
    const answer = ((): EmulatedResponse => {
      const access = state.accessOf(request)
      if (access === undefined) return { status: 401, json: { message: 'Bad credentials', status: '401' } }
      const refusal = state.limits.refusalOf(request)
      if (refusal !== undefined) return refusal
      const [owner, repo, ...params] = request.params
      if (access === 'none' || owner !== state.owner || repo !== state.repo) return NOT_FOUND
      if (needs === 'write' && access !== 'write')
        return { status: 403, json: { message: 'Resource not accessible by integration', status: '403' } }
      return handler({ ...request, params }, access)
    })()
    return { ...answer, headers: { ...state.limits.headers(), ...answer.headers } }
  }
}

/** One page of `items` with the Link header that leads to the others. */
function paginate(request: EmulatedRequest, items: readonly unknown[]): EmulatedResponse {
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 30) || 30))
  const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, relation: string): string => {
    const query = new URLSearchParams(request.query)
    query.set('per_page', String(size))
    query.set('page', String(to))
    return `<${request.origin}${request.path}?${query.toString()}>; rel="${relation}"`
  }
  const back = page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []
  const forth = page < last ? [link(page + 1, 'next'), link(last, 'last')] : []
  const links = [...back, ...forth].join(', ')
  const json = items.slice((page - 1) * size, page * size)
  return { status: 200, headers: links === '' ? {} : { link: links }, json }
}

export function releaseApi(state: GithubState, origins: (request: EmulatedRequest) => Origins): Service {
  const show = (request: EmulatedRequest, release: Release): EmulatedResponse => {
    const { api, uploads } = origins(request)
    return { status: 200, json: releaseJson(state, release, api, uploads) }
  }
  const visible = (access: 'write' | 'read'): readonly Release[] =>
    state.releases.filter(({ draft }) => !draft || access === 'write')
  const byId = (request: EmulatedRequest, access: 'write' | 'read'): Release | undefined =>
    visible(access).find(({ id }) => String(id) === request.params[0])
  const byAsset = (request: EmulatedRequest, access: 'write' | 'read') =>
    visible(access)
      .flatMap((release) => release.assets.map((asset) => ({ release, asset })))
      .find(({ asset }) => String(asset.id) === request.params[0])

  const list: Handler = (request, access) => {
    const { api, uploads } = origins(request)
    return paginate(
      request,
      visible(access).map((release) => releaseJson(state, release, api, uploads)),
    )
  }
  const byTag: Handler = (request) => {
    const release = state.releases.find(({ tag, draft }) => tag === request.params[0] && !draft)
    return release ? show(request, release) : NOT_FOUND
  }
  const get: Handler = (request, access) => {
    const release = byId(request, access)
    return release ? show(request, release) : NOT_FOUND
  }
  const create: Handler = (request) => {
    const body = jsonObject(request.body)
    const tag = body?.['tag_name']
    if (typeof tag !== 'string' || tag === '') return validationFailed('Release', 'missing_field', 'tag_name')
    const draft = body?.['draft'] === true
    if (!draft && state.releases.some((release) => release.tag === tag && !release.draft))
      return validationFailed('Release', 'already_exists', 'tag_name')
    return { ...show(request, state.addRelease(tag, { draft })), status: 201 }
  }
  const update: Handler = (request, access) => {
    const release = byId(request, access)
    if (release === undefined) return NOT_FOUND
    const body = jsonObject(request.body) ?? {}
    if (typeof body['draft'] === 'boolean') release.draft = body['draft']
    if (typeof body['name'] === 'string') release.name = body['name']
    return show(request, release)
  }
  const listAssets: Handler = (request, access) => {
    const release = byId(request, access)
    if (release === undefined) return NOT_FOUND
    return paginate(
      request,
      release.assets.map((asset) => assetJson(state, release, asset, origins(request).api)),
    )
  }
  const getAsset: Handler = (request, access) => {
    const found = byAsset(request, access)
    if (found === undefined) return NOT_FOUND
    if (request.headers.accept !== 'application/octet-stream')
      return { status: 200, json: assetJson(state, found.release, found.asset, origins(request).api) }
    const location = `${origins(request).blobs}/release-assets/${found.asset.id}?sig=${state.downloadSignature}`
    return { status: 302, headers: { location }, body: '' }
  }
  const removeAsset: Handler = (request, access) => {
    const found = byAsset(request, access)
    if (found === undefined) return NOT_FOUND
    if (state.isImmutable(found.release))
      return { status: 422, json: { message: 'Cannot delete asset from an immutable release.', status: '422' } }
    found.release.assets.splice(found.release.assets.indexOf(found.asset), 1)
    return { status: 204 }
  }
  const download: Handler = (request) => {
    const [tag, name] = request.params
    const release = state.releases.find((one) => one.tag === tag && !one.draft)
    const asset = release?.assets.find((one) => one.name === name && one.state === 'uploaded')
    return asset ? assetContent(asset) : NOT_FOUND
  }

  const repository = '^(?:/api/v3)?/repos/([^/]+)/([^/]+)/releases'
  const route = (call: string, method: string, path: string, needs: 'read' | 'write', handler: Handler): Route => ({
    call,
    method,
    path: new RegExp(`${path}$`),
    handle: guarded(state, needs, handler),
  })
  return {
    name: 'github',
    routes: [
      route('ListReleases', 'GET', repository, 'read', list),
      route('GetReleaseByTag', 'GET', `${repository}/tags/([^/]+)`, 'read', byTag),
      route('GetRelease', 'GET', `${repository}/(\\d+)`, 'read', get),
      route('CreateRelease', 'POST', repository, 'write', create),
      route('UpdateRelease', 'PATCH', `${repository}/(\\d+)`, 'write', update),
      route('ListAssets', 'GET', `${repository}/(\\d+)/assets`, 'read', listAssets),
      route('GetAsset', 'GET', `${repository}/assets/(\\d+)`, 'read', getAsset),
      route('DeleteAsset', 'DELETE', `${repository}/assets/(\\d+)`, 'write', removeAsset),
      route('DownloadAsset', 'GET', '^/([^/]+)/([^/]+)/releases/download/([^/]+)/([^/]+)', 'read', download),
    ],
    otherwise: () => NOT_FOUND,
  }
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
