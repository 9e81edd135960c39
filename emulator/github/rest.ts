/** What every call of GitHub's REST API has in common: limits, authentication, the repository's name, pages, refusals. */
import type { GithubState, Release } from './github-state.ts'
import type { EmulatedRequest, EmulatedResponse, Route } from '../server/wire.ts'

export type Handler = (request: EmulatedRequest, access: 'write' | 'read') => EmulatedResponse

/** Where the parts of GitHub are, for the links in answers. */
export interface Origins {
  readonly api: string
  readonly uploads: string
  readonly blobs: string
}

export const NOT_FOUND: EmulatedResponse = { status: 404, json: { message: 'Not Found', status: '404' } }

export function validationFailed(resource: string, code: string, field: string): EmulatedResponse {
  return { status: 422, json: { message: 'Validation Failed', errors: [{ resource, code, field }], status: '422' } }
}

/** Puts limits, authentication and the repository's name before `handler`; its params lose owner and repo. */
export function guarded(state: GithubState, needs: 'read' | 'write', handler: Handler): Route['handle'] {
  return (request) => {
    const answer = ((): EmulatedResponse => {
      const access = state.accessOf(request)
      if (access === undefined) return { status: 401, json: { message: 'Bad credentials', status: '401' } }
      const refusal = state.limits.refusalOf(request)
      if (refusal !== undefined) return refusal
      const [owner, repo, ...params] = request.params
      if (access === 'none' || owner !== state.owner || repo !== state.repo) return NOT_FOUND
      if (needs === 'write' && access !== 'write')
        return { status: 403, json: { message: 'Resource not accessible by integration', status: '403' } }
      return handler({ ...request, params }, access)
    })()
    const date = new Date(state.now()).toUTCString()
    return { ...answer, headers: { date, ...state.limits.headers(), ...answer.headers } }
  }
}

/** One page of `items` with the Link header that leads to the others; 422 past the last result that is listed. */
export function paginate(request: EmulatedRequest, items: readonly unknown[], listed = Infinity): EmulatedResponse {
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 30) || 30))
  const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1)
  if ((page - 1) * size >= listed)
    return { status: 422, json: { message: `Only the first ${listed} results are available.`, status: '422' } }
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, relation: string): string => {
    const query = new URLSearchParams(request.query)
    query.set('per_page', String(size))
    query.set('page', String(to))
    return `<${request.origin}${request.path}?${query.toString()}>; rel="${relation}"`
  }
  const back = page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []
  const forth = page < last ? [link(page + 1, 'next'), link(last, 'last')] : []
  const links = [...back, ...forth].join(', ')
  const json = items.slice((page - 1) * size, page * size)
  return { status: 200, headers: links === '' ? {} : { link: links }, json }
}

/** What the handlers of releases and their assets share. */
export interface ReleaseApi {
  readonly state: GithubState
  readonly origins: (request: EmulatedRequest) => Origins
}

/** Drafts are there for those alone who may write, and a new release for nobody before its time. */
export const visibleReleases = ({ state }: ReleaseApi, access: 'write' | 'read'): readonly Release[] =>
  state.releases.filter((one) => one.visibleAt <= state.now() && (!one.draft || access === 'write'))

export function releaseOf(api: ReleaseApi, request: EmulatedRequest, access: 'write' | 'read'): Release | undefined {
  return visibleReleases(api, access).find(({ id }) => String(id) === request.params[0])
}
