import { expect, it } from '@jest/globals'
import { sized } from '../../src/base/log.ts'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [34_512_000, '34.5 MB'],
  [2_500_000_000_000_000, '2500.0 TB'],
])('shows %i bytes as %s', (bytes, shown) => {
  expect(sized(bytes)).toBe(shown)
})
