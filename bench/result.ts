/** What the benchmark found, and how it is judged. */

/** One row of the table: several measurements of the same thing, against a figure to reach and one to fail at. */
export interface Row {
  readonly group: string
  readonly what: string
  /** What the figure is relative to. */
  readonly against: string
  readonly unit: '×' | 'round trips' | 'MiB' | 'MB' | '%' | 'calls' | 's'
  readonly values: readonly number[]
  /** Most figures are at best small; a speed-up is at best large. */
  readonly better: 'small' | 'large'
  readonly reach: number
  readonly fail: number
  /** What the figure was made of. */
  readonly detail: string
}

/** The middle of `values`, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor((sorted.length - 1) / 2)
  return ((sorted[middle] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2
}

type Verdict = 'reached' | 'missed' | 'failed'

/** By the median. */
export function verdict(row: Row): Verdict {
  const sign = row.better === 'small' ? 1 : -1
  const value = sign * median(row.values)
  if (value <= sign * row.reach) return 'reached'
  return value <= sign * row.fail ? 'missed' : 'failed'
}

const figure = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const range = row.values.length > 1 ? `${figure(Math.min(...row.values))} – ${figure(Math.max(...row.values))}` : ''
    const sign = row.better === 'small' ? '≤' : '≥'
    const cells = [row.what, row.against, `**${figure(median(row.values))}** ${row.unit}`, range]
    return `| ${[...cells, `${sign} ${Number(row.reach.toFixed(2))}`, String(row.fail), verdict(row), row.detail].join(' | ')} |`
  })
  const head = '| what | against | median | min – max | to reach | fails at | | made of |'
  return [head, `|${' --- |'.repeat(8)}`, ...lines].join('\n')
}
