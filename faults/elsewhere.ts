/** A server that nobody has a reason to ask: where redirects lead. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { check, type Check } from '../interop/check.ts'

interface Elsewhere {
  readonly url: string
  readonly checks: () => readonly Check[]
  readonly close: () => void
}

/** Calls of GitHub's artifact client, which follows redirects by itself; and those that are answered by one as a rule. */
const FOLLOWED: ReadonlySet<string> = new Set([
  'ListArtifacts',
  'DeleteArtifact',
  'CreateArtifact',
  'Upload',
  'FinalizeArtifact',
  'GetAsset',
  'GetBlob',
])

/** Listens under another host name than the services. The last part of the path is the call that was led here. */
export async function startElsewhere(): Promise<Elsewhere> {
  const hits: { readonly call: string; readonly hasToken: boolean }[] = []
  const server = createServer((request, response) => {
    const call = new URL(request.url ?? '/', 'http://elsewhere').pathname.split('/').at(-1) ?? ''
    hits.push({ call, hasToken: request.headers.authorization !== undefined || /[?&]sig=/u.test(request.url ?? '') })
    request.resume()
    response.end('{}')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const callsOf = (some: typeof hits): string => [...new Set(some.map(({ call }) => call))].join(', ')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    checks: () => {
      const own = hits.filter(({ call }) => !FOLLOWED.has(call))
      const tokens = hits.filter(({ hasToken }) => hasToken)
      return [
        check('no redirect of a call of ours is followed', own.length === 0, callsOf(own)),
        check('no token goes where a redirect leads', tokens.length === 0, callsOf(tokens)),
      ]
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
