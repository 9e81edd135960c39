import { isIP } from 'node:net'
import { ActionError } from '../base/errors.ts'
import { bareHost, isLoopback } from '../base/loopback.ts'

/** A proxy out of HTTP_PROXY or HTTPS_PROXY. Its password is in `authorization` alone. */
export interface Proxy {
  /** `http://host:port` or `https://host:port`: no user, no password, fit for messages. */
  readonly origin: string
  /** Value of Proxy-Authorization. */
  readonly authorization: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The proxy that the environment names for `url`, lower-case variables first, as curl and undici take them:
 * https_proxy for https (where it is not set, http_proxy), http_proxy for http, no_proxy for what goes without.
 * Loopback goes through a proxy on loopback alone: another machine's proxy cannot reach it, and would see the token.
 * @throws ActionError INVALID_INPUT a variable that is not the URL of a proxy; its value is not part of the message
 */
export function proxyFor(url: URL, env: Environment): Proxy | undefined {
  const names = ['http_proxy', 'HTTP_PROXY']
  if (url.protocol === 'https:') names.unshift('https_proxy', 'HTTPS_PROXY')
  const [first] = names.flatMap((name) => {
    const value = present(env[name])
    return value === undefined ? [] : [{ name, value }]
  })
  if (first === undefined || goesWithout(url, present(env['no_proxy']) ?? env['NO_PROXY'] ?? '')) return undefined
  const proxy = parseProxy(first.name, first.value)
  return isLoopback(url.hostname) && !isLoopback(new URL(proxy.origin).hostname) ? undefined : proxy
}

function present(value: string | undefined): string | undefined {
  const trimmed = value?.trim() ?? ''
  return trimmed === '' ? undefined : trimmed
}

function parseProxy(variable: string, value: string): Proxy {
  const fault = new ActionError(
    'INVALID_INPUT',
    `The environment variable ${variable} is not the URL of a proxy, which has no path, query or fragment.`,
    {
      hint: 'It has to look like http://proxy.example:3128 or http://user:password@proxy.example:3128, special characters of the password percent-encoded.',
    },
  )
  const text = value.includes('://') ? value : `http://${value}`
  if (!URL.canParse(text)) throw fault
  const { protocol, origin, username, password, pathname, search, hash } = new URL(text)
  if (protocol !== 'http:' && protocol !== 'https:') throw fault
  // A `/`, `?` or `#` in a password that is not percent-encoded ends the host there: what follows is part of the secret.
  if (pathname !== '/' || search !== '' || hash !== '' || /[?#]$/u.test(text)) throw fault
  if (username === '' && password === '') return { origin, authorization: undefined }
  let credentials: string
  try {
    credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  } catch {
    throw fault
  }
  return { origin, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
}

/**
 * NO_PROXY: names separated by commas or spaces. `example.com` and `.example.com` stand for the domain and all below it,
 * `*.example.com` for what is below it, `name:8443` for this port, `*` for everything.
 */
function goesWithout(url: URL, list: string): boolean {
  const host = bareHost(url.hostname)
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  return list.split(/[\s,]/u).some((entry) => {
    const [, named = '', ofPort] = /^(.+?)(?::(\d+))?$/u.exec(entry) ?? []
    // An IPv6 address without brackets has colons of its own, and no port.
    const plain = isIP(entry) === 6
    if (!plain && ofPort !== undefined && ofPort !== port) return false
    return matchesName(host, plain ? entry : named)
  })
}

function matchesName(host: string, pattern: string): boolean {
  if (pattern === '*') return true
  const suffix = bareHost(pattern.replace(/^\*?\./u, ''))
  if (host.endsWith(`.${suffix}`)) return true
  return !pattern.startsWith('*') && host === suffix
}
