/** Imports go where docs/architecture.md says: the rules of structure-rules.ts, by dependency-cruiser. */
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import { report } from './problems.ts'
import { RULES } from './structure-rules.ts'

const root = join(import.meta.dirname, '..')

function wordsFor({ rule, from, to, cycle, via }: IViolation): string {
  const way = [...(cycle ?? via ?? [])].map((step) => (typeof step === 'string' ? step : step.name))
  return `${rule.name}: ${from} → ${way.length > 0 ? way.join(' → ') : to}`
}

/** The rules that the imports below `folder` break, each with both ends. */
export async function brokenRules(folder: string, folders: readonly string[]): Promise<readonly string[]> {
  const { output } = await cruise([...folders], {
    baseDir: folder,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    ruleSet: { forbidden: [...RULES] },
    validate: true,
  })
  const { summary } = output as ICruiseResult
  // One line for each end where a rule asks what can be reached: the rest follows from it.
  const ends = new Map(summary.violations.map((violation) => [`${violation.rule.name} ${violation.from}`, violation]))
  return [...ends.values()].map(wordsFor)
}

if (process.argv[1] === import.meta.filename) {
  const folders = ['src', 'emulator', 'faults', 'bench', 'interop', 'demo', 'scripts']
  report('structure', await brokenRules(root, folders))
}
