import type { HttpClient, HttpResponse, HttpRequest } from '../../http/types.ts'
import { forbidden, LIMIT_HINT, unexpected } from './refusals.ts'

/** Which repository, and as whom. */
export interface GitHubAccess {
  readonly http: HttpClient
  /** GITHUB_API_URL: `https://api.github.com`, or on a server of one's own `https://HOST/api/v3`. */
  readonly apiUrl: string
  /** `owner/name` */
  readonly repository: string
  /** Masked by the runner; it goes to the API and to its upload host alone. */
  readonly token: string
}

const SERVICE = "GitHub's release API"
/** A release comes with all its assets, 1,000 at most, some 2 kB each; a page of releases with several of those. */
const MAX_BYTES = 64 * 1024 * 1024

/** A call about the repository: `path` below it. @throws what the client throws */
export function call(
  access: GitHubAccess,
  method: HttpRequest['method'],
  path: string,
  options: Partial<HttpRequest> = {},
): Promise<HttpResponse> {
  const url = `${access.apiUrl.replace(/\/+$/u, '')}/repos/${access.repository}${path}`
  const headers = { ...standardHeaders(access), ...options.headers }
  return access.http.request({
    service: SERVICE,
    method,
    url,
    maxBytes: MAX_BYTES,
    limitHint: LIMIT_HINT,
    ...options,
    headers,
  })
}

/** Of every request that carries the token. */
export function standardHeaders(access: GitHubAccess): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${access.token}`,
    'x-github-api-version': '2022-11-28',
  }
}

/** A 2xx. @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE */
export function expectOk(response: HttpResponse): HttpResponse {
  if (response.status >= 200 && response.status < 300) return response
  if (response.status === 401 || response.status === 403) throw forbidden(response)
  throw unexpected(response)
}
