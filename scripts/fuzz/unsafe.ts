/**
 * Files that another program takes for something of its own once the key has signed them, and variants of these: each that
 * a program takes has to be refused as a release file (UNSAFE_FILE).
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FORGERIES, type Forgery, type Published } from '../../__tests__/support/forgeries.ts'
import { FOREIGN_FORGERIES } from '../../__tests__/support/foreign-forgeries.ts'
import { dangerOf } from '../../src/formats/confusion/unsafe-file.ts'
import { watchJson } from '../../src/formats/confusion/signed-json.ts'
import { changedBytes, derMutant } from './changes.ts'
import { payloadReader, tokenReader, type TextReader } from './text-readers.ts'
import { randomOf, type Random } from './random.ts'
import { makeScene, type Scene } from './scene.ts'

interface Found {
  readonly tried: number
  /** How many of these a program took. */
  readonly taken: number
  /** What a program took and nothing refuses. */
  readonly holes: readonly string[]
}

/** As the pass over a release file sees it. */
function refusal(file: Buffer): string | undefined {
  const watch = watchJson()
  watch.update(file)
  return dangerOf({ size: file.length, head: file.subarray(0, 16 * 1024), tail: file.subarray(-32), json: watch.end() })
}

/** Large ones are the same with padding. */
const MOST_BYTES = 10_000

/** Those whose form a file's bytes tell, so that a changed file can be tried. */
function forgeries(published: Published): readonly (readonly [Forgery, Buffer])[] {
  return [...FORGERIES, ...FOREIGN_FORGERIES]
    .filter(({ program, what }) => program !== undefined && !what.startsWith('an SSHSIG'))
    .map((forgery) => [forgery, forgery.file(published)] as const)
    .filter(([, file]) => file.length < MOST_BYTES)
}

/** DER with another element, with another spelling, or any file with changed bytes. */
function variantOf(file: Buffer, random: Random): Buffer {
  if (random.below(3) === 0) return changedBytes(file, random).bytes
  try {
    return derMutant(file, random, () => '').bytes
  } catch {
    // It is no DER to begin with.
    return changedBytes(file, random).bytes
  }
}

/** @returns what was tried and found; each hole with the file in base64 */
export async function fuzzUnsafe(minutes: number, seed: number): Promise<Found> {
  const scene = makeScene()
  const random = randomOf(seed)
  const end = performance.now() + minutes * 60_000
  const total = { tried: 0, taken: 0 }
  const holes = new Map<string, string>()
  const judged = (what: string, file: Buffer, isTaken: boolean): void => {
    total.tried += 1
    if (!isTaken) return
    total.taken += 1
    if (refusal(file) === undefined) holes.set(what, `${what}: ${file.toString('base64')}`)
  }
  try {
    const published = publishedBy(scene)
    const signed = forgeries(published)
    const readers = await Promise.all([payloadReader(scene.folder), tokenReader(scene)])
    for (const [forgery, file] of signed)
      if (!forgery.fools(published, scene.key.sign(file), file)) throw new Error(`${forgery.what} fools nobody`)
    while (performance.now() < end) {
      for (const [{ what, fools }, file] of signed) {
        const variant = variantOf(file, random)
        judged(what, variant, fools(published, scene.key.sign(variant), variant))
      }
      for (const reader of readers) tryTexts(reader, random, judged)
    }
    return { ...total, holes: [...holes.values()] }
  } finally {
    spawnSync('gpgconf', ['--homedir', 'gpgsm', '--kill', 'all'], { cwd: scene.folder, stdio: 'ignore' })
    rmSync(scene.folder, { recursive: true, force: true })
  }
}

const AT_ONCE = 200

/** Starting the program costs more than what it reads, so it gets many texts at once. */
function tryTexts(
  { what, textOf, takes }: TextReader,
  random: Random,
  judged: (what: string, file: Buffer, isTaken: boolean) => void,
): void {
  const texts = Array.from({ length: AT_ONCE }, () => textOf(random))
  const taken = takes(texts)
  for (const [index, text] of texts.entries()) judged(what, text, taken[index] === true)
}

function publishedBy({ folder, fingerprint }: Scene): Published {
  mkdirSync(join(folder, 'gnupg'), { mode: 0o700 })
  return { folder, openPgpKeyId: fingerprint.subarray(-8) }
}
