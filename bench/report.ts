/** docs/performance.*: what a whole benchmark found, for people and for programs. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Point } from './curve.ts'
import { plot } from './plot.ts'
import { median, type Row, table, verdict } from './result.ts'

/** What one run of the benchmark found. */
interface Report {
  readonly machine: string
  readonly date: string
  readonly rows: readonly Row[]
  readonly points: readonly Point[]
}

const docs = join(import.meta.dirname, '..', 'docs')
const PLACE = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/u

const seconds = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 10 ? 2 : 0))

function pointsTable(points: readonly Point[]): string {
  const rows = points.map(({ files, action, floor, loop, cosign, peersScaled }) => {
    const mark = peersScaled ? '¹' : ''
    return `| ${files} | ${seconds(action)} | ${seconds(floor)} | ${seconds(loop)}${mark} | ${seconds(cosign)}${cosign === undefined ? '' : mark} |`
  })
  const head = '| files | this action, s | floor, s | openssl + curl, s | cosign, s |'
  return [head, '| --- | --- | --- | --- | --- |', ...rows, '', '¹ calculated from 100 files'].join('\n')
}

/** Renews the three files; the text of performance.md around its tables stays. */
export async function writeReport(report: Report): Promise<void> {
  const page = join(docs, 'performance.md')
  const text = await readFile(page, 'utf8')
  const measured = `${report.machine}; ${report.date}.\n\n${table(report.rows)}\n\n${pointsTable(report.points)}\n`
  await writeFile(
    page,
    text.replace(PLACE, (_, start: string, end: string) => start + measured + end),
  )
  await writeFile(join(docs, 'performance.svg'), plot(report.points))
  const rows = report.rows.map((row) => ({ ...row, median: median(row.values), verdict: verdict(row) }))
  await writeFile(join(docs, 'performance.json'), `${JSON.stringify({ ...report, rows }, null, 2)}\n`)
}
