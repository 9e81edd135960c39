import { Connections } from './connections.ts'
import { Requests } from './requests.ts'
import { RunEnd } from './run-end.ts'
import { TIMING } from './timing.ts'
import type { HttpClient, HttpClientOptions } from './types.ts'

/** The client of one run. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const timing = { ...TIMING, ...options.timing }
  const connections = new Connections(options.env, timing.attemptMs)
  const end = new RunEnd(options.signal, options.deadline, options.clock)
  const requests = new Requests(options, timing, connections, end)
  return {
    request: (request) => requests.request(request),
    clockAhead: (url) => requests.clockAhead(url),
    warm: (url, count = 1) => {
      try {
        connections.warm(new URL(url), count)
      } catch {
        // The request itself tells what is wrong.
      }
    },
    close: () => {
      end.close()
      return connections.close()
    },
  }
}
