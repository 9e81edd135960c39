/**
 * The lists of formats in both action.yml files and the docs, made from src/formats/facts.ts; then the tables of inputs
 * and outputs in README.md, made from the two action.yml files: `node scripts/readme-tables.ts`, or with `--check`
 * whether all are up to date. A table stands between `<!-- inputs:sign -->` and `<!-- /inputs -->`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { renewedLists } from './format-lists.ts'
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

/** `text` with its tables renewed, and what is missing for that. */
function renewed(text: string): { text: string; problems: string[] } {
  const problems: string[] = []
  let result = text
  for (const [action, file] of Object.entries(FILES)) {
    if (!existsSync(join(root, file))) {
      problems.push(`${file} is missing`)
      continue
    }
    const parsed = parse(readFileSync(join(root, file), 'utf8')) as ActionFile
    for (const [kind, table] of [
      ['inputs', inputsTable(parsed)],
      ['outputs', outputsTable(parsed)],
    ] as const) {
      const place = new RegExp(`(<!-- ${kind}:${action} -->\n)[\\s\\S]*?(<!-- /${kind} -->)`, 'u')
      if (!place.test(result)) problems.push(`README.md has no <!-- ${kind}:${action} --> … <!-- /${kind} -->`)
      result = result.replace(place, (_, start: string, end: string) => `${start}${table}\n${end}`)
    }
  }
  return { text: result, problems }
}

const isCheck = process.argv.includes('--check')
const lists = renewedLists(root)
const stale = [...lists.texts].filter(([file, text]) => readFileSync(join(root, file), 'utf8') !== text)
if (!isCheck) for (const [file, text] of stale) writeFileSync(join(root, file), text)

if (!existsSync(readme)) {
  report('tables', ['README.md is missing'])
} else {
  const before = readFileSync(readme, 'utf8')
  const { text, problems } = renewed(before)
  problems.push(...lists.problems)
  if (isCheck)
    problems.push(
      ...stale.map(([file]) => `${file} does not list the formats of src/formats/facts.ts: run npm run tables`),
    )
  if (!isCheck) writeFileSync(readme, text)
  else if (text !== before) problems.push('the tables in README.md are not those of action.yml: run npm run tables')
  report('tables', problems)
}
