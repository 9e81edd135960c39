/** Two runs in one folder, and a kill: every order of their calls, in small cases. */
import { check, type Check } from '../../interop/check.ts'
import { CASES, type Case } from './cases.ts'
import { explore } from './explore.ts'
import type { Tree } from './types.ts'

/** Fewer, and the cases would not be stepped any more. */
const FEWEST_STATES = 500

export async function interleavings(): Promise<readonly Check[]> {
  const checks: Check[] = []
  for (const [name, given] of Object.entries(CASES)) {
    const { problem, states } = await problemOf(given)
    console.log(`  ${name}: ${states} states`)
    checks.push(check(`two runs that ${name}`, problem === undefined, problem))
  }
  return checks
}

/** The first problem of a case. Also one, when an end that is expected was never reached, or no run was killed. */
export async function problemOf({
  allowed,
  ends,
  ...scenario
}: Case): Promise<{ problem: string | undefined; states: number }> {
  const reached = new Set<string>()
  const { problem, states } = await explore(scenario, {
    always(seen) {
      const strange = Object.keys(seen).find((name) => !(name in allowed))
      const name = strange ?? Object.keys(allowed).find((known) => allowed[known]?.includes(seen[known]) !== true)
      return name === undefined ? undefined : `${name} is ${seen[name] ?? 'gone'}`
    },
    atEnd(seen, outcomes) {
      const of = outcomes.join(', ')
      reached.add(of)
      const isRight = outcomes.includes('killed') ? isLeftByKill(ends, outcomes) : ends[of]?.some(isSame(seen)) === true
      return isRight ? undefined : `it ends with ${of} and ${JSON.stringify(seen)}`
    },
  })
  const kills = ['killed, ', ', killed'].filter((kill) => ![...reached].some((of) => of.includes(kill)))
  const missing = [...Object.keys(ends).filter((of) => !reached.has(of)), ...kills]
  const unreached =
    missing.length > 0 || states < FEWEST_STATES ? `${states} states, no end of ${missing.join('; ')}` : undefined
  return { problem: problem ?? unreached, states }
}

const isSame =
  (seen: Tree) =>
  (tree: Tree): boolean =>
    JSON.stringify(tree) === JSON.stringify(seen)

/** The one that was killed may have put some of its files in place; the other one is none the worse for it. */
function isLeftByKill(ends: Case['ends'], outcomes: readonly string[]): boolean {
  const fits = (of: readonly string[]): boolean =>
    outcomes.every((outcome, number) => outcome === 'killed' || outcome === of[number])
  return Object.keys(ends).some((of) => fits(of.split(', ')))
}
