/** Whatever an input holds, it is read or refused in words that hold nothing harmful. */
import { describe, expect, it } from '@jest/globals'
import { fc } from '../support/properties.ts'
import { InputReader, quoted } from '../../src/inputs/input-reader.ts'

const read = (text: string) => new InputReader({ INPUT_X: text })
const FORMATS = ['sig', 'base64', 'cms'] as const
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('TRUE', ' 1e3 ', '٣'),
)
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** Either no fault, or one in visible words and the default. */
function expectSafe<T>(reader: InputReader, value: T, fallback: T): void {
  if (reader.faults.length === 0) return
  expect(value).toEqual(fallback)
  expect(reader.faults).toHaveLength(1)
  expect(INVISIBLE.exec(reader.faults[0] ?? '')).toBeNull()
  expect(reader.faults[0]?.length).toBeLessThan(2000)
}

describe('any text', () => {
  it('is a boolean of YAML’s or a fault', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const reader = read(text)
        const value = reader.boolean('x', true)
        expectSafe(reader, value, true)
        const known = ['', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'].includes(text.trim())
        expect(reader.faults.length === 0).toBe(known)
      }),
    )
  })

  it('is a number within bounds or a fault', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (text, decimals) => {
        const reader = read(text)
        const value = reader.number('x', 5, 1, 100, decimals)
        expectSafe(reader, value, 5)
        expect(value >= 1 && value <= 100 && (decimals || Number.isInteger(value))).toBe(true)
      }),
    )
  })

  it('is a URL that a token may go to, or a fault that shows no password', () => {
    const parts = fc.tuple(
      fc.constantFrom('https://', 'http://', 'ftp://', '//', ''),
      fc.constantFrom('', 'user:s3cret-p4ss@', 's3cret-p4ss@'),
      fc.oneof(fc.domain(), fc.constantFrom('127.0.0.1', '[::1]', 'localhost', '127.0.0.1.example.org', '', '%zz')),
      fc.constantFrom('', ':1', ':99999', '/', '/path', '?q', '#f'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          parts.map((all) => all.join('')),
        ),
        (text) => {
          const reader = read(text)
          const origin = reader.origin('x')
          if (reader.faults.length > 0) expect(origin).toBeUndefined()
          expect(reader.faults.join('')).not.toContain('s3cret-p4ss')
          if (origin === undefined) return
          const { protocol, hostname, username } = new URL(origin)
          expect([
            username,
            protocol === 'https:' || ['127.', 'local', '[::1]'].some((start) => hostname.startsWith(start)),
          ]).toEqual(['', true])
          if (protocol === 'http:') expect(hostname).not.toContain('127.0.0.1.')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is shown on one line, in quotes and short', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(INVISIBLE.exec(quoted(text))).toBeNull()
        expect(quoted(text).length).toBeLessThanOrEqual(90)
      }),
    )
  })
})

it('reads a list whatever parts it, each item once and in the order of the values', () => {
  const separator = fc.string({ unit: fc.constantFrom(',', ' ', '\n', '\t'), minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...FORMATS), separator), { minLength: 1 }), (items) => {
      const reader = read(items.map(([item, by]) => item + by).join(''))
      const given = new Set(items.map(([item]) => item))
      expect(reader.list('x', FORMATS, ['sig'])).toEqual(FORMATS.filter((format) => given.has(format)))
      expect(reader.faults).toEqual([])
    }),
  )
})

it('refuses a list with anything else in it', () => {
  fc.assert(
    fc.property(
      anything.filter((text) => /[^\s,]/u.test(text.trim())),
      (text) => {
        const reader = read(`sig,${text}`)
        reader.list('x', FORMATS, ['sig'])
        const known = text.split(/[\s,]+/u).every((item) => item === '' || FORMATS.some((format) => format === item))
        expect(reader.faults.length === 0).toBe(known)
        if (!known) expect(INVISIBLE.exec(reader.faults[0] ?? '')).toBeNull()
      },
    ),
  )
})
