import { afterEach, describe, expect, it } from '@jest/globals'
import { Connections } from '../../src/http/connections.ts'

const PROXY = 'http://user:pass@proxy.example:3128'
const closing: Connections[] = []
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close()
})

function connections(env: Record<string, string> = {}) {
  const made = new Connections(env, 1000)
  closing.push(made)
  return (url: string, direct = false) => made.route(new URL(url), direct)
}

describe('the route of a request', () => {
  it('is straight where there is no proxy, where it goes without one, and for direct requests', () => {
    const straight = { origin: 'https://kms.example', path: '/a?b=c', headers: {}, proxy: undefined }
    expect(connections()('https://kms.example/a?b=c#d')).toMatchObject(straight)
    expect(connections({ HTTPS_PROXY: PROXY, NO_PROXY: '.example' })('https://kms.example/a?b=c')).toMatchObject(
      straight,
    )
    expect(connections({ HTTPS_PROXY: PROXY })('https://kms.example/a?b=c', true)).toMatchObject(straight)
  })

  it('over https leads through a tunnel: the proxy sees no path, the service no password', () => {
    expect(connections({ HTTPS_PROXY: PROXY })('https://kms.example/a?b=c')).toMatchObject({
      origin: 'https://kms.example',
      path: '/a?b=c',
      headers: {},
      proxy: 'http://proxy.example:3128',
    })
  })

  it('over http leads to the proxy, which gets the whole address', () => {
    expect(connections({ HTTP_PROXY: PROXY })('http://kms.example:8080/a?b=c')).toMatchObject({
      origin: 'http://proxy.example:3128',
      path: 'http://kms.example:8080/a?b=c',
      headers: { host: 'kms.example:8080', 'proxy-authorization': `Basic ${btoa('user:pass')}` },
      proxy: 'http://proxy.example:3128',
    })
    const { headers } = connections({ HTTP_PROXY: 'http://proxy.example' })('http://kms.example/')
    expect(headers).toStrictEqual({ host: 'kms.example' })
  })

  it('shares connections with those of the same origin that go the same way, and with no others', () => {
    const route = connections({ HTTPS_PROXY: PROXY })
    const pools = [
      route('https://kms.example/a'),
      route('https://kms.example/b'),
      route('https://kms.example/', true),
      route('https://kms.example:8443/'),
      route('http://kms.example/'),
    ].map(({ dispatcher }) => dispatcher)
    expect(pools[1]).toBe(pools[0])
    expect(new Set(pools).size).toBe(4)
  })
})
