/** One request of ours, to any service. The body can be sent again, so a stream is given as a function. */
export interface HttpRequest {
  /** What messages call the service: `Yandex KMS`, `GitHub's OIDC service`, … */
  readonly service: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Absolute URL; `http:` only on a loopback or metadata address, as inputs have checked. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | (() => AsyncIterable<Uint8Array>)
  /** The most that is read of an answer, in bytes after decompression; 1 MiB unless told. */
  readonly maxBytes?: number
  /** How long one attempt may take, in ms; 15,000 unless told. */
  readonly attemptMs?: number
  /** Never through a proxy: the VM's metadata address. */
  readonly direct?: boolean
  /** `false`: one attempt only (uploads that have their own way to resume). */
  readonly retry?: boolean
}

/** An answer that is final: any status that is not worth repeating, 4xx among them. */
export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** `x-request-id`, `x-github-request-id` or the id in `google.rpc.RequestInfo`, for the log. */
  readonly requestId: string | undefined
}

/**
 * The one way to the network. Retries, budgets, deadlines and proxies are inside.
 * @throws ActionError UNAVAILABLE, RATE_LIMITED, INVALID_RESPONSE (redirect, too large), TIMED_OUT, CANCELLED
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse>
  /** Opens a connection to the URL's origin ahead of its first request; never throws. */
  warm(url: string): void
  /** Ends all connections. */
  close(): Promise<void>
}
