/**
 * `npm run bench [-- group…] [--short] [--write]`: measures the bundle in dist/ against floors and peers, in whole
 * processes, and prints a table. Fails where a figure is past the one to fail at. `--short` repeats less, for CI;
 * `--write` renews docs/performance.md, docs/performance.json and docs/performance.svg.
 */
import { cpus, totalmem } from 'node:os'
import { startBench, type Bench } from './bench.ts'
import { curve } from './curve.ts'
import { bounds } from './groups/bounds.ts'
import { calls } from './groups/calls.ts'
import { download } from './groups/download.ts'
import { hashing } from './groups/hashing.ts'
import { images } from './groups/images.ts'
import { latency } from './groups/latency.ts'
import { memory } from './groups/memory.ts'
import { quota } from './groups/quota.ts'
import { scale } from './groups/scale.ts'
import { startup } from './groups/startup.ts'
import { verifying } from './groups/verifying.ts'
import { type Row, table, verdict } from './result.ts'
import { writeReport } from './report.ts'

const GROUPS: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  startup,
  hashing,
  latency,
  verifying,
  quota,
  scale,
  memory,
  calls,
  images,
  bounds,
  download,
}

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'))
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const unknown = [
  ...wanted.filter((name) => !(name in GROUPS)),
  ...options.filter((option) => !['--short', '--write'].includes(option)),
]
if (unknown.length > 0) {
  throw new Error(`unknown: ${unknown.join(' ')}. Groups: ${Object.keys(GROUPS).join(', ')}; options: --short, --write`)
}

/** One processor name with the number of cores, the memory, and Node's version. */
function machine(): string {
  const [first] = cpus()
  const gibibytes = (totalmem() / 1024 ** 3).toFixed(0)
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${gibibytes} GiB, Node ${process.version}, ${process.platform}`
}

const bench = await startBench(options.includes('--short'))
// The files take gigabytes: they must not stay behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void bench.close().finally(() => process.exit(1))
  })
}
const rows: Row[] = []
try {
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`measuring: ${name}`)
    const measured = await measure(bench)
    if (measured.length === 0) throw new Error(`nothing was measured: ${name}`)
    rows.push(...measured)
  }
  const report = { machine: machine(), date: new Date().toISOString().slice(0, 10), rows }
  console.log(`\n${report.machine}, ${report.date}\n\n${table(rows)}\n`)
  if (options.includes('--write')) await writeReport({ ...report, points: await curve(bench) })
} finally {
  await bench.close()
}
const failed = rows.filter((row) => verdict(row) === 'failed')
for (const { what } of failed) console.log(`past the limit: ${what}`)
console.log(`${rows.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
