import type { GitHub } from '@actions/github/lib/utils'
import { ActionError } from '../../base/errors.ts'
import type { HttpClient, HttpResponse, HttpRequest } from '../../http/types.ts'
import { loadContained } from '../../runner/contained.ts'
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

/** How one call goes out, where that is not as usual. */
type CallOptions = Partial<Pick<HttpRequest, 'service' | 'maxBytes' | 'attemptMs' | 'patience' | 'redirect'>>

type Octokit = InstanceType<typeof GitHub>

/** What a call is made with: octokit, with GitHub's typed endpoints, and the parameters that name the repository. */
type Endpoint = (octokit: Octokit, repository: { readonly owner: string; readonly repo: string }) => Promise<unknown>

const SERVICE = "GitHub's release API"
/** A release comes with all its assets, 1,000 at most, some 2 kB each; a page of releases with several of those. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * A call of GitHub's API: octokit knows its routes and parameters, our client carries the request and bounds it. The
 * answer comes as it was sent, whatever its status: octokit's own reading believes the content type, takes numbers for
 * big ones at several times the cost, and checks no field.
 * @throws ActionError what the client throws
 */
export async function call(access: GitHubAccess, endpoint: Endpoint, options: CallOptions = {}): Promise<HttpResponse> {
  const carried: { response?: HttpResponse } = {}
  const octokit = await octokitOver(access, options, carried)
  const [owner = '', repo = ''] = access.repository.split('/')
  try {
    await endpoint(octokit, { owner, repo })
  } catch (error) {
    const cause: unknown = Error.isError(error) ? error.cause : undefined
    if (cause instanceof ActionError) throw cause
    // Octokit throws every status from 400 on; whoever calls judges it.
    if (carried.response === undefined) throw error
  }
  if (carried.response === undefined) throw new Error('octokit made no request')
  return carried.response
}

async function octokitOver(
  access: GitHubAccess,
  options: CallOptions,
  carried: { response?: HttpResponse },
): Promise<Octokit> {
  const fetch = async (url: string, init: FetchInit): Promise<FetchAnswer> => {
    const { method, headers, body } = init
    const request = { service: SERVICE, maxBytes: MAX_BYTES, limitHint: LIMIT_HINT, url, method, ...options }
    carried.response = await access.http.request({
      ...request,
      headers: { ...headers, ...standardHeaders(access) },
      ...(body === undefined ? {} : { body }),
    })
    return answerFor(url, carried.response)
  }
  // Its warnings quote answers: they are for nobody but the log of our own client.
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  const baseUrl = access.apiUrl.replace(/\/+$/u, '')
  const userAgent = 'yandex-kms-sign-action'
  const { GitHub } = await loadContained(() => import('@actions/github/lib/utils'))
  return new GitHub({
    baseUrl,
    userAgent,
    log: silent,
    request: { fetch, log: silent, parseSuccessResponseBody: false },
  })
}

const ignore = (): void => undefined

/** What octokit hands to its `fetch`. */
interface FetchInit {
  readonly method: HttpRequest['method']
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** What octokit reads of a `Response`. */
interface FetchAnswer {
  readonly status: number
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: undefined
  text(): Promise<string>
}

/** Status alone: that decides what octokit throws, and the body is read from the answer itself. */
function answerFor(url: string, { status }: HttpResponse): FetchAnswer {
  return { status, url, headers: new Map(), body: undefined, text: () => Promise.resolve('') }
}

/** Of every request that carries the token. */
function standardHeaders(access: GitHubAccess): Record<string, string> {
  return { authorization: `Bearer ${access.token}`, 'x-github-api-version': '2022-11-28' }
}

/** A 2xx. @throws ActionError RELEASE_FORBIDDEN, INVALID_RESPONSE */
export function expectOk(response: HttpResponse): HttpResponse {
  if (response.status >= 200 && response.status < 300) return response
  if (response.status === 401 || response.status === 403) throw forbidden(response)
  throw unexpected(response)
}
