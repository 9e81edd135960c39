/** docs/performance.*: what a whole benchmark found, for people and for programs. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { partProblem, withPart } from '../scripts/generated.ts'
import type { Point } from './curve.ts'
import { plot } from './plot.ts'
import { median, type Row, table, verdict } from './result.ts'

/** What one run of the benchmark found. */
export interface Report {
  readonly machine: string
  readonly date: string
  readonly rows: readonly Row[]
  readonly points: readonly Point[]
}

const docs = join(import.meta.dirname, '..', 'docs')
/** Of the tables in performance.md. */
export const BENCH = { begin: '<!-- bench -->', end: '<!-- /bench -->' }

const seconds = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 10 ? 2 : 0))

function pointsTable(points: readonly Point[]): string {
  const rows = points.map(({ files, action, floor, loop, cosign, peersScaled }) => {
    const mark = peersScaled ? '¹' : ''
    return `| ${files} | ${seconds(action)} | ${seconds(floor)} | ${seconds(loop)}${mark} | ${seconds(cosign)}${cosign === undefined ? '' : mark} |`
  })
  const head = '| files | this action, s | floor, s | openssl + curl, s | cosign, s |'
  return [head, '| --- | --- | --- | --- | --- |', ...rows, '', '¹ calculated from 100 files'].join('\n')
}

/** The part of performance.md that is made of a report. */
export const measured = ({ machine, date, rows, points }: Report): string =>
  `${machine}; ${date}.\n\n${table(rows)}\n\n${pointsTable(points)}\n`

/** What is wrong with performance.md and performance.svg, given the numbers of performance.json. */
export function reportProblems(report: Report, page: string, drawing: string): readonly string[] {
  const problem = partProblem(page, BENCH, measured(report))
  return [
    ...(problem === undefined ? [] : [`docs/performance.md: ${problem}`]),
    ...(report.rows.length > 0 && report.points.length > 0 ? [] : ['docs/performance.json holds no measurements']),
    ...(drawing === plot(report.points) ? [] : ['docs/performance.svg is not drawn from docs/performance.json']),
  ]
}

/** Renews the three files; the text of performance.md around its tables stays. */
export async function writeReport(report: Report): Promise<void> {
  const page = join(docs, 'performance.md')
  await writeFile(page, withPart(await readFile(page, 'utf8'), BENCH, measured(report)))
  await writeFile(join(docs, 'performance.svg'), plot(report.points))
  const rows = report.rows.map((row) => ({ ...row, median: median(row.values), verdict: verdict(row) }))
  await writeFile(join(docs, 'performance.json'), `${JSON.stringify({ ...report, rows }, null, 2)}\n`)
}
