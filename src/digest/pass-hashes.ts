import { createHash, type Hash } from 'node:crypto'
import { watchJson } from '../formats/confusion/signed-json.ts'
import { startTextForm } from '../formats/openpgp/text-form.ts'

/** What to compute: the names of Node's crypto. */
export interface PassPlan {
  readonly hash: string
  /** SHA-512 beside. */
  readonly sha512: boolean
  /** Of the file in a form and, behind it, of more bytes. */
  readonly own: readonly { readonly form: 'bytes' | 'text'; readonly suffix: Uint8Array }[]
}

/** The ends of bytes that were hashed: the first 16 KiB and the last 32 bytes, or all. */
export interface Ends {
  readonly size: number
  readonly head: Uint8Array
  readonly tail: Uint8Array
}

const HEAD_BYTES = 16 * 1024
const TAIL_BYTES = 32

/** One hash context for each algorithm and form; what follows the file is hashed by a copy of its context. */
export function startHashes(plan: PassPlan) {
  const main = startHash(plan.hash)
  const beside = plan.sha512 && plan.hash !== 'sha512' ? createHash('sha512') : undefined
  const json = watchJson()
  const text = plan.own.some(({ form }) => form === 'text') ? startText(plan.hash) : undefined
  return {
    take(chunk: Uint8Array): void {
      main.update(chunk)
      json.update(chunk)
      beside?.update(chunk)
      text?.update(chunk)
    },
    finish() {
      text?.end()
      const own = plan.own.map(({ form, suffix }) => {
        const { hash, ends } = form === 'text' && text !== undefined ? text : main
        return { digest: hash.copy().update(suffix).digest(), ends: ends() }
      })
      const { head, tail } = main.ends()
      const digest = main.hash.digest()
      return {
        digest,
        sha512: plan.sha512 ? (beside?.digest() ?? digest) : undefined,
        own,
        head,
        tail,
        json: json.end(),
      }
    },
  }
}

/** A hash that remembers the ends of what went into it. */
function startHash(name: string) {
  const hash: Hash = createHash(name)
  let size = 0
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  return {
    hash,
    update: (chunk: Uint8Array): void => {
      hash.update(chunk)
      size += chunk.length
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      tail = Buffer.concat([tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES)
    },
    ends: (): Ends => ({ size, head, tail }),
  }
}

/** The same of a text's form. */
function startText(name: string) {
  const form = startTextForm()
  const { hash, ends, update } = startHash(name)
  return {
    hash,
    ends,
    update: (chunk: Uint8Array) => {
      update(form.take(chunk))
    },
    end: () => {
      update(form.end())
    },
  }
}
