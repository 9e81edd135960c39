import { spawn } from 'node:child_process'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, sign } from '../bench.ts'
import { smallFiles } from '../files.ts'
import type { Row } from '../result.ts'
import { PRELOAD } from './memory.ts'

/** What must end soon, and in little memory, however it ends. */
interface Case {
  readonly what: string
  readonly workspace: string
  readonly files: string
  /** The code that the run ends with, or undefined where it signs. */
  readonly code?: string
  readonly maxFiles?: string
}

/** Workspaces that could take a run for ever: time and memory of each are bounded. */
export async function bounds(bench: Bench): Promise<Row[]> {
  await bench.conditions({ latency: 0 })
  const crowd = await smallFiles(join(bench.folder, 'crowd'), 100_000, 64)
  await writeFile(join(crowd, 'f', 'wanted.tgz'), 'wanted')
  const growing = join(bench.folder, 'growing')
  await mkdir(growing)
  const code = 'TOO_MANY_FILES'
  return [
    ...(await bounded(bench, { what: 'one file among 100,000', workspace: crowd, files: 'f/*.tgz' })),
    ...(await bounded(bench, {
      what: '50,000 matches',
      workspace: crowd,
      files: 'f/?[0-4]*.bin',
      code,
      maxFiles: '1000',
    })),
    ...(await whileItGrows(growing, () =>
      bounded(bench, { what: 'a file that grows', workspace: growing, files: '*.log', code: 'FILE_CHANGED' }),
    )),
  ]
}

async function bounded(bench: Bench, { what, workspace, files, code, maxFiles = '0' }: Case): Promise<Row[]> {
  const peak = join(bench.folder, 'peak')
  const run = await sign(bench, {
    workspace,
    inputs: { files, 'max-files': maxFiles },
    exitCode: code === undefined ? 0 : 1,
    nodeOptions: ['--require', PRELOAD],
    env: { PEAK_MEMORY_FILE: peak },
  })
  const titles = run.annotations.map(({ title }) => title)
  if (code !== undefined && !titles.includes(code)) throw new Error(`${what}: ${code} expected\n${run.stdout}`)
  const mebibytes = Number(await readFile(peak, 'utf8')) / 1024
  const shared = { group: 'bounds', against: 'nothing', better: 'small', detail: code ?? 'signed' } as const
  return [
    { ...shared, what: `${what}: time`, unit: 's', values: [run.milliseconds / 1000], reach: 3, fail: 6 },
    { ...shared, what: `${what}: memory in all`, unit: 'MiB', values: [mebibytes], reach: 200, fail: 300 },
  ]
}

/** Runs `measure` while another process appends to a file all the time (at most 8 GiB, on disks that are that fast). */
async function whileItGrows<T>(folder: string, measure: () => Promise<T>): Promise<T> {
  const path = join(folder, 'growing.log')
  await appendFile(path, Buffer.alloc(64 * 1024 * 1024, 'log line\n'))
  const program = `
    const { appendFileSync } = require('node:fs')
    const lines = Buffer.alloc(1024 * 1024, 'log line\\n')
    for (let count = 0; count < 8192; count++) appendFileSync(process.argv[1], lines)`
  const writer = spawn(process.execPath, ['-e', program, path], { stdio: 'ignore' })
  try {
    return await measure()
  } finally {
    writer.kill('SIGKILL')
  }
}
