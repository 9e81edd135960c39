/** Scripted faults: which request they hit, and what each one is. */
import { seeded } from '../crypto/random.ts'
import type { ServiceName } from '../server/service-name.ts'

export type Fault =
  /** Any answer; without `body` the service's own kind of error for `status`. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: string | Readonly<Record<string, unknown>>
      readonly headers?: Readonly<Record<string, string>>
      /** Sent as the Retry-After header: seconds, or with `retryAfterDate` the date that many seconds ahead. */
      readonly retryAfter?: number
      readonly retryAfterDate?: boolean
    }
  /** An HTML page with status 200. */
  | { readonly kind: 'html' }
  /** Status 200 and no body. */
  | { readonly kind: 'empty' }
  /** Half of the right JSON, as a complete HTTP message. */
  | { readonly kind: 'truncated-json' }
  /** The right JSON with each string a number and each number a string. */
  | { readonly kind: 'wrong-types' }
  /** A body without end in sight: `bytes`, by default 100 MiB. */
  | { readonly kind: 'huge-body'; readonly bytes?: number }
  /** About 1 MiB that unpacks to 1 GiB, by Content-Encoding. */
  | { readonly kind: 'gzip-bomb' }
  | { readonly kind: 'wrong-key-id' }
  | { readonly kind: 'bad-base64' }
  | { readonly kind: 'empty-signature' }
  /** A right signature of another digest. */
  | { readonly kind: 'other-digest' }
  /** A signature, or a public key, of another key of the same algorithm. */
  | { readonly kind: 'other-key' }
  /** Of an asset's upload: it breaks off inside GitHub, which says 502 and keeps an asset in state `starter`. */
  | { readonly kind: 'starter' }
  /** 401 with code 16, whatever the token. */
  | { readonly kind: 'unauthenticated' }
  /** 307 to `to`. */
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'reset-before-headers' }
  | { readonly kind: 'reset-after-headers' }
  | { readonly kind: 'reset-mid-body' }
  /** The request is read and never answered. */
  | { readonly kind: 'black-hole' }
  /** The right answer at one byte a second. */
  | { readonly kind: 'one-byte-a-second' }
  /** Half of the right body under the whole one's Content-Length, then an orderly end of the connection. */
  | { readonly kind: 'truncated-body' }

export type FaultKind = Fault['kind']

/** Which requests are hit. All conditions must hold; with none, every request of the service is. */
export interface FaultTarget {
  /** A service, or `*` for all of them. */
  readonly service: ServiceName | '*'
  /** A call of it, such as `SignHash`. */
  readonly call?: string
  /** Leaves the first so many matching requests alone. */
  readonly skip?: number
  /** Hits so many requests and no more. */
  readonly first?: number
  /** Hits every n-th matching request: the third, the sixth … */
  readonly every?: number
  /** Hits by chance, repeatable by `seed`. */
  readonly probability?: number
  readonly seed?: number
  /** The service does its work before the fault: what is asked for has happened, and only the answer is spoilt. */
  readonly after?: boolean
}

export type FaultRule = Fault & FaultTarget

/** Holds the rules in force and draws at most one fault for a request: the oldest rule that wants it. */
export class Faults {
  #rules: { readonly rule: FaultRule; readonly random: () => number; seen: number; hits: number }[] = []

  /** Puts `rule` in force; the function returned takes it out again. */
  add(rule: FaultRule): () => void {
    const entry = { rule, random: seeded(rule.seed ?? 1), seen: 0, hits: 0 }
    this.#rules.push(entry)
    return () => {
      this.#rules = this.#rules.filter((other) => other !== entry)
    }
  }

  clear(): void {
    this.#rules = []
  }

  /** The rule for this request, if any; counts it as seen by every rule that it matches. */
  draw(service: ServiceName, call: string): FaultRule | undefined {
    let drawn: FaultRule | undefined
    for (const entry of this.#rules) {
      const { rule } = entry
      if (rule.service !== '*' && rule.service !== service) continue
      if (rule.call !== undefined && rule.call !== call) continue
      entry.seen += 1
      if (drawn !== undefined || entry.seen <= (rule.skip ?? 0)) continue
      if (rule.first !== undefined && entry.hits >= rule.first) continue
      if (rule.every !== undefined && (entry.seen - (rule.skip ?? 0)) % rule.every !== 0) continue
      if (rule.probability !== undefined && entry.random() >= rule.probability) continue
      entry.hits += 1
      drawn = rule
    }
    return drawn
  }
}
