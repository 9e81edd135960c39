/** GitHub's REST API for Git references, as far as moving a tag goes: https://docs.github.com/rest/git/refs */
import { guarded, paginate, validationFailed, type Handler } from './rest.ts'
import type { GithubState } from './github-state.ts'
import { type EmulatedRequest, type EmulatedResponse, jsonObject, type Route } from '../server/wire.ts'

const GIT = '^(?:/api/v3)?/repos/([^/]+)/([^/]+)/git'
const SHA = /^[0-9a-f]{40}$/u

const refused = (message: string): EmulatedResponse => ({ status: 422, json: { message, status: '422' } })

function refJson({ owner, repo }: GithubState, { origin }: EmulatedRequest, ref: string, sha: string) {
  const url = `${origin}/repos/${owner}/${repo}/git`
  return {
    ref,
    node_id: `REF_${ref}`,
    url: `${url}/${ref}`,
    object: { type: 'commit', sha, url: `${url}/commits/${sha}` },
  }
}

const matching =
  (state: GithubState): Handler =>
  (request) => {
    const start = `refs/${decodeURIComponent(request.params[0] ?? '')}`
    const found = [...state.refs].filter(([ref]) => ref.startsWith(start)).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return paginate(
      request,
      found.map(([ref, sha]) => refJson(state, request, ref, sha)),
    )
  }

const create =
  (state: GithubState): Handler =>
  (request) => {
    const { ref, sha } = jsonObject(request.body) ?? {}
    if (typeof ref !== 'string' || !/^refs\/.+\/?.+$/u.test(ref)) return validationFailed('Reference', 'invalid', 'ref')
    if (typeof sha !== 'string' || !SHA.test(sha)) return refused('The sha parameter must be exactly 40 characters')
    if (state.refs.has(ref)) return refused('Reference already exists')
    state.refs.set(ref, sha)
    return { status: 201, json: refJson(state, request, ref, sha) }
  }

const update =
  (state: GithubState): Handler =>
  (request) => {
    const ref = `refs/${decodeURIComponent(request.params[0] ?? '')}`
    const { sha, force = false } = jsonObject(request.body) ?? {}
    if (typeof sha !== 'string' || !SHA.test(sha)) return refused('The sha parameter must be exactly 40 characters')
    if (typeof force !== 'boolean') return validationFailed('Reference', 'invalid', 'force')
    const old = state.refs.get(ref)
    if (old === undefined) return refused('Reference does not exist')
    // It knows no history, so that nothing but the same commit is ahead.
    if (!force && old !== sha) return refused('Update is not a fast forward')
    state.refs.set(ref, sha)
    return { status: 200, json: refJson(state, request, ref, sha) }
  }

export function refRoutes(state: GithubState): readonly Route[] {
  const route = (call: string, method: string, path: string, needs: 'read' | 'write', handler: Handler): Route => ({
    call,
    method,
    path: new RegExp(`${GIT}${path}$`),
    handle: guarded(state, needs, handler),
  })
  return [
    route('ListRefs', 'GET', '/matching-refs/(.+)', 'read', matching(state)),
    route('CreateRef', 'POST', '/refs', 'write', create(state)),
    route('UpdateRef', 'PATCH', '/refs/(.+)', 'write', update(state)),
  ]
}
