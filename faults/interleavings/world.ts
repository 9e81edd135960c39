import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { STAGING_PREFIX } from '../../src/files/names.ts'
import type { Disk } from '../../src/writing/disk.ts'
import { quickDisk } from './quick-disk.ts'
import { contentAt, markOf, SteppedRun } from './stepped-run.ts'
import type { Choice, Scenario, Tree } from './types.ts'
import { write } from './write.ts'

const NUMBERS = [0, 1] as const
const otherThan = (number: 0 | 1): 0 | 1 => (number === 0 ? 1 : 0)

/** Two runs on a folder of their own, and what was chosen so far. */
export class World {
  readonly chosen: Choice[] = []
  readonly #root: string
  readonly #scenario: Scenario
  readonly #disk: Disk
  readonly #runs: readonly [SteppedRun, SteppedRun]
  readonly #calls: string[] = []
  /** Steps that the other one had done when a run began to wait. */
  readonly #waiting: [number | undefined, number | undefined] = [undefined, undefined]
  #killed: 0 | 1 | undefined
  /** Since the last call. */
  #tree: Tree | undefined

  /** @param root of which everything is removed */
  constructor(root: string, scenario: Scenario) {
    this.#root = root
    this.#scenario = scenario
    for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true })
    for (const [name, content] of Object.entries(scenario.before)) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), content)
    }
    this.#disk = { ...quickDisk, isOver: (name) => Promise.resolve(this.#isOver(name)) }
    this.#runs = [this.#start(0), this.#start(1)]
  }

  #start(number: 0 | 1): SteppedRun {
    const writes = this.#scenario.runs[number]
    return new SteppedRun(number, this.#disk, (stepped) => write(this.#root, this.#standIn(stepped), writes))
  }

  #standIn(disk: Disk): Disk {
    return this.#scenario.disk?.(disk) ?? disk
  }

  #isOver(name: string): boolean {
    return NUMBERS.some((number) => this.#runs[number].mark === name && this.#hasEnded(number))
  }

  #hasEnded(number: 0 | 1): boolean {
    return number === this.#killed || this.#runs[number].outcome !== undefined
  }

  /** Whether only one of the runs can go on, whatever comes. */
  get isOneAlone(): boolean {
    return NUMBERS.some((number) => this.#hasEnded(number))
  }

  /** What may come next. Of what no other run can see, any order will do. */
  choices(): readonly Choice[] {
    const able = NUMBERS.filter((number) => this.#isAble(number))
    if (able.length === 0) return []
    const unseen = able.filter((number) => this.#runs[number].isNextPrivate).slice(0, 1)
    const kills = NUMBERS.filter((number) => this.#killed === undefined && !this.#hasEnded(number))
    return [...(unseen.length > 0 ? unseen : able), ...kills.map((number) => `kill ${number}` as const)]
  }

  /** To wait again before the other one did anything would find the same. */
  #isAble(number: 0 | 1): boolean {
    if (this.#hasEnded(number)) return false
    const [run, other] = [this.#runs[number], this.#runs[otherThan(number)]]
    if (run.next !== 'wait' || this.#hasEnded(otherThan(number))) return true
    return other.next === 'wait' || other.steps !== this.#waiting[number]
  }

  async choose(choice: Choice): Promise<void> {
    this.chosen.push(choice)
    this.#tree = undefined
    if (typeof choice === 'string') {
      this.#killed = choice === 'kill 0' ? 0 : 1
      this.#calls.push(choice)
      return
    }
    const run = this.#runs[choice]
    this.#calls.push(`${choice}: ${run.next?.replaceAll(`${this.#root}/`, '').replaceAll(this.#root, '.')}`)
    await run.step()
    this.#waiting[choice] = run.next === 'wait' ? this.#runs[otherThan(choice)].steps : undefined
  }

  /** @param kill what it will be when that is chosen */
  state(kill?: 'kill 0' | 'kill 1'): string {
    const killed = kill === undefined ? this.#killed : kill === 'kill 0' ? 0 : 1
    const runs = NUMBERS.map((number) => (number === killed ? 'killed' : this.#runs[number].state))
    const able = killed === undefined ? NUMBERS.filter((number) => this.#isAble(number)) : []
    return JSON.stringify([runs, this.#all(), able])
  }

  #all(): Tree {
    const names = (): readonly string[] => readdirSync(this.#root, { recursive: true, encoding: 'utf8' }).toSorted()
    this.#tree ??= Object.fromEntries(names().map((name) => [name, contentAt(join(this.#root, name))]))
    return this.#tree
  }

  /** All but the hidden folders. */
  visible(): Tree {
    return Object.fromEntries(Object.entries(this.#all()).filter(([name]) => !name.includes(STAGING_PREFIX)))
  }

  #hidden(): readonly string[] {
    return Object.keys(this.#all()).filter((name) => name.includes(STAGING_PREFIX))
  }

  /** Once no run goes on. Then a third one comes, which leaves nothing of those before it. */
  async wrongAtEnd(
    isWrong: (seen: Tree, outcomes: readonly string[]) => string | undefined,
  ): Promise<string | undefined> {
    const outcomes = NUMBERS.map((number) =>
      number === this.#killed ? 'killed' : (this.#runs[number].outcome ?? 'stuck'),
    )
    const wrong = isWrong(this.visible(), outcomes)
    if (wrong !== undefined) return wrong
    if (this.#killed === undefined && this.#hidden().length > 0) return `left behind: ${this.#hidden().join(' ')}`
    const folders = this.#scenario.runs.flatMap(({ files }) => Object.keys(files).map((name) => dirname(name)))
    const files = Object.fromEntries(folders.map((folder) => [join(folder, 'next'), 'next']))
    const disk = this.#standIn({ ...this.#disk, newMark: () => Promise.resolve(markOf(2)) })
    await write(this.#root, disk, { files, overwrite: false })
    this.#tree = undefined
    return this.#hidden().length > 0 ? `the next run leaves ${this.#hidden().join(' ')}` : undefined
  }

  told(problem: string): string {
    return [problem, JSON.stringify(this.#all()), ...this.#calls].join('\n    ')
  }
}
