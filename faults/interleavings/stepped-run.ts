/** A run of which each call to the disk waits until it is let: all that it does between two calls is one step. */
import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { STAGING_PREFIX } from '../../src/files/names.ts'
import type { Disk } from '../../src/writing/disk.ts'
import { quickDisk } from './quick-disk.ts'

type Call = (...args: readonly unknown[]) => Promise<unknown>

interface Pending {
  readonly name: string
  readonly paths: readonly string[]
  readonly go: () => Promise<void>
}

export class SteppedRun {
  readonly mark: string
  /** What became of it; `undefined` while it runs. */
  outcome: string | undefined
  /** How many calls were let. */
  steps = 0
  /** In the order in which they came; those that come at once are let in this order. */
  readonly #pending: Pending[] = []
  /** All that it was told so far, which is all that its next calls depend on. */
  #told: string[] = []
  #toldBeforeTurn: readonly string[] | undefined
  #hasTurn = false

  /** @param number by which the marks of runs sort @param work what the run does; what it throws has a `code` */
  constructor(number: number, disk: Disk, work: (disk: Disk) => Promise<void>) {
    this.mark = markOf(number)
    work(this.#stepped(disk)).then(
      () => (this.outcome = 'done'),
      (cause: unknown) => (this.outcome = codeOf(cause)),
    )
  }

  /** The call that it waits to do, with its paths. */
  get next(): string | undefined {
    const [call] = this.#pending
    return call && [call.name, ...call.paths].join(' ')
  }

  /** Whether its next call concerns its own hidden folder alone, so that no other run can see when it comes. */
  get isNextPrivate(): boolean {
    const [call] = this.#pending
    if (call === undefined || call.paths.length === 0) return false
    if (call.paths.some(isFlag) && call.name !== 'write') return false
    return call.paths.every((path) => path.includes(`${this.mark}/`) || path.endsWith(this.mark.toUpperCase()))
  }

  /** The same for two runs that will do the same from here, on a disk of the same content. */
  get state(): string {
    return [...this.#told, this.outcome ?? this.next ?? ''].join('\n')
  }

  /** Does the call that it waits to do, and what follows up to its next call. */
  async step(): Promise<void> {
    const call = this.#pending.shift()
    if (call === undefined) throw new Error('a run that waits for nothing was to go on')
    this.steps += 1
    await call.go()
    await settled()
  }

  #stepped(disk: Disk): Disk {
    const calls = Object.entries(disk).map(([name, call]) => [name, this.#asSteps(name, call as Call)] as const)
    const create = this.#asSteps('create', (path) => disk.writeNew(String(path), new Uint8Array()))
    const write = this.#asSteps('write', (path, bytes) => quickDisk.write(String(path), bytes as Uint8Array))
    const copy = this.#asSteps('copy', (to, from) => disk.copyFile(String(from), String(to)))
    return {
      ...(Object.fromEntries(calls) as Disk),
      newMark: () => Promise.resolve(this.mark),
      isOver: disk.isOver,
      // Not one call of the system: what is written is there empty at first.
      writeNew: async (path, bytes) => {
        await create(path)
        await write(path, bytes)
      },
      copyFile: async (from, to) => {
        await create(to)
        await copy(to, from)
      },
    }
  }

  #asSteps(name: string, call: Call): Call {
    return (...args) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const paths = args.filter((arg) => typeof arg === 'string')
      const go = async (): Promise<void> => {
        try {
          const result = name === 'wait' ? undefined : await call(...args)
          this.#tell(name, paths, shown(paths[0], result))
          resolve(result)
        } catch (cause) {
          this.#tell(name, paths, codeOf(cause))
          reject(cause)
        }
      }
      this.#pending.push({ name, paths, go })
      return promise
    }
  }

  #tell(name: string, paths: readonly string[], result: string): void {
    if (!this.#hasTurn) this.#forget(name, paths)
    this.#told.push([name, ...paths, result].join(' '))
  }

  /**
   * What a run saw of others decides nothing any more once it begins to take its turn, each time it has waited, and once
   * it has its turn: it looks anew. Remembered, it would make many states of one, and of waiting no end of them.
   */
  #forget(name: string, paths: readonly string[]): void {
    if (this.#toldBeforeTurn === undefined) {
      if (!paths.some(isFlag)) return
      this.#toldBeforeTurn = this.#told.filter((told) => !/^(?:readdir|lstat|stat) /u.test(told))
      this.#told = [...this.#toldBeforeTurn]
      return
    }
    const isTurn = paths.some(isFlag) || name === 'readdir' || paths.every((path) => isHidden(path))
    if (name !== 'wait' && isTurn) return
    this.#told = [...this.#toldBeforeTurn]
    this.#hasTurn = name !== 'wait'
  }
}

/** The name of a run's hidden folder. */
export const markOf = (number: number): string =>
  `${STAGING_PREFIX}${number}-1-${'0'.repeat(12)}-${`${number}`.repeat(12)}`

/** Until nothing is left to do but what waits for a step. */
export const settled = async (): Promise<void> => {
  await new Promise(setImmediate)
}

const isFlag = (path: string): boolean => path.endsWith('/moving')
const isHidden = (path: string): boolean => basename(path).startsWith(STAGING_PREFIX)
const codeOf = (cause: unknown): string => String((cause as { readonly code?: unknown }).code ?? cause)

/** Inodes and times are others in each try: what they tell apart is what is there. */
function shown(path: string | undefined, result: unknown): string {
  if (Array.isArray(result))
    return result
      .map((entry: { readonly name: string }) => entry.name)
      .toSorted()
      .join(',')
  if (result instanceof Uint8Array) return Buffer.from(result).toString()
  return typeof result === 'object' && result !== null && path !== undefined ? contentAt(path) : ''
}

/** What is at a path: content, `→ target`, `/` for a folder. */
export function contentAt(path: string): string {
  const stats = lstatSync(path)
  if (stats.isSymbolicLink()) return `→ ${readlinkSync(path)}`
  return stats.isDirectory() ? '/' : readFileSync(path, 'utf8')
}
