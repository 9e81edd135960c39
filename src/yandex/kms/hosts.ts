import { ActionError } from '../../base/errors.ts'
import { grpcStatusOf } from '../../http/retry.ts'
import type { HttpRequest } from '../../http/types.ts'
import { askYandex, type YandexAnswer } from '../request.ts'
import { mayNotServe, refusesToken } from './failure.ts'
import type { KmsContext } from './types.ts'

const SERVICE = 'Yandex KMS'

/** A request without its host and its token. */
interface KmsRequest extends Pick<HttpRequest, 'method' | 'body' | 'gate' | 'signal'> {
  readonly path: string
}

/** INVALID_ARGUMENT, PERMISSION_DENIED, FAILED_PRECONDITION: said of a key that is there. */
const KNOWS_KEY: ReadonlySet<number> = new Set([3, 7, 9])

/**
 * Which host a call goes to. The default one is what the reference of SignHash names; all SDKs use kms.yandex.
 * Where the first does not know a method, or something in its place refuses, the second is asked once, and keeps the
 * run if it knows the key.
 */
export class Hosts {
  readonly #context: KmsContext
  #moved = false
  #asking: Promise<YandexAnswer> | undefined

  constructor(context: KmsContext) {
    this.#context = context
  }

  /** Key.Get. */
  async control(request: KmsRequest): Promise<YandexAnswer> {
    return this.#authorized((await this.#context.endpoints).kmsControl, request)
  }

  /** SignHash and GetPublicKey. */
  async crypto(request: KmsRequest): Promise<YandexAnswer> {
    const { kms, kmsFallback } = await this.#context.endpoints
    if (kmsFallback === undefined) return this.#authorized(kms, request)
    if (this.#moved) return this.#authorized(kmsFallback, request)
    const first = await this.#authorized(kms, request)
    if (!mayNotServe(first)) return first
    // Of many requests at once, one asks; the others wait for what comes of it.
    await this.#asked()
    const second = this.#authorized(kmsFallback, request)
    this.#asking = second
    try {
      const answer = await second
      if (knowsKey(answer)) this.#move(kms, kmsFallback, first)
      return answer
    } catch (thrown) {
      // No answer: then the first one is all there is, and says more than a host that was not named by anybody.
      if (thrown instanceof ActionError && thrown.code === 'UNAVAILABLE') return first
      throw thrown
    }
  }

  /** Waits until the second host has answered whoever asks it first. */
  async #asked(): Promise<void> {
    await this.#asking?.catch(() => undefined)
  }

  #move(from: string, to: string, { status }: YandexAnswer): void {
    if (this.#moved) return
    this.#moved = true
    this.#context.log.info(
      `${new URL(from).host} does not serve this call (${status}): ${new URL(to).host} serves the rest of the run.`,
    )
  }

  /** With the token; a 401 gets one more chance with another. */
  async #authorized(origin: string, request: KmsRequest): Promise<YandexAnswer> {
    const { credential } = this.#context
    const token = await credential.token()
    const answer = await this.#send(origin, request, token)
    if (!refusesToken(answer)) return answer
    const other = await credential.refresh(token)
    return other === token ? answer : this.#send(origin, request, other)
  }

  #send(origin: string, { path, ...request }: KmsRequest, token: string): Promise<YandexAnswer> {
    return askYandex(this.#context.http, {
      ...request,
      service: SERVICE,
      url: `${origin}${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(request.body === undefined ? undefined : { 'content-type': 'application/json' }),
      },
    })
  }
}

function knowsKey(answer: YandexAnswer): boolean {
  return answer.status === 200 || KNOWS_KEY.has(grpcStatusOf(answer)?.code ?? 0)
}
