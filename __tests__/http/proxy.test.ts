import { describe, expect, it } from '@jest/globals'
import { proxyFor } from '../../src/http/proxy.ts'

const KMS = 'https://kms.api.cloud.yandex.net/path'
const proxied = (url: string, env: Record<string, string>) => proxyFor(new URL(url), env)?.origin

it.each([
  'http://bot:12/secret@host',
  'http://bot:12?secret@host',
  'http://bot:12#secret@host',
  'http://host/path',
  'http://host?',
])('a proxy URL such as %j is refused, and nothing of it repeated', (HTTPS_PROXY) => {
  const failing = () => proxied(KMS, { HTTPS_PROXY })
  expect(failing).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  expect(failing).toThrow(expect.not.objectContaining({ message: expect.stringMatching(/secret|bot|host\/path/u) }))
})

describe('the proxy for an address', () => {
  it.each([
    [KMS, { HTTPS_PROXY: 'http://p:3128' }, 'http://p:3128'],
    [KMS, { https_proxy: 'http://low:1', HTTPS_PROXY: 'http://up:2' }, 'http://low:1'],
    [KMS, { HTTP_PROXY: 'http://p:3128' }, 'http://p:3128'],
    ['http://h/', { HTTPS_PROXY: 'http://p:3128' }, undefined],
    ['http://h/', { http_proxy: 'http://p' }, 'http://p'],
    [KMS, { HTTPS_PROXY: 'p:3128' }, 'http://p:3128'],
    [KMS, { HTTPS_PROXY: 'https://p' }, 'https://p'],
    [KMS, { HTTPS_PROXY: ' ' }, undefined],
    [KMS, {}, undefined],
    // Loopback: a proxy elsewhere cannot reach it.
    ['http://127.0.0.1:5/', { HTTP_PROXY: 'http://proxy.example:3128' }, undefined],
    ['http://localhost:5/', { HTTP_PROXY: 'http://proxy.example:3128' }, undefined],
    ['http://[::1]:5/', { HTTP_PROXY: 'http://proxy.example:3128' }, undefined],
    ['http://127.0.0.1:5/', { HTTP_PROXY: 'http://127.0.0.1:3128' }, 'http://127.0.0.1:3128'],
  ])('%s with %j is %s', (url, env, expected) => {
    expect(proxied(url, env as Record<string, string>)).toBe(expected)
  })

  it.each([
    ['*', true],
    ['a.example, *', true],
    ['kms.api.cloud.yandex.net', true],
    ['KMS.API.cloud.yandex.net.', true],
    ['yandex.net', true],
    ['.yandex.net', true],
    ['*.yandex.net', true],
    ['*.kms.api.cloud.yandex.net', false],
    ['kms.api.cloud.yandex.net:443', true],
    ['kms.api.cloud.yandex.net:8443', false],
    ['*:8443', false],
    ['ndex.net', false],
    ['yandex.ne', false],
    ['api', false],
    ['', false],
    [',, ', false],
    ['other.example yandex.net', true],
    ['other.example ,\t yandex.net', true],
    ['other.example', false],
    ['.', false],
  ])('NO_PROXY=%j leaves it out: %s', (list, without) => {
    for (const name of ['NO_PROXY', 'no_proxy'])
      expect(proxied(KMS, { HTTPS_PROXY: 'http://p:1', [name]: list })).toBe(without ? undefined : 'http://p:1')
  })

  it.each([
    ['h.example:80', true],
    ['h.example:443', false],
    ['h.example', true],
  ])('NO_PROXY=%j leaves it out over http: %s', (list, without) => {
    expect(proxied('http://h.example/', { HTTP_PROXY: 'http://p:1', NO_PROXY: list })).toBe(
      without ? undefined : 'http://p:1',
    )
  })

  it.each([
    ['::1', true],
    ['[::1]', true],
    ['[::1]:8080', true],
    ['[::1]:9', false],
    ['::2', false],
  ])('NO_PROXY=%j leaves out IPv6: %s', (list, without) => {
    expect(proxied('http://[::1]:8080/', { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: list })).toBe(
      without ? undefined : 'http://127.0.0.1:1',
    )
  })
})

describe('the password of a proxy', () => {
  it('is decoded into Proxy-Authorization and is nowhere else', () => {
    const proxy = proxyFor(new URL(KMS), { HTTPS_PROXY: 'http://us%40er:p%3Aw%2Fd@p:3128/' })
    expect(proxy).toEqual({
      origin: 'http://p:3128',
      authorization: `Basic ${Buffer.from('us@er:p:w/d').toString('base64')}`,
    })
  })

  it.each([
    ['http://p:3128', undefined],
    ['http://user@p:3128', 'user:'],
    ['http://:pass@p:3128', ':pass'],
  ])('and its user may be left out: %s', (HTTPS_PROXY, text) => {
    expect(proxyFor(new URL(KMS), { HTTPS_PROXY })).toEqual({
      origin: 'http://p:3128',
      authorization: text === undefined ? undefined : `Basic ${Buffer.from(text).toString('base64')}`,
    })
  })

  it.each(['http://', 'socks5://u:secret@h', 'http://u:sec%zzret@h', 'http://u:secret@h:99999', '://secret'])(
    'is not shown when the variable is wrong: %s',
    (value) => {
      let thrown: unknown
      try {
        proxyFor(new URL(KMS), { HTTPS_PROXY: value })
      } catch (error) {
        thrown = error
      }
      expect(thrown).toMatchObject({
        code: 'INVALID_INPUT',
        hint: expect.stringContaining('http://user:password@proxy.example:3128'),
      })
      expect(String(thrown)).toContain('HTTPS_PROXY')
      expect(JSON.stringify([String(thrown), (thrown as { hint: string }).hint])).not.toMatch(/sec(ret|%)/u)
    },
  )
})
