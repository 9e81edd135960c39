import type { Environment } from '../base/environment.ts'
import { printable } from '../base/log.ts'
import { isLoopback } from '../base/loopback.ts'
import { HASH_ALGORITHMS, type HashAlgorithm } from '../crypto/hashes.ts'

/**
 * Reads inputs one by one and gathers what is wrong with them, so that a run reports all faults together.
 * A reader that finds a fault notes it and gives the default back: nothing of the result is used then.
 */
export class InputReader {
  readonly #env: Environment
  readonly #faults: { readonly name: string; readonly text: string }[] = []

  constructor(env: Environment) {
    this.#env = env
  }

  /** One sentence per fault, each naming the input. */
  get faults(): readonly string[] {
    return this.#faults.map(({ text }) => text)
  }

  /** The input's text without white space at its ends; empty where it is not given. */
  text(name: string): string {
    return (this.#env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
  }

  /** The text, or `undefined` where the input is empty. */
  optional(name: string): string | undefined {
    return this.text(name) || undefined
  }

  /** Notes a fault. `example` is a value that would do. */
  fault(name: string, what: string, example: string): void {
    this.#faults.push({ name, text: `Input '${name}' ${what}. Example: ${example}` })
  }

  /** Notes a fault of several inputs together, which `sentence` names. */
  faultOf(sentence: string, example: string): void {
    this.#faults.push({ name: '', text: `${sentence}. Example: ${example}` })
  }

  /** Whether a fault of this input is noted: what follows from its value alone is not a second one. */
  hasFault(name: string): boolean {
    return this.#faults.some((fault) => fault.name === name)
  }

  /** YAML 1.2's core schema: `true`, `True`, `TRUE` and the same of `false`. */
  boolean(name: string, fallback: boolean): boolean {
    const text = this.text(name)
    if (text === '') return fallback
    const value = booleanIn(text)
    if (value !== undefined) return value
    this.fault(name, `is ${quoted(text)}, which is not a boolean`, `\`${name}: true\` or \`${name}: false\``)
    return fallback
  }

  /** A boolean, or `word`, which is also the default. */
  booleanOr<T extends string>(name: string, word: T): boolean | T {
    const text = this.text(name)
    const value = text === '' || text === word ? word : booleanIn(text)
    if (value !== undefined) return value
    this.fault(name, `is ${quoted(text)}; it takes ${word}, true or false`, `\`${name}: ${word}\``)
    return word
  }

  /** One of `values`. */
  choice<T extends string>(name: string, values: readonly T[], fallback: T): T {
    const text = this.text(name)
    if (text === '') return fallback
    const value = values.find((candidate) => candidate === text)
    if (value !== undefined) return value
    this.fault(name, `is ${quoted(text)}, which is not one of ${values.join(', ')}`, `\`${name}: ${fallback}\``)
    return fallback
  }

  /** Some of `values`, separated by commas, spaces or newlines, each once, in the order of `values`. */
  list<T extends string>(name: string, values: readonly T[], fallback: readonly T[]): readonly T[] {
    const given = this.text(name)
      .split(/[\s,]+/u)
      .filter((item) => item !== '')
    if (given.length === 0) return fallback
    const unknown = given.filter((item) => !values.some((value) => value === item))
    if (unknown.length > 0) {
      const what = `holds ${unknown.slice(0, 5).map(quoted).join(', ')}; it takes ${values.join(', ')}`
      this.fault(name, what, `\`${name}: ${fallback.join(', ')}\``)
    }
    return values.filter((value) => given.includes(value))
  }

  /** A number from `least` to `most`, whole unless `decimals`. */
  number(name: string, fallback: number, least: number, most: number, decimals = false): number {
    const text = this.text(name)
    if (text === '') return fallback
    const value = /^(\d+(\.\d*)?|\.\d+)$/u.test(text) ? Number(text) : NaN
    if (value >= least && value <= most && (decimals || Number.isInteger(value))) return value
    const kind = decimals ? 'number' : 'whole number'
    const range = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`
    this.fault(name, `is ${quoted(text)}, which is not a ${kind} ${range}`, `\`${name}: ${fallback}\``)
    return fallback
  }

  /** An origin: `https://host[:port]`, or `http://` on a loopback address. Without a slash at its end. */
  origin(name: string): string | undefined {
    const url = this.url(name, `https://${name.replace('-endpoint', '')}.example.net`)
    if (url === undefined) return undefined
    if (url.pathname === '/' && url.search === '' && url.hash === '') return url.origin
    this.fault(name, `is ${quoted(this.text(name))}, which has more than an origin`, `\`${name}: ${url.origin}\``)
    return undefined
  }

  /** A URL that a token may be sent to: `https:`, or `http:` on a loopback address; no user, no password. */
  url(name: string, example: string): URL | undefined {
    const text = this.text(name)
    if (text === '') return undefined
    const url = URL.parse(text)
    const good = `\`${name}: ${example}\``
    // What is given may hold a password: it is not repeated before that is known.
    if (url === null) this.fault(name, 'is not a URL', good)
    // `user:password@host` is a URL of the scheme `user`.
    else if (url.username !== '' || url.password !== '' || (url.host === '' && text.includes('@')))
      this.fault(name, 'holds a user name or password', good)
    else if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
      this.fault(name, `is ${quoted(text)}: tokens go over https:// only (http:// on a loopback address)`, good)
    } else return url
    return undefined
  }
}

function booleanIn(text: string): boolean | undefined {
  if (['true', 'True', 'TRUE'].includes(text)) return true
  return ['false', 'False', 'FALSE'].includes(text) ? false : undefined
}

/** What was given, in quotes, on one line and short. */
export function quoted(text: string): string {
  return `"${printable(text, 80)}"`
}

export const HASH_CHOICES: readonly (HashAlgorithm | 'auto')[] = ['auto', ...HASH_ALGORITHMS]
