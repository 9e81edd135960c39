import { join } from 'node:path'
import { type Bench, repeat, sign } from '../bench.ts'
import { smallFiles } from '../files.ts'
import { median, type Row } from '../result.ts'

/** 1,000 signatures where the service lets through 100 at once and 100 a second after that: 9 s at best. */
export async function quota(bench: Bench): Promise<Row[]> {
  const [count, rate, burst, floor] = [1000, 100, 100, 9]
  const workspace = await smallFiles(join(bench.folder, 'quota'), count)
  const runs = await repeat(bench.short ? 2 : 5, async () => {
    await bench.conditions({ latency: 20, quota: { rate, burst } })
    const { milliseconds } = await sign(bench, { workspace, inputs: { files: 'f/*' } })
    const { refused, signHash } = await bench.counts()
    if (signHash !== count) throw new Error(`${signHash} signatures for ${count} files`)
    return { seconds: milliseconds / 1000, refused: (100 * refused) / (refused + signHash) }
  })
  const seconds = runs.map((run) => run.seconds)
  return [
    {
      group: 'quota',
      what: '1,000 files, 100 signatures a second (burst 100), 20 ms',
      against: '9 s',
      unit: '×',
      values: seconds.map((value) => value / floor),
      better: 'small',
      reach: 1.25,
      fail: 1.5,
      detail: `${median(seconds).toFixed(1)} s`,
    },
    {
      group: 'quota',
      what: 'of these, requests refused',
      against: 'all SignHash requests',
      unit: '%',
      values: runs.map((run) => run.refused),
      better: 'small',
      reach: 8,
      fail: 12,
      detail: 'no failure in any run',
    },
  ]
}
