/** GitHub's REST API for releases: listed, read, created, published; with that of their assets. */
import { downloadAsset, getAsset, listAssets, removeAsset } from './asset-api.ts'
import { type GithubState, type Release, releaseJson } from './github-state.ts'
import { refRoutes } from './refs-api.ts'
import {
  guarded,
  NOT_FOUND,
  paginate,
  releaseOf,
  validationFailed,
  visibleReleases,
  type Handler,
  type Origins,
  type ReleaseApi,
} from './rest.ts'
import { type EmulatedRequest, type EmulatedResponse, jsonObject, type Route, type Service } from '../server/wire.ts'

function show({ state, origins }: ReleaseApi, request: EmulatedRequest, release: Release): EmulatedResponse {
  const { api, uploads } = origins(request)
  return { status: 200, json: releaseJson(state, release, api, uploads) }
}

const list =
  (api: ReleaseApi): Handler =>
  (request, access) =>
    paginate(
      request,
      visibleReleases(api, access).map((release) => show(api, request, release).json),
      api.state.listedResults,
    )

const byTag =
  (api: ReleaseApi): Handler =>
  (request, access) => {
    const release = visibleReleases(api, access).find(({ tag, draft }) => tag === request.params[0] && !draft)
    return release ? show(api, request, release) : NOT_FOUND
  }

const get =
  (api: ReleaseApi): Handler =>
  (request, access) => {
    const release = releaseOf(api, request, access)
    return release ? show(api, request, release) : NOT_FOUND
  }

const create =
  (api: ReleaseApi): Handler =>
  (request) => {
    const body = jsonObject(request.body)
    const tag = body?.['tag_name']
    if (typeof tag !== 'string' || tag === '') return validationFailed('Release', 'missing_field', 'tag_name')
    const draft = body?.['draft'] === true
    if (!draft && api.state.releases.some((release) => release.tag === tag && !release.draft))
      return validationFailed('Release', 'already_exists', 'tag_name')
    const name = typeof body?.['name'] === 'string' ? body['name'] : ''
    const release = api.state.addRelease(tag, { draft, ...(name === '' ? {} : { name }) })
    if (typeof body?.['body'] === 'string') release.body = body['body']
    return { ...show(api, request, release), status: 201 }
  }

const update =
  (api: ReleaseApi): Handler =>
  (request, access) => {
    const release = releaseOf(api, request, access)
    if (release === undefined) return NOT_FOUND
    const body = jsonObject(request.body) ?? {}
    if (typeof body['draft'] === 'boolean') release.draft = body['draft']
    if (typeof body['name'] === 'string') release.name = body['name']
    if (typeof body['body'] === 'string') release.body = body['body']
    return show(api, request, release)
  }

const remove =
  (api: ReleaseApi): Handler =>
  (request, access) => {
    const release = releaseOf(api, request, access)
    if (release === undefined) return NOT_FOUND
    api.state.releases.splice(api.state.releases.indexOf(release), 1)
    return { status: 204 }
  }

const RELEASES = '^(?:/api/v3)?/repos/([^/]+)/([^/]+)/releases'

export function releaseApi(state: GithubState, origins: (request: EmulatedRequest) => Origins): Service {
  const api: ReleaseApi = { state, origins }
  const route = (
    call: string,
    method: string,
    path: string,
    needs: 'read' | 'write',
    handler: (api: ReleaseApi) => Handler,
  ): Route => ({ call, method, path: new RegExp(`${path}$`), handle: guarded(state, needs, handler(api)) })
  return {
    name: 'github',
    routes: [
      route('ListReleases', 'GET', RELEASES, 'read', list),
      route('GetReleaseByTag', 'GET', `${RELEASES}/tags/([^/]+)`, 'read', byTag),
      route('GetRelease', 'GET', `${RELEASES}/(\\d+)`, 'read', get),
      route('CreateRelease', 'POST', RELEASES, 'write', create),
      route('UpdateRelease', 'PATCH', `${RELEASES}/(\\d+)`, 'write', update),
      route('DeleteRelease', 'DELETE', `${RELEASES}/(\\d+)`, 'write', remove),
      route('ListAssets', 'GET', `${RELEASES}/(\\d+)/assets`, 'read', listAssets),
      route('GetAsset', 'GET', `${RELEASES}/assets/(\\d+)`, 'read', getAsset),
      route('DeleteAsset', 'DELETE', `${RELEASES}/assets/(\\d+)`, 'write', removeAsset),
      route('DownloadAsset', 'GET', '^/([^/]+)/([^/]+)/releases/download/([^/]+)/([^/]+)', 'read', downloadAsset),
      ...refRoutes(state),
    ],
    otherwise: () => NOT_FOUND,
  }
}
