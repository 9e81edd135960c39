import { describe, expect, it } from '@jest/globals'
import { ActionError } from '../../src/base/errors.ts'
import { AttemptTimeout, TooLarge } from '../../src/http/exchange.ts'
import { finalFailure, unavailableHint, wordsFor } from '../../src/http/failure.ts'
import { ProxyRefusal } from '../../src/http/tunnel.ts'

const PROXY = 'http://proxy.example:3128'
const withCode = (code: string, message = 'said by Node') => Object.assign(new Error(message), { code })
const final = (error: Error, proxy?: string) => finalFailure(error, 'Yandex KMS', 'kms.example', proxy)

describe('what an attempt failed of', () => {
  it.each([
    ['ECONNREFUSED', 'the connection was refused'],
    ['ECONNRESET', 'the connection was reset'],
    ['EPIPE', 'the connection was reset'],
    ['UND_ERR_SOCKET', 'the connection was closed before the answer was complete'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'the connection was closed before the answer was complete'],
    ['ENOTFOUND', 'its host name is not known'],
    ['EAI_AGAIN', 'its host name could not be looked up'],
    ['ETIMEDOUT', 'no connection in time'],
    ['UND_ERR_CONNECT_TIMEOUT', 'no connection in time'],
    ['EHOSTUNREACH', 'no route to the host'],
    ['ENETUNREACH', 'no route to its network'],
    ['EMFILE', 'too many files and connections are open (EMFILE)'],
    ['EOTHER', 'said by Node (EOTHER)'],
  ])('is said in words for %s', (code, words) => {
    expect(wordsFor(withCode(code))).toBe(words)
  })

  it.each([
    ['a message that names its code', withCode('EOTHER', 'EOTHER: no'), 'EOTHER: no'],
    ['an error without a code', new Error('no reason'), 'no reason'],
    ['a timeout of ours', new AttemptTimeout(15_000), 'no complete answer within 15 s'],
    ['a refusal by the proxy', new ProxyRefusal(502), 'the proxy answered 502'],
    ['a message from outside', withCode('E\n::x', 'a\n::error::b'), String.raw`a\u{a}::error::b (E\u{a}::x)`],
  ])('is said of %s', (_, error, words) => {
    expect(wordsFor(error)).toBe(words)
  })

  it.each([['EOTHER'], [undefined]])('is said in a few hundred characters at most (%s)', (code) => {
    const error = Object.assign(new Error('m'.repeat(5000)), code === undefined ? {} : { code: code.repeat(100) })
    expect(wordsFor(error).length).toBeLessThan(400)
  })
})

describe('a failure', () => {
  it.each([['ECONNRESET'], ['ENOTFOUND'], ['UND_ERR_SOCKET'], ['EOTHER']])('by %s may be repeated', (code) => {
    expect(final(withCode(code))).toBeUndefined()
  })

  it('of no code, and a refusal by an overloaded proxy, may be repeated', () => {
    expect(final(new Error('no reason'))).toBeUndefined()
    expect(final(new ProxyRefusal(500))).toBeUndefined()
    expect(final(new ProxyRefusal(503))).toBeUndefined()
  })

  it('with a code of ours is passed on as it is', () => {
    const ours = new ActionError('CANCELLED', 'over')
    expect(final(ours)).toBe(ours)
  })

  it('of an answer that is too large is INVALID_RESPONSE', () => {
    const cause = new TooLarge(1000)
    expect(final(cause)).toMatchObject({
      code: 'INVALID_RESPONSE',
      message: 'Yandex KMS (kms.example): the answer has more than 1000 bytes.',
      cause,
    })
  })

  it.each([
    [407, /user and a password.*HTTPS_PROXY.*percent-encoded/u],
    [403, /pass connections to kms\.example.*NO_PROXY/u],
    [499, /NO_PROXY/u],
  ])('by %i of the proxy is final, and says what to set', (status, hint) => {
    const cause = new ProxyRefusal(status)
    const failure = final(cause, PROXY)
    expect(failure).toMatchObject({ code: 'UNAVAILABLE', cause })
    expect(failure?.message).toBe(
      `The proxy ${PROXY} refused the connection to Yandex KMS (kms.example): ${String(status)}.`,
    )
    expect(failure?.hint).toMatch(hint)
  })

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'its CA is not known here'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its CA is not known here'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its CA is not known here'],
    ['CERT_HAS_EXPIRED', 'it has expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'said by Node (ERR_TLS_CERT_ALTNAME_INVALID)'],
    ['INVALID_CA', 'said by Node (INVALID_CA)'],
    ['INVALID_PURPOSE', 'said by Node (INVALID_PURPOSE)'],
    ['PATH_LENGTH_EXCEEDED', 'said by Node (PATH_LENGTH_EXCEEDED)'],
    ['HOSTNAME_MISMATCH', 'said by Node (HOSTNAME_MISMATCH)'],
    ['CRL_HAS_EXPIRED', 'said by Node (CRL_HAS_EXPIRED)'],
    ['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'said by Node (UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY)'],
    ['ERR_OSSL_RSA_PADDING_CHECK_FAILED', 'said by Node (ERR_OSSL_RSA_PADDING_CHECK_FAILED)'],
  ])('of the certificate (%s) is final, and says how to trust a CA', (code, words) => {
    const cause = withCode(code)
    expect(final(cause)).toMatchObject({ code: 'UNAVAILABLE', cause })
    expect(final(cause)?.message).toBe(`The TLS certificate of Yandex KMS (kms.example) is not trusted: ${words}.`)
    expect(final(cause)?.hint).toMatch(/NODE_EXTRA_CA_CERTS.*NODE_TLS_REJECT_UNAUTHORIZED changes nothing/u)
    expect(final(cause, PROXY)?.message).toContain(`(kms.example) through the proxy ${PROXY} is not trusted`)
  })

  it.each([['MY_HOSTNAME_MISMATCH'], ['INVALID_CAPABILITY'], ['X_ERR_OSSL_']])(
    'of %s is none of the certificate',
    (code) => {
      expect(final(withCode(code))).toBeUndefined()
    },
  )

  it.each([['UND_ERR_INVALID_ARG'], ['ERR_INVALID_URL'], ['ERR_INVALID_ARG_TYPE']])(
    'of the request itself (%s) is final',
    (code) => {
      expect(final(withCode(code))).toMatchObject({
        code: 'UNAVAILABLE',
        message: `The request to Yandex KMS (kms.example) could not be made: said by Node (${code}).`,
      })
    },
  )
})

describe('the hint when a service stays away', () => {
  it.each([
    [{ answered: true, proxy: undefined }, /Run the job again.*https:\/\/status\.yandex\.cloud/u],
    [{ answered: true, proxy: PROXY }, /Run the job again/u],
    [{ answered: false, proxy: undefined }, /runner can reach kms\.example\..*set HTTPS_PROXY/u],
    [{ answered: false, proxy: PROXY }, /runner can reach kms\.example\. The proxy is http:\/\/proxy\.example:3128/u],
    [{ answered: false, proxy: PROXY, tooManyOpen: true }, /^The limit of open files is reached.*ulimit -n/u],
  ])('for %j', (miss, hint) => {
    expect(unavailableHint('Yandex KMS', 'kms.example', miss)).toMatch(hint)
  })
})
