/** GitHub's upload host: assets of releases. */
import { assetJson, assetName, type GithubState } from './github-state.ts'
import { guarded, type Handler, NOT_FOUND, type Origins, validationFailed } from './rest.ts'
import type { EmulatedRequest, Service } from '../server/wire.ts'

const SETTINGS: readonly string[] = ['name', 'label']

export function releaseUploads(state: GithubState, origins: (request: EmulatedRequest) => Origins): Service {
  const upload: Handler = (request) => {
    const release = state.releases.find(({ id }) => String(id) === request.params[0])
    if (release === undefined) return NOT_FOUND
    const message = (text: string, status: number) => ({ status, json: { message: text, status: String(status) } })
    const other = [...request.query.keys()].find((key) => !SETTINGS.includes(key))
    if (other !== undefined) return message(`Unknown parameter ${other}`, 400)
    const name = assetName(request.query.get('name') ?? '')
    if (name === '') return validationFailed('ReleaseAsset', 'missing_field', 'name')
    const contentType = request.headers['content-type']
    if (contentType === undefined) return message("Multi-part or missing 'Content-Type'", 400)
    if (request.headers['content-length'] === undefined) return message("Missing 'Content-Length'", 411)
    if (request.body.length === 0) return validationFailed('ReleaseAsset', 'custom', 'size')
    if (state.isImmutable(release)) return message('Cannot upload assets to an immutable release.', 422)
    if (release.assets.some((asset) => asset.name === name))
      return validationFailed('ReleaseAsset', 'already_exists', 'name')
    if (release.assets.length >= state.assetsPerRelease) return validationFailed('Release', 'custom', 'file_count')
    if (request.fault?.kind === 'starter') {
      state.addAsset(release, name, '', { state: 'starter', contentType })
      return message('Bad Gateway', 502)
    }
    const label = request.query.get('label') ?? ''
    const asset = state.addAsset(release, name, request.body, { contentType, label })
    return { status: 201, json: assetJson(state, release, asset, origins(request).api) }
  }
  return {
    name: 'uploads',
    routes: [
      {
        call: 'UploadAsset',
        method: 'POST',
        path: /^(?:\/api\/uploads)?\/repos\/([^/]+)\/([^/]+)\/releases\/(\d+)\/assets$/,
        handle: guarded(state, 'write', upload),
      },
    ],
    otherwise: () => NOT_FOUND,
  }
}
