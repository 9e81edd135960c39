/**
 * `npm run fuzz [-- PART…] [--minutes N] [--seed N] [--only TEXT]`: random input, each part for so many minutes (five).
 * `properties`: the property tests with one random seed after the other, `--only` those whose path holds TEXT.
 * `readers`: mutated signature files, judged by the verify action's readers and by other programs; `--only` one format.
 * `cms-bytes`: every byte of a CMS signature, judged alike; it takes as long as it takes.
 * `unsafe`: files that other programs take for something of their own, which have to be refused.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { fuzzProperties } from './properties.ts'
import { fuzzUnsafe } from './unsafe.ts'
import { fuzzReaders, READER_FORMATS } from './readers.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const minutes = Number(values.minutes ?? '5')
const seed = Number(values.seed ?? randomInt(2 ** 31))
if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error('--minutes and --seed are numbers')
const only = values.only ?? ''

async function readers(everyByte: boolean): Promise<boolean> {
  const formats = READER_FORMATS.filter((format) => only === '' || format === only)
  if (formats.length === 0) throw new Error(`no format ${only}: there are ${READER_FORMATS.join(', ')}`)
  const { tried, unknown } = await fuzzReaders({ minutes, seed, formats, everyByte })
  console.log(
    `${tried} signature files${everyByte ? '' : `, seed ${seed}`}: ${unknown} kinds of disagreement not known`,
  )
  return tried > 0 && unknown === 0
}

async function unsafe(): Promise<boolean> {
  const { tried, taken, holes } = await fuzzUnsafe(minutes, seed)
  for (const hole of holes) console.log(`NOT REFUSED ${hole}`)
  console.log(`${tried} files, seed ${seed}: ${taken} that a program would take, ${holes.length} kinds not refused`)
  return taken > 0 && holes.length === 0
}

/** Each tells whether all was well. */
const PARTS: Readonly<Record<string, () => Promise<boolean> | boolean>> = {
  properties: () => fuzzProperties(minutes, only),
  readers: () => readers(false),
  'cms-bytes': () => readers(true),
  unsafe: () => unsafe(),
}

const asked = positionals.length === 0 ? Object.keys(PARTS) : positionals
let failed = 0
for (const name of asked) {
  const part = PARTS[name]
  if (part === undefined) throw new Error(`no part ${name}: there are ${Object.keys(PARTS).join(', ')}`)
  console.log(`== ${name}`)
  if (!(await part())) failed += 1
}
console.log(`${asked.length - failed} passed, ${failed} failed`)
if (failed > 0) process.exitCode = 1
