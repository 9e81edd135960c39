import { ArtifactState } from '../../../../emulator/github/artifact-service.ts'
import { blobService } from '../../../../emulator/github/blob-store.ts'
import { assetJson, GithubState, type Asset } from '../../../../emulator/github/github-state.ts'
import { releaseApi } from '../../../../emulator/github/release-api.ts'
import { releaseUploads } from '../../../../emulator/github/release-uploads.ts'
import type { EmulatedRequest, EmulatedResponse, Service } from '../../../../emulator/server/wire.ts'
import { ActionError } from '../../../../src/base/errors.ts'
import type { HttpClient, HttpRequest, HttpResponse } from '../../../../src/http/types.ts'
import type { Process, World } from './world.ts'

const ORIGINS = { api: 'http://127.0.0.1:1', uploads: 'http://127.0.0.1:2', blobs: 'http://127.0.0.1:3' }
export const API_URL = ORIGINS.api

/** How long an upload is under way at most, in ms, and how often what goes wrong with it. */
const UPLOAD_MS = 20_000
const FAULTS = { lostBefore: 0.03, lostAfter: 0.04, refusedBefore: 0.03, broken: 0.03, refusedAfter: 0.03 }

/** GitHub in the emulator, without a network between: each request of a job takes virtual time, and may go wrong. */
export class SimulatedGithub {
  readonly state = new GithubState()
  /** Every asset that was ever complete, and whatever became of it. */
  readonly seen = new Map<number, { readonly name: string; readonly content: Buffer }>()
  readonly #services: readonly Service[]
  readonly #world: World

  constructor(world: World) {
    this.#world = world
    this.state.limits.clock = { now: world.date }
    this.state.limits.requestsPerHour = Infinity
    const origins = () => ORIGINS
    this.#services = [
      releaseApi(this.state, origins),
      releaseUploads(this.state, origins),
      blobService(new ArtifactState(), this.state),
    ]
  }

  /** The client of one job. */
  clientOf(process: Process): HttpClient {
    return {
      request: (request) =>
        request.service === "GitHub's asset upload" ? this.#upload(process, request) : this.#ask(process, request),
      clockAhead: () => 0,
      warm: () => undefined,
      close: () => Promise.resolve(),
    }
  }

  /** Notes what is complete now; called whenever something may have changed. */
  note(): void {
    for (const { assets } of this.state.releases)
      for (const { id, name, content, state } of assets) if (state === 'uploaded') this.seen.set(id, { name, content })
  }

  async #ask(process: Process, request: HttpRequest): Promise<HttpResponse> {
    await this.#world.pass(process, this.#world.between(20, 1500))
    const answer = this.#handle(request)
    // The client repeats by itself what gets no answer; a deletion has been done by then.
    const isLost = this.#world.chance(0.04)
    await this.#world.pass(process, this.#world.between(20, isLost ? 15_000 : 1500))
    return isLost ? this.#ask(process, request) : answer
  }

  async #upload(process: Process, request: HttpRequest): Promise<HttpResponse> {
    const world = this.#world
    await world.pass(process, world.between(20, 1500))
    if (world.chance(FAULTS.lostBefore)) throw lost()
    if (world.chance(FAULTS.refusedBefore)) return response({ status: 502, json: { message: 'Bad Gateway' } })
    const before = new Set(this.#assets())
    const answer = this.#handle(request)
    const asset = this.#assets().find((one) => !before.has(one))
    if (asset === undefined) return answer
    const { content } = asset
    Object.assign(asset, { state: 'starter', content: Buffer.alloc(0) })
    await world.pass(process, world.between(20, UPLOAD_MS))
    if (world.chance(FAULTS.broken)) return response({ status: 502, json: { message: 'Bad Gateway' } })
    if (!this.#assets().includes(asset)) return response({ status: 404, json: { message: 'Not Found' } })
    Object.assign(asset, { state: 'uploaded', content })
    this.note()
    if (world.chance(FAULTS.lostAfter)) throw lost()
    if (world.chance(FAULTS.refusedAfter)) return response({ status: 502, json: { message: 'Bad Gateway' } })
    const release = this.state.releases.find(({ assets }) => assets.includes(asset))
    if (release === undefined) throw new Error('an asset without a release')
    await world.pass(process, world.between(20, 1500))
    return response({ status: 201, json: assetJson(this.state, release, asset, ORIGINS.api) })
  }

  #assets(): readonly Asset[] {
    return this.state.releases.flatMap(({ assets }) => assets)
  }

  #handle(request: HttpRequest): HttpResponse {
    const url = new URL(request.url)
    const body = Buffer.from((request.body as Buffer | undefined) ?? '')
    const headers = { ...request.headers, 'content-length': String(body.length) }
    for (const { name, routes } of this.#services.filter((_, at) => String(at + 1) === url.port)) {
      for (const route of routes) {
        const match = route.method === request.method ? route.path.exec(url.pathname) : null
        if (match === null) continue
        const bearer = /^Bearer (.+)$/u.exec(request.headers?.['authorization'] ?? '')?.[1]
        const params = match.slice(1).map(decodeURIComponent)
        const emulated: EmulatedRequest = {
          ...{ service: name, method: request.method, origin: url.origin, path: url.pathname },
          ...{ query: url.searchParams, headers, bearer, body, params, fault: undefined },
        }
        const answer = response(route.handle(emulated) as EmulatedResponse)
        this.note()
        return answer
      }
    }
    throw new Error(`GitHub is asked for what nobody simulates: ${request.method} ${request.url}`)
  }
}

function lost(): ActionError {
  return new ActionError('UNAVAILABLE', "GitHub's asset upload: the connection was reset.")
}

function response({ status, headers = {}, body, json }: EmulatedResponse): HttpResponse {
  const content = json === undefined ? Buffer.from(body ?? '') : Buffer.from(JSON.stringify(json))
  return { status, headers, body: content, requestId: undefined, clientRequestId: undefined }
}
