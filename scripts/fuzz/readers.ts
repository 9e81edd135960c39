/** Mutated signature files of every format, judged by the readers of the verify action and by programs that nobody here wrote. */
import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge as judgeDetached, type Detached } from '../../__tests__/support/local-keys.ts'
import { FORMATS, type Format } from '../../src/formats/facts.ts'
import { READERS } from '../../src/formats/readers.ts'
import { KNOWN, type Disagreement } from './known.ts'
import { everyByte } from './cms-mutants.ts'
import { mutantOf } from './mutants.ts'
import type { Mutant } from './types.ts'
import { endAgents, judgesOf, type Judge } from './programs.ts'
import { randomOf, type Random } from './random.ts'
import { makeScene, type Scene } from './scene.ts'

/** How many disagreements of one kind there were, and the first of them. */
interface Kind {
  readonly disagreement: Disagreement
  readonly why: string | undefined
  count: number
  readonly example: Buffer
  /** The program's own words. */
  readonly said: string
}

interface ReaderOptions {
  readonly minutes: number
  readonly seed: number
  readonly formats: readonly Format[]
  /** Every byte of a CMS signature in place of mutants by chance. */
  readonly everyByte: boolean
}

/** @returns what was tried, and the disagreements that `KNOWN` has no reason for */
export async function fuzzReaders(
  options: ReaderOptions,
): Promise<{ readonly tried: number; readonly unknown: number }> {
  const scene = makeScene()
  try {
    const judges = await judgesOf(scene)
    const kinds = new Map<string, Kind>()
    let tried = 0
    const work = mutants(options, scene)
    const worker = async (id: number): Promise<void> => {
      for (let next = work.next(); next.done !== true; next = work.next()) {
        const { format, mutant } = next.value
        tried += 1
        await judgeOne({ scene, format, mutant, path: `mutant-${id}`, judges: judges.get(format) ?? [] }, kinds)
      }
    }
    await Promise.all([0, 1].map(worker))
    return { tried, unknown: show(kinds) }
  } finally {
    endAgents(scene)
    rmSync(scene.folder, { recursive: true, force: true })
  }
}

function* mutants(options: ReaderOptions, scene: Scene): Generator<{ format: Format; mutant: Mutant }> {
  if (options.everyByte) {
    for (const mutant of everyByte(scene.files.cms)) yield { format: 'cms', mutant }
    return
  }
  const random: Random = randomOf(options.seed)
  const end = performance.now() + options.minutes * 60_000
  while (performance.now() < end) {
    for (const format of options.formats) yield { format, mutant: mutantOf(format, scene, random) }
  }
}

interface Case {
  readonly scene: Scene
  readonly format: Format
  readonly mutant: Mutant
  /** Where it is written, below the scene's folder. */
  readonly path: string
  readonly judges: readonly Judge[]
}

async function judgeOne({ scene, format, mutant, path, judges }: Case, kinds: Map<string, Kind>): Promise<void> {
  const ours = await verdictOf(scene, format, mutant.bytes)
  writeFileSync(join(scene.folder, path), mutant.bytes)
  for (const { program, takes } of judges) {
    const { ok: theirs, said } = await takes(scene, path)
    if (theirs === (ours === 'right')) continue
    const disagreement: Disagreement = theirs
      ? { format, program, side: 'stricter', what: ours, place: mutant.place }
      : { format, program, side: 'laxer', what: mutant.place, place: mutant.place }
    const name = [format, program, disagreement.side, disagreement.what].join('|')
    const kind = kinds.get(name) ?? { disagreement, why: whyOf(disagreement), count: 0, example: mutant.bytes, said }
    kind.count += 1
    kinds.set(name, kind)
  }
}

/** `right`, `wrong`, or what the reader says is wrong with it. */
async function verdictOf({ key, content }: Scene, format: Format, bytes: Buffer): Promise<string> {
  if (format !== 'openpgp-clear') return judgeDetached(format satisfies Detached, bytes, [key], content)
  try {
    const { alternatives } = await READERS[format].fromChunks(chunksOf(bytes), [key])
    const text = coveredText(content)
    const digests = alternatives.map(({ hash, suffix }) => createHash(hash).update(text).update(suffix).digest())
    const confirmed = await Promise.all(
      alternatives.map((way, index) => {
        const digest = digests[index] ?? Buffer.alloc(0)
        return way.confirms({ digest, covered: { digest } })
      }),
    )
    const isRight = confirmed.includes(true)
    return isRight ? 'right' : 'wrong'
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return error.message
  }
}

async function* chunksOf(bytes: Buffer): AsyncIterable<Buffer> {
  yield await Promise.resolve(bytes)
}

/** RFC 9580, 7.1: line ends as CRLF, without the last, and no blanks before them. */
function coveredText(content: Buffer): Buffer {
  const lines = content.toString('latin1').replace(/\n$/u, '').split('\n')
  return Buffer.from(lines.map((line) => line.replace(/[ \t\r]+$/u, '')).join('\r\n'), 'latin1')
}

function whyOf(disagreement: Disagreement): string | undefined {
  return KNOWN.find(({ formats, program, side, what }) => {
    const fits = formats.includes(disagreement.format) && (program ?? disagreement.program) === disagreement.program
    return fits && side === disagreement.side && what.test(disagreement.what)
  })?.why
}

/** Prints every kind, those without a reason last. @returns how many have none */
function show(kinds: ReadonlyMap<string, Kind>): number {
  const all = [...kinds.values()].toSorted((a, b) => b.count - a.count)
  const line = ({ disagreement: { format, program, side, what }, count }: Kind): string =>
    `${count} × ${format}, ${program}: ours is ${side} (${what})`
  for (const kind of all.filter(({ why }) => why !== undefined)) console.log(`${line(kind)}: ${kind.why ?? ''}`)
  const unknown = all.filter(({ why }) => why === undefined)
  for (const kind of unknown) {
    const { place } = kind.disagreement
    console.log(`NOT KNOWN ${line(kind)}, with a change of ${place}\n    ${kind.said.replaceAll('\n', '\n    ')}`)
    console.log(`    ${kind.example.toString('base64')}`)
  }
  return unknown.length
}

export const READER_FORMATS = FORMATS
