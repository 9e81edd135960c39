import { join } from 'node:path'
import { type Bench, repeat, sign } from '../bench.ts'
import { smallFiles } from '../files.ts'
import { median, type Row } from '../result.ts'

/** Ten times as many files: nothing may grow faster than they do. No latency. */
export async function scale(bench: Bench): Promise<Row[]> {
  await bench.conditions({ latency: 0 })
  const thousand = await smallFiles(join(bench.folder, 'thousand'), 1000)
  const ten = await smallFiles(join(bench.folder, 'ten-thousand'), 10_000)
  const runs = await repeat(bench.short ? 2 : 5, async () => {
    const few = await sign(bench, { workspace: thousand, inputs: { files: 'f/*' } })
    const many = await sign(bench, { workspace: ten, inputs: { files: 'f/*' } })
    return { few: few.milliseconds, many: many.milliseconds }
  })
  const seconds = (pick: (run: (typeof runs)[number]) => number) => (median(runs.map(pick)) / 1000).toFixed(2)
  return [
    {
      group: 'scale',
      what: '10,000 small files, no latency',
      against: 'time for 1,000',
      unit: '×',
      values: runs.map(({ few, many }) => many / few),
      better: 'small',
      reach: 11,
      fail: 14,
      detail: `${seconds((run) => run.many)} s and ${seconds((run) => run.few)} s`,
    },
  ]
}
