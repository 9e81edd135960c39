/**
 * `npm run interop`: signs with the bundle, has programs verify that nobody here wrote, and compares what they sign
 * themselves. Ends with `N passed, N failed`. `--write` brings docs/verifying.md up to date; `--only P256,…` for some keys,
 * `--images` for images alone, `--packages` for repositories of packages alone.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Emulator, startEmulator } from '../emulator/emulator.ts'
import { ALGORITHM_NAMES, type Algorithm } from '../emulator/yandex/kms-keys.ts'
import { check, type Check } from './check.ts'
import { compile } from './compile.ts'
import { documented } from './docs.ts'
import { imageChecks } from './images.ts'
import { judge, type Judgement } from './judge.ts'
import { checksums, earlierCertificates, issuedCertificate } from './later-runs.ts'
import { matrix, type Row } from './matrix.ts'
import { notesHold } from './notes.ts'
import { packageChecks } from './packages/packages.ts'
import { policyHolds } from './policy.ts'
import { excused, findPrograms, type Programs } from './programs.ts'
import { makeRelease, type Release } from './release.ts'
import { structures } from './structure.ts'
import { VERIFIERS } from './verifiers.ts'

const ROOT = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    only: { type: 'string' },
    images: { type: 'boolean' },
    packages: { type: 'boolean' },
  },
})
/** Kept between runs. */
const DOWNLOADS = join(ROOT, 'tmp', 'interop')
const P256: Algorithm = 'ECDSA_NIST_P256_SHA_256'
const RSA: Algorithm = 'RSA_2048_SIGN_PSS_SHA_256'

/** All of `items` through `work`, a few at a time, in order. */
async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}

function programsAreThere({ found, missing }: Programs): Check[] {
  const reasons = excused()
  for (const [, version] of found) console.log(`  ${version}`)
  return missing.map((program) => {
    const reason = reasons.get(program)
    console.log(`  ${program} IS MISSING${reason === undefined ? '' : `: ${reason}`}`)
    return check(
      `${program} is there to judge`,
      reason !== undefined,
      'it could not be had, and interop/missing.txt has no reason',
    )
  })
}

async function judged(
  releases: readonly Release[],
  programs: Programs,
  scratch: string,
): Promise<{ rows: Row[]; checks: Check[] }> {
  const compiled = compile(programs, scratch, DOWNLOADS)
  const verifiers = VERIFIERS.filter(({ program }) => programs.found.has(program))
  const pairs = verifiers.flatMap((verifier) => releases.map((release) => ({ verifier, release })))
  const judgements = await each(pairs, ({ verifier, release }) => judge(verifier, release, programs, compiled))
  const rows = verifiers.map((verifier, row) => ({
    verifier,
    verdicts: judgements.slice(row * releases.length, (row + 1) * releases.length).map(({ verdict }) => verdict),
  }))
  return {
    rows,
    checks: judgements.flatMap((judgement, index) => checksOf(judgement, pairs[index]?.verifier.title ?? '')),
  }
}

/** A cell counts once for its verdict, which the documentation has to hold, and once for each refusal. */
function checksOf({ verdict, refused, faults }: Judgement, title: string): Check[] {
  if (verdict === 'none') return []
  const good = Array.from({ length: refused + 1 }, () => check(title, true))
  return [...good, ...faults.map((fault) => check(title, false, fault))]
}

const wanted = (name: string): boolean =>
  values.only === undefined || values.only.split(',').some((part) => name.includes(part))

async function everything(emulator: Emulator, programs: Programs, scratch: string): Promise<Check[]> {
  // Elliptic curves first: the advice is to take one.
  const names = ALGORITHM_NAMES.toSorted((a, b) => Number(a.startsWith('RSA')) - Number(b.startsWith('RSA'))).filter(
    wanted,
  )
  const releases = await each(names, (name) => makeRelease(emulator, name, scratch))
  console.log(`signed with ${releases.length} keys`)
  const { rows, checks } = await judged(releases, programs, scratch)
  const table = matrix(
    releases.map(({ key }) => key),
    rows,
  )
  console.log(`\n${table}\n`)
  const [ec, rsa] = [P256, RSA].map((name) => releases.find(({ key }) => key.name === name))
  const pair = ec === undefined || rsa === undefined ? [] : [ec, rsa]
  const later = await each(pair, async (release) => [
    ...(await earlierCertificates(emulator, release, programs, scratch)),
    ...(await issuedCertificate(emulator, release, programs, scratch)),
  ])
  return [
    ...checks,
    ...later.flat(),
    ...(await each(releases, (release) => checksums(release, programs))).flat(),
    ...(await each(releases, (release) => notesHold(release, programs))).flat(),
    ...(ec === undefined ? [] : await policyHolds(ec, programs, ROOT)),
    ...(ec === undefined || rsa === undefined ? [] : structures(programs, ec, rsa, scratch)),
    ...documented(
      values.only === undefined && programs.missing.length === 0 ? table : undefined,
      values.write === true,
    ),
  ]
}

if (!existsSync(join(ROOT, 'dist', 'sign', 'index.js')))
  throw new Error('no dist/sign/index.js: run `npm run build` first')
const scratch = mkdtempSync(join(tmpdir(), 'interop-'))
const programs = findPrograms(DOWNLOADS)
const emulator = await startEmulator()
try {
  const all = values.images !== true && values.packages !== true
  const checks = [
    ...(values.images === true ? [] : programsAreThere(programs)),
    ...(all ? await everything(emulator, programs, scratch) : []),
    ...(values.images === true ? [] : await packageChecks(emulator, programs, scratch, DOWNLOADS, wanted)),
    ...(values.packages === true ? [] : await imageChecks(emulator, scratch, DOWNLOADS)),
  ]
  const failed = checks.filter(({ problem }) => problem !== undefined)
  for (const { name, problem } of failed) console.log(`FAILED ${name}: ${problem ?? ''}`)
  console.log(`${checks.length - failed.length} passed, ${failed.length} failed`)
  process.exitCode = failed.length === 0 ? 0 : 1
} finally {
  await emulator.close()
  rmSync(scratch, { recursive: true, force: true })
}
