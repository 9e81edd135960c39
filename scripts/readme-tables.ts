/**
 * The lists of formats in both action.yml files and the docs, made from src/formats/facts.ts; then the tables of inputs
 * and outputs in README.md, made from the two action.yml files: `node scripts/readme-tables.ts`, or with `--check`
 * whether all are up to date. A table stands between `<!-- inputs:sign -->` and `<!-- /inputs -->`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { renewedLists } from './format-lists.ts'
import { groupsOf } from './input-groups.ts'
import { partProblem, withPart, type Marks } from './generated.ts'
import { report } from './problems.ts'

const root = join(import.meta.dirname, '..')
const readme = join(root, 'README.md')
const FILES = { sign: 'action.yml', verify: 'verify/action.yml' } as const

/** The part of an action.yml that the tables show. */
interface ActionFile {
  readonly inputs?: Readonly<
    Record<string, { description?: string; required?: boolean; default?: string | number | boolean }>
  >
  readonly outputs?: Readonly<Record<string, { description?: string }>>
}

const cell = (text = ''): string => text.trim().replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|')

function inputsTable({ inputs = {} }: ActionFile): string {
  const rows = Object.entries(inputs).map(([name, { description, required, default: value }]) => {
    const shown = value === undefined || value === '' ? '' : `\`${String(value).trim()}\``
    return `| \`${name}\` | ${required === true ? '**required**' : cell(shown)} | ${cell(description)} |`
  })
  return ['| input | default | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

function outputsTable({ outputs = {} }: ActionFile): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`)
  return ['| output | meaning |', '| --- | --- |', ...rows].join('\n')
}

/** The inputs of the sign action in groups; what most workflows leave alone is folded. */
function groupedInputs({ inputs = {} }: ActionFile): string {
  return groupsOf(Object.keys(inputs))
    .map(({ title, inputs: names, folded }) => {
      const some = Object.fromEntries(names.map((name) => [name, inputs[name] ?? {}]))
      const table = inputsTable({ inputs: some })
      return folded ? `<details>\n<summary>${title}</summary>\n\n${table}\n\n</details>` : `**${title}**\n\n${table}`
    })
    .join('\n\n')
}

/** The marks of each table in README.md, and the table. */
export function readmeTables(): readonly { readonly marks: Marks; readonly table: string }[] {
  return Object.entries(FILES).flatMap(([action, file]) => {
    const parsed = parse(readFileSync(join(root, file), 'utf8')) as ActionFile
    return [
      {
        marks: { begin: `<!-- inputs:${action} -->`, end: '<!-- /inputs -->' },
        table: action === 'sign' ? groupedInputs(parsed) : inputsTable(parsed),
      },
      { marks: { begin: `<!-- outputs:${action} -->`, end: '<!-- /outputs -->' }, table: outputsTable(parsed) },
    ]
  })
}

/** What is wrong with the tables of README.md. */
export function readmeProblems(text: string): readonly string[] {
  const problems = readmeTables().map(({ marks, table }) => partProblem(text, marks, table))
  return problems.filter((problem) => problem !== undefined).map((problem) => `README.md: ${problem}`)
}

function main(): void {
  const isCheck = process.argv.includes('--check')
  const lists = renewedLists(root)
  const stale = [...lists.texts].filter(([file, text]) => readFileSync(join(root, file), 'utf8') !== text)
  // The tables are made of what the lists stand in.
  if (!isCheck) for (const [file, text] of stale) writeFileSync(join(root, file), text)
  const before = readFileSync(readme, 'utf8')
  if (!isCheck) {
    writeFileSync(
      readme,
      readmeTables().reduce((text, { marks, table }) => withPart(text, marks, table), before),
    )
    report('tables', lists.problems)
    return
  }
  const advice = 'run npm run tables'
  report('tables', [
    ...lists.problems,
    ...stale.map(([file]) => `${file} does not list the formats of src/formats/facts.ts: ${advice}`),
    ...readmeProblems(before).map((problem) => `${problem}: ${advice}`),
  ])
}

if (process.argv[1] === import.meta.filename) main()
