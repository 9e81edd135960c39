/** Every generated part of a page: emptied, changed in one cell, and without its marks, its check fails. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { BENCH, measured, reportProblems, type Report } from '../../bench/report.ts'
import { plot } from '../../bench/plot.ts'
import { licensesProblems } from '../../scripts/build/licenses.ts'
import { actionInputsModule, moduleProblems } from '../../scripts/cli-options.ts'
import { deadPaths, pageProblems, picture } from '../../scripts/architecture.ts'
import { CALLS } from '../../faults/calls.ts'
import { FAULT_TABLES, tablesOf } from '../../faults/reliability-page.ts'
import { MATRIX, matrixProblems, recipeNames, recipeProblems } from '../../interop/docs.ts'
import { renewedLists } from '../../scripts/format-lists.ts'
import { generatedPart, partProblem, withPart, type Marks } from '../../scripts/generated.ts'
import { readmeProblems, readmeTables } from '../../scripts/readme-tables.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

interface Part {
  readonly name: string
  readonly page: string
  readonly marks: Marks
  readonly problems: (page: string) => readonly (string | undefined)[]
}

const readme = textOf('README.md')
const verifying = textOf('docs/verifying.md')
const report = JSON.parse(textOf('docs/performance.json')) as Report
const drawing = plot(report.points)
const matrix = '| format | verifier | P-256 |\n| --- | --- | --- |\n| `sig` | openssl | yes |'
const [call, other] = CALLS
if (call === undefined || other === undefined) throw new Error('no calls')
const row = { heading: '503', trouble: { kind: 'reset' } as never, code: 'UNAVAILABLE' }
const faults = await tablesOf(
  ROOT,
  [call, other].map((one) => ({ row, call: one, passing: 'signed', lasting: 'UNAVAILABLE' })),
)

const architecture = textOf('docs/architecture.md')
const drawn = ['picture', 'rooms', 'numbers'].map((name) => {
  const marks = { begin: `<!-- ${name}: made by npm run tables -->`, end: `<!-- /${name} -->` }
  return { name, marks, text: generatedPart(architecture, marks) }
})

const PARTS: readonly Part[] = [
  ...drawn.map(({ name, marks }) => ({
    name: `docs/architecture.md, ${name}`,
    page: architecture,
    marks,
    problems: (page: string) => pageProblems(page, drawn),
  })),
  ...readmeTables().map(({ marks }) => ({
    name: `README.md, ${marks.begin}`,
    page: readme,
    marks,
    problems: readmeProblems,
  })),
  {
    name: 'docs/verifying.md, the matrix',
    page: withPart(verifying, MATRIX, matrix),
    marks: MATRIX,
    problems: (page) => matrixProblems(page, matrix),
  },
  ...recipeNames().map((name) => ({
    name: `docs/verifying.md, ${name}`,
    page: verifying,
    marks: { begin: `<!-- recipe: ${name} -->`, end: '\n```\n' },
    problems: recipeProblems,
  })),
  {
    name: 'docs/reliability.md, the tables of faults',
    page: withPart(textOf('docs/reliability.md'), FAULT_TABLES, faults),
    marks: FAULT_TABLES,
    problems: (page) => [partProblem(page, FAULT_TABLES, faults)],
  },
  {
    name: 'docs/performance.md, the measurements',
    page: withPart(textOf('docs/performance.md'), BENCH, measured(report)),
    marks: BENCH,
    problems: (page) => reportProblems(report, page, drawing),
  },
]

/** The last word of the part with another one in its place. */
function withOtherCell(page: string, marks: Marks): string {
  const part = generatedPart(page, marks)
  const [word = ''] = /[a-z]+(?=[^a-z]*$)/iu.exec(part) ?? []
  const place = page.lastIndexOf(word, page.indexOf(marks.end, page.indexOf(part)))
  return `${page.slice(0, place)}other${page.slice(place + word.length)}`
}

/** Marks that open a part in a page of the tree: a line of their own with a comment that another closes. */
function marksIn(page: string): readonly string[] {
  const lines = page.split('\n').map((line) => line.trim())
  const opening = lines.filter((line) => /^<!-- (?!\/).* -->$/u.test(line) && !/: end -->$/u.test(line))
  return opening.filter((line) => line.startsWith('<!-- recipe: ') || lines.some((other) => isEndOf(line, other)))
}

function isEndOf(begin: string, line: string): boolean {
  const [, name = ''] = /^<!-- ([^:]+?)(?:: .*|:\w+)? -->$/u.exec(begin) ?? []
  return line === `<!-- /${name} -->` || line === begin.replace(/: begin -->$/u, ': end -->')
}

it('knows every generated part of every page', () => {
  const pages = execFileSync('git', ['ls-files', '-z', 'docs/*.md', '*.md', ':!.github'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(Boolean)
  const marks = pages.flatMap((page) => marksIn(textOf(page)))
  expect(marks.length).toBeGreaterThan(20)
  const known = new Set(PARTS.map(({ marks: { begin } }) => begin))
  expect(marks.filter((mark) => !known.has(mark))).toEqual([])
  expect([...known].filter((mark) => !marks.includes(mark))).toEqual([])
})

describe('the inputs of the command line', () => {
  const text = textOf('src/cli/action-inputs.ts')

  it.each<[string, (text: string) => string]>([
    ['emptied', () => ''],
    ['changed in one cell', (whole) => whole.replace('ID of the asymmetric', 'ID of an asymmetric')],
    ['without an input', (whole) => whole.replace(/^ *\{"name":"key-id".*\n/mu, '')],
    ['without their mark', (whole) => whole.replace(/^.*Made of action\.yml.*\n/mu, '')],
  ])('are out of date where they are %s', async (_, change) => {
    const wanted = await actionInputsModule()
    expect(moduleProblems(text, wanted)).toEqual([])
    expect(change(text)).not.toBe(text)
    expect(moduleProblems(change(text), wanted)).toHaveLength(1)
    expect(moduleProblems('', '')).toHaveLength(1)
  })
})

describe('the licences of what the bundles hold', () => {
  const rule = `\n${'-'.repeat(80)}\n\n`
  const text = [
    'Licences of the packages that the bundles hold.\n',
    'a@1.0.0\n@b/c@2.0.0\n\nMIT: you may do as you like\n',
    'd@3.0.0\n\nISC: the same of others\n',
  ].join(rule)
  const needed = ['a@1.0.0', '@b/c@2.0.0', 'd@3.0.0']

  it.each<[string, string, RegExp]>([
    ['are gone', '', /no sections/u],
    ['have nothing but their title', text.split(rule)[0] ?? '', /no sections/u],
    ['name another version', text.replace('d@3.0.0', 'd@3.0.1'), /does not name d@3\.0\.0/u],
    ['lack a package', text.replace('@b/c@2.0.0\n', ''), /does not name @b\/c@2\.0\.0/u],
    ['lack a text', text.replace(/ISC.*\n/u, ''), /without a licence/u],
    ['have lost their rules', text.replaceAll(rule, '\n\n'), /no sections/u],
  ])('are found wrong where they %s', (_, changed, problem) => {
    expect(licensesProblems(text, needed)).toEqual([])
    expect(licensesProblems(changed, needed).join('\n')).toMatch(problem)
  })
})

const found = ({ problems }: Part, page: string) => problems(page).filter((problem) => problem !== undefined)

describe.each(PARTS.map((part): [string, Part] => [part.name, part]))('%s', (_, part) => {
  const { page, marks } = part

  it('is as it has to be', () => {
    expect(found(part, page)).toEqual([])
  })

  it('is missed where it is empty', () => {
    const block = generatedPart(page, marks)
    const start = page.indexOf(block, page.indexOf(marks.begin))
    expect(found(part, page.slice(0, start) + page.slice(start + block.length))).toHaveLength(1)
  })

  it('is out of date where one cell differs', () => {
    const changed = withOtherCell(page, marks)
    expect(changed).not.toBe(page)
    expect(found(part, changed)).toHaveLength(1)
  })

  it('is missed where its mark is gone', () => {
    expect(found(part, page.replace(marks.begin, ''))).toHaveLength(1)
  })
})

it('has the matrix of the last whole run in docs/verifying.md', () => {
  expect(matrixProblems(verifying, undefined)).toEqual([])
  expect(generatedPart(verifying, MATRIX).split('\n').length).toBeGreaterThan(10)
})

it('refuses to write nothing, and to write where there is no place', () => {
  const marks = { begin: '<!-- a -->', end: '<!-- /a -->' }
  expect(withPart('x\n<!-- a -->\nold\n<!-- /a -->\n', marks, 'new')).toBe('x\n<!-- a -->\nnew\n<!-- /a -->\n')
  expect(() => withPart('<!-- a -->\n<!-- /a -->\n', marks, '\n')).toThrow('nothing was made')
  expect(() => withPart('no place', marks, 'new')).toThrow('there is no line <!-- a -->')
  expect(() => withPart('<!-- a -->\nopen', marks, 'new')).toThrow('there is no line <!-- /a -->')
  expect(() => withPart('<!-- a -->\n<!-- a -->\n<!-- /a -->', marks, 'new')).toThrow('several lines')
})

it('tells of a drawing that is not that of the measurements, and of measurements that are none', () => {
  const page = textOf('docs/performance.md')
  expect(reportProblems(report, page, `${drawing} `)).toEqual([
    'docs/performance.svg is not drawn from docs/performance.json',
  ])
  expect(reportProblems({ ...report, rows: [] }, page, drawing)).toContain(
    'docs/performance.json holds no measurements',
  )
})

describe('a list of formats', () => {
  const files = [...renewedLists(ROOT).texts.keys()]
  /** What is found of a copy in which `change` was made to `file`. */
  function foundIn(file: string, change: (text: string) => string) {
    const copy = mkdtempSync(join(tmpdir(), 'lists-'))
    try {
      for (const path of files) {
        mkdirSync(dirname(join(copy, path)), { recursive: true })
        cpSync(join(ROOT, path), join(copy, path))
      }
      writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))
      const { texts, problems } = renewedLists(copy)
      return { problems, stale: [...texts].filter(([path, text]) => text !== readFileSync(join(copy, path), 'utf8')) }
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  }

  it.each(files)('in %s is missed where it is gone, and renewed where it differs', (file) => {
    expect(foundIn(file, (text) => text)).toEqual({ problems: [], stale: [] })
    expect(foundIn(file, (text) => text.replaceAll('`sig`, ', '')).stale).toHaveLength(1)
    expect(
      foundIn(file, (text) => text.replaceAll('list of: ', '').replaceAll('files are looked at: ', '')).problems,
    ).not.toEqual([])
  })
})

it('draws the arrows that do not follow from others, and tells of paths that are gone', () => {
  const arrows = new Map([
    ['sign', new Set(['report', 'base'])],
    ['report', new Set(['base'])],
    ['base', new Set<string>()],
  ])
  const lines = picture(arrows).split('\n')
  expect(lines.filter((line) => line.includes('-->'))).toEqual(['  report --> base', '  sign --> report'])
  expect(deadPaths('`src/base/` `src/formats/*/read.ts` `src/gone.ts` `docs/*.gone`')).toEqual([
    'it names src/gone.ts, which is not there',
    'it names docs/*.gone, which is not there',
  ])
})
