import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jest } from '@jest/globals'

/** What a test makes the service do once instead of its answer; gives `true` where it has taken the request over. */
export type Fault = (call: string, response: ServerResponse) => boolean

interface Stored {
  id: number
  hash: string
  finalized: boolean
  content: Buffer
}

/** A small artifact service over loopback: the calls of `@actions/artifact` and the blobs behind them. */
export class ArtifactStandIn {
  readonly artifacts = new Map<string, Stored>()
  readonly calls: string[] = []
  /** What was sent with the calls that are no blobs. */
  readonly bodies: Readonly<Record<string, unknown>>[] = []
  fault: Fault = () => false
  /** What the blob store is called in signed URLs. */
  blobHost = '127.0.0.1'
  #unmute = (): void => undefined
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response)
  })

  /** Starts it and points the client's environment at it. */
  async start(): Promise<void> {
    this.#unmute = muteCommands()
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const claims = Buffer.from(JSON.stringify({ scp: 'Actions.Results:run-1:job-1' })).toString('base64url')
    process.env['ACTIONS_RESULTS_URL'] = `${this.origin}/`
    process.env['ACTIONS_RUNTIME_TOKEN'] = `e30.${claims}.AA`
    process.env['NO_PROXY'] = '127.0.0.1,localhost'
    // An upload that was given up ends soon after, so that jest can end.
    process.env['ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS'] = '500'
    delete process.env['GITHUB_SERVER_URL']
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.#unmute()
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const url = new URL(request.url ?? '/', this.origin)
    const call = url.pathname.startsWith('/blob/') ? 'PutBlob' : (url.pathname.split('/').pop() ?? '')
    this.calls.push(call)
    if (this.fault(call, response)) return
    if (call === 'PutBlob') this.#putBlob(url, body, response)
    else {
      const sent = JSON.parse(body.toString()) as Record<string, string>
      this.bodies.push(sent)
      this.#twirp(call, sent, response)
    }
  }

  #putBlob(url: URL, body: Buffer, response: ServerResponse): void {
    const stored = this.artifacts.get(decodeURIComponent(url.pathname.slice('/blob/'.length)))
    if (stored && url.searchParams.get('comp') === 'block') stored.content = Buffer.concat([stored.content, body])
    response.writeHead(201, { 'x-ms-request-id': 'blob-1' }).end()
  }

  #twirp(call: string, body: Record<string, string>, response: ServerResponse): void {
    const name = body['name'] ?? body['name_filter'] ?? ''
    const stored = this.artifacts.get(name)
    if (call === 'CreateArtifact') {
      if (stored) {
        json(response, 409, { code: 'already_exists', msg: 'an artifact with this name already exists' })
        return
      }
      this.artifacts.set(name, { id: 0, hash: '', finalized: false, content: Buffer.alloc(0) })
      const signed = `${this.origin.replace('127.0.0.1', this.blobHost)}/blob/${encodeURIComponent(name)}?sig=blob-secret`
      json(response, 200, { ok: true, signed_upload_url: signed })
      return
    }
    if (call === 'FinalizeArtifact' && stored) {
      Object.assign(stored, { id: 1000 + this.artifacts.size, finalized: true, hash: body['hash'] })
      json(response, 200, { ok: true, artifact_id: String(stored.id) })
      return
    }
    if (call === 'DeleteArtifact') {
      this.artifacts.delete(name)
      json(response, 200, { ok: true, artifact_id: String(stored?.id ?? 0) })
      return
    }
    const entry = { workflow_run_backend_id: 'run-1', workflow_job_run_backend_id: 'job-1', name, size: '1' }
    const listed = stored?.finalized ? [{ ...entry, database_id: String(stored.id), digest: stored.hash }] : []
    json(response, 200, { artifacts: listed })
  }
}

/** Keeps the client's workflow commands, which it prints by itself, out of the results of tests. */
function muteCommands(): () => void {
  const write = process.stdout.write.bind(process.stdout)
  const spy = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((chunk) => /^::(?:debug|add-mask)::/.test(String(chunk)) || write(chunk))
  return () => {
    spy.mockRestore()
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A fault for the first request of a kind, or the first few. */
export function firstOf(wanted: string, fault: (response: ServerResponse) => void, times = 1): Fault {
  let left = times
  return (call, response) => {
    if (call !== wanted || left-- <= 0) return false
    fault(response)
    return true
  }
}
