import { isLoopback } from '../base/loopback.ts'
import type { HttpClient, HttpRequest, HttpResponse } from '../http/types.ts'
import { parseChallenges, type Challenge } from './challenge.ts'
import { basic } from './login.ts'
import { LIMIT_HINT, SERVICE } from './refusals.ts'
import { fetchToken, iamCredentials, type RegistryToken } from './token.ts'
import type { Login } from './types.ts'

/** What one registry is talked to with. */
interface RegistryOptions {
  readonly http: HttpClient
  /** With the port, where it has one. */
  readonly host: string
  readonly login: Promise<Login>
  /** Whose IAM token it is, for hints. */
  readonly serviceAccountId: string | undefined
  readonly mask: (secret: string) => void
}
/** A request to a registry: the URL is a path of it or absolute. */
type RegistryRequest = Omit<HttpRequest, 'service' | 'url'> & { readonly url: string }

/** Docker Hub's API is not at the name that its images have. */
const API_HOSTS: Readonly<Record<string, string>> = { 'index.docker.io': 'registry-1.docker.io' }
/** The challenge is learnt, and a token that ended is renewed: nothing is asked a third time. */
const MOST_LOGINS = 2

/** The requests to one registry: who one is, is found out by its first answer, and shared by all that follow. */
export class Registry {
  readonly host: string
  readonly serviceAccountId: string | undefined
  readonly #options: RegistryOptions
  readonly #origin: URL
  readonly #tokens = new Map<string, Promise<RegistryToken>>()
  #challenge: Challenge | undefined

  constructor(options: RegistryOptions) {
    this.#options = options
    this.host = options.host
    this.serviceAccountId = options.serviceAccountId
    const origin = new URL(`https://${API_HOSTS[options.host] ?? options.host}`)
    if (isLoopback(origin.hostname)) origin.protocol = 'http:'
    this.#origin = origin
  }

  /**
   * An answer, whatever its status: a 401 stays one when no login helps. The login goes to the registry alone; a URL
   * of another host gets the request without it.
   * @throws ActionError REGISTRY_REFUSED, INVALID_RESPONSE, and what the client throws
   */
  async send(repository: string, request: RegistryRequest): Promise<HttpResponse> {
    const url = this.resolve(request.url)
    const own = url.origin === this.#origin.origin
    let authorization = own ? await this.#authorization(repository) : undefined
    for (let logins = 0; ; logins += 1) {
      const headers = { ...request.headers, ...(authorization === undefined ? {} : { authorization }) }
      const response = await this.#options.http.request({
        limitHint: LIMIT_HINT,
        ...request,
        service: SERVICE,
        url: url.href,
        headers,
      })
      if (response.status !== 401 || !own || logins === MOST_LOGINS) return response
      const next = await this.#nextAuthorization(repository, authorization, response)
      if (next === undefined || next === authorization) return response
      authorization = next
    }
  }

  /**
   * A URL of the registry, or one that it named. Bytes go over TLS, unless the registry itself is on loopback.
   * @throws RangeError
   */
  resolve(location: string): URL {
    const url = URL.parse(location, this.#origin.href)
    if (url === null) throw new RangeError('is not a URL')
    const local = url.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(this.#origin.hostname)
    if (url.protocol !== 'https:' && !local) throw new RangeError('is not a URL with TLS')
    return url
  }

  /** The header that is known to be wanted; `undefined` before the first challenge. */
  async #authorization(repository: string): Promise<string | undefined> {
    const login = await this.#options.login
    if (login.kind === 'bearer') return `Bearer ${login.token}`
    if (this.#challenge?.scheme === 'bearer') return `Bearer ${(await this.#tokenFor(repository)).value}`
    return this.#challenge?.scheme === 'basic' ? this.#basic(login) : undefined
  }

  async #basic(login: Login): Promise<string | undefined> {
    if (login.kind === 'password') return `Basic ${basic(login.username, login.password)}`
    if (login.kind === 'iam') return `Basic ${iamCredentials(await login.token.token(), this.#options.mask)}`
    return undefined
  }

  /** Another header after a 401, or `undefined` where there is none. */
  async #nextAuthorization(
    repository: string,
    used: string | undefined,
    { headers }: HttpResponse,
  ): Promise<string | undefined> {
    const challenges = parseChallenges(headers['www-authenticate'] ?? '')
    const challenge =
      challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm')) ??
      challenges.find(({ scheme }) => scheme === 'basic')
    const tooLittle = used !== undefined && challenge?.parameters.get('error') === 'insufficient_scope'
    if (challenge === undefined || tooLittle) return undefined
    this.#challenge = challenge
    const login = await this.#options.login
    if (challenge.scheme === 'basic') {
      if (used !== undefined && login.kind === 'iam') await this.#refreshIam(login, used)
      return this.#basic(login)
    }
    const known = await this.#tokens.get(repository)
    if (known !== undefined && used === `Bearer ${known.value}`) this.#tokens.delete(repository)
    return this.#authorization(repository)
  }

  async #refreshIam(login: Extract<Login, { kind: 'iam' }>, used: string): Promise<void> {
    const token = await login.token.token()
    if (used === `Basic ${iamCredentials(token, this.#options.mask)}`) await login.token.refresh(token)
  }

  /** One token a repository, fetched once however many ask at the same time. */
  async #tokenFor(repository: string): Promise<RegistryToken> {
    const known = this.#tokens.get(repository)
    if (known !== undefined) {
      const token = await known
      if (token.expiresAt > performance.now()) return token
      if (this.#tokens.get(repository) === known) this.#tokens.delete(repository)
    }
    const current = this.#tokens.get(repository) ?? this.#fetch(repository)
    this.#tokens.set(repository, current)
    return current
  }

  async #fetch(repository: string): Promise<RegistryToken> {
    const { http, login, host, serviceAccountId, mask } = this.#options
    const challenge = this.#challenge
    if (challenge === undefined) throw new RangeError('no challenge is known')
    const shared = { http, challenge, name: `${host}/${repository}`, repository, serviceAccountId, mask }
    return fetchToken({ ...shared, login: await login })
  }
}
