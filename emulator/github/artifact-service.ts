/** GitHub's artifact service (v4, Twirp with JSON). */
import { createHash } from 'node:crypto'
import { secret } from '../crypto/random.ts'
import {
  type EmulatedRequest,
  type EmulatedResponse,
  hasContentType,
  jsonObject,
  type Service,
} from '../server/wire.ts'

export interface StoredArtifact {
  readonly id: number
  readonly name: string
  readonly job: string
  readonly signature: string
  readonly mimeType: string
  /** RFC 3339, where the client asked for a retention. */
  readonly expiresAt: string | undefined
  readonly createdAt: string
  readonly blocks: Map<string, Buffer>
  /** The zip file as uploaded; `undefined` until its block list has come. */
  content: Buffer | undefined
  finalized: boolean
}

export class ArtifactState {
  readonly runId = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a'
  jobId = 'ca395085-040a-526b-2ce8-bdc85f692774'
  /** A JWT in form; only its `scp` is read, and only by the client. */
  readonly runtimeToken: string
  readonly artifacts: StoredArtifact[] = []
  nextId = 1001

  constructor() {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { scp: `Actions.Example Actions.Results:${this.runId}:${this.jobId}`, exp: 4_102_444_800 }
    this.runtimeToken = `${part({ typ: 'JWT', alg: 'RS256' })}.${part(claims)}.${secret(256)}`
  }

  /** The finished artifact of that name. */
  find(name: string): StoredArtifact | undefined {
    return this.artifacts.find((artifact) => artifact.name === name && artifact.finalized)
  }

  /** Begins an artifact, as CreateArtifact does. */
  begin(name: string, settings: { readonly mimeType?: string; readonly expiresAt?: string } = {}): StoredArtifact {
    const artifact: StoredArtifact = {
      id: this.nextId++,
      name,
      job: this.jobId,
      signature: secret(32),
      mimeType: settings.mimeType ?? 'application/zip',
      expiresAt: settings.expiresAt,
      createdAt: new Date().toISOString(),
      blocks: new Map(),
      content: undefined,
      finalized: false,
    }
    this.artifacts.push(artifact)
    return artifact
  }

  /** Stores an artifact, as if a job had uploaded it. */
  add(name: string, content: string): StoredArtifact {
    return Object.assign(this.begin(name), { content: Buffer.from(content), finalized: true })
  }
}

type Fields = Readonly<Record<string, unknown>>
type Method = (state: ArtifactState, fields: Fields, blobs: string) => EmulatedResponse

const FORBIDDEN = /["<>|*?:\\/\r\n]/

function twirpError(status: number, code: string, msg: string): EmulatedResponse {
  return { status, json: { code, msg } }
}

function pending(state: ArtifactState, name: unknown): StoredArtifact | undefined {
  return state.artifacts.find((artifact) => artifact.name === name)
}

const create: Method = (state, fields, blobs) => {
  const { name, version, mime_type: mimeType, expires_at: expiresAt } = fields
  if (typeof name !== 'string' || name === '' || FORBIDDEN.test(name))
    return twirpError(400, 'invalid_argument', 'the artifact name is not valid')
  if (typeof version !== 'number' || version < 4) return twirpError(400, 'invalid_argument', 'version is not supported')
  if (expiresAt !== undefined && (typeof expiresAt !== 'string' || Number.isNaN(Date.parse(expiresAt))))
    return twirpError(400, 'invalid_argument', 'expires_at is not a timestamp')
  if (pending(state, name) !== undefined)
    return twirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run')
  const artifact = state.begin(name, {
    ...(typeof mimeType === 'string' ? { mimeType } : {}),
    ...(typeof expiresAt === 'string' ? { expiresAt } : {}),
  })
  const url = `${blobs}/actions-results/${artifact.id}/artifact.zip?se=2099-01-01&sp=cw&sig=${artifact.signature}`
  return { status: 200, json: { ok: true, signed_upload_url: url } }
}

const finalize: Method = (state, fields) => {
  const artifact = pending(state, fields['name'])
  if (artifact === undefined) return twirpError(404, 'not_found', 'artifact not found')
  if (artifact.content === undefined) return twirpError(400, 'failed_precondition', 'nothing was uploaded')
  if (fields['size'] !== String(artifact.content.length))
    return twirpError(400, 'invalid_argument', 'size is not that of what was uploaded')
  const digest = `sha256:${createHash('sha256').update(artifact.content).digest('hex')}`
  if (fields['hash'] !== undefined && fields['hash'] !== digest)
    return twirpError(400, 'invalid_argument', 'hash is not that of what was uploaded')
  artifact.finalized = true
  return { status: 200, json: { ok: true, artifact_id: String(artifact.id) } }
}

const list: Method = (state, fields) => {
  const artifacts = state.artifacts
    .filter((artifact) => artifact.finalized)
    .filter((artifact) => fields['name_filter'] === undefined || fields['name_filter'] === artifact.name)
    .filter((artifact) => fields['id_filter'] === undefined || fields['id_filter'] === String(artifact.id))
    .map((artifact) => ({
      workflow_run_backend_id: state.runId,
      workflow_job_run_backend_id: artifact.job,
      database_id: String(artifact.id),
      name: artifact.name,
      size: String(artifact.content?.length ?? 0),
      created_at: artifact.createdAt,
      digest: `sha256:${createHash('sha256')
        .update(artifact.content ?? '')
        .digest('hex')}`,
    }))
  return { status: 200, json: { artifacts } }
}

const signedUrl: Method = (state, fields, blobs) => {
  const artifact = typeof fields['name'] === 'string' ? state.find(fields['name']) : undefined
  if (artifact === undefined) return twirpError(404, 'not_found', 'artifact not found')
  const url = `${blobs}/actions-results/${artifact.id}/artifact.zip?sp=r&sig=${artifact.signature}`
  return { status: 200, json: { signed_url: url } }
}

const remove: Method = (state, fields) => {
  const index = state.artifacts.findIndex((artifact) => artifact.name === fields['name'])
  const [artifact] = index < 0 ? [] : state.artifacts.splice(index, 1)
  if (artifact === undefined) return twirpError(404, 'not_found', 'artifact not found')
  return { status: 200, json: { ok: true, artifact_id: String(artifact.id) } }
}

const METHODS: Readonly<Record<string, { readonly run: Method; readonly fields: readonly string[] }>> = {
  CreateArtifact: { run: create, fields: ['name', 'version', 'mime_type', 'expires_at'] },
  FinalizeArtifact: { run: finalize, fields: ['name', 'size', 'hash'] },
  ListArtifacts: { run: list, fields: ['name_filter', 'id_filter'] },
  GetSignedArtifactURL: { run: signedUrl, fields: ['name'] },
  DeleteArtifact: { run: remove, fields: ['name'] },
}
const IDS = ['workflow_run_backend_id', 'workflow_job_run_backend_id']

function call(state: ArtifactState, method: string, request: EmulatedRequest, blobs: string): EmulatedResponse {
  if (request.bearer !== state.runtimeToken) return twirpError(401, 'unauthenticated', 'the token is not valid')
  if (!hasContentType(request, 'application/json')) return twirpError(415, 'malformed', 'unexpected Content-Type')
  const fields = jsonObject(request.body)
  const known = METHODS[method]
  if (fields === undefined || known === undefined) return twirpError(400, 'malformed', 'the body is not JSON')
  const other = Object.keys(fields).find((field) => !known.fields.includes(field) && !IDS.includes(field))
  if (other !== undefined) return twirpError(400, 'malformed', `unknown field ${JSON.stringify(other)}`)
  if (fields['workflow_run_backend_id'] !== state.runId || fields['workflow_job_run_backend_id'] !== state.jobId)
    return twirpError(403, 'permission_denied', 'the ids are not those of the token')
  return known.run(state, fields, blobs)
}

/** The Twirp side; `blobs` tells the origin of the blob store. */
export function artifactService(state: ArtifactState, blobs: (request: EmulatedRequest) => string): Service {
  return {
    name: 'artifacts',
    routes: Object.keys(METHODS).map((method) => ({
      call: method,
      method: 'POST',
      path: new RegExp(`^/twirp/github\\.actions\\.results\\.api\\.v1\\.ArtifactService/${method}$`),
      handle: (request) => call(state, method, request, blobs(request)),
    })),
    otherwise: () => twirpError(404, 'bad_route', 'no handler for this path'),
  }
}
