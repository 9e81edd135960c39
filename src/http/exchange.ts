import type { Dispatcher } from 'undici'

/** What came back for one attempt, whatever the status. */
export interface RawResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The answer is longer than was allowed. */
export class TooLarge extends Error {
  constructor(bytes: number) {
    super(`the answer has more than ${bytes} bytes`)
  }
}

/** The attempt took longer than it may. */
export class AttemptTimeout extends Error {
  constructor(ms: number) {
    super(`no complete answer within ${ms / 1000} s`)
  }
}

type Handler = Dispatcher.DispatchHandler

/** One request and its answer; settles once, whatever undici still reports after that. */
export class Exchange implements Handler {
  readonly done: Promise<RawResponse>
  readonly #maxBytes: number
  readonly #resolve: (response: RawResponse) => void
  readonly #reject: (error: Error) => void
  readonly #chunks: Buffer[] = []
  #controller: Dispatcher.DispatchController | undefined
  #failure: Error | undefined
  #bytes = 0
  #status = 0
  #headers: Record<string, string> = {}

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
    const { promise, resolve, reject } = Promise.withResolvers<RawResponse>()
    this.done = promise
    this.#resolve = resolve
    this.#reject = reject
  }

  /** Ends the attempt: its connection is closed, since an answer may still be on the way. */
  fail(error: Error): void {
    if (this.#failure !== undefined) return
    this.#failure = error
    this.#reject(error)
    this.#controller?.abort(error)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#failure !== undefined) controller.abort(this.#failure)
  }

  onResponseStart(...[, status, headers]: Parameters<NonNullable<Handler['onResponseStart']>>): void {
    if (status < 200) return // informational: the answer follows
    this.#status = status
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) this.#headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
    }
    if (Number(this.#headers['content-length'] ?? 0) > this.#maxBytes) this.fail(new TooLarge(this.#maxBytes))
  }

  onResponseData(...[, chunk]: Parameters<NonNullable<Handler['onResponseData']>>): void {
    this.#bytes += chunk.length
    if (this.#bytes > this.#maxBytes) this.fail(new TooLarge(this.#maxBytes))
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    this.#resolve({ status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks) })
  }

  onResponseError(...[, error]: Parameters<NonNullable<Handler['onResponseError']>>): void {
    this.fail(error)
  }
}
