/** The blob stores behind signed URLs: of artifacts, with Azure's block protocol, and of release assets. */
import { timingSafeEqual } from 'node:crypto'
import type { ArtifactState, StoredArtifact } from './artifact-service.ts'
import type { GithubState } from './github-state.ts'
import { assetContent } from './asset-api.ts'
import type { EmulatedRequest, EmulatedResponse, Service } from '../server/wire.ts'

const BLOCK_LIMIT = 8 * 1024 * 1024

function blobOf(state: ArtifactState, request: EmulatedRequest): StoredArtifact | undefined {
  const artifact = state.artifacts.find(({ id }) => String(id) === request.params[0])
  const given = Buffer.from(request.query.get('sig') ?? '')
  const wanted = Buffer.from(artifact?.signature ?? '')
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? artifact : undefined
}

function azureError(status: number, code: string): EmulatedResponse {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code }, body }
}

function putBlock(state: ArtifactState, request: EmulatedRequest): EmulatedResponse {
  const artifact = blobOf(state, request)
  // The signed URL is the only credential: a token of another service has no business here.
  if (artifact === undefined || request.headers.authorization !== undefined)
    return azureError(403, 'AuthenticationFailed')
  if (artifact.finalized) return azureError(409, 'BlobImmutableDueToPolicy')
  const kind = request.query.get('comp')
  if (kind === 'block') {
    const id = request.query.get('blockid') ?? ''
    if (id === '' || request.body.length > BLOCK_LIMIT) return azureError(400, 'InvalidBlobOrBlock')
    artifact.blocks.set(id, request.body)
    return { status: 201 }
  }
  if (kind === 'blocklist') {
    const ids = [...request.body.toString('utf8').matchAll(/<(Latest|Uncommitted)>([^<]+)<\/\1>/g)].map(
      ([, , id]) => id,
    )
    const blocks = ids.map((id) => artifact.blocks.get(id ?? ''))
    const present = blocks.filter((block) => block !== undefined)
    if (present.length !== blocks.length) return azureError(400, 'InvalidBlockList')
    artifact.content = Buffer.concat(present)
    return { status: 201, headers: { etag: `"${artifact.id}"` } }
  }
  if (kind === null && request.headers['x-ms-blob-type'] === 'BlockBlob') {
    artifact.content = request.body
    return { status: 201, headers: { etag: `"${artifact.id}"` } }
  }
  return azureError(400, 'InvalidQueryParameterValue')
}

function download(state: ArtifactState, request: EmulatedRequest): EmulatedResponse {
  const artifact = blobOf(state, request)
  if (artifact?.content === undefined) return azureError(403, 'AuthenticationFailed')
  const disposition = `attachment; filename="${artifact.name}.zip"`
  return {
    status: 200,
    headers: { 'content-type': artifact.mimeType, 'content-disposition': disposition },
    body: artifact.content,
  }
}

function downloadAsset(github: GithubState, request: EmulatedRequest): EmulatedResponse {
  const asset = github.releases.flatMap(({ assets }) => assets).find(({ id }) => String(id) === request.params[0])
  // As on GitHub's own store: a second credential besides the signed URL is refused.
  if (request.headers.authorization !== undefined) return azureError(400, 'InvalidAuthenticationInfo')
  const signed = request.query.get('sig') === github.downloadSignature
  return asset !== undefined && signed ? assetContent(asset) : azureError(403, 'AuthenticationFailed')
}

export function blobService(state: ArtifactState, github: GithubState): Service {
  const path = /^\/actions-results\/(\d+)\/artifact\.zip$/
  const assets = /^\/release-assets\/(\d+)$/
  return {
    name: 'blobs',
    routes: [
      { call: 'Upload', method: 'PUT', path, handle: (request) => putBlock(state, request) },
      { call: 'Download', method: 'GET', path, handle: (request) => download(state, request) },
      { call: 'DownloadAsset', method: 'GET', path: assets, handle: (request) => downloadAsset(github, request) },
    ],
    otherwise: () => azureError(404, 'ResourceNotFound'),
  }
}
