import { formatsWhere } from '../../src/formats/facts.ts'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, repeat, sign } from '../bench.ts'
import { smallFiles, sparseFile } from '../files.ts'
import { median, type Row } from '../result.ts'

/** Preloaded into a run, it writes the most memory that the run had to PEAK_MEMORY_FILE. */
export const PRELOAD = join(import.meta.dirname, '..', 'peak-memory.cjs')

/** The most memory that a run had at any time, in MiB. */
async function peak(bench: Bench, workspace: string, inputs: Readonly<Record<string, string>>): Promise<number> {
  const file = join(bench.folder, 'peak')
  await sign(bench, { workspace, inputs, nodeOptions: ['--require', PRELOAD], env: { PEAK_MEMORY_FILE: file } })
  return Number(await readFile(file, 'utf8')) / 1024
}

/** Memory must not follow the size of the files, nor much their number. Against a run that finds no file. */
export async function memory(bench: Bench): Promise<Row[]> {
  await bench.conditions({ latency: 0 })
  const [idle, large] = ['idle', 'sparse'].map((name) => join(bench.folder, name)) as [string, string]
  await Promise.all([mkdir(idle), mkdir(large)])
  await sparseFile(join(large, 'sparse.bin'), 8 * 1024)
  const many = await smallFiles(join(bench.folder, 'five-thousand'), 5000)
  const times = bench.short ? 1 : 3
  const base = median(await repeat(5, () => peak(bench, idle, { files: 'none/*', 'if-no-files-found': 'ignore' })))
  const single = await repeat(times, () => peak(bench, large, { files: '*.bin' }))
  const formats = formatsWhere(({ textOnly }) => !textOnly).join(', ')
  const all = await repeat(times, () => peak(bench, many, { files: 'f/*', formats }))
  const row = (what: string, peaks: readonly number[], reach: number, fail: number): Row => ({
    group: 'memory',
    what,
    against: 'an idle run',
    unit: 'MiB',
    values: peaks.map((value) => value - base),
    better: 'small',
    reach,
    fail,
    detail: `at most ${Math.max(...peaks).toFixed(0)} MiB, idle ${base.toFixed(0)} MiB`,
  })
  return [
    row('memory more for one (sparse) file of 8 GiB', single, 64, 120),
    row('memory more for 5,000 files with all formats', all, 120, 200),
  ]
}
