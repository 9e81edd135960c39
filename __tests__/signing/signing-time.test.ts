import { expect, it } from '@jest/globals'
import { signingTime } from '../../src/signing/signing-time.ts'
import { collectLog } from '../http/server.ts'

const NOW = new Date('2026-01-02T03:04:05Z')

it.each<[string, number | undefined, string, number]>([
  ['of no service that was asked', undefined, '2026-01-02T03:04:05.000Z', 0],
  ['as it should be', 0, '2026-01-02T03:04:05.000Z', 0],
  ['a little ahead', 3000, '2026-01-02T03:04:02.000Z', 0],
  ['30 s ahead', 30_000, '2026-01-02T03:03:35.000Z', 1],
  ['a minute behind', -60_000, '2026-01-02T03:04:05.000Z', 1],
])('signatures by a clock %s state the earlier time', (_, ahead, time, warnings) => {
  const log = collectLog()
  expect(signingTime(ahead, NOW, log).toISOString()).toBe(time)
  expect(log.lines.filter((line) => line.startsWith('warning: '))).toHaveLength(warnings)
})

it('the warning names both times', () => {
  const log = collectLog()
  signingTime(30_000, NOW, log)
  expect(log.lines[0]).toMatch(
    /30 s ahead of Yandex Cloud's: 2026-01-02T03:04:05.000Z, and there it is 2026-01-02T03:03:35.000Z/u,
  )
})
