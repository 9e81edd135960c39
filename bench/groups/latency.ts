import { join } from 'node:path'
import { type Bench, repeat, sign } from '../bench.ts'
import { smallFiles } from '../files.ts'
import { median, type Row } from '../result.ts'
import { shellLoop } from '../peers.ts'

/** Times of runs with every answer delayed by `latency`, in milliseconds. */
async function timed(
  bench: Bench,
  times: number,
  latency: number,
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<number[]> {
  await bench.conditions({ latency })
  return repeat(times, async () => (await sign(bench, { workspace, inputs: { files: 'f/*', ...inputs } })).milliseconds)
}

/** One small file: how many round trips the chain of requests takes. */
async function oneFile(bench: Bench): Promise<Row[]> {
  const latency = 100
  const workspace = await smallFiles(join(bench.folder, 'single'), 1)
  const times = bench.short ? 7 : 15
  const row = async (
    what: string,
    trips: number,
    fail: number,
    inputs: Readonly<Record<string, string>>,
  ): Promise<Row> => {
    const start = median(await timed(bench, times, 0, workspace, inputs))
    const delayed = await timed(bench, times, latency, workspace, inputs)
    const detail = `${median(delayed).toFixed(0)} ms, without latency ${start.toFixed(0)} ms`
    const values = delayed.map((time) => (time - start) / latency)
    const against = `${trips} round trips of ${latency} ms`
    return {
      group: 'latency',
      what,
      against,
      unit: 'round trips',
      values,
      better: 'small',
      reach: 1.15 * trips,
      fail,
      detail,
    }
  }
  return [
    await row('one small file, OIDC', 4, 5, {}),
    await row('the same with `hash-algorithm`, no pin: SignHash goes ahead', 3, 4, { 'hash-algorithm': 'sha256' }),
  ]
}

/** 1,000 small files at 50 ms, 16 at once, against the floor and against what people do with a shell. */
async function manyFiles(bench: Bench): Promise<Row[]> {
  const [count, latency, atOnce, chain] = [1000, 50, 16, 3]
  const workspace = await smallFiles(join(bench.folder, 'many'), count)
  const times = bench.short ? 3 : 7
  // Stricter than the same run without latency, which would count the work on a thousand files as start-up.
  const single = await smallFiles(join(bench.folder, 'one-of-many'), 1)
  const start = median(await timed(bench, times, 0, single))
  await timed(bench, 1, 0, workspace) // the services sign each digest once
  const delayed = await timed(bench, times, latency, workspace)
  const floor = start + (chain + Math.ceil(count / atOnce)) * latency
  const sample = bench.short ? 100 : 200
  const loop = await shellLoop(bench, workspace, sample)
  const shared = { group: 'latency', unit: '×' } as const
  return [
    {
      ...shared,
      what: '1,000 small files, 50 ms, 16 at once',
      against: 'start-up + chain + ⌈1000/16⌉ × 50 ms',
      values: delayed.map((time) => time / floor),
      better: 'small',
      reach: 1.1,
      fail: 1.6,
      detail: `${(median(delayed) / 1000).toFixed(2)} s, floor ${(floor / 1000).toFixed(2)} s, of it start-up (one file, no latency) ${(start / 1000).toFixed(2)} s`,
    },
    {
      ...shared,
      what: 'the same, how much faster',
      against: 'a shell loop of `openssl dgst` and `curl`',
      values: delayed.map((time) => (loop * (count / sample)) / time),
      better: 'large',
      reach: 15,
      fail: 8,
      detail: `the loop takes ${(loop / sample).toFixed(0)} ms a file${sample < count ? ` (measured on ${sample})` : ''}`,
    },
  ]
}

/** The same with the other types of keys: what verification of each signature costs beside the waiting. */
async function otherKeys(bench: Bench): Promise<Row[]> {
  const [count, latency, atOnce, chain] = [1000, 50, 16, 3]
  const workspace = join(bench.folder, 'many')
  const single = join(bench.folder, 'one-of-many')
  const rows: Row[] = []
  for (const key of ['p384', 'p521', 'secp256k1', 'rsa2048', 'rsa4096']) {
    const inputs = { 'key-id': key }
    const start = median(await timed(bench, bench.short ? 3 : 5, 0, single, inputs))
    const floor = start + (chain + Math.ceil(count / atOnce)) * latency
    await timed(bench, 1, 0, workspace, inputs)
    const delayed = await timed(bench, bench.short ? 2 : 3, latency, workspace, inputs)
    rows.push({
      group: 'latency',
      what: `1,000 small files, 50 ms, 16 at once, ${key}`,
      against: 'start-up + chain + ⌈1000/16⌉ × 50 ms',
      unit: '×',
      values: delayed.map((time) => time / floor),
      better: 'small',
      reach: 1.1,
      fail: 1.6,
      detail: `${(median(delayed) / 1000).toFixed(2)} s, floor ${(floor / 1000).toFixed(2)} s`,
    })
  }
  return rows
}

/** Round trips: what a far service costs. */
export async function latency(bench: Bench): Promise<Row[]> {
  return [...(await oneFile(bench)), ...(await manyFiles(bench)), ...(await otherKeys(bench))]
}
