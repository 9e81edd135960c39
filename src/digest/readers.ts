import { close, fstat, open, read, type BigIntStats } from 'node:fs'
import { Worker } from 'node:worker_threads'
import {
  BUFFER_BYTES,
  passSteps,
  problemOf,
  WORKER_ROLE,
  type PassJob,
  type PassOutcome,
  type PassReport,
} from './pass.ts'
import type { PassPlan } from './pass-hashes.ts'
import { OPEN_FLAGS, waitToOpen } from '../base/open-file.ts'

/** Makes passes over files, one at a time. */
export interface DigestReader {
  /** @param onBytes told of bytes as they are read */
  pass(path: string, plan: PassPlan, onBytes: (bytes: number) => void): Promise<PassOutcome>
  /** Ends a pass that is under way, at once where the reader can. */
  stop(): void
}

/** Reads on this thread, which stays free for others between the chunks. */
export function readerOnThisThread(): DigestReader {
  let stopped = false
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  return {
    stop: () => void (stopped = true),
    async pass(path, plan, onBytes) {
      let fd: number | undefined
      try {
        fd = await opened(path)
        const steps = passSteps(plan, buffer, await statsOf(fd))
        let next = steps.next()
        while (next.done !== true && !stopped) {
          if (next.value === 'stat') next = steps.next(await statsOf(fd))
          else {
            const got = await readInto(fd, buffer, next.value.read)
            onBytes(got)
            next = steps.next(got)
          }
        }
        return next.done === true ? next.value : { kind: 'unreadable', message: 'stopped' }
      } catch (thrown) {
        return problemOf(thrown)
      } finally {
        if (fd !== undefined) await closed(fd)
      }
    },
  }
}

/**
 * Reads on a thread of its own. A worker that cannot be started, or dies, does no harm:
 * from then on the reading is done on this thread.
 */
export function readerOnWorker(): DigestReader {
  // The build knows this form: it bundles the file by itself and puts in its new place.
  const worker = new Worker(new URL('./pass.ts', import.meta.url), {
    workerData: WORKER_ROLE,
    env: {},
    execArgv: [],
  })
  const substitute = readerOnThisThread()
  let dead = false
  let failed = (): void => undefined
  worker.on('error', () => {
    dead = true
    failed()
  })
  return {
    stop() {
      substitute.stop()
      void worker.terminate()
    },
    async pass(path, plan, onBytes) {
      const outcome = dead
        ? undefined
        : await new Promise<PassOutcome | undefined>((resolve) => {
            failed = () => {
              resolve(undefined)
            }
            worker.removeAllListeners('message')
            worker.on('message', (report: PassReport) => {
              onBytes(report.bytes)
              if ('outcome' in report) resolve(report.outcome)
            })
            worker.postMessage({ path, plan } satisfies PassJob)
          })
      return outcome ?? substitute.pass(path, plan, onBytes)
    },
  }
}

// Node's callbacks take half the time of its promises, which tells with thousands of small files.

function opened(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const attempt = (waitedMs: number): void => {
      open(path, OPEN_FLAGS, (error, fd) => {
        const waitMs = error === null ? undefined : waitToOpen(error, waitedMs)
        if (error === null) resolve(fd)
        else if (waitMs === undefined) reject(error)
        else setTimeout(attempt, waitMs, waitedMs + waitMs)
      })
    }
    attempt(0)
  })
}

function statsOf(fd: number): Promise<BigIntStats> {
  return new Promise((resolve, reject) => {
    fstat(fd, { bigint: true }, (error, stats) => {
      if (error === null) resolve(stats)
      else reject(error)
    })
  })
}

function readInto(fd: number, buffer: Buffer, length: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(fd, buffer, 0, length, null, (error, bytes) => {
      if (error === null) resolve(bytes)
      else reject(error)
    })
  })
}

function closed(fd: number): Promise<void> {
  return new Promise((resolve) => {
    close(fd, () => {
      resolve()
    })
  })
}
