/** The parts of docs/ that long suites make are there, whole, and of one piece with the numbers that they were made of. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportProblems, type Report } from '../bench/report.ts'
import { FAULT_TABLES } from '../faults/reliability-page.ts'
import { matrixProblems, recipeProblems } from '../interop/docs.ts'
import { generatedPart } from './generated.ts'
import { pasteProblems } from './pages/paste.ts'
import { report } from './problems.ts'

const root = join(import.meta.dirname, '..')
const docs = join(root, 'docs')
const textOf = (name: string): string => readFileSync(join(docs, name), 'utf8')

/** The tables are compared when the suite has run; that they are there can be told now. */
function faultProblems(page: string): string[] {
  try {
    generatedPart(page, FAULT_TABLES)
    return []
  } catch (error) {
    return [`docs/reliability.md: ${(error as Error).message}`]
  }
}

const pages = execFileSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && !path.startsWith('dist/'))

const verifying = textOf('verifying.md')
const measurements = JSON.parse(textOf('performance.json')) as Report
report('pages', [
  ...[...matrixProblems(verifying, undefined), ...recipeProblems(verifying)].map(
    (problem) => `docs/verifying.md: ${problem}`,
  ),
  ...pages.flatMap((path) =>
    pasteProblems(readFileSync(join(root, path), 'utf8')).map((problem) => `${path}:${problem}`),
  ),
  ...faultProblems(textOf('reliability.md')),
  ...reportProblems(measurements, textOf('performance.md'), textOf('performance.svg')),
])
