/** The import rules of rules.ts, by dependency-cruiser. */
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import { RULES } from './rules.ts'

function wordsFor({ rule, from, to, cycle, via }: IViolation): string {
  const way = [...(cycle ?? via ?? [])].map((step) => (typeof step === 'string' ? step : step.name))
  return `${rule.name}: ${from} → ${way.length > 0 ? way.join(' → ') : to}`
}

/** What dependency-cruiser finds of the imports below `root`, and what of it breaks a rule. */
export async function cruiseImports(root: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise([...folders], {
    baseDir: root,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    ruleSet: { forbidden: [...RULES] },
    validate: true,
  })
  return output as ICruiseResult
}

/** The rules that are broken, each with both ends. */
export function brokenRules({ summary }: ICruiseResult): readonly string[] {
  // One line for each end where a rule asks what can be reached: the rest follows from it.
  const ends = new Map(summary.violations.map((violation) => [`${violation.rule.name} ${violation.from}`, violation]))
  return [...ends.values()].map(wordsFor)
}

/** How many files below `folder` import in a circle. */
export function filesInCycles({ summary }: ICruiseResult, folder: string): number {
  const cycles = summary.violations.filter(({ rule }) => rule.name === 'cycle')
  const files = cycles.flatMap(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)])
  return new Set(files.filter((path) => path.startsWith(`${folder}/`))).size
}
