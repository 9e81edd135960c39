import { describe, expect, it } from '@jest/globals'
import { ClockOffset } from '../../src/http/clock-offset.ts'
import { fc } from '../support/properties.ts'

const TIME = Date.parse('2026-01-02T03:04:05Z')
const header = (ms: number): string => new Date(ms).toUTCString()

describe('the difference of clocks', () => {
  it('is not known before the first answer, nor by a date that is none', () => {
    const offset = new ClockOffset()
    expect(offset.ahead(0, TIME)).toBeUndefined()
    offset.learn(undefined, 0, 1)
    offset.learn('yesterday', 0, 1)
    expect(offset.ahead(0, TIME)).toBeUndefined()
  })

  it.each([
    ['ahead', 30_000, 29_000, 30_000],
    ['behind', -30_000, -30_000, -29_000],
    ['right', 0, 0, 0],
    ['ahead by less than a date can tell', 400, 0, 400],
  ])('of a clock that is %s is known to a second', (_, ahead, least, most) => {
    const offset = new ClockOffset()
    offset.learn(header(TIME), 1000, 1050)
    const found = offset.ahead(1050, TIME + ahead) ?? NaN
    expect(found).toBeGreaterThanOrEqual(least - 50)
    expect(found).toBeLessThanOrEqual(most + 50)
  })

  it('follows this machine’s clock when that is set', () => {
    const offset = new ClockOffset()
    offset.learn(header(TIME), 1000, 1050)
    expect(offset.ahead(2000, TIME + 950)).toBe(0)
    expect(offset.ahead(2000, TIME + 950 + 3_600_000)).toBeGreaterThan(3_598_000)
  })

  it('takes the newest answer where the service’s clock was set', () => {
    const offset = new ClockOffset()
    offset.learn(header(TIME), 1000, 1050)
    offset.learn(header(TIME - 60_000), 2000, 2050)
    expect(offset.ahead(2050, TIME + 1000)).toBeGreaterThan(59_000)
  })

  it('is never told as larger than it is, whatever the answers took', () => {
    const ms = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.array(fc.tuple(ms, ms, ms)), (ahead, answers) => {
        const offset = new ClockOffset()
        let now = 0
        for (const [pause, there, back] of answers) {
          const sent = now + pause
          const received = sent + there + back
          offset.learn(header(TIME + sent + there), sent, received)
          now = received
        }
        const found = offset.ahead(now, TIME + now + ahead)
        if (answers.length === 0) expect(found).toBeUndefined()
        else if (ahead >= 0) expect([found !== undefined && found >= 0 && found <= ahead]).toEqual([true])
        else expect([found !== undefined && found <= 0 && found >= ahead]).toEqual([true])
      }),
    )
  })
})
