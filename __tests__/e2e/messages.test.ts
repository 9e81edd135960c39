/** Every code is run into, through the bundles, in each variant; what people see then stands on docs/messages.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { allTold, CODES, pageProblems, VARIANTS } from '../../faults/messages/all.ts'
import { PAGE, pageOf } from '../../faults/messages/page.ts'
import { runVariant, type Told } from '../../faults/messages/run-variant.ts'

const page = readFileSync(join(import.meta.dirname, '../..', PAGE), 'utf8')
/** As if each variant had said one thing. */
const made = (variants = VARIANTS): readonly Told[] =>
  variants.map((variant) => ({ variant, message: 'x', problem: undefined }))

it('has a variant of every code, and a name for each', () => {
  expect(CODES.filter((code) => !VARIANTS.some((variant) => variant.code === code))).toEqual([])
  const names = VARIANTS.map(({ code, when }) => `${code}: ${when}`)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

it('misses a code without a variant, and a message that is another one', () => {
  expect(pageProblems(pageOf(CODES, made()), made())).toEqual([])
  expect(pageProblems(pageOf(CODES, made()).replace('\nx\n', '\ny\n'), made())).toHaveLength(1)
  const fewer = made(VARIANTS.filter(({ code }) => code !== 'CANCELLED'))
  expect(pageProblems(pageOf(CODES, fewer), fewer)).toEqual(['no variant runs into CANCELLED'])
})

it('misses a run that ends in another way than its variant says', async () => {
  const { problem } = await runVariant({ code: 'NO_FILES', when: 'there are some' })
  expect(problem).toMatch(/^ended with 0, no error/u)
}, 60_000)

it('shows what each run says', async () => {
  const told = await allTold(CODES)
  expect(told.flatMap(({ problem }) => problem ?? [])).toEqual([])
  expect(page).toBe(pageOf(CODES, told))
}, 900_000)
