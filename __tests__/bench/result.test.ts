import { expect, it } from '@jest/globals'
import { plot } from '../../bench/plot.ts'
import { median, type Row, table, verdict } from '../../bench/result.ts'

const row: Row = {
  group: 'g',
  what: 'a run',
  against: 'a peer',
  unit: '×',
  values: [1],
  better: 'small',
  reach: 1.1,
  fail: 1.4,
  detail: 'seconds',
}

it.each([
  [[3], 3],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('takes the middle of %j', (values, middle) => {
  expect(median(values)).toBe(middle)
})

it.each([
  ['small', 1.1, 'reached'],
  ['small', 1.11, 'missed'],
  ['small', 1.4, 'missed'],
  ['small', 1.41, 'failed'],
] as const)('judges what is best %s: %d is %s', (better, value, judged) => {
  expect(verdict({ ...row, better, values: [value] })).toBe(judged)
})

it.each([
  [15, 'reached'],
  [14.9, 'missed'],
  [7.9, 'failed'],
] as const)('judges a speed-up: %d is %s', (value, judged) => {
  expect(verdict({ ...row, better: 'large', reach: 15, fail: 8, values: [value] })).toBe(judged)
})

it('fails what could not be measured', () => {
  expect(verdict({ ...row, values: [] })).toBe('failed')
})

it('shows the median, the range and the limits of each row', () => {
  const text = table([{ ...row, values: [1, 1.2, 1.3] }])
  expect(text).toContain('| a run | a peer | **1.20** × | 1.00 – 1.30 | ≤ 1.1 | 1.4 | missed | seconds |')
})

it('plots a line for everything that was measured', () => {
  const point = { files: 1, action: 0.5, floor: 0.4, loop: 0.1, cosign: undefined, peersScaled: false }
  const svg = plot([point, { ...point, files: 10, action: 0.6, loop: 1 }])
  expect(svg).toContain('this action')
  expect(svg).not.toContain('cosign')
  expect(svg).not.toContain('NaN')
})
