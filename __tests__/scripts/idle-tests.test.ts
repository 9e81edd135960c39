/** No test passes without having looked at something. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { idleTests } from '../../scripts/tests/idle-tests.ts'

const tests = join(import.meta.dirname, '..')
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))

it('finds the test files', () => {
  expect(files.length).toBeGreaterThan(100)
})

it.each(files)('every test of %s asserts something, whatever it finds', (name) => {
  const text = readFileSync(join(tests, name), 'utf8')
  expect(idleTests(text)).toEqual([])
  expect(text).not.toMatch(/\b(?:it|test|describe)\.(?:only|skip|todo|failing)\b(?! *\} *=)/u)
})

it.each([
  ['asserts nothing', `it('x', () => { run() })`],
  ['asserts nothing', `const run = () => 1; it.each([1])('x', async () => { await run() })`],
  ['returns before any assertion', `it('x', () => { if (missing) return; expect(1).toBe(1) })`],
  ['returns before any assertion', `itWith('x')('x', () => { if (missing) { log(); return } expect(1).toBe(1) })`],
  ['asserts only in loops, whose lists may be empty', `it('x', () => { for (const a of all()) expect(a).toBe(1) })`],
  ['asserts only in loops, whose lists may be empty', `it('x', () => { for (const a of [...all]) expect(a).toBe(1) })`],
])('a test that %s is named: %s', (problem, text) => {
  expect(idleTests(text)).toEqual([{ title: `'x'`, problem }])
})

it.each([
  `it('x', () => { expect(1).toBe(1) })`,
  `it('x', async () => { await expect(run()).rejects.toThrow() })`,
  `function expectRight() { expect(1).toBe(1) } it('x', () => { expectRight() })`,
  `const run = () => { expect(1).toBe(1) }; it('x', () => { run() })`,
  `it('x', () => { for (const a of [1, 2]) expect(a).toBe(1) })`,
  `it('x', () => { expect(all.length).toBe(1); for (const a of all) expect(a).toBe(1) })`,
  `it('x', () => fc.assert(property))`,
])('a test that looks at something is not: %s', (text) => {
  expect(idleTests(text)).toEqual([])
})
