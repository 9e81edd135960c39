/** Thousands of signatures from a service that spoils a ninth of all answers, in every way that passes. */
import type { Emulator } from '../emulator/emulator.ts'
import type { Fault } from '../emulator/faults/faults.ts'
import { check, type Check } from '../interop/check.ts'
import { faultsOfClean, faultsOfWhole, SUCCESS } from './judge.ts'
import { inScene, judged, sign } from './scene.ts'

/** As many at once as a user would set whose service hangs that often: each hang takes a place for 15 s. */
const AT_ONCE = 64
const ATTEMPTS = 5

/** What a run is expected to get over. */
const FAULTS: readonly Fault[] = [
  ...[500, 502, 503, 504].map((status): Fault => ({ kind: 'status', status })),
  { kind: 'reset-before-headers' },
  { kind: 'reset-after-headers' },
  { kind: 'reset-mid-body' },
  { kind: 'truncated-body' },
  { kind: 'black-hole' },
  { kind: 'one-byte-a-second' },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, retryAfter: 1 },
]

/** Whether chance has spoilt all attempts at one request, 429 not counted: the run may not end green then. */
function isGivenUp({ requests }: Emulator): boolean {
  const spoilt = new Map<string, number>()
  for (const { path, body, fault, status } of requests) {
    const request = `${path} ${body ?? ''}`
    if (fault !== undefined && status !== 429) spoilt.set(request, (spoilt.get(request) ?? 0) + 1)
  }
  return [...spoilt.values()].some((times) => times >= ATTEMPTS)
}

/** Each fault hits a hundredth of all requests of KMS: together a ninth of them. */
export async function manyFiles(count: number): Promise<Check[]> {
  const names = Array.from({ length: count }, (_, index) => `file-${String(index).padStart(5, '0')}.bin`)
  const checks: Check[] = []
  // In one of twelve runs chance spoils a request five times; the load is to be seen carried to its end all the same.
  for (let seed = 1; seed <= 3; seed += 1) {
    const files = Object.fromEntries(names.map((name) => [name, `content of ${name}`]))
    const givenUp = await inScene(files, async (scene) => {
      FAULTS.forEach((fault, index) => {
        scene.emulator.setFault({ service: 'kms', ...fault, probability: 0.01, seed: 100 * seed + index })
      })
      const before = await scene.workspace.snapshot()
      const run = await sign(scene, { 'max-files': '0', 'timeout-minutes': '9', 'max-concurrency': String(AT_ONCE) })
      const faults = scene.emulator.requests.filter(({ fault }) => fault !== undefined).length
      console.log(`  ${faults} of ${scene.emulator.requests.length} requests were spoilt`)
      const over = isGivenUp(scene.emulator)
      const problems = over
        ? await faultsOfClean(scene.workspace, before)
        : await faultsOfWhole(scene.workspace, before, names)
      const what = `${count} files, each of ${FAULTS.length} faults at 1 %, ${AT_ONCE} at once, seed ${seed}`
      checks.push(judged(what, over ? 'UNAVAILABLE' : SUCCESS, run, 400, problems))
      return over
    })
    if (!givenUp) return checks
  }
  return [...checks, check(`${count} files are signed with one of three seeds`, false)]
}
