import { messageOf } from '../../base/errors.ts'
import { printable } from '../../base/log.ts'
import { ONCE } from '../../http/timing.ts'
import type { CredentialContext, IssuedToken, TokenSource, Credential } from './types.ts'
import { askYandex } from '../request.ts'
import { idsOf } from '../said.ts'
import { objectOf } from './issued.ts'

interface Renewable extends IssuedToken {
  readonly renewAt: number
}

/** Renewed when a minute, or a tenth of its time, is left: the answer to a request in flight must still find it valid. */
const MARGIN_MS = 60_000
const HASTE_MS = 2000
const SERVICE = 'Yandex IAM'

/** A credential whose tokens are fetched and run out. */
export class RenewedCredential implements Credential {
  readonly serviceAccountId: string | undefined
  readonly advice: string
  readonly #source: TokenSource
  readonly #context: CredentialContext
  readonly #issued = new Map<string, number>()
  #current: Promise<Renewable> | undefined

  constructor(source: TokenSource, context: CredentialContext) {
    this.serviceAccountId = source.serviceAccountId
    this.advice = source.advice
    this.#source = source
    this.#context = context
  }

  async token(): Promise<string> {
    const asked = (this.#current ??= this.#fetch())
    const { token, renewAt } = await asked
    if (Date.now() < renewAt) return token
    return (await this.#insteadOf(asked)).token
  }

  async refresh(rejected: string): Promise<string> {
    const asked = this.#current
    if (asked === undefined || (await asked).token !== rejected) return this.token()
    if (this.#current === asked) this.#context.log.info('The token was refused: a new one is fetched.')
    return (await this.#insteadOf(asked)).token
  }

  async revoke(): Promise<void> {
    const valid = [...this.#issued].filter(([, expiresAt]) => expiresAt > Date.now())
    this.#issued.clear()
    // At once: after a cancellation there is no time for one after the other.
    await Promise.all(valid.map(([token, expiresAt]) => this.#revokeOrWarn(token, expiresAt)))
  }

  async #revokeOrWarn(token: string, expiresAt: number): Promise<void> {
    const { signal, log } = this.#context
    const over = signal.aborted
    try {
      log.info(
        await this.#revoke(token).catch((thrown: unknown) => {
          if (over || !this.#context.signal.aborted) throw thrown
          return this.#revoke(token) // the run was cancelled meanwhile, and the request with it
        }),
      )
    } catch (thrown) {
      const reason = printable(messageOf(thrown), 500)
      log.warning(`The IAM token could not be revoked and lasts ${until(expiresAt)}: ${reason}`)
    }
  }

  /** The token after `old`: fetched by the first who needs it, shared by the others. */
  #insteadOf(old: Promise<Renewable>): Promise<Renewable> {
    if (this.#current === undefined || this.#current === old) this.#current = this.#fetch()
    return this.#current
  }

  async #fetch(): Promise<Renewable> {
    const started = Date.now()
    const issued = await this.#source.fetch()
    this.#issued.set(issued.token, issued.expiresAt)
    const margin = Math.min(MARGIN_MS, (issued.expiresAt - started) / 10)
    return { ...issued, renewAt: issued.expiresAt - margin }
  }

  /** IamToken.Revoke. After a cancellation there are seconds left for it, no more. @returns what came of it */
  async #revoke(token: string): Promise<string> {
    const { iam } = await this.#context.endpoints
    const { signal } = this.#context
    const response = await askYandex(this.#context.http, {
      service: SERVICE,
      method: 'POST',
      url: `${iam ?? ''}/iam/v1/tokens:revoke`,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ iamToken: token }),
      afterAbort: true, // a failure has ended all other requests
      ...(signal.aborted ? { patience: ONCE, attemptMs: HASTE_MS } : { signal }),
    })
    // An attempt whose answer was lost has revoked it, or something else has: the token is of no use any more, which
    // was the purpose (as in RFC 7009, 2.2).
    if (response.status === 401) return 'Yandex IAM no longer accepts the IAM token: it need not be revoked.'
    if (response.status >= 400) throw new Error(`${SERVICE} answered ${response.status} ${idsOf(response)}`)
    objectOf(response, SERVICE)
    return 'The IAM token was revoked.'
  }
}

function until(time: number): string {
  return Number.isFinite(time) ? `until ${new Date(time).toISOString()}` : 'for 12 hours at most'
}
