/**
 * `npm run messages`: runs the bundles into every failure and writes what they say to docs/messages.md.
 * `-- --check` compares; `-- CODE…` runs some codes alone and prints what they say.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allTold, CODES, pageProblems } from './all.ts'
import { PAGE, pageOf } from './page.ts'

const ROOT = join(import.meta.dirname, '../..')
const words = process.argv.slice(2)
const wanted = CODES.filter((code) => words.includes(code))

const told = await allTold(wanted.length === 0 ? CODES : wanted)
const problems = told.flatMap(({ variant, problem }) =>
  problem === undefined ? [] : [`${variant.code}, ${variant.when}: ${problem}`],
)
if (wanted.length > 0) console.log(pageOf(wanted, told))
else if (words.includes('--check')) problems.push(...pageProblems(await readFile(join(ROOT, PAGE), 'utf8'), told))
else if (problems.length === 0 || words.includes('--force')) await writeFile(join(ROOT, PAGE), pageOf(CODES, told))
for (const problem of problems) console.log(`FAILED ${problem}`)
console.log(`${told.length - problems.length} passed, ${problems.length} failed`)
process.exit(problems.length === 0 ? 0 : 1)
