import { join } from 'node:path'
import { type Bench, repeat, sign } from '../bench.ts'
import { smallFiles } from '../files.ts'
import { median, type Row } from '../result.ts'
import type { Conditions } from '../services.ts'

const LATENCY = 50
const AT_ONCE = 16
/** Requests one after the other before the first signature: OIDC token, exchange, the key. */
const CHAIN = 3

/** How a service refuses, and what is to be reached then. */
interface Refusals {
  readonly what: string
  readonly conditions: Omit<Conditions, 'latency'>
  readonly files: number
  /** Runs that share the quota. */
  readonly runs?: number
  /** Seconds that the signatures take at best. */
  readonly floor: number
  readonly reach: number
  readonly fail: number
  /** The share of refusals to reach, in per cent. */
  readonly refused?: number
}

const ALONE = (Math.ceil(600 / AT_ONCE) * LATENCY) / 1000
const HUNDRED = { rate: 100, burst: 100 }

const KINDS: readonly Refusals[] = [
  { what: '429 for 5 % of requests', conditions: { refused: 0.05 }, files: 600, floor: ALONE, reach: 1.4, fail: 2.5 },
  { what: '429 for 20 % of requests', conditions: { refused: 0.2 }, files: 600, floor: ALONE, reach: 2.2, fail: 5 },
  { what: '503 for 5 % of requests', conditions: { failed: 0.05 }, files: 600, floor: ALONE, reach: 1.6, fail: 3.5 },
  {
    what: '100 signatures a second (burst 100)',
    conditions: { quota: HUNDRED },
    files: 600,
    floor: 5,
    reach: 1.1,
    fail: 1.8,
    refused: 5,
  },
  {
    what: '100 signatures a second (burst 100)',
    conditions: { quota: HUNDRED },
    files: 1000,
    floor: 9,
    reach: 1.1,
    fail: 1.8,
    refused: 5,
  },
  {
    what: '100 a second shared by four runs',
    conditions: { quota: HUNDRED },
    files: 200,
    runs: 4,
    floor: 7,
    reach: 1.25,
    fail: 2.2,
    refused: 15,
  },
  {
    what: '200 a second that fall to 20 for 3 s',
    conditions: { quota: { rate: 200, burst: 20, dip: { after: 1, lasts: 3, rate: 20 } } },
    files: 600,
    // The burst, 200 of the first second, 60 of the dip, and the rest.
    floor: 4 + (600 - 20 - 200 - 60) / 200,
    reach: 1.4,
    fail: 2.8,
  },
]

/** What refusals cost: 600 files and more at 50 ms, 16 at once, against the least that the service allows. */
export async function quota(bench: Bench): Promise<Row[]> {
  const single = await smallFiles(join(bench.folder, 'quota-start'), 1)
  await bench.conditions({ latency: 0 })
  const inputs = { files: 'f/*' }
  const starts = await repeat(3, async () => (await sign(bench, { workspace: single, inputs })).milliseconds)
  const start = median(starts) / 1000 + (CHAIN * LATENCY) / 1000
  const rows: Row[] = []
  for (const [number, kind] of KINDS.entries()) rows.push(...(await measured(bench, kind, `quota-${number}`, start)))
  return rows
}

async function measured(bench: Bench, kind: Refusals, folder: string, start: number): Promise<Row[]> {
  const { conditions, files, runs = 1 } = kind
  const workspaces: string[] = []
  for (let run = 0; run < runs; run++) workspaces.push(await smallFiles(join(bench.folder, `${folder}-${run}`), files))
  const times = await repeat(bench.short ? 2 : 3, async () => {
    await bench.conditions({ latency: LATENCY, ...conditions })
    const ended = await Promise.all(workspaces.map((workspace) => sign(bench, { workspace, inputs: { files: 'f/*' } })))
    const { refused, signHash } = await bench.counts()
    if (signHash !== runs * files) throw new Error(`${signHash} signatures for ${runs * files} files`)
    const seconds = Math.max(...ended.map(({ milliseconds }) => milliseconds)) / 1000
    return { seconds, refused: (100 * refused) / (refused + signHash) }
  })
  const floor = start + kind.floor
  const what = `${runs > 1 ? `${runs} × ` : ''}${files} files, 50 ms: ${kind.what}`
  const share = times.map(({ refused }) => refused)
  const time: Row = {
    group: 'quota',
    what,
    against: `start-up + chain + ${kind.floor.toFixed(1)} s`,
    unit: '×',
    values: times.map(({ seconds }) => seconds / floor),
    better: 'small',
    reach: kind.reach,
    fail: kind.fail,
    detail: `${median(times.map(({ seconds }) => seconds)).toFixed(1)} s, ${median(share).toFixed(1)} % refused, no failure in any run`,
  }
  if (kind.refused === undefined) return [time]
  const refusals: Row = {
    group: 'quota',
    what: 'of these, requests refused',
    against: 'all SignHash requests',
    unit: '%',
    values: share,
    better: 'small',
    reach: kind.refused,
    fail: 4 * kind.refused,
    detail: what,
  }
  return [time, refusals]
}
