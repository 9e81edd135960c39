/** The plot of docs/performance.md: seconds over number of files, both axes logarithmic. */
import type { Point } from './curve.ts'

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [760, 440, 64, 190, 44, 52]

/** Position on an axis from `low` to `high`, both powers of ten. */
function scaled(value: number, low: number, high: number, from: number, to: number): number {
  return from + ((Math.log10(value) - low) / (high - low)) * (to - from)
}

interface Line {
  readonly name: string
  readonly color: string
  readonly dashes: string
  readonly values: readonly (readonly [files: number, seconds: number])[]
}

function linesOf(points: readonly Point[]): Line[] {
  const values = (pick: (point: Point) => number | undefined): [number, number][] =>
    points.flatMap((point) => {
      const seconds = pick(point)
      return seconds === undefined ? [] : [[point.files, seconds] as [number, number]]
    })
  const lines = [
    { name: 'openssl + curl, a loop', color: '#b3541e', dashes: '', values: values(({ loop }) => loop) },
    { name: 'cosign, a key on disk', color: '#7a5195', dashes: '', values: values(({ cosign }) => cosign) },
    { name: 'this action', color: '#1f6feb', dashes: '', values: values(({ action }) => action) },
    { name: 'floor: round trips', color: '#6e7781', dashes: '5 4', values: values(({ floor }) => floor) },
  ]
  return lines.filter((line) => line.values.length > 0)
}

/** Powers of ten that the values lie between. */
function bounds(values: readonly number[]): [low: number, high: number] {
  return [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))]
}

/** Pages show it in either scheme; the colours of the lines are seen on both grounds. */
const DARK =
  '<style>@media (prefers-color-scheme: dark) { svg { fill: #f0f6fc } rect { fill: #0d1117 } .grid { stroke: #3d444d } }</style>'

/** The whole SVG document. */
export function plot(points: readonly Point[]): string {
  const lines = linesOf(points)
  const [low, high] = bounds(lines.flatMap((line) => line.values.map(([, seconds]) => seconds)))
  const [first, last] = bounds(points.map(({ files }) => files))
  const x = (files: number): number => scaled(files, first, last, LEFT, WIDTH - RIGHT)
  const y = (seconds: number): number => scaled(seconds, low, high, HEIGHT - BOTTOM, TOP)
  const body = [
    DARK,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="24" font-size="15" font-weight="600">Time to sign N files, every answer after 50 ms</text>`,
    ...horizontal(low, high, y),
    ...vertical(first, last, x),
    ...lines.flatMap((line) => drawn(line, x, y)),
    ...labels(lines, y),
  ]
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#1f2328">`
  return `${head}\n${body.join('\n')}\n</svg>\n`
}

const at = (value: number): string => value.toFixed(1)

function horizontal(low: number, high: number, y: (seconds: number) => number): string[] {
  return Array.from({ length: high - low + 1 }, (_, step) => {
    const height = at(y(10 ** (low + step)))
    const label = `${10 ** (low + step)} s`
    return `<path class="grid" d="M${LEFT} ${height}H${WIDTH - RIGHT}" stroke="#d0d7de"/><text x="${LEFT - 8}" y="${height}" dy="4" text-anchor="end">${label}</text>`
  })
}

function vertical(first: number, last: number, x: (files: number) => number): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const files = 10 ** (first + step)
    const unit = step === last - first ? ' files' : ''
    return `<text x="${at(x(files))}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${files.toLocaleString('en')}${unit}</text>`
  })
}

function drawn(line: Line, x: (files: number) => number, y: (seconds: number) => number): string[] {
  const places = line.values.map(([files, seconds]) => `${at(x(files))} ${at(y(seconds))}`)
  const dashes = line.dashes === '' ? '' : ` stroke-dasharray="${line.dashes}"`
  const dots = line.values.map(
    ([files, seconds]) => `<circle cx="${at(x(files))}" cy="${at(y(seconds))}" r="3" fill="${line.color}"/>`,
  )
  const path = `<path d="M${places.join('L')}" fill="none" stroke="${line.color}" stroke-width="2"${dashes}/>`
  return line.dashes === '' ? [path, ...dots] : [path]
}

/** A name at the end of each line, moved down where two would touch. */
function labels(lines: readonly Line[], y: (seconds: number) => number): string[] {
  const ends = lines.map((line) => ({ line, height: y(line.values.at(-1)?.[1] ?? 1) }))
  let lowest = -Infinity
  return ends
    .toSorted((a, b) => a.height - b.height)
    .map(({ line, height }) => {
      lowest = Math.max(height, lowest + 16)
      return `<text x="${WIDTH - RIGHT + 10}" y="${at(lowest)}" dy="4" fill="${line.color}">${line.name}</text>`
    })
}
