/** All variants of all codes, and what is wrong with the page that shows them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorCode } from '../../src/base/errors.ts'
import { PAGE, pageOf } from './page.ts'
import { runVariant, type Told } from './run-variant.ts'
import type { Variant } from './variant.ts'
import { CREDENTIALS } from './variants/credentials.ts'
import { FILES } from './variants/files.ts'
import { IMAGES } from './variants/images.ts'
import { INPUTS } from './variants/inputs.ts'
import { KEY } from './variants/key.ts'
import { REACHING } from './variants/reaching.ts'
import { RELEASES } from './variants/releases.ts'
import { RUN } from './variants/run.ts'
import { UPLOADS } from './variants/uploads.ts'
import { VERIFYING } from './variants/verifying.ts'

/** In the order of the page, within each code. */
export const VARIANTS: readonly Variant[] = [
  INPUTS,
  FILES,
  CREDENTIALS,
  REACHING,
  KEY,
  RELEASES,
  UPLOADS,
  IMAGES,
  RUN,
  VERIFYING,
].flat()

/** The closed union of src/base/errors.ts, in its order. */
export const CODES: readonly ErrorCode[] = codesIn(
  readFileSync(join(import.meta.dirname, '../../src/base/errors.ts'), 'utf8'),
)

function codesIn(source: string): readonly ErrorCode[] {
  const union = /export type ErrorCode =([^\n]*\n(?: {2}\|[^\n]*\n)+)/u.exec(source)?.[1] ?? ''
  const codes = [...union.matchAll(/'([A-Z_]+)'/gu)].map(([, code]) => code as ErrorCode)
  if (codes.length < 30) throw new Error('src/base/errors.ts has its codes in another form')
  return codes
}

/** Runs at once; most of them wait. */
const AT_ONCE = 6
/** Codes whose runs wait longest, for a limit that is real time: they come first, so that nobody waits for them alone. */
const PATIENT: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'TIMED_OUT',
  'FILE_CHANGED',
  'RELEASE_NOT_FOUND',
  'RELEASE_UPLOAD_FAILED',
]

/** Runs every variant of these codes. @returns in the order of `VARIANTS` */
export async function allTold(codes: readonly ErrorCode[]): Promise<readonly Told[]> {
  const wanted = VARIANTS.filter(({ code }) => codes.includes(code))
  const told: Told[] = []
  const isPatient = ([, { code }]: readonly [number, Variant]): boolean => PATIENT.includes(code)
  const queue = [...wanted.entries()].toSorted((a, b) => Number(isPatient(b)) - Number(isPatient(a)))
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) told[next[0]] = await runVariant(next[1])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return told
}

/** What is wrong with the page: codes without a message, and messages that are other ones now. */
export function pageProblems(page: string, told: readonly Told[]): readonly string[] {
  const without = CODES.filter((code) => !told.some(({ variant }) => variant.code === code))
  const stale =
    page === pageOf(CODES, told)
      ? []
      : [`${PAGE} is not what the bundles say: run npm run messages, and read what changed`]
  return [...without.map((code) => `no variant runs into ${code}`), ...stale]
}
