import { ActionError, messageOf, systemCodeOf } from '../base/errors.ts'
import { TOO_MANY_OPEN_HINT } from '../base/open-file.ts'
import { printable } from '../base/log.ts'
import { TooLarge } from './exchange.ts'
import { ProxyRefusal, ProxyUnreachable } from './tunnel.ts'

/**
 * Codes of OpenSSL's X.509 verification and Node's host name check, as Node puts them on errors. A signature by another
 * key can also end as an error of the key's arithmetic (ERR_OSSL_RSA_…), which of the two hangs on the key's bits.
 */
const CERTIFICATE =
  /CERT|ISSUER|CRL|UNABLE_TO_|^ERR_OSSL_|^(?:INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/u
const REFUSED_FOR_GOOD = 500

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was reset',
  UND_ERR_SOCKET: 'the connection was closed before the answer was complete',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was closed before the answer was complete',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ETIMEDOUT: 'no connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its CA is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its CA is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its CA is not known here',
  CERT_HAS_EXPIRED: 'it has expired',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to its network',
  EMFILE: 'too many files and connections are open (EMFILE)',
  ENFILE: 'too many files and connections are open (ENFILE)',
}

/** What an attempt's error says, in words. */
export function wordsFor(error: unknown): string {
  if (error instanceof ProxyUnreachable) return `its proxy could not be reached: ${wordsFor(error.cause)}`
  const code = systemCodeOf(error) ?? ''
  const words = WORDS[code]
  if (words !== undefined) return words
  const message = printable(messageOf(error), 300)
  return message.includes(code) ? message : `${message} (${printable(code, 80)})`
}

/**
 * The error of an attempt that must not be repeated, or `undefined` where it may be.
 * @param service as the request names it
 * @param host of the request's URL
 * @param proxy the proxy's origin
 */
export function finalFailure(
  error: Error,
  service: string,
  host: string,
  proxy: string | undefined,
): ActionError | undefined {
  if (error instanceof ActionError) return error
  if (error instanceof TooLarge)
    return new ActionError('INVALID_RESPONSE', `${service} (${host}): ${error.message}.`, {
      hint: `Check that the endpoint is right, and that nothing between the runner and ${host} changes its answers.`,
      cause: error,
    })
  if (error instanceof ProxyRefusal && error.status < REFUSED_FOR_GOOD)
    return refusedByProxy(error, service, host, proxy)
  const code = systemCodeOf(error instanceof ProxyUnreachable ? error.cause : error) ?? ''
  if (CERTIFICATE.test(code)) return untrusted(error, service, host, proxy)
  if (code === 'UND_ERR_INVALID_ARG' || code === 'ERR_INVALID_URL' || code === 'ERR_INVALID_ARG_TYPE')
    return new ActionError(
      'UNAVAILABLE',
      `The request to ${service} (${host}) could not be made: ${wordsFor(error)}.`,
      {
        hint: 'Check the endpoint and the proxy of this request: its address, or a header of it, is not one that can be sent.',
        cause: error,
      },
    )
  return undefined
}

function refusedByProxy(error: ProxyRefusal, service: string, host: string, proxy: string | undefined): ActionError {
  return new ActionError(
    'UNAVAILABLE',
    `The proxy ${proxy ?? ''} refused the connection to ${service} (${host}): ${error.status}.`,
    {
      hint:
        error.status === 407
          ? `${wanted(error)} set HTTPS_PROXY to http://user:password@host:port, special characters percent-encoded.`
          : `Let it pass connections to ${host}, or list the host in NO_PROXY where it can be reached without a proxy.`,
      cause: error,
    },
  )
}

function wanted({ schemes }: ProxyRefusal): string {
  const offered = schemes.map((scheme) => printable(scheme, 30)).join(', ')
  const isBasic = schemes.some((scheme) => scheme.toLowerCase() === 'basic')
  if (offered !== '' && !isBasic)
    return `It offers ${offered} alone, and this action knows Basic: have it take Basic, or let the runner out without it. For Basic,`
  return `It wants a user and a password${offered === '' ? '' : ` (it offers ${offered})`}:`
}

function untrusted(error: Error, service: string, host: string, proxy: string | undefined): ActionError {
  const by = proxy === undefined ? '' : ` through the proxy ${proxy}`
  const isProxys = error instanceof ProxyUnreachable
  const whose = isProxys ? `the proxy ${proxy ?? ''}` : `${service} (${host})${by}`
  return new ActionError(
    'UNAVAILABLE',
    `The TLS certificate of ${whose} is not trusted: ${wordsFor(isProxys ? error.cause : error)}.`,
    {
      hint: 'Where a proxy or an installation of your own has a private CA, set NODE_EXTRA_CA_CERTS of the job to the path of its PEM file. Certificates are always checked; NODE_TLS_REJECT_UNAUTHORIZED changes nothing.',
      cause: error,
    },
  )
}

/** Where a service tells of its troubles. */
function whereToLook(service: string, host: string): string {
  if (service.includes('GitHub')) return 'see https://www.githubstatus.com'
  if (/yandex/iu.test(`${service} ${host}`)) return 'see https://status.yandex.cloud'
  return `ask whoever runs ${host}`
}

/** What the reader of UNAVAILABLE can do. */
export function unavailableHint(
  service: string,
  host: string,
  miss: {
    readonly answered: boolean
    readonly isProxys?: boolean
    readonly tooManyOpen?: boolean
    readonly proxy: string | undefined
  },
): string {
  if (miss.tooManyOpen === true) return TOO_MANY_OPEN_HINT
  if (miss.answered) return `Run the job again. If it keeps failing, ${whereToLook(service, host)}.`
  if (miss.isProxys === true)
    return `Check the name and port of the proxy ${miss.proxy ?? ''} in HTTPS_PROXY, and that the runner can reach it.`
  const by =
    miss.proxy === undefined ? 'Where the runner needs a proxy, set HTTPS_PROXY.' : `The proxy is ${miss.proxy}.`
  return `Check that the runner can reach ${host}. ${by}`
}
