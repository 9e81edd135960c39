/**
 * One pass over one file, and the entry of the worker threads that make such passes.
 * The build makes a small bundle of it beside the large one, so whatever it imports loads again in each worker.
 */
import { closeSync, fstatSync, openSync, readSync, type BigIntStats } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { NotText } from '../formats/openpgp/text-form.ts'
import type { SignedJson } from '../formats/confusion/signed-json.ts'
import { isTooManyOpen, OPEN_FLAGS, waitToOpen } from '../base/open-file.ts'
import { startHashes, type Ends, type PassPlan } from './pass-hashes.ts'

/** All digests raw. */
export interface PassResult {
  readonly kind: 'done'
  readonly size: number
  /** As base/file-state.ts has it. */
  readonly state: Pick<BigIntStats, 'size' | 'mtimeNs' | 'ctimeNs' | 'ino' | 'dev'>
  /** Whether the change time, and nothing else of the state, became another while it was read. */
  readonly touched: boolean
  readonly digest: Uint8Array
  readonly sha512: Uint8Array | undefined
  /** One for each of the plan; `ends` are those of the file in its form. */
  readonly own: readonly { readonly digest: Uint8Array; readonly ends: Ends }[]
  /** The first 16 KiB and the last 32 bytes, or all. */
  readonly head: Uint8Array
  readonly tail: Uint8Array
  /** What the file is, where it is a JSON object. */
  readonly json: SignedJson | undefined
}

/** Why there is no result; the message does not name the file. */
interface PassProblem<K> {
  readonly kind: K
  readonly message: string
  /** Whether it is because too many files are open. */
  readonly tooManyOpen?: boolean
}

export type PassOutcome = PassResult | PassProblem<'changed' | 'unreadable' | 'not text'>

/** Of a buffer for `passSteps`: large enough for few calls, small enough for a core's own cache. */
export const BUFFER_BYTES = 256 * 1024

/** What is asked of whoever drives the pass: so many bytes at most, into the start of the buffer; or stats again. */
type PassStep = { readonly read: number } | 'stat'

/**
 * The steps of a pass over an open file: to each `read` goes back the number of bytes, to `stat` the stats.
 * Never reads past the size that the file had when it was opened but for one byte, so a file that grows ends too.
 */
export function* passSteps(
  plan: PassPlan,
  buffer: Uint8Array,
  before: BigIntStats,
): Generator<PassStep, PassOutcome, number | BigIntStats> {
  if (!before.isFile()) return { kind: 'unreadable', message: 'it is no longer a regular file' }
  const pass = startHashes(plan)
  for (let left = Number(before.size); ;) {
    const wanted = Math.min(buffer.length, left + 1)
    const got = Number(yield { read: wanted })
    if (got > left) return { kind: 'changed', message: 'it grew while it was read' }
    if (got === 0 && left > 0) return { kind: 'changed', message: 'it became shorter while it was read' }
    pass.take(buffer.subarray(0, got))
    left -= got
    if (got === 0 || (left === 0 && got < wanted)) break
  }
  const after = yield 'stat'
  if (typeof after === 'number' || !isSame(before, after))
    return { kind: 'changed', message: 'it was written to while it was read' }
  const { size, mtimeNs, ctimeNs, ino, dev } = after
  const touched = before.ctimeNs !== ctimeNs
  const state = { size, mtimeNs, ctimeNs, ino, dev }
  return { kind: 'done', size: Number(size), state, touched, ...pass.finish() }
}

/** But for the change time. */
function isSame(before: BigIntStats, after: BigIntStats): boolean {
  return (
    before.size === after.size &&
    before.mtimeNs === after.mtimeNs &&
    before.ino === after.ino &&
    before.dev === after.dev
  )
}

/** A failed call as a problem; what is not a failed call is thrown on. */
export function problemOf(thrown: unknown): PassProblem<'unreadable' | 'not text'> {
  if (thrown instanceof NotText) return { kind: 'not text', message: thrown.message }
  if (typeof thrown === 'object' && thrown !== null && 'syscall' in thrown && 'message' in thrown)
    return { kind: 'unreadable', message: String(thrown.message), tooManyOpen: isTooManyOpen(thrown) }
  throw thrown
}

/** For a thread that has nothing else to do. */
function openedSync(path: string): number {
  for (let waitedMs = 0; ;) {
    try {
      return openSync(path, OPEN_FLAGS)
    } catch (thrown) {
      const waitMs = waitToOpen(thrown, waitedMs)
      if (waitMs === undefined) throw thrown
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs)
      waitedMs += waitMs
    }
  }
}

/**
 * The whole pass by synchronous calls, for a thread of its own: on one thread they are a fifth faster than
 * asynchronous ones, and take no core from others.
 */
function passSync(path: string, plan: PassPlan, buffer: Uint8Array, onBytes: (bytes: number) => void): PassOutcome {
  let fd: number | undefined
  try {
    fd = openedSync(path)
    const steps = passSteps(plan, buffer, fstatSync(fd, { bigint: true }))
    let next = steps.next()
    while (next.done !== true) {
      if (next.value === 'stat') next = steps.next(fstatSync(fd, { bigint: true }))
      else {
        const got = readSync(fd, buffer, 0, next.value.read, null)
        onBytes(got)
        next = steps.next(got)
      }
    }
    return next.value
  } catch (thrown) {
    return problemOf(thrown)
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}

/** To a worker. */
export interface PassJob {
  readonly path: string
  readonly plan: PassPlan
}

/** From a worker: bytes read since the last message, or the end of its job. */
export type PassReport = { readonly bytes: number } | { readonly bytes: number; readonly outcome: PassOutcome }

/** Marks a worker as one of this file. */
export const WORKER_ROLE = 'digest-pass'
const REPORT_BYTES = 64 * 1024 * 1024

if (parentPort !== null && workerData === WORKER_ROLE) {
  const port = parentPort
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  port.on('message', ({ path, plan }: PassJob) => {
    let bytes = 0
    const outcome = passSync(path, plan, buffer, (read) => {
      bytes += read
      if (bytes < REPORT_BYTES) return
      port.postMessage({ bytes } satisfies PassReport)
      bytes = 0
    })
    port.postMessage({ bytes, outcome } satisfies PassReport)
  })
}
